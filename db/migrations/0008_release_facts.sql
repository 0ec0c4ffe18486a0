CREATE TYPE "public"."release_notice_kind" AS ENUM('withdrawn', 'superseded_for_legal_reasons');--> statement-breakpoint
CREATE TABLE "release_notice" (
	"dataset_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"kind" "release_notice_kind" NOT NULL,
	"entry_id" uuid NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "release_notice_dataset_id_release_id_kind_pk" PRIMARY KEY("dataset_id","release_id","kind")
);
--> statement-breakpoint
ALTER TABLE "dataset" ADD COLUMN "territories" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "territories" text[];--> statement-breakpoint
ALTER TABLE "release" ADD COLUMN "facts" jsonb;--> statement-breakpoint
ALTER TABLE "release" ADD COLUMN "log_position" jsonb;--> statement-breakpoint
ALTER TABLE "release_notice" ADD CONSTRAINT "release_notice_dataset_id_release_id_release_dataset_id_id_fk" FOREIGN KEY ("dataset_id","release_id") REFERENCES "public"."release"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
GRANT SELECT, INSERT ON release_notice TO winnow_app;
