-- An answer begins as something that is proposed, so that whatever is told goes by the update that is looked at (takedown_answer_proven);
-- and what it became, it stays. A restore writes as the owner what was told before.
CREATE FUNCTION refuse_other_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'proposed' AND current_user <> 'winnow_owner' THEN
      RAISE EXCEPTION 'answer % was never proposed', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'takedown_answer_begins';
    END IF;
  ELSIF (NEW.id, NEW.request_id, NEW.kind, NEW.proposed_by) IS DISTINCT FROM (OLD.id, OLD.request_id, OLD.kind, OLD.proposed_by)
    OR OLD.state <> 'proposed' AND (NEW.state, NEW.reason_code, NEW.agreed_by, NEW.agreed_at, NEW.accepted_at, NEW.told_at)
      IS DISTINCT FROM (OLD.state, OLD.reason_code, OLD.agreed_by, OLD.agreed_at, OLD.accepted_at, OLD.told_at) THEN
    RAISE EXCEPTION 'what answer % became stays', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'takedown_answer_stays';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER takedown_answer_stays BEFORE INSERT OR UPDATE ON takedown_answer FOR EACH ROW EXECUTE FUNCTION refuse_other_answer();
--> statement-breakpoint
-- The rows of an answer are those that were proposed, and that a second person looked at. The lock has an answer that is told at this moment
-- wait, or be waited for. Only with who asked, when their request is erased, do the rows go.
CREATE FUNCTION refuse_other_rows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  answer uuid;
  now_is text;
BEGIN
  IF TG_OP = 'INSERT' AND current_user = 'winnow_owner' THEN RETURN NEW; END IF;
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM takedown_contact c WHERE c.request_id = OLD.request_id) THEN RETURN OLD; END IF;
  FOREACH answer IN ARRAY CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.answer_id] WHEN 'DELETE' THEN ARRAY[OLD.answer_id]
    ELSE ARRAY[OLD.answer_id, NEW.answer_id] END LOOP
    SELECT a.state INTO now_is FROM takedown_answer a WHERE a.id = answer FOR SHARE;
    IF now_is <> 'proposed' THEN
      RAISE EXCEPTION 'the rows of answer % stay', answer USING ERRCODE = 'check_violation', CONSTRAINT = 'takedown_answer_row_stays';
    END IF;
  END LOOP;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER takedown_answer_row_stays BEFORE INSERT OR UPDATE OR DELETE ON takedown_answer_row
  FOR EACH ROW EXECUTE FUNCTION refuse_other_rows();
--> statement-breakpoint
-- What somebody asks for is what they sent: access that became erasure would be decided as a removal.
CREATE FUNCTION refuse_other_right() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what request % asks for stays', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'takedown_right_stays';
END $$;
--> statement-breakpoint
CREATE TRIGGER takedown_right_stays BEFORE UPDATE ON takedown_request
  FOR EACH ROW WHEN (OLD.asked_right IS DISTINCT FROM NEW.asked_right) EXECUTE FUNCTION refuse_other_right();
