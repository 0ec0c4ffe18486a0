ALTER TABLE "takedown_match" ADD COLUMN "told" uuid;--> statement-breakpoint
ALTER TABLE "takedown_second" ADD COLUMN "decided" text;--> statement-breakpoint
GRANT UPDATE (told) ON takedown_match TO winnow_app;
--> statement-breakpoint
-- Answers from before this was kept were about what was decided then.
UPDATE takedown_match m SET told = (
  SELECT d.id FROM decision d
  WHERE d.dataset_id = m.dataset_id AND d.case_id = m.case_id AND d.created_at <= (
    SELECT max(e.created_at) FROM takedown_event e
    WHERE e.request_id = m.request_id AND e.type::text IN ('outcome', 'appeal_decided'))
  ORDER BY d.created_at DESC LIMIT 1);
--> statement-breakpoint
-- What a second person agrees to: the cases of a request with the decisions in force about them.
CREATE FUNCTION takedown_decided(request uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(coalesce(string_agg(line, E'\n' ORDER BY line COLLATE "C"), ''), 'UTF8')), 'hex')
  FROM (
    SELECT DISTINCT c.id || ' ' || c.status || ' ' || coalesce(c.decision_id::text, '') AS line
    FROM takedown_match m JOIN review_case c ON c.dataset_id = m.dataset_id AND c.id = m.case_id
    WHERE m.request_id = request) decided
$$;
--> statement-breakpoint
-- Four eyes: the agreement is of the same transaction, and to exactly what stands when it ends. What is closed after silence nobody decides.
CREATE OR REPLACE FUNCTION require_second() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status::text = 'rejected' AND EXISTS (
    SELECT FROM takedown_event e
    WHERE e.request_id = NEW.id AND e.created_at = transaction_timestamp() AND e.type::text = 'rejected'
      AND e.actor LIKE 'system:%' AND e.data ->> 'reason' = 'abandoned'
  ) THEN
    RETURN NULL;
  END IF;
  IF NOT EXISTS (
    SELECT FROM takedown_second s
    WHERE s.request_id = NEW.id AND s.created_at = transaction_timestamp() AND s.decided = takedown_decided(NEW.id)
  ) THEN
    RAISE EXCEPTION 'takedown_request % became % without a second person', NEW.id, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
DROP TRIGGER takedown_request_second ON takedown_request;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER takedown_request_second AFTER UPDATE OF status ON takedown_request
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.kind::text IN ('copyright', 'court_order', 'publicity') AND OLD.status IS DISTINCT FROM NEW.status
    AND (NEW.status::text = 'rejected'
      OR OLD.status::text IN ('under_review', 'duplicate') AND NEW.status::text IN ('actioned', 'partially_actioned', 'no_action', 'no_match')))
  EXECUTE FUNCTION require_second();
--> statement-breakpoint
-- Decisions that were made for a request and take no effect yet: of a legal kind those that no second person agreed to, and of any kind
-- what is decided while the maintainers have their time to answer. What is restricted never waits, nor what is given back to a requester.
CREATE VIEW decision_waiting AS
SELECT DISTINCT d.dataset_id, d.case_id, d.id AS decision_id
FROM takedown_request q
JOIN category k ON k.id = q.category AND k.restricted = 0
JOIN takedown_match m ON m.request_id = q.id
JOIN decision d ON d.dataset_id = m.dataset_id AND d.case_id = m.case_id AND d.created_at > m.created_at
  AND d.id IS DISTINCT FROM m.told
WHERE (q.status::text = 'owner_notified' OR q.status::text = 'on_hold' AND q.held_from::text = 'owner_notified'
    OR q.kind::text IN ('copyright', 'court_order', 'publicity') AND q.status::text IN (
      'received', 'needs_info', 'needs_identity', 'under_review', 'duplicate', 'on_hold',
      'actioned', 'partially_actioned', 'no_action', 'closed'))
  AND NOT EXISTS (
    SELECT FROM retracted_match x
    WHERE x.dataset_id = m.dataset_id AND x.request_id = m.request_id AND x.target_id = m.target_id AND x.digest = m.digest)
  AND NOT EXISTS (
    SELECT FROM takedown_reversal v WHERE v.dataset_id = d.dataset_id AND v.decision_id = d.id);
--> statement-breakpoint
-- What holds of each case towards the outside: the decision in force, or, while that waits, the last one that does not.
CREATE VIEW decision_in_effect AS
SELECT c.dataset_id, c.id AS case_id,
  CASE WHEN w.decision_id IS NULL THEN c.decision_id ELSE (
    SELECT d.id FROM decision d
    WHERE d.dataset_id = c.dataset_id AND d.case_id = c.id AND NOT EXISTS (
      SELECT FROM decision_waiting v WHERE v.dataset_id = d.dataset_id AND v.decision_id = d.id)
    ORDER BY d.created_at DESC LIMIT 1)
  END AS decision_id
FROM review_case c
LEFT JOIN decision_waiting w ON w.dataset_id = c.dataset_id AND w.decision_id = c.decision_id;
--> statement-breakpoint
GRANT SELECT ON decision_waiting, decision_in_effect TO winnow_app;
