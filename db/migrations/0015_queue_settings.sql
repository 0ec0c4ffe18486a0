CREATE TABLE "queue_change" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"change" text NOT NULL,
	"queue_id" uuid,
	"name" text,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"actor" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "queue_change_dataset_id_id_pk" PRIMARY KEY("dataset_id","id")
);
--> statement-breakpoint
ALTER TABLE "review_case" ADD COLUMN "blind" boolean DEFAULT true NOT NULL;
--> statement-breakpoint
ALTER TABLE "review_case" ADD COLUMN "actions" text[];
--> statement-breakpoint
ALTER TABLE "review_queue" ADD COLUMN "covered" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "queue_change" ADD CONSTRAINT "queue_change_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "queue_change" ADD CONSTRAINT "queue_change_dataset_id_queue_id_review_queue_dataset_id_id_fk" FOREIGN KEY ("dataset_id","queue_id") REFERENCES "public"."review_queue"("dataset_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "queue_change_age" ON "queue_change" USING btree ("dataset_id","created_at" DESC NULLS LAST);
--> statement-breakpoint
UPDATE review_case c SET blind = q.blind, actions = q.actions FROM review_queue q
  WHERE q.dataset_id = c.dataset_id AND q.id = c.queue_id AND c.status = 'open' AND (NOT q.blind OR q.actions IS NOT NULL);
--> statement-breakpoint
GRANT SELECT, INSERT ON queue_change TO winnow_app;
