-- What is claimed comes first again also where a vote of an earlier round was refused, and not read yet.
CREATE OR REPLACE FUNCTION claim_case(p_dataset uuid, p_person uuid, p_lead boolean, p_maintainer boolean, p_queue uuid, p_held uuid[], p_seconds integer)
 RETURNS TABLE(case_id uuid, lease_id uuid)
 LANGUAGE plpgsql
AS $function$
#variable_conflict use_column
DECLARE
  moment timestamptz := clock_timestamp();
  allowed text[];
  reads text[];
  q record;
  place queue_position;
  seen record;
  arrived record;
  best_id uuid;
  best_round integer;
  best_priority integer;
  best_category text;
  best_slots smallint;
  best_reserved smallint;
  free_slot smallint;
  leads boolean;
  -- The place behind everything.
  end_priority CONSTANT integer := -2147483648;
  end_id CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  -- Screens of one person take turns, so that each counts what the others were handed: together they stay within the limits of the day.
  PERFORM pg_advisory_xact_lock(hashtextextended('claim ' || p_person, 0));

  PERFORM end_due_leases(p_dataset);

  IF stands_aside(p_dataset, p_person, p_maintainer) IS NOT NULL THEN RETURN; END IF;

  UPDATE lease l SET expires_at = moment + make_interval(secs => p_seconds)
  WHERE l.dataset_id = p_dataset AND l.id = (
    SELECT h.id FROM lease h JOIN review_case c ON c.dataset_id = h.dataset_id AND c.id = h.case_id
    -- Their claims are few, those of a dataset are many: said so that no index on the dataset can be taken for it.
    WHERE h.reviewer_id = p_person AND h.dataset_id IS NOT DISTINCT FROM p_dataset AND h.ended_at IS NULL AND h.case_id <> ALL (p_held)
      AND NOT EXISTS (
        SELECT FROM held_vote v WHERE v.dataset_id = p_dataset AND v.case_id = h.case_id AND v.reviewer_id = p_person AND v.refused IS NULL)
      AND (p_queue IS NULL OR c.queue_id = p_queue)
      -- What they declined since, or what nobody of them may see any more, is not handed out again either.
      AND NOT c.restricted
      AND NOT EXISTS (SELECT FROM category_bars(p_dataset, p_person) b WHERE b.category = c.category AND b.bar = 'declined')
    ORDER BY h.created_at LIMIT 1)
  RETURNING l.case_id, l.id INTO case_id, lease_id;
  IF FOUND THEN
    RETURN NEXT;
    RETURN;
  END IF;

  allowed := categories_for(p_dataset, p_person);
  reads := (SELECT languages FROM reviewer_preference WHERE person_id = p_person);

  FOR q IN
    SELECT id FROM review_queue
    WHERE dataset_id = p_dataset AND retired_at IS NULL AND (p_queue IS NULL OR id = p_queue) AND (audience = 'reviewer' OR p_lead)
      -- Of what somebody does not review not one case is looked at.
      AND (categories IS NULL OR categories && allowed)
    ORDER BY ordinal, id
  LOOP
    SELECT * INTO place FROM queue_position p
    WHERE p.dataset_id = p_dataset AND p.queue_id = q.id AND p.person_id = p_person
      AND p.at > moment - interval '1 hour' AND p.categories = allowed AND p.languages IS NOT DISTINCT FROM reads;
    -- Back up to what arrived since. Ten seconds more: an arrival is seen when its transaction commits, not when it was written.
    SELECT a.priority, a.case_id INTO arrived FROM queue_arrival a
    WHERE a.dataset_id = p_dataset AND a.queue_id = q.id AND a.at > place.at - interval '10 seconds'
      AND (a.priority, a.case_id) > (place.priority, place.case_id)
    ORDER BY a.priority DESC, a.case_id DESC LIMIT 1;
    IF FOUND THEN
      place.priority := arrived.priority;
      place.case_id := arrived.case_id;
      place.at := NULL;
    END IF;
    LOOP
      SELECT c.id, c.round, c.priority, c.category, c.slots, c.reserved INTO seen
      FROM review_case c
      WHERE c.dataset_id = p_dataset AND c.queue_id = q.id AND c.claimable
        AND (c.priority, c.id) <= (coalesce(place.priority, 2147483647), coalesce(place.case_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
        AND (p_lead OR c.taken + c.reserved < c.slots)
        AND c.category = ANY (allowed)
        AND (reads IS NULL OR c.language = 'und' OR c.language = ANY (reads))
        -- Of each row by its key: a join that was planned while there were few seats would read all there are now.
        AND (
          SELECT s.kind FROM case_seat s
          WHERE s.dataset_id = p_dataset AND s.case_id = c.id AND s.round = c.round AND s.person_id = p_person) IS NULL
      ORDER BY c.priority DESC NULLS LAST, c.id DESC NULLS LAST -- as the index says it
      LIMIT 1
      FOR UPDATE SKIP LOCKED;
      -- At the end once more from the top, twice a minute at most: what somebody else held a moment ago was passed by.
      EXIT WHEN FOUND OR place.case_id IS NULL OR place.empty_at > moment - interval '30 seconds';
      place := NULL;
    END LOOP;
    -- Nothing, and not only nothing that others let go of: then its end is the place, or whoever reads another language than most
    -- would look at all of it with each claim.
    IF seen.id IS NULL AND place.empty_at IS NULL AND EXISTS (
      SELECT FROM review_case c
      WHERE c.dataset_id = p_dataset AND c.queue_id = q.id AND c.claimable
        AND (p_lead OR c.taken + c.reserved < c.slots)
        AND c.category = ANY (allowed)
        AND (reads IS NULL OR c.language = 'und' OR c.language = ANY (reads))
        AND (
          SELECT s.kind FROM case_seat s
          WHERE s.dataset_id = p_dataset AND s.case_id = c.id AND s.round = c.round AND s.person_id = p_person) IS NULL)
    THEN CONTINUE; END IF;
    -- Of a queue that is looked at and not chosen the place is kept too: nothing above it was theirs to take.
    IF place.at IS NULL OR place.case_id <> coalesce(seen.id, end_id) OR place.at < moment - interval '30 seconds' THEN
      INSERT INTO queue_position (dataset_id, queue_id, person_id, priority, case_id, categories, languages, at, empty_at)
      VALUES (p_dataset, q.id, p_person, coalesce(seen.priority, end_priority), coalesce(seen.id, end_id), allowed, reads, moment,
        CASE WHEN seen.id IS NULL THEN coalesce(place.empty_at, moment) END)
      ON CONFLICT (dataset_id, queue_id, person_id) DO UPDATE SET
        priority = excluded.priority, case_id = excluded.case_id, categories = excluded.categories,
        languages = excluded.languages, at = excluded.at, empty_at = excluded.empty_at;
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

  PERFORM count_as_seen(p_person, best_category);
  case_id := best_id;
  RETURN NEXT;
END
$function$;
--> statement-breakpoint
ALTER FUNCTION claim_case SET enable_seqscan = off;
--> statement-breakpoint
ALTER FUNCTION claim_case SET plan_cache_mode = force_generic_plan;
