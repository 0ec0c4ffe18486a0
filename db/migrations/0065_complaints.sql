ALTER TYPE "public"."takedown_kind" ADD VALUE 'complaint';--> statement-breakpoint
CREATE TABLE "complaint" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"dataset_id" uuid NOT NULL,
	"case_ids" uuid[] NOT NULL,
	"shown_by" text,
	"heard_by" uuid,
	"heard_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "complaint_heard" CHECK (("complaint"."heard_by" is null) = ("complaint"."heard_at" is null) and ("complaint"."heard_by" is null) = ("complaint"."shown_by" is null))
);
--> statement-breakpoint
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_heard_by_person_id_fk" FOREIGN KEY ("heard_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "complaint_cases" ON "complaint" USING gin ("case_ids");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (case_ids, shown_by, heard_by, heard_at) ON complaint TO winnow_app;
--> statement-breakpoint
-- What was heard is contested, and stays what it is about.
CREATE FUNCTION refuse_other_complaint() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.heard_by IS NOT NULL THEN
    RAISE EXCEPTION 'what a complaint is about stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'complaint_stays';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER complaint_stays BEFORE UPDATE ON complaint FOR EACH ROW EXECUTE FUNCTION refuse_other_complaint();
