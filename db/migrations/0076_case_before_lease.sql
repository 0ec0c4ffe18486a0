-- The case before its lease, as every verb takes them, and cases in the order in which everybody holds several. It was the other way round: a lease
-- was kept whose case was then passed by, and `SKIP LOCKED` does wait for a row that is changed in the moment it is read.
CREATE OR REPLACE FUNCTION end_due_leases(p_dataset uuid)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
DECLARE
  -- Not asked anew for each row, so that the index on the time is of use.
  moment timestamptz := clock_timestamp();
  due uuid[];
BEGIN
  SELECT array_agg(x.id) INTO due FROM (
    SELECT l.id FROM (
      SELECT id, case_id FROM lease h
      WHERE h.dataset_id = p_dataset AND h.ended_at IS NULL AND h.expires_at < moment
        -- A vote that is held keeps its slot until it is cast, however late.
        AND NOT EXISTS (
          SELECT FROM held_vote v
          WHERE v.dataset_id = p_dataset AND v.case_id = h.case_id AND v.reviewer_id = h.reviewer_id AND v.refused IS NULL)
      ORDER BY h.expires_at LIMIT 50
    ) d
    JOIN review_case c ON c.dataset_id = p_dataset AND c.id = d.case_id
    JOIN lease l ON l.dataset_id = p_dataset AND l.id = d.id AND l.ended_at IS NULL AND l.expires_at < moment
    ORDER BY c.digest, c.category
    FOR UPDATE OF c SKIP LOCKED FOR UPDATE OF l SKIP LOCKED
  ) x;
  RETURN CASE WHEN due IS NULL THEN 0 ELSE give_back_slots(p_dataset, due, 'expired') END;
END
$function$;
