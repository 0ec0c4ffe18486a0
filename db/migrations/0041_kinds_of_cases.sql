CREATE TABLE "case_kind" (
	"dataset_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"restricted" boolean NOT NULL,
	"category" text NOT NULL,
	"severity" smallint NOT NULL,
	"language" text NOT NULL,
	"detectors" text[] NOT NULL,
	"types" text[] NOT NULL,
	CONSTRAINT "case_kind_dataset_id_id_pk" PRIMARY KEY("dataset_id","id")
);
--> statement-breakpoint
CREATE TABLE "case_tally" (
	"dataset_id" uuid NOT NULL,
	"kind_id" uuid NOT NULL,
	"status" "case_status" NOT NULL,
	"cases" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "case_tally_kind" ON "case_tally" USING btree ("dataset_id","kind_id","status");
--> statement-breakpoint
GRANT SELECT, INSERT ON case_kind TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON case_tally TO winnow_app;
--> statement-breakpoint
-- Half of a SHA-256 of what makes the kind, so that a copy of the cases has the same.
CREATE FUNCTION case_kind_of(restricted boolean, category text, severity smallint, language text, detectors text[], types text[])
  RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(substring(sha256(convert_to(
    jsonb_build_array(restricted, category, severity, language, detectors, types)::text, 'UTF8')) FOR 16), 'hex')::uuid
$$;
--> statement-breakpoint
CREATE FUNCTION set_case_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.kind_id := case_kind_of(NEW.restricted, NEW.category, NEW.severity, NEW.language, NEW.detectors, NEW.types);
  IF EXISTS (SELECT FROM case_kind WHERE dataset_id = NEW.dataset_id AND id = NEW.kind_id) THEN RETURN NEW; END IF;
  -- One at a time, and this one to its end: two that each wait for a kind of the other's would wait for ever.
  PERFORM pg_advisory_xact_lock(hashtextextended('case kind ' || NEW.dataset_id, 0));
  INSERT INTO case_kind (dataset_id, id, restricted, category, severity, language, detectors, types)
  VALUES (NEW.dataset_id, NEW.kind_id, NEW.restricted, NEW.category, NEW.severity, NEW.language, NEW.detectors, NEW.types)
  ON CONFLICT DO NOTHING;
  RETURN NEW;
END
$$;
--> statement-breakpoint
ALTER TABLE "review_case" ADD COLUMN "kind_id" uuid;
--> statement-breakpoint
UPDATE review_case SET kind_id = case_kind_of(restricted, category, severity, language, detectors, types);
--> statement-breakpoint
ALTER TABLE "review_case" ALTER COLUMN "kind_id" SET NOT NULL;
--> statement-breakpoint
INSERT INTO case_kind (dataset_id, id, restricted, category, severity, language, detectors, types)
SELECT DISTINCT dataset_id, kind_id, restricted, category, severity, language, detectors, types FROM review_case;
--> statement-breakpoint
CREATE INDEX "review_case_by_kind" ON "review_case" USING btree ("dataset_id","kind_id","status");
--> statement-breakpoint
INSERT INTO case_tally (dataset_id, kind_id, status, cases)
SELECT dataset_id, kind_id, status, count(*)::integer FROM review_case GROUP BY 1, 2, 3;
--> statement-breakpoint
CREATE TRIGGER review_case_kind BEFORE INSERT OR UPDATE OF restricted, category, severity, language, detectors, types ON review_case
  FOR EACH ROW EXECUTE FUNCTION set_case_kind();
--> statement-breakpoint
-- Whoever comes adds to a row that nobody holds, or a new one: a kind has as many as there were changes of it at one time, and nobody waits.
CREATE FUNCTION tally(p_dataset uuid, p_kind uuid, p_status case_status, p_cases integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE case_tally SET cases = cases + p_cases WHERE ctid = (
    SELECT ctid FROM case_tally WHERE dataset_id = p_dataset AND kind_id = p_kind AND status = p_status
    LIMIT 1 FOR UPDATE SKIP LOCKED);
  IF NOT FOUND THEN
    INSERT INTO case_tally (dataset_id, kind_id, status, cases) VALUES (p_dataset, p_kind, p_status, p_cases);
  END IF;
END
$$;
--> statement-breakpoint
CREATE FUNCTION tally_opened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tally(dataset_id, kind_id, status, count(*)::integer) FROM fresh GROUP BY dataset_id, kind_id, status;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER review_case_tally_opened AFTER INSERT ON review_case
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tally_opened();
--> statement-breakpoint
CREATE FUNCTION tally_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tally(OLD.dataset_id, OLD.kind_id, OLD.status, -1);
  PERFORM tally(NEW.dataset_id, NEW.kind_id, NEW.status, 1);
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- For each row and only of those that changed so: a claim, which changes neither, pays nothing for it.
CREATE TRIGGER review_case_tally_changed AFTER UPDATE ON review_case FOR EACH ROW
  WHEN (OLD.kind_id <> NEW.kind_id OR OLD.status <> NEW.status) EXECUTE FUNCTION tally_changed();
