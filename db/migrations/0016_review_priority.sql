CREATE TABLE "detector_weight" (
	"dataset_id" uuid NOT NULL,
	"detector" text NOT NULL,
	"type" text NOT NULL,
	"judged" integer NOT NULL,
	"upheld" integer NOT NULL,
	"weight" real NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "detector_weight_dataset_id_detector_type_pk" PRIMARY KEY("dataset_id","detector","type"),
	CONSTRAINT "detector_weight_range" CHECK ("detector_weight"."weight" > 0 and "detector_weight"."weight" <= 1),
	CONSTRAINT "detector_weight_counts" CHECK (0 <= "detector_weight"."upheld" and "detector_weight"."upheld" <= "detector_weight"."judged")
);
--> statement-breakpoint
ALTER TABLE "review_case" ADD COLUMN "points" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- What priority was until now were points without age.
UPDATE "review_case" SET points = priority * 100;--> statement-breakpoint
ALTER TABLE "review_case" DROP COLUMN "priority";--> statement-breakpoint
ALTER TABLE "review_case" ADD COLUMN "priority" integer GENERATED ALWAYS AS (points - round(least(extract(epoch from opened_at - timestamptz '2026-01-01 00:00:00+00'), case when takedowns > 0 then extract(epoch from due_at - timestamptz '2026-01-31 00:00:00+00') end) / 864)::integer) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "review_case_claim" ON "review_case" USING btree ("dataset_id","queue_id","priority" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE claimable;--> statement-breakpoint
CREATE INDEX "review_case_by_priority" ON "review_case" USING btree ("dataset_id","status","priority" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
-- Places in the old order mean nothing in the new one.
TRUNCATE queue_arrival, queue_position;--> statement-breakpoint
ALTER TABLE "detector_weight" ADD CONSTRAINT "detector_weight_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decision_by_time" ON "decision" USING btree ("dataset_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "review_by_time" ON "review" USING btree ("dataset_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "review_case_waiting" ON "review_case" USING btree ("dataset_id","queue_id","opened_at") WHERE status = 'open' and not restricted;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON detector_weight TO winnow_app;
