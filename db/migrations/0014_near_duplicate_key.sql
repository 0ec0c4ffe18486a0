DROP INDEX "near_duplicate_keys";--> statement-breakpoint
ALTER TABLE "near_duplicate" DROP CONSTRAINT "near_duplicate_dataset_id_digest_pk";--> statement-breakpoint
ALTER TABLE "near_duplicate" ADD CONSTRAINT "near_duplicate_digest_dataset_id_pk" PRIMARY KEY("digest","dataset_id");--> statement-breakpoint
CREATE INDEX "near_duplicate_keys" ON "near_duplicate" USING gin ("keys") WITH (fastupdate=false);