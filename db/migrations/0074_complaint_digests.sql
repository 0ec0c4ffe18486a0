ALTER TABLE "complaint" ADD COLUMN "digests" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
-- What was filed before names what was out then.
UPDATE complaint k SET digests = array(
  SELECT DISTINCT encode(c.digest, 'hex') FROM review_case c WHERE c.dataset_id = k.dataset_id AND c.id = ANY (k.case_ids))
WHERE k.heard_by IS NULL;
--> statement-breakpoint
-- Until somebody hears it: refuse_other_complaint() keeps what was heard.
GRANT UPDATE (digests) ON complaint TO winnow_app;
