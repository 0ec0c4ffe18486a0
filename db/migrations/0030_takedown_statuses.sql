ALTER TYPE "public"."takedown_status" ADD VALUE 'needs_info';--> statement-breakpoint
ALTER TYPE "public"."takedown_status" ADD VALUE 'needs_identity';--> statement-breakpoint
ALTER TYPE "public"."takedown_status" ADD VALUE 'owner_notified';--> statement-breakpoint
ALTER TYPE "public"."takedown_status" ADD VALUE 'on_hold';--> statement-breakpoint
ALTER TYPE "public"."takedown_status" ADD VALUE 'rejected';--> statement-breakpoint
ALTER TYPE "public"."takedown_status" ADD VALUE 'duplicate';--> statement-breakpoint
ALTER TYPE "public"."takedown_status" ADD VALUE 'countered';--> statement-breakpoint
ALTER TYPE "public"."takedown_status" ADD VALUE 'restored';--> statement-breakpoint
ALTER TYPE "public"."takedown_status" ADD VALUE 'kept_down';--> statement-breakpoint
ALTER TYPE "public"."takedown_status" ADD VALUE 'retracted';--> statement-breakpoint
ALTER TYPE "public"."takedown_status" ADD VALUE 'closed';--> statement-breakpoint
ALTER TABLE "takedown_event" ADD COLUMN "status" "takedown_status";--> statement-breakpoint
ALTER TABLE "takedown_request" ADD COLUMN "held_from" "takedown_status";--> statement-breakpoint
-- A status is what the events say. The product cannot change it without an event of the same transaction that says so.
CREATE FUNCTION require_takedown_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'winnow_app' AND NOT EXISTS (
    SELECT FROM takedown_event e
    WHERE e.request_id = NEW.id AND e.status = NEW.status AND e.created_at = transaction_timestamp()
  ) THEN
    RAISE EXCEPTION 'takedown_request % became % and no event says so', NEW.id, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER takedown_request_event AFTER UPDATE OF status ON takedown_request
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION require_takedown_event();
