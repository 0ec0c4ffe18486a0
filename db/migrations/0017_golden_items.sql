CREATE TYPE "public"."golden_outcome" AS ENUM('answered', 'skipped', 'escalated', 'released', 'expired');--> statement-breakpoint
CREATE TYPE "public"."golden_state" AS ENUM('fine', 'warned', 'held');--> statement-breakpoint
CREATE TABLE "golden_item" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"policy_version_id" uuid NOT NULL,
	"actions" "decision_action"[] NOT NULL,
	"reasons" text[] NOT NULL,
	"spans" jsonb,
	"least_overlap" real DEFAULT 0.5 NOT NULL,
	"rationale" "bytea" NOT NULL,
	"nominated_by" uuid NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"retired_by" uuid,
	"retired_at" timestamp with time zone,
	"retired_note" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "golden_item_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "golden_item_actions" CHECK (cardinality("golden_item"."actions") > 0),
	CONSTRAINT "golden_item_overlap" CHECK ("golden_item"."least_overlap" > 0 and "golden_item"."least_overlap" <= 1),
	CONSTRAINT "golden_item_confirmed" CHECK (("golden_item"."confirmed_by" is null) = ("golden_item"."confirmed_at" is null)),
	CONSTRAINT "golden_item_second" CHECK ("golden_item"."confirmed_by" <> "golden_item"."nominated_by"),
	CONSTRAINT "golden_item_retired" CHECK (("golden_item"."retired_by" is null) = ("golden_item"."retired_at" is null))
);
--> statement-breakpoint
CREATE TABLE "golden_serving" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"golden_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"behind_case_id" uuid NOT NULL,
	"queue_id" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"outcome" "golden_outcome",
	"action" "decision_action",
	"reason_code" text,
	"spans" jsonb,
	"handling_ms" integer,
	"passed" boolean,
	"overlap" real,
	"objection" "bytea",
	"told_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "golden_serving_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "golden_serving_ended" CHECK (("golden_serving"."ended_at" is null) = ("golden_serving"."outcome" is null)),
	CONSTRAINT "golden_serving_answer" CHECK (coalesce("golden_serving"."outcome" = 'answered', false) = ("golden_serving"."passed" is not null) and ("golden_serving"."passed" is null) = ("golden_serving"."action" is null))
);
--> statement-breakpoint
CREATE TABLE "golden_settings" (
	"dataset_id" uuid PRIMARY KEY NOT NULL,
	"every" integer DEFAULT 20 NOT NULL,
	"warn_below" real DEFAULT 0.8 NOT NULL,
	"hold_below" real DEFAULT 0.6 NOT NULL,
	"second_lead" boolean DEFAULT false NOT NULL,
	CONSTRAINT "golden_settings_every" CHECK ("golden_settings"."every" between 0 and 1000),
	CONSTRAINT "golden_settings_bounds" CHECK (0 <= "golden_settings"."hold_below" and "golden_settings"."hold_below" <= "golden_settings"."warn_below" and "golden_settings"."warn_below" <= 1)
);
--> statement-breakpoint
CREATE TABLE "golden_standing" (
	"dataset_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"judged" integer NOT NULL,
	"passed" integer NOT NULL,
	"state" "golden_state" NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "golden_standing_dataset_id_person_id_pk" PRIMARY KEY("dataset_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "golden_item" ADD CONSTRAINT "golden_item_policy_version_id_policy_version_id_fk" FOREIGN KEY ("policy_version_id") REFERENCES "public"."policy_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "golden_item" ADD CONSTRAINT "golden_item_nominated_by_person_id_fk" FOREIGN KEY ("nominated_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "golden_item" ADD CONSTRAINT "golden_item_confirmed_by_person_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "golden_item" ADD CONSTRAINT "golden_item_retired_by_person_id_fk" FOREIGN KEY ("retired_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "golden_item" ADD CONSTRAINT "golden_item_dataset_id_case_id_review_case_dataset_id_id_fk" FOREIGN KEY ("dataset_id","case_id") REFERENCES "public"."review_case"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "golden_item" ADD CONSTRAINT "golden_item_dataset_id_decision_id_decision_dataset_id_id_fk" FOREIGN KEY ("dataset_id","decision_id") REFERENCES "public"."decision"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "golden_serving" ADD CONSTRAINT "golden_serving_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "golden_serving" ADD CONSTRAINT "golden_serving_dataset_id_golden_id_golden_item_dataset_id_id_fk" FOREIGN KEY ("dataset_id","golden_id") REFERENCES "public"."golden_item"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "golden_settings" ADD CONSTRAINT "golden_settings_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "golden_standing" ADD CONSTRAINT "golden_standing_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "golden_standing" ADD CONSTRAINT "golden_standing_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "golden_item_case" ON "golden_item" USING btree ("dataset_id","case_id") WHERE retired_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "golden_serving_one" ON "golden_serving" USING btree ("dataset_id","person_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "golden_serving_item" ON "golden_serving" USING btree ("dataset_id","golden_id");--> statement-breakpoint
CREATE INDEX "golden_serving_answers" ON "golden_serving" USING btree ("dataset_id","person_id","ended_at" DESC NULLS LAST) WHERE outcome = 'answered';--> statement-breakpoint

GRANT SELECT, INSERT ON golden_item TO winnow_app;
--> statement-breakpoint
-- What it expects is never changed: who answered was judged by it.
GRANT UPDATE (confirmed_by, confirmed_at, retired_by, retired_at, retired_note) ON golden_item TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON golden_serving, golden_settings TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON golden_standing TO winnow_app;
