ALTER TABLE "exposure" ADD COLUMN "own_run" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "review_settings" ADD COLUMN "breaks" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "reviewer_preference" ADD COLUMN "daily_caps" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "reviewer_preference" ADD COLUMN "breaks" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
-- What keeps somebody from the cases of a category at this moment; null where nothing does. A pause comes after so many of all
-- sensitive categories together, a rest after so many of one.
CREATE OR REPLACE FUNCTION category_bars(p_dataset uuid, p_person uuid) RETURNS TABLE (category text, bar text)
LANGUAGE sql STABLE AS $function$
  WITH latest AS (
    SELECT x.run, x.last_at FROM exposure x JOIN category k ON k.id = x.category AND k.sensitive = 1
    WHERE x.person_id = p_person AND x.day >= (clock_timestamp() AT TIME ZONE 'UTC')::date - 1
    ORDER BY x.last_at DESC LIMIT 1
  )
  SELECT k.id, CASE
    WHEN k.restricted = 1 THEN 'restricted'
    WHEN k.id <> ALL (p.categories) THEN 'declined'
    WHEN coalesce(e.items, 0) >= least(
      (s.daily_caps ->> k.id)::integer,
      coalesce((p.daily_caps ->> k.id)::integer, CASE WHEN k.sensitive = 1 THEN p.daily_cap END)) THEN 'enough'
    WHEN k.sensitive = 1 AND l.run >= p.break_after AND l.last_at > clock_timestamp() - make_interval(mins => p.break_minutes) THEN 'pause'
    -- 0 is no pause.
    WHEN o.own_run >= nullif(coalesce((p.breaks ->> k.id)::integer, (s.breaks ->> k.id)::integer), 0)
      AND o.last_at > clock_timestamp() - make_interval(mins => coalesce(p.break_minutes, 10)) THEN 'rest'
    WHEN k.sensitive = 1 AND p.person_id IS NULL THEN 'unasked'
  END
  FROM category k
  LEFT JOIN reviewer_preference p ON p.person_id = p_person
  LEFT JOIN review_settings s ON s.dataset_id = p_dataset
  LEFT JOIN exposure e ON e.person_id = p_person AND e.category = k.id AND e.day = (clock_timestamp() AT TIME ZONE 'UTC')::date
  LEFT JOIN latest l ON true
  LEFT JOIN LATERAL (
    SELECT x.own_run, x.last_at FROM exposure x
    WHERE x.person_id = p_person AND x.category = k.id AND x.day >= (clock_timestamp() AT TIME ZONE 'UTC')::date - 1
    ORDER BY x.day DESC LIMIT 1) o ON true
$function$;
--> statement-breakpoint
-- One more item of the day, and since the last pause from its category; of a sensitive category also since the last pause from all.
CREATE OR REPLACE FUNCTION count_as_seen(p_person uuid, p_category text) RETURNS void
LANGUAGE sql AS $function$
  INSERT INTO exposure AS e (person_id, day, category, items, run, own_run, last_at)
  SELECT p_person, (clock_timestamp() AT TIME ZONE 'UTC')::date, k.id, 1,
    CASE WHEN k.sensitive = 0 THEN 0 ELSE 1 + coalesce((
      SELECT CASE WHEN x.last_at >= clock_timestamp() - make_interval(mins => coalesce(p.break_minutes, 10)) THEN x.run ELSE 0 END
      FROM exposure x
      JOIN category c ON c.id = x.category AND c.sensitive = 1
      LEFT JOIN reviewer_preference p ON p.person_id = x.person_id
      WHERE x.person_id = p_person AND x.day >= (clock_timestamp() AT TIME ZONE 'UTC')::date - 1
      ORDER BY x.last_at DESC LIMIT 1), 0) END,
    1 + coalesce((
      SELECT CASE WHEN x.last_at >= clock_timestamp() - make_interval(mins => coalesce(p.break_minutes, 10)) THEN x.own_run ELSE 0 END
      FROM exposure x
      LEFT JOIN reviewer_preference p ON p.person_id = x.person_id
      WHERE x.person_id = p_person AND x.category = k.id AND x.day >= (clock_timestamp() AT TIME ZONE 'UTC')::date - 1
      ORDER BY x.day DESC LIMIT 1), 0),
    clock_timestamp()
  FROM category k WHERE k.id = p_category
  ON CONFLICT (person_id, day, category) DO UPDATE SET
    items = e.items + 1, run = excluded.run, own_run = excluded.own_run, last_at = excluded.last_at
$function$;
