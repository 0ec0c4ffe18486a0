-- A counter notice has four eyes of its own: it goes on only as one that two people found complete (counter_notice_valid). One of them
-- may refuse it, for nothing is lost with that: another may be sent.
DROP TRIGGER takedown_request_second ON takedown_request;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER takedown_request_second AFTER UPDATE OF status ON takedown_request
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.kind::text IN ('copyright', 'court_order', 'publicity')
    AND OLD.status::text IN ('under_review', 'duplicate')
    AND NEW.status::text IN ('actioned', 'partially_actioned', 'no_action'))
  EXECUTE FUNCTION require_second();
--> statement-breakpoint
CREATE FUNCTION require_checked_counter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM counter_notice WHERE request_id = NEW.id AND state IN ('valid', 'restored', 'kept_down')) THEN
    RAISE EXCEPTION 'counter notice % became % without two people', NEW.id, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER takedown_request_counter AFTER UPDATE OF status ON takedown_request
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.kind::text = 'counter_notice' AND OLD.status::text = 'under_review' AND NEW.status::text IN ('actioned', 'partially_actioned'))
  EXECUTE FUNCTION require_checked_counter();
