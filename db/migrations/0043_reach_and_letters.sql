ALTER TABLE "takedown_target" ADD COLUMN "source" "bytea";--> statement-breakpoint
ALTER TABLE "takedown_reach" ADD COLUMN "covers" "bytea";--> statement-breakpoint
ALTER TABLE "takedown_reach" ADD COLUMN "agreed" "bytea";--> statement-breakpoint
ALTER TABLE "mail_message" ADD COLUMN "search_id" uuid;--> statement-breakpoint
CREATE INDEX "decision_rules" ON "decision" USING gin ((target -> 'ruleIds')) WHERE scope = 'source';--> statement-breakpoint
CREATE INDEX "suppression_asked_source" ON "suppression_asked" USING btree ("dataset_id","hmac");--> statement-breakpoint
CREATE INDEX "suppression_rule_request" ON "suppression_rule" USING btree ("request_id") WHERE request_id is not null;--> statement-breakpoint
CREATE INDEX "takedown_target_source" ON "takedown_target" USING btree ("source") WHERE source is not null;--> statement-breakpoint
CREATE INDEX "mail_message_search" ON "mail_message" USING btree ("search_id") WHERE search_id is not null;--> statement-breakpoint
-- What was agreed to before is known only as a number of rows: it stays as it is until something is counted anew, and then nobody has agreed.
UPDATE takedown_reach SET covers = '\x00', agreed = CASE WHEN first_by IS NOT NULL THEN '\x00'::bytea END;--> statement-breakpoint
ALTER TABLE "takedown_reach" ADD CONSTRAINT "takedown_reach_agreed" CHECK ("takedown_reach"."first_by" is null or ("takedown_reach"."covers" is not null and "takedown_reach"."agreed" is not null and "takedown_reach"."agreed" = "takedown_reach"."covers"));--> statement-breakpoint
GRANT UPDATE (covers, agreed) ON takedown_reach TO winnow_app;
--> statement-breakpoint
-- What a request means was changed, and two people stand for what it meant before: at the end of the transaction they must not.
CREATE FUNCTION refuse_old_agreement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM takedown_reach r WHERE r.request_id = NEW.request_id AND r.first_by IS NOT NULL) THEN
    RAISE EXCEPTION 'request % means something else than people have agreed to', NEW.request_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER takedown_target_agreed AFTER INSERT ON takedown_target
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_old_agreement();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER takedown_candidate_agreed AFTER UPDATE OF state ON takedown_candidate
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.state IS DISTINCT FROM OLD.state AND (NEW.state = 'dropped' OR NEW.tier = 'fuzzy'))
  EXECUTE FUNCTION refuse_old_agreement();
