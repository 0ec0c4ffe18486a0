CREATE TABLE "erasure" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dataset_id" uuid NOT NULL,
	"digest" "bytea",
	"request_id" uuid,
	"basis" text NOT NULL,
	"actor" text NOT NULL,
	"restricted" integer DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"counts" jsonb NOT NULL,
	"doomed" text[] DEFAULT '{}' NOT NULL,
	"entry_id" uuid,
	"error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "erasure_about_one" CHECK (num_nonnulls("erasure"."digest", "erasure"."request_id") = 1),
	CONSTRAINT "erasure_done_is_finished" CHECK (("erasure"."state" = 'done') = ("erasure"."finished_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "subject_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject" "bytea" NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subject_key_lengths" CHECK (octet_length("subject_key"."subject") = 32 and octet_length("subject_key"."wrapped") = 60)
);
--> statement-breakpoint
ALTER TABLE "revision_file" ADD COLUMN "stored_sha256" "bytea";--> statement-breakpoint
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "erasure_age" ON "erasure" USING btree ("created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "erasure_item" ON "erasure" USING btree ("dataset_id","digest");--> statement-breakpoint
CREATE UNIQUE INDEX "erasure_item_unfinished" ON "erasure" USING btree ("dataset_id","digest") WHERE digest is not null and state <> 'done';--> statement-breakpoint
CREATE UNIQUE INDEX "erasure_request_once" ON "erasure" USING btree ("request_id") WHERE request_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "subject_key_subject" ON "subject_key" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "log_opening_key" ON "log_opening" USING btree ("key_id") WHERE key_id is not null;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON subject_key TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON erasure TO winnow_app;
--> statement-breakpoint
-- An erasure takes the source of a row out of its places, and puts the blobs without it in place of the others.
GRANT UPDATE (source_id, url) ON occurrence TO winnow_app;
--> statement-breakpoint
GRANT UPDATE (segment) ON import_chunk TO winnow_app;
--> statement-breakpoint
-- A destroyed key must not wait in a dead row until a fifth of the table has gone.
ALTER TABLE subject_key SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
