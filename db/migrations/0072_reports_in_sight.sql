CREATE TABLE "report_in_sight" (
	"dataset_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"hidden_at" timestamp with time zone,
	"hidden_by" uuid,
	CONSTRAINT "report_in_sight_dataset_id_case_id_round_pk" PRIMARY KEY("dataset_id","case_id","round"),
	CONSTRAINT "report_in_sight_hidden" CHECK ("report_in_sight"."hidden_by" is null or "report_in_sight"."hidden_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "report_in_sight" ADD CONSTRAINT "report_in_sight_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_in_sight" ADD CONSTRAINT "report_in_sight_hidden_by_person_id_fk" FOREIGN KEY ("hidden_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_in_sight" ADD CONSTRAINT "report_in_sight_dataset_id_case_id_review_case_dataset_id_id_fk" FOREIGN KEY ("dataset_id","case_id") REFERENCES "public"."review_case"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_in_sight_waiting" ON "report_in_sight" USING btree ("person_id","created_at") WHERE hidden_at is null;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (hidden_at, hidden_by) ON report_in_sight TO winnow_app;
--> statement-breakpoint
-- Whether an item must not be seen by anybody but safety officers: while one of its cases of a restricted category is open, unless that
-- began with a report beyond what its reporter hides and nobody has hidden it since; once it is decided, unless it was kept.
CREATE FUNCTION item_hidden(p_dataset uuid, p_digest bytea) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM review_case c
    JOIN category k ON k.id = c.category AND k.restricted = 1
    LEFT JOIN decision d ON d.dataset_id = c.dataset_id AND d.id = c.decision_id
    WHERE c.dataset_id = p_dataset AND c.digest = p_digest
      AND CASE WHEN c.status = 'open' THEN NOT EXISTS (
          SELECT FROM report_in_sight r
          WHERE r.dataset_id = c.dataset_id AND r.case_id = c.id AND r.round = c.round AND r.hidden_at IS NULL)
        ELSE d.action <> 'keep' END)
$$;
