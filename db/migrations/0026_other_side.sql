CREATE TABLE "takedown_link" (
	"request_id" uuid NOT NULL,
	"of_request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "takedown_link_request_id_of_request_id_kind_pk" PRIMARY KEY("request_id","of_request_id","kind"),
	CONSTRAINT "takedown_link_two" CHECK ("takedown_link"."request_id" <> "takedown_link"."of_request_id")
);
--> statement-breakpoint
CREATE TABLE "author_measure" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"author_hmac" "bytea",
	"measure" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"strikes" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "author_measure_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "author_measure_hmac" CHECK (octet_length("author_measure"."author_hmac") = 32)
);
--> statement-breakpoint
CREATE TABLE "author_strike" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"author_hmac" "bytea",
	"request_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "author_strike_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "author_strike_hmac" CHECK (octet_length("author_strike"."author_hmac") = 32)
);
--> statement-breakpoint
CREATE TABLE "counter_notice" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"of_request_id" uuid NOT NULL,
	"state" text DEFAULT 'filed' NOT NULL,
	"case_ids" uuid[] NOT NULL,
	"strangers" integer DEFAULT 0 NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"filer_id" uuid,
	"identified_as" text,
	"checked_by" uuid,
	"checked_at" timestamp with time zone,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"earliest_at" timestamp with time zone,
	"latest_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "counter_notice_two_people" CHECK ("counter_notice"."approved_by" <> "counter_notice"."checked_by" and coalesce("counter_notice"."filer_id" <> "counter_notice"."checked_by", true) and coalesce("counter_notice"."filer_id" <> "counter_notice"."approved_by", true)),
	CONSTRAINT "counter_notice_valid" CHECK ("counter_notice"."state" not in ('valid', 'restored', 'kept_down') or ("counter_notice"."approved_by" is not null and "counter_notice"."checked_by" is not null and "counter_notice"."identified_as" is not null and "counter_notice"."earliest_at" is not null and "counter_notice"."latest_at" is not null)),
	CONSTRAINT "counter_notice_cases" CHECK (cardinality("counter_notice"."case_ids") > 0)
);
--> statement-breakpoint
CREATE TABLE "court_filing" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"filed_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "retracted_match" (
	"dataset_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"digest" "bytea" NOT NULL,
	"retraction_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "retracted_match_dataset_id_request_id_target_id_digest_pk" PRIMARY KEY("dataset_id","request_id","target_id","digest")
);
--> statement-breakpoint
CREATE TABLE "sender_measure" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"until" timestamp with time zone,
	"decided_by" uuid,
	"answers" uuid,
	"grounds" "bytea",
	"entry_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sender_measure_until" CHECK (("sender_measure"."measure" = 'suspended') = ("sender_measure"."until" is not null)),
	CONSTRAINT "sender_measure_decider" CHECK (("sender_measure"."measure" = 'contested') = ("sender_measure"."decided_by" is null)),
	CONSTRAINT "sender_measure_grounds" CHECK (("sender_measure"."measure" = 'contested') = ("sender_measure"."grounds" is not null)),
	CONSTRAINT "sender_measure_others" CHECK ("sender_measure"."measure" not in ('upheld', 'lifted') or ("sender_measure"."answers" is not null and "sender_measure"."answers" <> "sender_measure"."decided_by"))
);
--> statement-breakpoint
CREATE TABLE "strike_rescinded" (
	"dataset_id" uuid NOT NULL,
	"strike_id" uuid NOT NULL,
	"because" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "strike_rescinded_dataset_id_strike_id_pk" PRIMARY KEY("dataset_id","strike_id")
);
--> statement-breakpoint
CREATE TABLE "takedown_retraction" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"via_request_id" uuid,
	"whole" boolean NOT NULL,
	"outcome" jsonb NOT NULL,
	"entry_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "takedown_reversal" (
	"dataset_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"reversed_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"because" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "takedown_reversal_dataset_id_decision_id_pk" PRIMARY KEY("dataset_id","decision_id")
);
--> statement-breakpoint
ALTER TABLE "takedown_link" ADD CONSTRAINT "takedown_link_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_link" ADD CONSTRAINT "takedown_link_of_request_id_takedown_request_id_fk" FOREIGN KEY ("of_request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "author_measure" ADD CONSTRAINT "author_measure_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "author_measure" ADD CONSTRAINT "author_measure_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "author_strike" ADD CONSTRAINT "author_strike_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "author_strike" ADD CONSTRAINT "author_strike_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_notice" ADD CONSTRAINT "counter_notice_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_notice" ADD CONSTRAINT "counter_notice_of_request_id_takedown_request_id_fk" FOREIGN KEY ("of_request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_notice" ADD CONSTRAINT "counter_notice_filer_id_person_id_fk" FOREIGN KEY ("filer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_notice" ADD CONSTRAINT "counter_notice_checked_by_person_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_notice" ADD CONSTRAINT "counter_notice_approved_by_person_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court_filing" ADD CONSTRAINT "court_filing_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court_filing" ADD CONSTRAINT "court_filing_recorded_by_person_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retracted_match" ADD CONSTRAINT "retracted_match_retraction_id_takedown_retraction_id_fk" FOREIGN KEY ("retraction_id") REFERENCES "public"."takedown_retraction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retracted_match" ADD CONSTRAINT "retracted_match_of_a_match" FOREIGN KEY ("dataset_id","request_id","target_id","digest") REFERENCES "public"."takedown_match"("dataset_id","request_id","target_id","digest") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sender_measure" ADD CONSTRAINT "sender_measure_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sender_measure" ADD CONSTRAINT "sender_measure_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sender_measure" ADD CONSTRAINT "sender_measure_answers_person_id_fk" FOREIGN KEY ("answers") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strike_rescinded" ADD CONSTRAINT "strike_rescinded_dataset_id_strike_id_author_strike_dataset_id_id_fk" FOREIGN KEY ("dataset_id","strike_id") REFERENCES "public"."author_strike"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_retraction" ADD CONSTRAINT "takedown_retraction_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_retraction" ADD CONSTRAINT "takedown_retraction_via_request_id_takedown_request_id_fk" FOREIGN KEY ("via_request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_reversal" ADD CONSTRAINT "takedown_reversal_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_reversal" ADD CONSTRAINT "takedown_reversal_dataset_id_decision_id_decision_dataset_id_id_fk" FOREIGN KEY ("dataset_id","decision_id") REFERENCES "public"."decision"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_reversal" ADD CONSTRAINT "takedown_reversal_dataset_id_reversed_id_decision_dataset_id_id_fk" FOREIGN KEY ("dataset_id","reversed_id") REFERENCES "public"."decision"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_reversal" ADD CONSTRAINT "takedown_reversal_dataset_id_case_id_review_case_dataset_id_id_fk" FOREIGN KEY ("dataset_id","case_id") REFERENCES "public"."review_case"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "takedown_link_of" ON "takedown_link" USING btree ("of_request_id","kind");--> statement-breakpoint
CREATE INDEX "author_measure_author" ON "author_measure" USING btree ("dataset_id","author_hmac","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "author_strike_once" ON "author_strike" USING btree ("dataset_id","request_id","author_hmac");--> statement-breakpoint
CREATE INDEX "author_strike_author" ON "author_strike" USING btree ("dataset_id","author_hmac");--> statement-breakpoint
CREATE UNIQUE INDEX "counter_notice_once" ON "counter_notice" USING btree ("of_request_id") WHERE state not in ('refused', 'lapsed');--> statement-breakpoint
CREATE INDEX "counter_notice_due" ON "counter_notice" USING btree ("earliest_at") WHERE state = 'valid';--> statement-breakpoint
CREATE INDEX "sender_measure_request" ON "sender_measure" USING btree ("request_id","created_at");--> statement-breakpoint
CREATE INDEX "takedown_retraction_request" ON "takedown_retraction" USING btree ("request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "takedown_retraction_via" ON "takedown_retraction" USING btree ("via_request_id") WHERE via_request_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "takedown_reversal_once" ON "takedown_reversal" USING btree ("dataset_id","reversed_id");--> statement-breakpoint
CREATE INDEX "takedown_reversal_request" ON "takedown_reversal" USING btree ("request_id");--> statement-breakpoint
GRANT SELECT, INSERT ON takedown_link, court_filing, takedown_retraction, retracted_match, takedown_reversal, strike_rescinded, sender_measure TO winnow_app;
--> statement-breakpoint
-- What was filed and against what stays; the fingerprint of an author goes with the term of what counts against them.
GRANT SELECT, INSERT, UPDATE (state, identified_as, checked_by, checked_at, approved_by, approved_at, earliest_at, latest_at, ended_at) ON counter_notice TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (author_hmac) ON author_strike, author_measure TO winnow_app;
--> statement-breakpoint
-- Who took a request back does not ask any more.
GRANT DELETE ON suppression_asked TO winnow_app;
--> statement-breakpoint
DO $$
DECLARE
  fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['takedown_link', 'court_filing', 'takedown_retraction', 'retracted_match', 'takedown_reversal', 'strike_rescinded', 'sender_measure']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', fact || '_append_only', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', fact || '_no_truncate', fact);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', fact, fact || '_append_only');
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', fact, fact || '_no_truncate');
  END LOOP;
END
$$;
--> statement-breakpoint
-- 17 U.S.C. § 512(g)(2)(C). Both lock the request, so that of a filing and a put-back at the same moment one waits for the other.
CREATE FUNCTION refuse_early_put_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.because <> 'put_back' THEN
    RETURN NEW;
  END IF;
  PERFORM 1 FROM takedown_request WHERE id = NEW.request_id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM court_filing WHERE request_id = NEW.request_id) THEN
    RAISE EXCEPTION 'the claimant has gone to court: put-back refused' USING ERRCODE = 'check_violation', CONSTRAINT = 'put_back_no_filing';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM counter_notice
    WHERE of_request_id = NEW.request_id AND state IN ('valid', 'restored') AND earliest_at < now() AND NEW.case_id = ANY (case_ids)
  ) THEN
    RAISE EXCEPTION 'no counter notice whose time has come: put-back refused' USING ERRCODE = 'check_violation', CONSTRAINT = 'put_back_not_yet';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER takedown_reversal_in_time BEFORE INSERT ON takedown_reversal FOR EACH ROW EXECUTE FUNCTION refuse_early_put_back();
--> statement-breakpoint
CREATE FUNCTION hold_for_filing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM takedown_request WHERE id = NEW.request_id FOR UPDATE;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER court_filing_holds BEFORE INSERT ON court_filing FOR EACH ROW EXECUTE FUNCTION hold_for_filing();
--> statement-breakpoint
CREATE FUNCTION refuse_restored() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'restored' AND (NEW.earliest_at >= now() OR EXISTS (SELECT 1 FROM court_filing WHERE request_id = NEW.of_request_id)) THEN
    RAISE EXCEPTION 'not yet, or a filing stands: put-back refused' USING ERRCODE = 'check_violation', CONSTRAINT = 'put_back_no_filing';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER counter_notice_restored BEFORE UPDATE OF state ON counter_notice FOR EACH ROW EXECUTE FUNCTION refuse_restored();
