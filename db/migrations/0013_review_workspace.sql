CREATE TYPE "public"."case_stage" AS ENUM('review', 'adjudication', 'escalation');--> statement-breakpoint
CREATE TYPE "public"."lease_outcome" AS ENUM('voted', 'released', 'skipped', 'escalated', 'expired', 'resolved');--> statement-breakpoint
CREATE TYPE "public"."seat_kind" AS ENUM('reviewer', 'skipped', 'flagged', 'barred');--> statement-breakpoint
CREATE TYPE "public"."queue_audience" AS ENUM('reviewer', 'lead');--> statement-breakpoint
ALTER TYPE "public"."decision_kind" ADD VALUE 'adjudication';--> statement-breakpoint
CREATE TABLE "case_seat" (
	"dataset_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" "seat_kind" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "case_seat_dataset_id_case_id_round_person_id_pk" PRIMARY KEY("dataset_id","case_id","round","person_id"),
	CONSTRAINT "case_seat_kind" UNIQUE("dataset_id","case_id","round","person_id","kind")
);
--> statement-breakpoint
CREATE TABLE "appeal" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"actor" text NOT NULL,
	"grounds" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "appeal_dataset_id_id_pk" PRIMARY KEY("dataset_id","id")
);
--> statement-breakpoint
CREATE TABLE "case_note" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"note" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "case_note_dataset_id_id_pk" PRIMARY KEY("dataset_id","id")
);
--> statement-breakpoint
CREATE TABLE "held_vote" (
	"dataset_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"casts_at" timestamp with time zone NOT NULL,
	"refused" text,
	CONSTRAINT "held_vote_dataset_id_case_id_round_reviewer_id_pk" PRIMARY KEY("dataset_id","case_id","round","reviewer_id")
);
--> statement-breakpoint
CREATE TABLE "exposure" (
	"person_id" uuid NOT NULL,
	"day" date NOT NULL,
	"category" text NOT NULL,
	"items" integer NOT NULL,
	"run" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "exposure_person_id_day_category_pk" PRIMARY KEY("person_id","day","category")
);
--> statement-breakpoint
CREATE TABLE "queue_arrival" (
	"dataset_id" uuid NOT NULL,
	"queue_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"priority" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "queue_position" (
	"dataset_id" uuid NOT NULL,
	"queue_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"priority" integer NOT NULL,
	"case_id" uuid NOT NULL,
	"categories" text[] NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "queue_position_dataset_id_queue_id_person_id_pk" PRIMARY KEY("dataset_id","queue_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "recusal" (
	"person_id" uuid NOT NULL,
	"dataset_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recusal_person_id_dataset_id_pk" PRIMARY KEY("person_id","dataset_id")
);
--> statement-breakpoint
CREATE TABLE "review_queue" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"categories" text[],
	"min_severity" smallint DEFAULT 1 NOT NULL,
	"max_severity" smallint DEFAULT 4 NOT NULL,
	"detectors" text[],
	"sources" text[],
	"quorum" smallint NOT NULL,
	"slots" smallint NOT NULL,
	"lead_needed" boolean DEFAULT false NOT NULL,
	"blind" boolean DEFAULT true NOT NULL,
	"actions" text[],
	"due_hours" integer,
	"audience" "queue_audience" DEFAULT 'reviewer' NOT NULL,
	"retired_at" timestamp with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_queue_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "review_queue_quorum" CHECK ("review_queue"."quorum" between 1 and 9 and "review_queue"."slots" between "review_queue"."quorum" and 99),
	CONSTRAINT "review_queue_severity" CHECK (1 <= "review_queue"."min_severity" and "review_queue"."min_severity" <= "review_queue"."max_severity" and "review_queue"."max_severity" <= 4),
	CONSTRAINT "review_queue_due" CHECK ("review_queue"."due_hours" > 0)
);
--> statement-breakpoint
CREATE TABLE "review_settings" (
	"dataset_id" uuid PRIMARY KEY NOT NULL,
	"min_account_days" integer DEFAULT 0 NOT NULL,
	"maintainers_review" boolean DEFAULT true NOT NULL,
	"daily_caps" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reviewer_preference" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"categories" text[] NOT NULL,
	"daily_cap" integer,
	"break_after" integer,
	"break_minutes" integer DEFAULT 10 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reviewer_preference_cap" CHECK ("reviewer_preference"."daily_cap" >= 0),
	CONSTRAINT "reviewer_preference_break" CHECK ("reviewer_preference"."break_after" > 0 and "reviewer_preference"."break_minutes" between 1 and 240)
);
--> statement-breakpoint
DROP INDEX "review_case_queue";--> statement-breakpoint
DROP INDEX "lease_slot";--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "verified_at" timestamp with time zone DEFAULT now();--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "round" integer;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "decider_id" uuid;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "seat" "seat_kind" DEFAULT 'reviewer' NOT NULL;--> statement-breakpoint
ALTER TABLE "lease" ADD COLUMN "for_lead" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "lease" ADD COLUMN "outcome" "lease_outcome";--> statement-breakpoint
ALTER TABLE "review" ADD COLUMN "label" text;--> statement-breakpoint
ALTER TABLE "review" ADD COLUMN "counts" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "review" ADD COLUMN "by_lead" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "review" ADD COLUMN "seat" "seat_kind" DEFAULT 'reviewer' NOT NULL;--> statement-breakpoint
ALTER TABLE "review_case" ADD COLUMN "queue_id" uuid;--> statement-breakpoint
ALTER TABLE "review_case" ADD COLUMN "slots" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "review_case" ADD COLUMN "lead_needed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "review_case" ADD COLUMN "stage" "case_stage" DEFAULT 'review' NOT NULL;--> statement-breakpoint
ALTER TABLE "review_case" ADD COLUMN "appealed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "review_case" ADD COLUMN "taken" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "review_case" ADD COLUMN "reserved" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "review_case" ADD COLUMN "claimable" boolean GENERATED ALWAYS AS (status = 'open' and not restricted and taken < slots) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "review_case" ADD COLUMN "sources" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "case_seat" ADD CONSTRAINT "case_seat_dataset_id_case_id_review_case_dataset_id_id_fk" FOREIGN KEY ("dataset_id","case_id") REFERENCES "public"."review_case"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
UPDATE decision d SET round = c.round FROM review_case c WHERE c.dataset_id = d.dataset_id AND c.id = d.case_id;
--> statement-breakpoint
ALTER TABLE "decision" ALTER COLUMN "round" SET NOT NULL;
--> statement-breakpoint
INSERT INTO case_seat (dataset_id, case_id, round, person_id, kind)
  SELECT dataset_id, case_id, round, reviewer_id, 'reviewer' FROM review;
--> statement-breakpoint
UPDATE review_case c SET slots = greatest(c.quorum, v.taken), taken = v.taken
  FROM (SELECT dataset_id, case_id, round, count(*)::smallint AS taken FROM review GROUP BY 1, 2, 3) v
  WHERE v.dataset_id = c.dataset_id AND v.case_id = c.id AND v.round = c.round AND c.status = 'open' AND v.taken <= c.quorum;
--> statement-breakpoint
UPDATE review_case SET slots = quorum WHERE slots < quorum;
--> statement-breakpoint
INSERT INTO review_queue (dataset_id, ordinal, name, quorum, slots, created_by)
  SELECT id, 1, 'All cases', 1, 1, 'system:migration' FROM dataset;
--> statement-breakpoint
UPDATE review_case c SET queue_id = q.id FROM review_queue q WHERE q.dataset_id = c.dataset_id AND c.status = 'open';
--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_dataset_id_case_id_review_case_dataset_id_id_fk" FOREIGN KEY ("dataset_id","case_id") REFERENCES "public"."review_case"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_dataset_id_decision_id_decision_dataset_id_id_fk" FOREIGN KEY ("dataset_id","decision_id") REFERENCES "public"."decision"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_note" ADD CONSTRAINT "case_note_dataset_id_case_id_review_case_dataset_id_id_fk" FOREIGN KEY ("dataset_id","case_id") REFERENCES "public"."review_case"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_vote" ADD CONSTRAINT "held_vote_dataset_id_case_id_review_case_dataset_id_id_fk" FOREIGN KEY ("dataset_id","case_id") REFERENCES "public"."review_case"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exposure" ADD CONSTRAINT "exposure_category_category_id_fk" FOREIGN KEY ("category") REFERENCES "public"."category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exposure" ADD CONSTRAINT "exposure_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_queue" ADD CONSTRAINT "review_queue_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_settings" ADD CONSTRAINT "review_settings_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviewer_preference" ADD CONSTRAINT "reviewer_preference_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "appeal_once" ON "appeal" USING btree ("dataset_id","decision_id");--> statement-breakpoint
CREATE INDEX "case_note_case" ON "case_note" USING btree ("dataset_id","case_id");--> statement-breakpoint
CREATE INDEX "held_vote_reviewer" ON "held_vote" USING btree ("reviewer_id");--> statement-breakpoint
CREATE INDEX "queue_arrival_queue" ON "queue_arrival" USING btree ("dataset_id","queue_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "review_queue_order" ON "review_queue" USING btree ("dataset_id","ordinal");--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_by_a_seat" FOREIGN KEY ("dataset_id","case_id","round","decider_id","seat") REFERENCES "public"."case_seat"("dataset_id","case_id","round","person_id","kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_has_a_seat" FOREIGN KEY ("dataset_id","case_id","round","reviewer_id","seat") REFERENCES "public"."case_seat"("dataset_id","case_id","round","person_id","kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lease_live" ON "lease" USING btree ("reviewer_id","dataset_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "lease_due" ON "lease" USING btree ("dataset_id","expires_at") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "review_case_claim" ON "review_case" USING btree ("dataset_id","queue_id","priority" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE claimable;--> statement-breakpoint
CREATE UNIQUE INDEX "lease_slot" ON "lease" USING btree ("dataset_id","case_id","round","slot") WHERE ended_at is null or outcome = 'voted';--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_seat" CHECK ("decision"."seat" = 'reviewer');--> statement-breakpoint
ALTER TABLE "lease" ADD CONSTRAINT "lease_ended" CHECK (("lease"."ended_at" is null) = ("lease"."outcome" is null));--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_seat" CHECK ("review"."seat" = 'reviewer');--> statement-breakpoint
ALTER TABLE "review_case" ADD CONSTRAINT "review_case_slots" CHECK ("review_case"."taken" between 0 and "review_case"."slots" and "review_case"."reserved" between 0 and "review_case"."slots");--> statement-breakpoint
CREATE INDEX "review_by_person" ON "review" USING btree ("reviewer_id","created_at");--> statement-breakpoint
CREATE INDEX "case_note_person" ON "case_note" USING btree ("person_id","created_at");
--> statement-breakpoint

-- Settings and what follows the work; what has to go again: seats given back, old arrivals.
GRANT SELECT ON review_queue, queue_arrival, queue_position, review_settings, reviewer_preference, recusal, exposure,
  case_seat, appeal, case_note TO winnow_app;
--> statement-breakpoint
GRANT INSERT, UPDATE ON review_queue, queue_position, review_settings, reviewer_preference, exposure TO winnow_app;
--> statement-breakpoint
GRANT INSERT, DELETE ON queue_arrival, recusal, case_seat TO winnow_app;
--> statement-breakpoint
GRANT UPDATE (kind) ON case_seat TO winnow_app;
--> statement-breakpoint
GRANT INSERT ON appeal, case_note TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON held_vote TO winnow_app;
--> statement-breakpoint

-- Ends claims without a vote and gives their slots back. The caller holds the locks of the cases.
-- Whoever skipped or escalated keeps a seat, so that the case does not come back to them in this round.
CREATE FUNCTION give_back_slots(p_dataset uuid, p_leases uuid[], p_outcome lease_outcome) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  ended integer;
BEGIN
  WITH done AS (
    UPDATE lease l SET ended_at = clock_timestamp(), outcome = p_outcome
    WHERE l.dataset_id = p_dataset AND l.id = ANY (p_leases) AND l.ended_at IS NULL
    RETURNING l.case_id, l.round, l.reviewer_id, l.for_lead
  ), gone AS (
    DELETE FROM case_seat s USING done
    WHERE p_outcome IN ('released', 'expired') AND s.dataset_id = p_dataset AND s.case_id = done.case_id
      AND s.round = done.round AND s.person_id = done.reviewer_id AND s.kind = 'reviewer'
  ), kept AS (
    UPDATE case_seat s SET kind = 'skipped' FROM done
    WHERE p_outcome IN ('skipped', 'escalated') AND s.dataset_id = p_dataset AND s.case_id = done.case_id
      AND s.round = done.round AND s.person_id = done.reviewer_id
  ), freed AS (
    UPDATE review_case c SET taken = c.taken - d.slots, reserved = c.reserved + d.leads
    FROM (SELECT case_id, round, count(*)::smallint AS slots, count(*) FILTER (WHERE for_lead)::smallint AS leads
          FROM done GROUP BY 1, 2) d
    WHERE c.dataset_id = p_dataset AND c.id = d.case_id AND c.round = d.round AND c.status = 'open'
    RETURNING c.queue_id, c.priority
  ), arrived AS (
    INSERT INTO queue_arrival (dataset_id, queue_id, priority)
    SELECT p_dataset, queue_id, max(priority) FROM freed WHERE queue_id IS NOT NULL GROUP BY queue_id
  )
  SELECT count(*) INTO ended FROM done;
  RETURN ended;
END
$$;
--> statement-breakpoint

-- Gives back what ran out of time. Waits for nobody: a case that is locked now is looked at by the next claim.
CREATE FUNCTION end_due_leases(p_dataset uuid) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  due uuid[];
BEGIN
  SELECT array_agg(x.id) INTO due FROM (
    SELECT l.id FROM lease l JOIN review_case c ON c.dataset_id = l.dataset_id AND c.id = l.case_id
    WHERE l.dataset_id = p_dataset AND l.ended_at IS NULL AND l.expires_at < clock_timestamp()
      -- A vote that is held keeps its slot until it is cast, however late.
      AND NOT EXISTS (
        SELECT FROM held_vote v
        WHERE v.dataset_id = p_dataset AND v.case_id = l.case_id AND v.reviewer_id = l.reviewer_id AND v.refused IS NULL)
    ORDER BY l.expires_at LIMIT 50
    FOR UPDATE SKIP LOCKED
  ) x;
  RETURN CASE WHEN due IS NULL THEN 0 ELSE give_back_slots(p_dataset, due, 'expired') END;
END
$$;
--> statement-breakpoint

-- Categories that a person may be served at this moment: agreed to, below the day's limit, not in a pause. Restricted ones never.
CREATE FUNCTION categories_for(p_dataset uuid, p_person uuid) RETURNS text[]
LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(k.id ORDER BY k.id), '{}')
  FROM category k
  LEFT JOIN reviewer_preference p ON p.person_id = p_person
  LEFT JOIN review_settings s ON s.dataset_id = p_dataset
  LEFT JOIN exposure e ON e.person_id = p_person AND e.category = k.id AND e.day = (clock_timestamp() AT TIME ZONE 'UTC')::date
  WHERE k.restricted = 0
    AND (k.id = ANY (p.categories) OR (p.person_id IS NULL AND k.sensitive = 0))
    AND coalesce(e.items, 0) < coalesce((s.daily_caps ->> k.id)::integer, 2147483647)
    AND (k.sensitive = 0 OR coalesce(e.items, 0) < coalesce(p.daily_cap, 2147483647))
    AND NOT (k.sensitive = 1 AND coalesce(e.run >= p.break_after, false)
             AND e.last_at > clock_timestamp() - make_interval(mins => p.break_minutes))
$$;
--> statement-breakpoint

-- The next case of a dataset for one person, with a slot of it: from one queue or from all they may work in, the most urgent
-- first. Never one they have any seat in this round (reviewed, skipped, flagged, barred), of a category they are not served,
-- or of a dataset they recused themselves from. A claim their screen has forgotten (not in p_held) comes first again.
-- One round trip, and no lock is waited for: a case somebody else is claiming at this moment is passed by.
CREATE FUNCTION claim_case(
  p_dataset uuid, p_person uuid, p_lead boolean, p_maintainer boolean, p_queue uuid, p_held uuid[], p_seconds integer
) RETURNS TABLE (case_id uuid, lease_id uuid)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  moment timestamptz := clock_timestamp();
  allowed text[];
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

  FOR q IN
    SELECT id FROM review_queue
    WHERE dataset_id = p_dataset AND retired_at IS NULL AND (p_queue IS NULL OR id = p_queue) AND (audience = 'reviewer' OR p_lead)
    ORDER BY ordinal, id
  LOOP
    SELECT * INTO place FROM queue_position p
    WHERE p.dataset_id = p_dataset AND p.queue_id = q.id AND p.person_id = p_person
      AND p.at > moment - interval '1 hour' AND p.categories = allowed;
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
      INSERT INTO queue_position (dataset_id, queue_id, person_id, priority, case_id, categories, at)
      VALUES (p_dataset, q.id, p_person, seen.priority, seen.id, allowed, moment)
      ON CONFLICT (dataset_id, queue_id, person_id) DO UPDATE SET
        priority = excluded.priority, case_id = excluded.case_id, categories = excluded.categories, at = excluded.at;
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
