ALTER TABLE "takedown_event" ADD COLUMN "ordinal" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "takedown_event_ordinal_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
-- A counter notice has a check of its own (counter_notice.approved_by).
DROP TRIGGER takedown_request_second ON takedown_request;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER takedown_request_second AFTER UPDATE OF status ON takedown_request
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.kind::text IN ('copyright', 'court_order', 'publicity')
    AND OLD.status::text IN ('under_review', 'duplicate')
    AND NEW.status::text IN ('actioned', 'partially_actioned', 'no_action'))
  EXECUTE FUNCTION require_second();
