CREATE TABLE "case_export" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"datasets" uuid[] NOT NULL,
	"query" text NOT NULL,
	"format" text NOT NULL,
	"cases" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_view" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"owner_id" uuid NOT NULL,
	"dataset_id" uuid,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"columns" text[],
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_view_size" CHECK (length("saved_view"."name") between 1 and 80 and length("saved_view"."query") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "table_preference" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"columns" text[],
	"default_view" uuid
);
--> statement-breakpoint
ALTER TABLE "dataset" ADD COLUMN "language_field" text;--> statement-breakpoint
-- Items from before keep null until a job has read them; the default is for new ones.
ALTER TABLE "item" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "item" ALTER COLUMN "language" SET DEFAULT 'und';--> statement-breakpoint
ALTER TABLE "review_case" ADD COLUMN "language" text DEFAULT 'und' NOT NULL;--> statement-breakpoint
ALTER TABLE "queue_position" ADD COLUMN "languages" text[];--> statement-breakpoint
ALTER TABLE "review_queue" ADD COLUMN "languages" text[];--> statement-breakpoint
ALTER TABLE "reviewer_preference" ADD COLUMN "languages" text[];--> statement-breakpoint
ALTER TABLE "case_export" ADD CONSTRAINT "case_export_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_preference" ADD CONSTRAINT "table_preference_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_preference" ADD CONSTRAINT "table_preference_default_view_saved_view_id_fk" FOREIGN KEY ("default_view") REFERENCES "public"."saved_view"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_export_age" ON "case_export" USING btree ("created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "saved_view_own" ON "saved_view" USING btree ("owner_id","name") WHERE dataset_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_view_shared" ON "saved_view" USING btree ("dataset_id","name") WHERE dataset_id is not null;--> statement-breakpoint
CREATE INDEX "item_without_language" ON "item" USING btree ("dataset_id","digest") WHERE language is null;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view, table_preference TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON case_export TO winnow_app;
--> statement-breakpoint
GRANT UPDATE (cases) ON case_export TO winnow_app;
--> statement-breakpoint
GRANT UPDATE (language) ON item TO winnow_app;
--> statement-breakpoint
DO $$
BEGIN
  IF EXISTS (SELECT FROM item) THEN
    PERFORM graphile_worker.add_job('items.tell-languages', json_build_object('datasetId', id), max_attempts => 8) FROM dataset;
  END IF;
END $$;
--> statement-breakpoint
-- The next case of a dataset for one person, with a slot of it: from one queue or from all they may work in, the most urgent
-- first. Never one they have any seat in this round (reviewed, skipped, flagged, barred), of a category they are not served
-- or a language they do not read, or of a dataset they recused themselves from. A claim their screen has forgotten (not in p_held) comes first again.
-- One round trip, and no lock is waited for: a case somebody else is claiming at this moment is passed by.
CREATE OR REPLACE FUNCTION claim_case(
  p_dataset uuid, p_person uuid, p_lead boolean, p_maintainer boolean, p_queue uuid, p_held uuid[], p_seconds integer
) RETURNS TABLE (case_id uuid, lease_id uuid)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  moment timestamptz := clock_timestamp();
  allowed text[];
  reads text[];
  q record;
  place queue_position;
  seen record;
  arrived integer;
  best_id uuid;
  best_round integer;
  best_priority integer;
  best_category text;
  best_slots smallint;
  best_reserved smallint;
  free_slot smallint;
  leads boolean;
BEGIN
  PERFORM end_due_leases(p_dataset);

  UPDATE lease l SET expires_at = moment + make_interval(secs => p_seconds)
  WHERE l.dataset_id = p_dataset AND l.id = (
    SELECT h.id FROM lease h JOIN review_case c ON c.dataset_id = h.dataset_id AND c.id = h.case_id
    WHERE h.reviewer_id = p_person AND h.dataset_id = p_dataset AND h.ended_at IS NULL AND h.case_id <> ALL (p_held)
      AND NOT EXISTS (
        SELECT FROM held_vote v WHERE v.dataset_id = p_dataset AND v.case_id = h.case_id AND v.reviewer_id = p_person)
      AND (p_queue IS NULL OR c.queue_id = p_queue)
    ORDER BY h.created_at LIMIT 1)
  RETURNING l.case_id, l.id INTO case_id, lease_id;
  IF FOUND THEN
    RETURN NEXT;
    RETURN;
  END IF;

  IF EXISTS (SELECT FROM recusal r WHERE r.person_id = p_person AND r.dataset_id = p_dataset)
    OR (p_maintainer AND EXISTS (SELECT FROM review_settings s WHERE s.dataset_id = p_dataset AND NOT s.maintainers_review))
  THEN RETURN; END IF;
  allowed := categories_for(p_dataset, p_person);
  reads := (SELECT languages FROM reviewer_preference WHERE person_id = p_person);

  FOR q IN
    SELECT id FROM review_queue
    WHERE dataset_id = p_dataset AND retired_at IS NULL AND (p_queue IS NULL OR id = p_queue) AND (audience = 'reviewer' OR p_lead)
    ORDER BY ordinal, id
  LOOP
    SELECT * INTO place FROM queue_position p
    WHERE p.dataset_id = p_dataset AND p.queue_id = q.id AND p.person_id = p_person
      AND p.at > moment - interval '1 hour' AND p.categories = allowed AND p.languages IS NOT DISTINCT FROM reads;
    -- Back up to what arrived since. Ten seconds more: an arrival is seen when its transaction commits, not when it was written.
    SELECT max(a.priority) INTO arrived FROM queue_arrival a
    WHERE a.dataset_id = p_dataset AND a.queue_id = q.id AND a.at > place.at - interval '10 seconds' AND a.priority >= place.priority;
    IF arrived IS NOT NULL THEN
      place.priority := arrived;
      place.case_id := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
    END IF;
    LOOP
      SELECT c.id, c.round, c.priority, c.category, c.slots, c.reserved INTO seen
      FROM review_case c
      WHERE c.dataset_id = p_dataset AND c.queue_id = q.id AND c.claimable
        AND (c.priority, c.id) <= (coalesce(place.priority, 2147483647), coalesce(place.case_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
        AND (p_lead OR c.taken + c.reserved < c.slots)
        AND c.category = ANY (allowed)
        AND (reads IS NULL OR c.language = 'und' OR c.language = ANY (reads))
        AND NOT EXISTS (
          SELECT FROM case_seat s
          WHERE s.dataset_id = p_dataset AND s.case_id = c.id AND s.round = c.round AND s.person_id = p_person)
      ORDER BY c.priority DESC NULLS LAST, c.id DESC NULLS LAST -- as the index says it
      LIMIT 1
      FOR UPDATE SKIP LOCKED;
      -- At the end once more from the top: what somebody else held a moment ago was passed by.
      EXIT WHEN FOUND OR place.case_id IS NULL;
      place := NULL;
    END LOOP;
    -- Of a queue that is looked at and not chosen the place is kept too: nothing above it was theirs to take.
    IF seen.id IS NOT NULL AND (place.case_id IS NULL OR place.case_id <> seen.id OR place.at < moment - interval '5 minutes') THEN
      INSERT INTO queue_position (dataset_id, queue_id, person_id, priority, case_id, categories, languages, at)
      VALUES (p_dataset, q.id, p_person, seen.priority, seen.id, allowed, reads, moment)
      ON CONFLICT (dataset_id, queue_id, person_id) DO UPDATE SET
        priority = excluded.priority, case_id = excluded.case_id, categories = excluded.categories,
        languages = excluded.languages, at = excluded.at;
    END IF;
    IF seen.id IS NOT NULL AND (best_id IS NULL OR seen.priority > best_priority) THEN
      best_id := seen.id; best_round := seen.round; best_priority := seen.priority; best_category := seen.category;
      best_slots := seen.slots; best_reserved := seen.reserved;
    END IF;
  END LOOP;
  IF best_id IS NULL THEN RETURN; END IF;

  SELECT min(n)::smallint INTO free_slot FROM generate_series(1, best_slots) n
  WHERE NOT EXISTS (
    SELECT FROM lease l
    WHERE l.dataset_id = p_dataset AND l.case_id = best_id AND l.round = best_round AND l.slot = n
      AND (l.ended_at IS NULL OR l.outcome = 'voted'));
  leads := p_lead AND best_reserved > 0;
  INSERT INTO case_seat (dataset_id, case_id, round, person_id, kind)
  VALUES (p_dataset, best_id, best_round, p_person, 'reviewer')
  ON CONFLICT DO NOTHING;
  -- Another screen of the same person took it between the look and the lock.
  IF NOT FOUND THEN RETURN; END IF;
  INSERT INTO lease (dataset_id, case_id, round, slot, reviewer_id, for_lead, expires_at)
  VALUES (p_dataset, best_id, best_round, free_slot, p_person, leads, moment + make_interval(secs => p_seconds))
  RETURNING id INTO lease_id;
  UPDATE review_case c SET taken = c.taken + 1, reserved = c.reserved - leads::integer
  WHERE c.dataset_id = p_dataset AND c.id = best_id;

  INSERT INTO exposure AS e (person_id, day, category, items, run, last_at)
  VALUES (p_person, (moment AT TIME ZONE 'UTC')::date, best_category, 1, 1, moment)
  ON CONFLICT (person_id, day, category) DO UPDATE SET
    items = e.items + 1,
    run = CASE WHEN e.last_at < moment - make_interval(mins => coalesce(
      (SELECT break_minutes FROM reviewer_preference p WHERE p.person_id = p_person), 10)) THEN 1 ELSE e.run + 1 END,
    last_at = moment;
  case_id := best_id;
  RETURN NEXT;
END
$$;
