CREATE TABLE "case_search" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dataset_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"query" "bytea" NOT NULL,
	"case_ids" uuid[] NOT NULL,
	"looked" integer NOT NULL,
	"total" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "case_search_counts" CHECK ("case_search"."looked" between 0 and "case_search"."total")
);
--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "judged" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "review" ADD COLUMN "judged" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "review_settings" ADD COLUMN "viewing" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "reviewer_preference" ADD COLUMN "viewing" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "case_search" ADD CONSTRAINT "case_search_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_search" ADD CONSTRAINT "case_search_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_search_person" ON "case_search" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "case_search_dataset" ON "case_search" USING btree ("dataset_id","created_at" DESC NULLS LAST);--> statement-breakpoint
-- Who searched for what is a fact; what was searched for is forgotten in time.
GRANT SELECT, INSERT, UPDATE (query, case_ids) ON case_search TO winnow_app;
