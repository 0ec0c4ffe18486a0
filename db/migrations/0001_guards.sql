-- What the running product may do, and what nobody may do to a fact.
--
-- winnow_app       web, worker, command line: writes facts and projections, never changes a fact
-- winnow_sequencer the one writer of the log
-- Both are created by db/migrate.ts before the migrations; neither owns anything.

GRANT USAGE ON SCHEMA public TO winnow_app, winnow_sequencer;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA public TO winnow_app;
--> statement-breakpoint

-- Facts: insert only.
GRANT INSERT ON
  identity, role_change, import_chunk, quarantine, item, occurrence, policy_version, reason_code,
  review, decision, decision_batch, reveal, takedown_target, takedown_match, takedown_event,
  release_effect, release_file, log_pending
TO winnow_app;
--> statement-breakpoint

-- Projections and settings: insert and update.
GRANT INSERT, UPDATE ON
  person, dataset, category, revision, revision_file, import_run, flag, review_case, lease, rate_limit,
  takedown_request, takedown_confirmation, suppression_rule, mail_message, release, release_head
TO winnow_app;
--> statement-breakpoint
GRANT UPDATE (state) ON takedown_target TO winnow_app;
--> statement-breakpoint

-- What has to go one day: memberships, content, personal data, openings, counters.
GRANT INSERT, DELETE ON membership, site_membership, takedown_contact, item_content, log_opening TO winnow_app;
--> statement-breakpoint
GRANT DELETE ON rate_limit TO winnow_app;
--> statement-breakpoint

GRANT SELECT, DELETE ON log_pending TO winnow_sequencer;
--> statement-breakpoint
-- FOR UPDATE on the rows it is about to delete needs the privilege; it never changes them.
GRANT UPDATE (id) ON log_pending TO winnow_sequencer;
--> statement-breakpoint
GRANT SELECT, INSERT ON log_entry, log_tile, log_checkpoint, log_head TO winnow_sequencer;
--> statement-breakpoint
GRANT UPDATE (size, root, edge, updated_at) ON log_head TO winnow_sequencer;
--> statement-breakpoint

-- Prevention of mistakes by whoever may alter the tables; evidence of tampering comes from checkpoints others hold.
-- Row triggers do not see TRUNCATE; ENABLE ALWAYS keeps them on under session_replication_role = replica.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
DO $$
DECLARE
  fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['log_entry', 'log_tile', 'log_checkpoint', 'role_change', 'policy_version', 'reason_code', 'takedown_event']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', fact || '_append_only', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', fact || '_no_truncate', fact);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', fact, fact || '_append_only');
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', fact, fact || '_no_truncate');
  END LOOP;
END
$$;
--> statement-breakpoint

-- The log's head may move forward, never back, and never change its origin.
CREATE FUNCTION guard_log_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR NEW.size < OLD.size OR NEW.origin <> OLD.origin THEN
    RAISE EXCEPTION 'log_head only grows: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER log_head_grows BEFORE UPDATE OR DELETE ON log_head FOR EACH ROW EXECUTE FUNCTION guard_log_head();
--> statement-breakpoint
CREATE TRIGGER log_head_no_truncate BEFORE TRUNCATE ON log_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE log_head ENABLE ALWAYS TRIGGER log_head_grows;
--> statement-breakpoint
ALTER TABLE log_head ENABLE ALWAYS TRIGGER log_head_no_truncate;
--> statement-breakpoint

-- A page of the triage table after a bulk decision must not wade through dead rows.
ALTER TABLE review_case SET (autovacuum_vacuum_scale_factor = 0.01);
--> statement-breakpoint
ALTER TABLE flag SET (autovacuum_vacuum_scale_factor = 0.01);
--> statement-breakpoint

INSERT INTO category (id, label, restricted, sensitive, severity) VALUES
  ('pii', 'Personal data', 0, 1, 2),
  ('secrets', 'Secrets', 0, 1, 3),
  ('copyright', 'Copyright', 0, 0, 2),
  ('licence', 'Licence', 0, 0, 1),
  ('hate', 'Hate and abuse', 0, 1, 3),
  ('illegal', 'Illegal content', 0, 1, 3),
  ('opt_out', 'Opt-out', 0, 0, 2),
  ('other', 'Other', 0, 0, 1),
  ('child_safety', 'Child safety', 1, 1, 4),
  ('ncii', 'Intimate images', 1, 1, 4);
