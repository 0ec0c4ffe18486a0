CREATE TABLE "takedown_owner_window" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"extended_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"answer" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "takedown_proof" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"method" text NOT NULL,
	"sealed" "bytea",
	"code_hash" "bytea",
	"attempts" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"last_look" text,
	"asked_by" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "takedown_proof_attempts" CHECK ("takedown_proof"."attempts" between 0 and 3)
);
--> statement-breakpoint
CREATE TABLE "takedown_second" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"first_by" uuid[] NOT NULL,
	"second_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "takedown_second_is_another" CHECK (not ("takedown_second"."second_by" = any("takedown_second"."first_by")))
);
--> statement-breakpoint
CREATE TABLE "takedown_statement" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"facts" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "takedown_word" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "takedown_owner_window" ADD CONSTRAINT "takedown_owner_window_event_id_takedown_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."takedown_event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_owner_window" ADD CONSTRAINT "takedown_owner_window_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_proof" ADD CONSTRAINT "takedown_proof_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_proof" ADD CONSTRAINT "takedown_proof_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_second" ADD CONSTRAINT "takedown_second_event_id_takedown_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."takedown_event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_second" ADD CONSTRAINT "takedown_second_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_second" ADD CONSTRAINT "takedown_second_second_by_person_id_fk" FOREIGN KEY ("second_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_statement" ADD CONSTRAINT "takedown_statement_event_id_takedown_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."takedown_event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_statement" ADD CONSTRAINT "takedown_statement_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_word" ADD CONSTRAINT "takedown_word_event_id_takedown_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."takedown_event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_word" ADD CONSTRAINT "takedown_word_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "takedown_owner_window_request" ON "takedown_owner_window" USING btree ("request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "takedown_owner_window_open" ON "takedown_owner_window" USING btree ("request_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "takedown_proof_request" ON "takedown_proof" USING btree ("request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "takedown_proof_open" ON "takedown_proof" USING btree ("request_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "takedown_second_request" ON "takedown_second" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "takedown_statement_request" ON "takedown_statement" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "takedown_word_request" ON "takedown_word" USING btree ("request_id");--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON takedown_word TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (attempts, state, last_look, ended_at, expires_at, code_hash) ON takedown_proof TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON takedown_second, takedown_statement TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (due_at, extended_at, ended_at, answer) ON takedown_owner_window TO winnow_app;
--> statement-breakpoint
-- A revised notice: its answers are sealed anew.
GRANT UPDATE (sealed) ON takedown_contact TO winnow_app;
--> statement-breakpoint
DO $$
DECLARE
  fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['takedown_second', 'takedown_statement']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', fact || '_append_only', fact);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', fact || '_no_truncate', fact);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', fact, fact || '_append_only');
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', fact, fact || '_no_truncate');
  END LOOP;
END
$$;
--> statement-breakpoint
-- Four eyes: an outcome of a legal kind is sent only with a second person's agreement, given in the same transaction.
CREATE FUNCTION require_second() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM takedown_second s WHERE s.request_id = NEW.id AND s.created_at = transaction_timestamp()
  ) THEN
    RAISE EXCEPTION 'takedown_request % became % without a second person', NEW.id, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER takedown_request_second AFTER UPDATE OF status ON takedown_request
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.kind::text IN ('copyright', 'counter_notice', 'court_order', 'publicity')
    AND OLD.status::text IN ('under_review', 'duplicate')
    AND NEW.status::text IN ('actioned', 'partially_actioned', 'no_action'))
  EXECUTE FUNCTION require_second();
