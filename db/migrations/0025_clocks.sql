CREATE TABLE "dataset_promise" (
	"dataset_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"acknowledge_days" integer NOT NULL,
	"decide_days" integer NOT NULL,
	"changed_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dataset_promise_dataset_id_number_pk" PRIMARY KEY("dataset_id","number")
);
--> statement-breakpoint
CREATE TABLE "takedown_clock" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"law" text NOT NULL,
	"asked_right" text DEFAULT '' NOT NULL,
	"promised" integer,
	"zone" text NOT NULL,
	"calendar" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "takedown_clock_event" (
	"clock_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"request_id" uuid NOT NULL,
	"type" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"amount" integer,
	"reason" text,
	"note" "bytea",
	"letter_id" uuid,
	"actor" text NOT NULL,
	"due_at" timestamp with time zone,
	"near_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "takedown_clock_event_clock_id_ordinal_pk" PRIMARY KEY("clock_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "takedown_reminder" (
	"person_id" uuid NOT NULL,
	"clock_id" uuid NOT NULL,
	"level" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"message_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "takedown_reminder_person_id_clock_id_level_due_at_pk" PRIMARY KEY("person_id","clock_id","level","due_at")
);
--> statement-breakpoint
ALTER TABLE "takedown_request" ADD COLUMN "near_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "dataset_promise" ADD CONSTRAINT "dataset_promise_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_clock" ADD CONSTRAINT "takedown_clock_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_clock_event" ADD CONSTRAINT "takedown_clock_event_clock_id_takedown_clock_id_fk" FOREIGN KEY ("clock_id") REFERENCES "public"."takedown_clock"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_clock_event" ADD CONSTRAINT "takedown_clock_event_letter_id_mail_message_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."mail_message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_reminder" ADD CONSTRAINT "takedown_reminder_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_reminder" ADD CONSTRAINT "takedown_reminder_clock_id_takedown_clock_id_fk" FOREIGN KEY ("clock_id") REFERENCES "public"."takedown_clock"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_reminder" ADD CONSTRAINT "takedown_reminder_message_id_mail_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."mail_message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "takedown_clock_once" ON "takedown_clock" USING btree ("request_id","law","asked_right","started_at");--> statement-breakpoint
CREATE INDEX "takedown_clock_event_request" ON "takedown_clock_event" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "takedown_clock_event_type" ON "takedown_clock_event" USING btree ("type","at");--> statement-breakpoint
CREATE INDEX "takedown_reminder_day" ON "takedown_reminder" USING btree ("person_id","day" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "takedown_near" ON "takedown_request" USING btree ("near_at") WHERE closed_at is null;--> statement-breakpoint
-- A clock and what happened to it are facts: when it ends follows from them.
GRANT SELECT, INSERT ON takedown_clock, takedown_clock_event, takedown_reminder, dataset_promise TO winnow_app;
--> statement-breakpoint
CREATE TRIGGER takedown_clock_event_append_only BEFORE UPDATE OR DELETE ON takedown_clock_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER takedown_clock_event_no_truncate BEFORE TRUNCATE ON takedown_clock_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE takedown_clock_event ENABLE ALWAYS TRIGGER takedown_clock_event_append_only;
--> statement-breakpoint
ALTER TABLE takedown_clock_event ENABLE ALWAYS TRIGGER takedown_clock_event_no_truncate;
