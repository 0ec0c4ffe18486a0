DROP INDEX "review_case_by_due";--> statement-breakpoint
CREATE INDEX "review_case_by_due" ON "review_case" USING btree ("dataset_id","status",coalesce(due_at, 'infinity'::timestamptz) desc nulls last,"id" DESC NULLS LAST,"due_at","kind_id","restricted");--> statement-breakpoint
-- Where a case waits is part of its kind: what a queue holds is then found and counted as quickly as anything else.
ALTER TABLE "case_kind" ADD COLUMN "queue_id" uuid;--> statement-breakpoint
DROP TRIGGER review_case_tally_changed ON review_case;--> statement-breakpoint
DROP TRIGGER review_case_kind ON review_case;--> statement-breakpoint
DROP FUNCTION case_kind_of(boolean, text, smallint, text, text[], text[]);--> statement-breakpoint
CREATE FUNCTION case_kind_of(
  restricted boolean, category text, severity smallint, language text, detectors text[], types text[], queue_id uuid)
  RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(substring(sha256(convert_to(
    jsonb_build_array(restricted, category, severity, language, detectors, types, queue_id)::text, 'UTF8')) FOR 16), 'hex')::uuid
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION set_case_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.kind_id := case_kind_of(
    NEW.restricted, NEW.category, NEW.severity, NEW.language, NEW.detectors, NEW.types, NEW.queue_id);
  IF NOT EXISTS (SELECT FROM case_kind WHERE dataset_id = NEW.dataset_id AND id = NEW.kind_id) THEN
    INSERT INTO case_kind (dataset_id, id, restricted, category, severity, language, detectors, types, queue_id)
    VALUES (NEW.dataset_id, NEW.kind_id, NEW.restricted, NEW.category, NEW.severity, NEW.language, NEW.detectors, NEW.types,
      NEW.queue_id);
  END IF;
  RETURN NEW;
END
$$;--> statement-breakpoint
-- Once for all cases of a statement: routing a dataset anew changes the kinds of most of its cases, and a row of the tally for each of
-- them would be written thousands of times in one transaction. Who changes neither kind nor status writes nothing.
CREATE OR REPLACE FUNCTION tally_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tally(c.dataset_id, c.kind_id, c.status, c.cases) FROM (
    SELECT x.dataset_id, x.kind_id, x.status, sum(x.n)::integer AS cases FROM (
      SELECT dataset_id, kind_id, status, -1 AS n FROM was
      UNION ALL
      SELECT dataset_id, kind_id, status, 1 FROM fresh) x
    GROUP BY x.dataset_id, x.kind_id, x.status HAVING sum(x.n) <> 0) c;
  RETURN NULL;
END
$$;--> statement-breakpoint
UPDATE review_case SET kind_id = case_kind_of(restricted, category, severity, language, detectors, types, queue_id);--> statement-breakpoint
TRUNCATE case_kind, case_tally;--> statement-breakpoint
INSERT INTO case_kind (dataset_id, id, restricted, category, severity, language, detectors, types, queue_id)
SELECT DISTINCT dataset_id, kind_id, restricted, category, severity, language, detectors, types, queue_id FROM review_case;--> statement-breakpoint
INSERT INTO case_tally (dataset_id, kind_id, status, cases)
SELECT dataset_id, kind_id, status, count(*)::integer FROM review_case GROUP BY 1, 2, 3;--> statement-breakpoint
CREATE TRIGGER review_case_kind BEFORE INSERT OR UPDATE OF restricted, category, severity, language, detectors, types, queue_id ON review_case
  FOR EACH ROW EXECUTE FUNCTION set_case_kind();--> statement-breakpoint
CREATE TRIGGER review_case_tally_changed AFTER UPDATE ON review_case
  REFERENCING OLD TABLE AS was NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tally_changed();
