ALTER TABLE "counter_notice" DROP CONSTRAINT "counter_notice_cases";--> statement-breakpoint
DROP INDEX "counter_notice_once";--> statement-breakpoint
ALTER TABLE "counter_notice" ADD COLUMN "rule_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "court_filing" ADD COLUMN "counter_id" uuid;--> statement-breakpoint
-- Until now a request had one counter notice in force, so a filing is about that one.
ALTER TABLE "court_filing" DISABLE TRIGGER "court_filing_append_only";--> statement-breakpoint
UPDATE "court_filing" f SET "counter_id" = (
	SELECT c."request_id" FROM "counter_notice" c
	WHERE c."of_request_id" = f."request_id" AND c."approved_at" IS NOT NULL
	ORDER BY (c."state" = 'kept_down') DESC, c."approved_at" DESC LIMIT 1
);--> statement-breakpoint
ALTER TABLE "court_filing" ENABLE ALWAYS TRIGGER "court_filing_append_only";--> statement-breakpoint
ALTER TABLE "court_filing" DROP CONSTRAINT "court_filing_pkey";--> statement-breakpoint
ALTER TABLE "court_filing" ADD PRIMARY KEY ("counter_id");--> statement-breakpoint
ALTER TABLE "court_filing" ADD CONSTRAINT "court_filing_counter_id_counter_notice_request_id_fk" FOREIGN KEY ("counter_id") REFERENCES "public"."counter_notice"("request_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "counter_notice_of" ON "counter_notice" USING btree ("of_request_id");--> statement-breakpoint
ALTER TABLE "counter_notice" ADD CONSTRAINT "counter_notice_cases" CHECK (cardinality("counter_notice"."case_ids") + cardinality("counter_notice"."rule_ids") > 0);
--> statement-breakpoint
-- Sent again after something was asked for, it may be about other things; never once somebody has found it complete.
GRANT UPDATE (of_request_id, case_ids, rule_ids, strangers, received_at, filer_id) ON counter_notice TO winnow_app;
--> statement-breakpoint
CREATE FUNCTION refuse_other_counter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'lapsed' AND NEW.state = 'filed' AND OLD.approved_by IS NULL THEN
    RETURN NEW;
  END IF;
  IF (NEW.of_request_id, NEW.case_ids, NEW.rule_ids, NEW.filer_id) IS DISTINCT FROM (OLD.of_request_id, OLD.case_ids, OLD.rule_ids, OLD.filer_id) THEN
    RAISE EXCEPTION 'what a counter notice is about stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'counter_notice_stays';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER counter_notice_stays BEFORE UPDATE ON counter_notice FOR EACH ROW EXECUTE FUNCTION refuse_other_counter();
--> statement-breakpoint
-- 17 U.S.C. § 512(g)(2)(C), of each counter notice by itself: a filing keeps down what its counter notice is about, whoever else asks for it.
CREATE OR REPLACE FUNCTION refuse_early_put_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.because <> 'put_back' THEN
    RETURN NEW;
  END IF;
  PERFORM 1 FROM takedown_request WHERE id = NEW.request_id FOR UPDATE;
  IF EXISTS (
    SELECT 1 FROM court_filing f JOIN counter_notice c ON c.request_id = f.counter_id
    WHERE f.request_id = NEW.request_id AND NEW.case_id = ANY (c.case_ids)
  ) THEN
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
CREATE OR REPLACE FUNCTION refuse_restored() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'restored' AND (NEW.earliest_at >= now() OR EXISTS (SELECT 1 FROM court_filing WHERE counter_id = NEW.request_id)) THEN
    RAISE EXCEPTION 'not yet, or a filing stands: put-back refused' USING ERRCODE = 'check_violation', CONSTRAINT = 'put_back_no_filing';
  END IF;
  RETURN NEW;
END
$$;
