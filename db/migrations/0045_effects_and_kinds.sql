-- A decision waits for the answer of a request it was made for. Not one that another request was told, whose requester was promised a
-- release without it; not what is older than the answer that was given; not what was put back for the request, of which it is told nothing more.
CREATE OR REPLACE VIEW decision_waiting AS
SELECT DISTINCT d.dataset_id, d.case_id, d.id AS decision_id
FROM takedown_request q
JOIN category k ON k.id = q.category AND k.restricted = 0
JOIN takedown_match m ON m.request_id = q.id
JOIN decision d ON d.dataset_id = m.dataset_id AND d.case_id = m.case_id
  AND d.created_at > coalesce(
    (SELECT t.created_at FROM decision t WHERE t.dataset_id = m.dataset_id AND t.id = m.told), m.created_at)
WHERE (
    (q.status::text = 'owner_notified' OR q.status::text = 'on_hold' AND q.held_from::text = 'owner_notified')
      AND d.created_at > (
        SELECT max(e.created_at) FROM takedown_event e WHERE e.request_id = q.id AND e.type::text = 'owner_notified')
    OR q.kind::text IN ('copyright', 'court_order', 'publicity') AND (
      q.status::text IN (
        'received', 'needs_info', 'needs_identity', 'under_review', 'duplicate', 'actioned', 'partially_actioned', 'no_action', 'closed')
      OR q.status::text = 'on_hold' AND q.held_from::text <> 'countered'
      -- Taken back or refused before a second person agreed: what was decided until then never takes effect for it.
      OR q.status::text IN ('withdrawn', 'rejected') AND d.created_at < q.closed_at))
  AND NOT EXISTS (
    SELECT FROM takedown_match o WHERE o.dataset_id = d.dataset_id AND o.case_id = d.case_id AND o.told = d.id)
  AND NOT EXISTS (
    SELECT FROM retracted_match x
    WHERE x.dataset_id = m.dataset_id AND x.request_id = m.request_id AND x.target_id = m.target_id AND x.digest = m.digest)
  AND NOT EXISTS (
    SELECT FROM takedown_reversal v WHERE v.dataset_id = d.dataset_id AND v.decision_id = d.id)
  AND NOT EXISTS (
    SELECT FROM counter_notice n
    WHERE n.of_request_id = q.id AND n.state::text = 'restored' AND m.case_id = ANY (n.case_ids));
--> statement-breakpoint
CREATE OR REPLACE VIEW decision_in_effect AS
SELECT c.dataset_id, c.id AS case_id,
  CASE WHEN w.decision_id IS NULL THEN c.decision_id ELSE (
    SELECT d.id FROM decision d
    WHERE d.dataset_id = c.dataset_id AND d.case_id = c.id AND NOT EXISTS (
      -- The case is asked for too, though the decision says it: the list is then looked up in, and not made anew for each.
      SELECT FROM decision_waiting v
      WHERE v.dataset_id = d.dataset_id AND v.case_id = d.case_id AND v.decision_id = d.id)
    ORDER BY d.created_at DESC LIMIT 1)
  END AS decision_id
FROM review_case c
LEFT JOIN decision_waiting w ON w.dataset_id = c.dataset_id AND w.case_id = c.id AND w.decision_id = c.decision_id;
--> statement-breakpoint
-- What was in force when answers began to say which decisions they are about is what they were about.
UPDATE takedown_match m SET told = c.decision_id
FROM review_case c, takedown_request q
WHERE c.dataset_id = m.dataset_id AND c.id = m.case_id AND q.id = m.request_id AND c.decision_id IS NOT NULL
  AND q.status::text IN ('actioned', 'partially_actioned', 'no_action', 'countered', 'kept_down', 'restored', 'retracted', 'closed')
  AND m.told IS DISTINCT FROM c.decision_id;
--> statement-breakpoint
-- The first of a kind is written by whoever sees it first, twice if two do at one time: nobody waits while holding what others wait for.
ALTER TABLE "case_kind" DROP CONSTRAINT "case_kind_dataset_id_id_pk";
--> statement-breakpoint
CREATE INDEX "case_kind_id" ON "case_kind" USING btree ("dataset_id","id");
--> statement-breakpoint
CREATE OR REPLACE FUNCTION set_case_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.kind_id := case_kind_of(NEW.restricted, NEW.category, NEW.severity, NEW.language, NEW.detectors, NEW.types);
  IF NOT EXISTS (SELECT FROM case_kind WHERE dataset_id = NEW.dataset_id AND id = NEW.kind_id) THEN
    INSERT INTO case_kind (dataset_id, id, restricted, category, severity, language, detectors, types)
    VALUES (NEW.dataset_id, NEW.kind_id, NEW.restricted, NEW.category, NEW.severity, NEW.language, NEW.detectors, NEW.types);
  END IF;
  RETURN NEW;
END
$$;
