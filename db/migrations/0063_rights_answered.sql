ALTER TYPE "public"."takedown_status" ADD VALUE 'answered';--> statement-breakpoint
CREATE TABLE "takedown_answer" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"sealed" "bytea",
	"reason_code" text,
	"proposed_by" uuid NOT NULL,
	"agreed_by" uuid,
	"agreed_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"code_hash" "bytea",
	"attempts" integer DEFAULT 0 NOT NULL,
	"code_expires_at" timestamp with time zone,
	"opened_hash" "bytea",
	"opened_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "takedown_answer_two_people" CHECK ("takedown_answer"."agreed_by" is null or "takedown_answer"."agreed_by" <> "takedown_answer"."proposed_by"),
	CONSTRAINT "takedown_answer_copy_agreed" CHECK ("takedown_answer"."kind" <> 'copy' or "takedown_answer"."state" <> 'told' or ("takedown_answer"."agreed_by" is not null and "takedown_answer"."expires_at" is not null)),
	CONSTRAINT "takedown_answer_told" CHECK (("takedown_answer"."state" = 'told') = ("takedown_answer"."told_at" is not null)),
	CONSTRAINT "takedown_answer_attempts" CHECK ("takedown_answer"."attempts" between 0 and 3),
	CONSTRAINT "takedown_answer_correction" CHECK (("takedown_answer"."kind" = 'correction') = ("takedown_answer"."reason_code" is not null))
);
--> statement-breakpoint
CREATE TABLE "takedown_answer_row" (
	"answer_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"dataset_id" uuid NOT NULL,
	"digest" "bytea" NOT NULL,
	"verdict" text NOT NULL,
	"spans" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"proof_id" uuid,
	CONSTRAINT "takedown_answer_row_answer_id_digest_pk" PRIMARY KEY("answer_id","digest"),
	CONSTRAINT "takedown_answer_row_proven" CHECK (("takedown_answer_row"."verdict" <> 'give') or ("takedown_answer_row"."proof_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "takedown_answer_view" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"answer_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"how" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "takedown_request" ADD COLUMN "asked_right" text;--> statement-breakpoint
ALTER TABLE "takedown_answer" ADD CONSTRAINT "takedown_answer_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_answer" ADD CONSTRAINT "takedown_answer_proposed_by_person_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_answer" ADD CONSTRAINT "takedown_answer_agreed_by_person_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_answer_row" ADD CONSTRAINT "takedown_answer_row_answer_id_takedown_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."takedown_answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_answer_row" ADD CONSTRAINT "takedown_answer_row_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_answer_row" ADD CONSTRAINT "takedown_answer_row_proof_id_takedown_proof_id_fk" FOREIGN KEY ("proof_id") REFERENCES "public"."takedown_proof"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_answer_view" ADD CONSTRAINT "takedown_answer_view_answer_id_takedown_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."takedown_answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_answer_view" ADD CONSTRAINT "takedown_answer_view_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "takedown_answer_request" ON "takedown_answer" USING btree ("request_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "takedown_answer_proposed" ON "takedown_answer" USING btree ("request_id") WHERE state = 'proposed';--> statement-breakpoint
CREATE UNIQUE INDEX "takedown_answer_opened" ON "takedown_answer" USING btree ("opened_hash");--> statement-breakpoint
CREATE INDEX "takedown_answer_row_request" ON "takedown_answer_row" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "takedown_answer_view_answer" ON "takedown_answer_view" USING btree ("answer_id","created_at");--> statement-breakpoint
ALTER TABLE "takedown_request" ADD CONSTRAINT "takedown_right" CHECK ("takedown_request"."asked_right" is null or "takedown_request"."kind"::text = 'privacy');--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (state, sealed, agreed_by, agreed_at, accepted_at, told_at, expires_at, code_hash, attempts, code_expires_at, opened_hash, opened_until) ON takedown_answer TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON takedown_answer_row TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON takedown_answer_view TO winnow_app;
--> statement-breakpoint
CREATE TRIGGER takedown_answer_view_append_only BEFORE UPDATE OR DELETE ON takedown_answer_view
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER takedown_answer_view_no_truncate BEFORE TRUNCATE ON takedown_answer_view
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The right that a request is about is what its clocks were started for.
UPDATE takedown_request q SET asked_right = c.asked_right
FROM (SELECT request_id, min(asked_right) AS asked_right FROM takedown_clock
  WHERE asked_right IN ('erasure', 'objection', 'rectification', 'access') GROUP BY request_id) c
WHERE c.request_id = q.id AND q.kind::text = 'privacy' AND q.closed_at IS NULL;
--> statement-breakpoint
-- Who asks what there is about them asks for nothing to be taken out: no case, no outcome of a removal.
CREATE FUNCTION refuse_access_as_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM takedown_request r WHERE r.id = NEW.request_id AND r.asked_right = 'access') THEN
    RAISE EXCEPTION 'request % asks for access: it opens no case', NEW.request_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER takedown_match_no_access BEFORE INSERT ON takedown_match
  FOR EACH ROW EXECUTE FUNCTION refuse_access_as_removal();
--> statement-breakpoint
CREATE FUNCTION require_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status::text = 'answered' THEN
    IF NOT EXISTS (
      SELECT FROM takedown_answer a
      WHERE a.request_id = NEW.id AND a.state = 'told' AND a.told_at = transaction_timestamp()
    ) THEN
      RAISE EXCEPTION 'takedown_request % is answered without an answer', NEW.id USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW.asked_right = 'access' THEN
    RAISE EXCEPTION 'request % asks for access: it cannot become %', NEW.id, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER takedown_request_answer AFTER UPDATE OF status ON takedown_request
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status AND (NEW.status::text = 'answered' OR NEW.asked_right = 'access'
    AND NEW.status::text IN ('actioned', 'partially_actioned', 'no_action', 'no_match')))
  EXECUTE FUNCTION require_answer();
--> statement-breakpoint
-- A row is given to nobody who has not shown, about this request, that it is theirs. A code to the address somebody wrote from shows
-- that they read that mailbox, and nothing about a row.
CREATE FUNCTION require_proof_of_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM takedown_answer_row r
    LEFT JOIN takedown_proof p ON p.id = r.proof_id AND p.request_id = NEW.request_id AND p.state = 'proven' AND p.method <> 'contact'
    WHERE r.answer_id = NEW.id AND (r.request_id <> NEW.request_id OR r.verdict = 'give' AND p.id IS NULL)
  ) THEN
    RAISE EXCEPTION 'answer % gives a row that nobody has shown to be theirs', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER takedown_answer_proven AFTER UPDATE OF state ON takedown_answer
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'told' AND NEW.kind = 'copy')
  EXECUTE FUNCTION require_proof_of_rows();
