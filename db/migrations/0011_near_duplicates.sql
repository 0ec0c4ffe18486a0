CREATE TABLE "near_duplicate" (
	"dataset_id" uuid NOT NULL,
	"digest" "bytea" NOT NULL,
	"kind" text NOT NULL,
	"keys" bigint[] NOT NULL,
	CONSTRAINT "near_duplicate_dataset_id_digest_pk" PRIMARY KEY("dataset_id","digest"),
	CONSTRAINT "near_duplicate_kind" CHECK (("near_duplicate"."kind", cardinality("near_duplicate"."keys")) in (('bands', 14), ('words', 1), ('nothing', 0)))
);
--> statement-breakpoint
ALTER TABLE "near_duplicate" ADD CONSTRAINT "near_duplicate_has_content" FOREIGN KEY ("dataset_id","digest") REFERENCES "public"."item_content"("dataset_id","digest") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "near_duplicate_keys" ON "near_duplicate" USING gin ("keys");
--> statement-breakpoint
-- Rows go with their content, by the cascade, which runs as the owner: nobody deletes or changes one.
GRANT SELECT, INSERT ON near_duplicate TO winnow_app;
--> statement-breakpoint
-- As with destroyed keys: what was deleted must not wait in dead rows until a fifth of the table has gone.
ALTER TABLE near_duplicate SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
