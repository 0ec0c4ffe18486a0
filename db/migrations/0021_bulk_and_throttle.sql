ALTER TYPE "public"."decision_kind" ADD VALUE 'reversal';--> statement-breakpoint
CREATE TABLE "safeguard" (
	"dataset_id" uuid PRIMARY KEY NOT NULL,
	"band_sample" integer DEFAULT 40 NOT NULL,
	"band_agreement" real DEFAULT 0.85 NOT NULL,
	"throttle_share" real DEFAULT 0.05 NOT NULL,
	"throttle_least" integer DEFAULT 1000 NOT NULL,
	"throttle_first" boolean DEFAULT false NOT NULL,
	CONSTRAINT "safeguard_ranges" CHECK ("safeguard"."band_sample" between 5 and 500 and "safeguard"."band_agreement" between 0.5 and 0.99
        and "safeguard"."throttle_share" > 0 and "safeguard"."throttle_share" <= 1 and "safeguard"."throttle_least" >= 0)
);
--> statement-breakpoint
CREATE TABLE "bulk" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"selection" jsonb NOT NULL,
	"action" "decision_action",
	"reason_code" text,
	"policy_version_id" uuid,
	"label" text,
	"undoes" uuid,
	"threshold" real,
	"evidence" jsonb,
	"total" integer NOT NULL,
	"beyond" integer DEFAULT 0 NOT NULL,
	"decided" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"prepared_by" uuid NOT NULL,
	"started_by" uuid,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"stopped" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bulk_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "bulk_verdict" CHECK (("bulk"."kind" = 'decide') = ("bulk"."action" is not null and "bulk"."reason_code" is not null and "bulk"."policy_version_id" is not null)
        and ("bulk"."kind" = 'undo') = ("bulk"."undoes" is not null)),
	CONSTRAINT "bulk_started" CHECK (("bulk"."state" in ('draft', 'discarded')) = ("bulk"."started_by" is null)),
	CONSTRAINT "bulk_sampled_first" CHECK ("bulk"."threshold" is null or "bulk"."started_by" is null or ("bulk"."evidence" is not null and ("bulk"."evidence" ->> 'low')::real >= "bulk"."threshold")),
	CONSTRAINT "bulk_counts" CHECK ("bulk"."decided" >= 0 and "bulk"."skipped" >= 0 and "bulk"."decided" + "bulk"."skipped" <= "bulk"."total")
);
--> statement-breakpoint
CREATE TABLE "bulk_item" (
	"dataset_id" uuid NOT NULL,
	"bulk_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"case_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"seen" text NOT NULL,
	"before" uuid,
	"state" text NOT NULL,
	"why" text,
	"detail" text,
	"decision_id" uuid,
	"at" timestamp with time zone,
	CONSTRAINT "bulk_item_dataset_id_bulk_id_n_pk" PRIMARY KEY("dataset_id","bulk_id","n"),
	CONSTRAINT "bulk_item_decided" CHECK (("bulk_item"."state" = 'decided') = ("bulk_item"."decision_id" is not null)),
	CONSTRAINT "bulk_item_skipped" CHECK (("bulk_item"."state" = 'skipped') = ("bulk_item"."why" is not null))
);
--> statement-breakpoint
CREATE TABLE "detector_watch" (
	"dataset_id" uuid NOT NULL,
	"detector" text NOT NULL,
	"version" text NOT NULL,
	"state" text NOT NULL,
	"revision_id" uuid,
	"rows_seen" bigint DEFAULT 0 NOT NULL,
	"rows_hit" bigint DEFAULT 0 NOT NULL,
	"paused_at" timestamp with time zone,
	"allowed" real,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "detector_watch_dataset_id_detector_version_pk" PRIMARY KEY("dataset_id","detector","version"),
	CONSTRAINT "detector_watch_counts" CHECK (0 <= "detector_watch"."rows_hit" and "detector_watch"."rows_hit" <= "detector_watch"."rows_seen")
);
--> statement-breakpoint
CREATE TABLE "held_flag" (
	"dataset_id" uuid NOT NULL,
	"digest" "bytea" NOT NULL,
	"detector" text NOT NULL,
	"version" text NOT NULL,
	"category" text NOT NULL,
	"type" text NOT NULL,
	"score" real NOT NULL,
	"severity" smallint NOT NULL,
	"spans" jsonb NOT NULL,
	"revision_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "held_flag_dataset_id_detector_version_digest_category_type_pk" PRIMARY KEY("dataset_id","detector","version","digest","category","type")
);
--> statement-breakpoint
ALTER TABLE "safeguard" ADD CONSTRAINT "safeguard_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk" ADD CONSTRAINT "bulk_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk" ADD CONSTRAINT "bulk_dataset_id_undoes_bulk_dataset_id_id_fk" FOREIGN KEY ("dataset_id","undoes") REFERENCES "public"."bulk"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_dataset_id_bulk_id_bulk_dataset_id_id_fk" FOREIGN KEY ("dataset_id","bulk_id") REFERENCES "public"."bulk"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_dataset_id_case_id_review_case_dataset_id_id_fk" FOREIGN KEY ("dataset_id","case_id") REFERENCES "public"."review_case"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_dataset_id_decision_id_decision_dataset_id_id_fk" FOREIGN KEY ("dataset_id","decision_id") REFERENCES "public"."decision"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "detector_watch" ADD CONSTRAINT "detector_watch_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_flag" ADD CONSTRAINT "held_flag_category_category_id_fk" FOREIGN KEY ("category") REFERENCES "public"."category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_flag" ADD CONSTRAINT "held_flag_dataset_id_digest_item_dataset_id_digest_fk" FOREIGN KEY ("dataset_id","digest") REFERENCES "public"."item"("dataset_id","digest") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_by_age" ON "bulk" USING btree ("dataset_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "bulk_item_once" ON "bulk_item" USING btree ("dataset_id","bulk_id","case_id");--> statement-breakpoint
CREATE INDEX "bulk_item_waiting" ON "bulk_item" USING btree ("dataset_id","bulk_id","n") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "held_flag_item" ON "held_flag" USING btree ("dataset_id","digest");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON safeguard TO winnow_app;
--> statement-breakpoint
-- What was asked, and of which cases as they were, stays as it was written.
GRANT SELECT, INSERT, UPDATE (state, evidence, decided, skipped, started_by, started_at, ended_at, stopped, total, beyond) ON bulk TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (state, why, detail, decision_id, at) ON bulk_item TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (state, revision_id, rows_seen, rows_hit, paused_at, allowed, settled_by, settled_at) ON detector_watch TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (score, severity, spans, revision_id) ON held_flag TO winnow_app;
