ALTER TABLE "safeguard" ADD COLUMN "throttle_first_share" real DEFAULT 0.5 NOT NULL;--> statement-breakpoint
ALTER TABLE "safeguard" ADD CONSTRAINT "safeguard_first_share" CHECK ("safeguard"."throttle_first_share" > 0 and "safeguard"."throttle_first_share" <= 1);--> statement-breakpoint
-- Who asked for the first import to be watched asked for the usual share.
UPDATE safeguard SET throttle_first_share = throttle_share WHERE throttle_first;
--> statement-breakpoint
ALTER TABLE safeguard DROP COLUMN throttle_first;
--> statement-breakpoint
-- Detectors that a first import of a few rows made known were never judged.
UPDATE detector_watch w SET state = 'watched'
WHERE w.state = 'known' AND w.rows_seen = 0 AND w.settled_by IS NULL
  AND NOT EXISTS (
    SELECT FROM revision r
    WHERE r.dataset_id = w.dataset_id AND r.state = 'complete'
      AND r.rows_good >= coalesce((SELECT s.throttle_least FROM safeguard s WHERE s.dataset_id = w.dataset_id), 1000));
