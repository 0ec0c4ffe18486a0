-- What a release keeps out by a rule is not given back by a court's hold.
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
      OR q.status::text IN ('withdrawn', 'rejected') AND d.created_at < q.closed_at
      -- Nor when what an earlier answer took out is countered then.
      OR (q.status::text IN ('countered', 'kept_down', 'retracted') OR q.status::text = 'on_hold' AND q.held_from::text = 'countered')
        AND d.created_at < (
          SELECT max(e.created_at) FROM takedown_event e
          WHERE e.request_id = q.id AND e.type::text IN ('withdrawn', 'rejected'))))
  -- Findings as they were seen: what a request claims is of the type `request`.
  AND NOT (
    d.kind::text IN ('quorum', 'adjudication') AND d.action::text <> 'keep'
    AND jsonb_path_exists(d.seen, '$[*] ? (@.type != "request")'))
  AND NOT EXISTS (
    SELECT FROM takedown_match o WHERE o.dataset_id = d.dataset_id AND o.case_id = d.case_id AND o.told = d.id)
  AND NOT EXISTS (
    SELECT FROM retracted_match x
    WHERE x.dataset_id = m.dataset_id AND x.request_id = m.request_id AND x.target_id = m.target_id AND x.digest = m.digest)
  AND NOT EXISTS (
    SELECT FROM takedown_reversal v WHERE v.dataset_id = d.dataset_id AND v.decision_id = d.id)
  AND NOT EXISTS (
    SELECT FROM counter_notice n
    WHERE n.of_request_id = q.id AND n.state::text = 'restored' AND m.case_id = ANY (n.case_ids))
UNION
SELECT d.dataset_id, d.case_id, d.id
FROM takedown_request q
JOIN category k ON k.id = q.category AND k.restricted = 0
JOIN takedown_match m ON m.request_id = q.id
JOIN decision d ON d.dataset_id = m.dataset_id AND d.id = m.told AND d.created_at > m.created_at AND d.action::text <> 'keep'
WHERE q.status::text = 'on_hold' AND q.held_from::text <> 'countered'
  AND NOT (
    d.kind::text IN ('quorum', 'adjudication') AND d.action::text <> 'keep'
    AND jsonb_path_exists(d.seen, '$[*] ? (@.type != "request")'))
  AND NOT EXISTS (
    SELECT FROM takedown_match o JOIN takedown_request p ON p.id = o.request_id
    WHERE o.dataset_id = d.dataset_id AND o.case_id = d.case_id AND o.told = d.id AND o.request_id <> q.id
      AND p.status::text NOT IN ('on_hold', 'withdrawn', 'retracted'))
  AND NOT EXISTS (
    SELECT FROM retracted_match x
    WHERE x.dataset_id = m.dataset_id AND x.request_id = m.request_id AND x.target_id = m.target_id AND x.digest = m.digest)
  AND NOT EXISTS (
    SELECT FROM release_head h
    JOIN release_effect e ON e.dataset_id = h.dataset_id AND e.release_id = h.release_id
    WHERE h.dataset_id = d.dataset_id AND e.digest = d.digest AND e.reasons -> 0 ->> 'decisionId' = d.id::text)
  -- A rule keeps out also what no row comes from at present: then the release has the rule, and no effect.
  AND NOT (d.scope::text = 'source' AND EXISTS (
    SELECT FROM release_head h
    JOIN release_rule f ON f.dataset_id = h.dataset_id AND f.release_id = h.release_id
    JOIN suppression_rule r ON r.id = f.rule_id AND r.ended_at IS NULL
    WHERE h.dataset_id = d.dataset_id AND (r.decision_id = d.id OR d.target -> 'ruleIds' ? r.id::text)));
