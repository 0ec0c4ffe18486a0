ALTER TYPE "public"."suppression_kind" ADD VALUE 'prefix';--> statement-breakpoint
ALTER TYPE "public"."suppression_kind" ADD VALUE 'author';--> statement-breakpoint
ALTER TYPE "public"."takedown_target_kind" ADD VALUE 'prefix';--> statement-breakpoint
ALTER TYPE "public"."takedown_target_kind" ADD VALUE 'author';--> statement-breakpoint
ALTER TYPE "public"."release_notice_kind" ADD VALUE 'removed_for_legal_reasons';--> statement-breakpoint
CREATE TABLE "suppression_decision" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"category" text NOT NULL,
	"action" "decision_action" NOT NULL,
	"reason_code" text NOT NULL,
	"policy_version_id" uuid NOT NULL,
	"territories" text[],
	"request_id" uuid,
	"actor" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "suppression_decision_dataset_id_id_pk" PRIMARY KEY("dataset_id","id")
);
--> statement-breakpoint
ALTER TABLE "dataset" ADD COLUMN "author_field" text;--> statement-breakpoint
ALTER TABLE "suppression_rule" ADD COLUMN "territories" text[];--> statement-breakpoint
ALTER TABLE "suppression_rule" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "release_notice" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "suppression_decision" ADD CONSTRAINT "suppression_decision_policy_version_id_policy_version_id_fk" FOREIGN KEY ("policy_version_id") REFERENCES "public"."policy_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppression_decision" ADD CONSTRAINT "suppression_decision_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
GRANT SELECT, INSERT ON suppression_decision TO winnow_app;
