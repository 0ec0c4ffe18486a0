CREATE TYPE "public"."dataset_role" AS ENUM('reviewer', 'lead', 'maintainer');--> statement-breakpoint
CREATE TYPE "public"."site_role" AS ENUM('admin', 'safety_officer');--> statement-breakpoint
CREATE TYPE "public"."disclosure_level" AS ENUM('full', 'rows', 'kept-only');--> statement-breakpoint
CREATE TYPE "public"."file_state" AS ENUM('staged', 'importing', 'complete');--> statement-breakpoint
CREATE TYPE "public"."revision_state" AS ENUM('importing', 'complete', 'failed');--> statement-breakpoint
CREATE TYPE "public"."source_format" AS ENUM('jsonl', 'jsonl.gz', 'csv', 'csv.gz', 'tsv', 'tsv.gz', 'parquet');--> statement-breakpoint
CREATE TYPE "public"."flag_source" AS ENUM('detector', 'import', 'report', 'takedown');--> statement-breakpoint
CREATE TYPE "public"."case_status" AS ENUM('open', 'decided');--> statement-breakpoint
CREATE TYPE "public"."decision_action" AS ENUM('keep', 'remove', 'redact', 'restrict', 'label');--> statement-breakpoint
CREATE TYPE "public"."decision_kind" AS ENUM('quorum', 'override', 'batch');--> statement-breakpoint
CREATE TYPE "public"."decision_scope" AS ENUM('content', 'occurrence', 'source');--> statement-breakpoint
CREATE TYPE "public"."suppression_kind" AS ENUM('digest', 'source_id', 'url', 'domain');--> statement-breakpoint
CREATE TYPE "public"."takedown_kind" AS ENUM('copyright', 'privacy', 'illegal_content', 'opt_out', 'other');--> statement-breakpoint
CREATE TYPE "public"."takedown_status" AS ENUM('email_unverified', 'received', 'under_review', 'no_match', 'actioned', 'partially_actioned', 'no_action', 'withdrawn', 'expired');--> statement-breakpoint
CREATE TYPE "public"."takedown_target_kind" AS ENUM('link', 'row', 'digest', 'quote', 'source_id', 'url', 'domain');--> statement-breakpoint
CREATE TYPE "public"."release_state" AS ENUM('staged', 'published');--> statement-breakpoint
CREATE TABLE "identity" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identity_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"dataset_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" "dataset_role" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_dataset_id_person_id_role_pk" PRIMARY KEY("dataset_id","person_id","role")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"pseudonym" text NOT NULL,
	"password_hash" text,
	"session_version" integer DEFAULT 1 NOT NULL,
	"disabled_at" timestamp with time zone,
	"demo" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_email_lower" CHECK ("person"."email" = lower("person"."email"))
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" "bytea" NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "rate_limit_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "role_change" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dataset_id" uuid,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"change" text NOT NULL,
	"actor" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site_membership" (
	"person_id" uuid NOT NULL,
	"role" "site_role" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_membership_person_id_role_pk" PRIMARY KEY("person_id","role")
);
--> statement-breakpoint
CREATE TABLE "category" (
	"id" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"restricted" integer DEFAULT 0 NOT NULL,
	"sensitive" integer DEFAULT 0 NOT NULL,
	"severity" smallint DEFAULT 2 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dataset" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"licence" text NOT NULL,
	"homepage" text,
	"description" text DEFAULT '' NOT NULL,
	"id_field" text,
	"text_fields" text[],
	"url_fields" text[],
	"media_hash_field" text,
	"digest_scheme" smallint DEFAULT 1 NOT NULL,
	"disclosure" "disclosure_level" DEFAULT 'rows' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dataset_slug_form" CHECK ("dataset"."slug" ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$')
);
--> statement-breakpoint
CREATE TABLE "import_chunk" (
	"dataset_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"chunk" integer NOT NULL,
	"first_row" bigint NOT NULL,
	"rows_read" bigint NOT NULL,
	"rows_good" bigint NOT NULL,
	"rows_bad" bigint NOT NULL,
	"rows_unscanned" bigint NOT NULL,
	"rows_flagged" bigint NOT NULL,
	"next_offset" bigint,
	"next_line" bigint,
	"segment" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_chunk_dataset_id_revision_id_ordinal_chunk_pk" PRIMARY KEY("dataset_id","revision_id","ordinal","chunk"),
	CONSTRAINT "import_chunk_accounts_for_every_row" CHECK ("import_chunk"."rows_good" + "import_chunk"."rows_bad" = "import_chunk"."rows_read")
);
--> statement-breakpoint
CREATE TABLE "import_run" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"revision_id" uuid,
	"state" text DEFAULT 'queued' NOT NULL,
	"request" "bytea" NOT NULL,
	"bytes_total" bigint DEFAULT 0 NOT NULL,
	"bytes_done" bigint DEFAULT 0 NOT NULL,
	"rows_done" bigint DEFAULT 0 NOT NULL,
	"error" text,
	"started_by" uuid,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_run_dataset_id_id_pk" PRIMARY KEY("dataset_id","id")
);
--> statement-breakpoint
CREATE TABLE "item" (
	"dataset_id" uuid NOT NULL,
	"digest" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "item_dataset_id_digest_pk" PRIMARY KEY("dataset_id","digest"),
	CONSTRAINT "item_digest_length" CHECK (octet_length("item"."digest") = 32)
);
--> statement-breakpoint
CREATE TABLE "item_content" (
	"dataset_id" uuid NOT NULL,
	"digest" "bytea" NOT NULL,
	"body" "bytea" NOT NULL,
	"key_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "item_content_dataset_id_digest_pk" PRIMARY KEY("dataset_id","digest")
);
--> statement-breakpoint
CREATE TABLE "occurrence" (
	"dataset_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"row" bigint NOT NULL,
	"digest" "bytea" NOT NULL,
	"source_id" text,
	"url" text,
	"offset" bigint,
	"length" bigint,
	CONSTRAINT "occurrence_dataset_id_revision_id_ordinal_row_pk" PRIMARY KEY("dataset_id","revision_id","ordinal","row")
);
--> statement-breakpoint
CREATE TABLE "quarantine" (
	"dataset_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"row" bigint NOT NULL,
	"kind" text NOT NULL,
	"line" bigint,
	"reason" text NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	CONSTRAINT "quarantine_dataset_id_revision_id_ordinal_row_kind_pk" PRIMARY KEY("dataset_id","revision_id","ordinal","row","kind")
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"number" integer NOT NULL,
	"label" text,
	"state" "revision_state" DEFAULT 'importing' NOT NULL,
	"files_digest" "bytea" NOT NULL,
	"rows_read" bigint DEFAULT 0 NOT NULL,
	"rows_good" bigint DEFAULT 0 NOT NULL,
	"rows_bad" bigint DEFAULT 0 NOT NULL,
	"rows_unscanned" bigint DEFAULT 0 NOT NULL,
	"rows_flagged" bigint DEFAULT 0 NOT NULL,
	"rows_new" bigint,
	"rows_gone" bigint,
	"decisions_carried" bigint,
	"error" text,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"completed_at" timestamp with time zone,
	"entry_id" uuid,
	CONSTRAINT "revision_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "revision_accounts_for_every_row" CHECK ("revision"."state" <> 'complete' or ("revision"."rows_good" + "revision"."rows_bad" = "revision"."rows_read" and "revision"."entry_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "revision_file" (
	"dataset_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"path" text NOT NULL,
	"format" "source_format" NOT NULL,
	"sha256" "bytea" NOT NULL,
	"bytes" bigint NOT NULL,
	"state" "file_state" DEFAULT 'staged' NOT NULL,
	"rows_read" bigint DEFAULT 0 NOT NULL,
	"rows_good" bigint DEFAULT 0 NOT NULL,
	"rows_bad" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "revision_file_dataset_id_revision_id_ordinal_pk" PRIMARY KEY("dataset_id","revision_id","ordinal"),
	CONSTRAINT "revision_file_accounts_for_every_row" CHECK ("revision_file"."state" <> 'complete' or "revision_file"."rows_good" + "revision_file"."rows_bad" = "revision_file"."rows_read")
);
--> statement-breakpoint
CREATE TABLE "flag" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"digest" "bytea" NOT NULL,
	"category" text NOT NULL,
	"source" "flag_source" NOT NULL,
	"detector" text NOT NULL,
	"detector_version" text DEFAULT '' NOT NULL,
	"type" text NOT NULL,
	"score" real NOT NULL,
	"severity" smallint NOT NULL,
	"spans" jsonb NOT NULL,
	"revision_id" uuid,
	"takedown_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "flag_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "flag_score" CHECK ("flag"."score" >= 0 and "flag"."score" <= 1),
	CONSTRAINT "flag_severity" CHECK ("flag"."severity" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "policy_version" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dataset_id" uuid,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"digest" "bytea" NOT NULL,
	"created_by" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reason_code" (
	"policy_version_id" uuid NOT NULL,
	"code" text NOT NULL,
	"category" text NOT NULL,
	"label" text NOT NULL,
	"guidance" text DEFAULT '' NOT NULL,
	"actions" jsonb NOT NULL,
	"ordinal" integer NOT NULL,
	CONSTRAINT "reason_code_policy_version_id_code_pk" PRIMARY KEY("policy_version_id","code")
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"digest" "bytea" NOT NULL,
	"category" text NOT NULL,
	"kind" "decision_kind" NOT NULL,
	"scope" "decision_scope" DEFAULT 'content' NOT NULL,
	"target" jsonb,
	"action" "decision_action" NOT NULL,
	"reason_code" text NOT NULL,
	"policy_version_id" uuid NOT NULL,
	"spans" jsonb NOT NULL,
	"label" text,
	"seen" jsonb NOT NULL,
	"note" "bytea",
	"review_ids" jsonb NOT NULL,
	"batch_id" uuid,
	"supersedes" uuid,
	"actor" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decision_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "decision_redact_has_spans" CHECK (("decision"."action" = 'redact') = (jsonb_array_length("decision"."spans") > 0)),
	CONSTRAINT "decision_target" CHECK (("decision"."scope" = 'content') = ("decision"."target" is null))
);
--> statement-breakpoint
CREATE TABLE "decision_batch" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"actor" text NOT NULL,
	"action" "decision_action" NOT NULL,
	"reason_code" text NOT NULL,
	"decided" integer NOT NULL,
	"skipped" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decision_batch_dataset_id_id_pk" PRIMARY KEY("dataset_id","id")
);
--> statement-breakpoint
CREATE TABLE "lease" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"slot" smallint NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lease_dataset_id_id_pk" PRIMARY KEY("dataset_id","id")
);
--> statement-breakpoint
CREATE TABLE "reveal" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reveal_dataset_id_id_pk" PRIMARY KEY("dataset_id","id")
);
--> statement-breakpoint
CREATE TABLE "review" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"action" "decision_action" NOT NULL,
	"reason_code" text NOT NULL,
	"policy_version_id" uuid NOT NULL,
	"spans" jsonb NOT NULL,
	"note" "bytea",
	"handling_ms" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_dataset_id_id_pk" PRIMARY KEY("dataset_id","id")
);
--> statement-breakpoint
CREATE TABLE "review_case" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"digest" "bytea" NOT NULL,
	"category" text NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"status" "case_status" DEFAULT 'open' NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"quorum" smallint DEFAULT 1 NOT NULL,
	"severity" smallint NOT NULL,
	"score" real NOT NULL,
	"priority" integer DEFAULT 0 NOT NULL,
	"flag_count" integer DEFAULT 0 NOT NULL,
	"detectors" text[] NOT NULL,
	"types" text[] NOT NULL,
	"takedowns" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decision_id" uuid,
	CONSTRAINT "review_case_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "review_case_decided" CHECK (("review_case"."status" = 'decided') = ("review_case"."decided_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "suppression_rule" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dataset_id" uuid NOT NULL,
	"kind" "suppression_kind" NOT NULL,
	"hmac" "bytea" NOT NULL,
	"decision_id" uuid NOT NULL,
	"request_id" uuid,
	"entry_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "suppression_hmac_length" CHECK (octet_length("suppression_rule"."hmac") = 32)
);
--> statement-breakpoint
CREATE TABLE "takedown_confirmation" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "takedown_contact" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"email_hmac" "bytea" NOT NULL,
	"retain_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "takedown_event" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"type" text NOT NULL,
	"actor" text NOT NULL,
	"data" jsonb NOT NULL,
	"entry_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "takedown_match" (
	"dataset_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"digest" "bytea" NOT NULL,
	"case_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "takedown_match_dataset_id_request_id_target_id_digest_pk" PRIMARY KEY("dataset_id","request_id","target_id","digest")
);
--> statement-breakpoint
CREATE TABLE "takedown_request" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dataset_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"kind" "takedown_kind" NOT NULL,
	"status" "takedown_status" DEFAULT 'email_unverified' NOT NULL,
	"tracking_hash" "bytea" NOT NULL,
	"attestation" text NOT NULL,
	"submitted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "takedown_target" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" "takedown_target_kind" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_message" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"template" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"request_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "log_checkpoint" (
	"size" bigint PRIMARY KEY NOT NULL,
	"root" "bytea" NOT NULL,
	"note" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_entry" (
	"idx" bigint PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"body" "bytea" NOT NULL,
	"leaf" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "log_entry_leaf_length" CHECK (octet_length("log_entry"."leaf") = 32),
	CONSTRAINT "log_entry_body_size" CHECK (octet_length("log_entry"."body") between 1 and 65535)
);
--> statement-breakpoint
CREATE TABLE "log_head" (
	"one" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"origin" text NOT NULL,
	"size" bigint NOT NULL,
	"root" "bytea" NOT NULL,
	"edge" "bytea" NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "log_head_one_row" CHECK ("log_head"."one" = 1),
	CONSTRAINT "log_head_edge" CHECK (octet_length("log_head"."edge") % 32 = 0)
);
--> statement-breakpoint
CREATE TABLE "log_opening" (
	"entry_id" uuid NOT NULL,
	"field" text NOT NULL,
	"key_id" uuid,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "log_opening_entry_id_field_pk" PRIMARY KEY("entry_id","field")
);
--> statement-breakpoint
CREATE TABLE "log_pending" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "log_pending_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entry_id" uuid NOT NULL,
	"body" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "log_pending_body_size" CHECK (octet_length("log_pending"."body") between 1 and 65535)
);
--> statement-breakpoint
CREATE TABLE "log_tile" (
	"level" integer NOT NULL,
	"n" bigint NOT NULL,
	"hashes" "bytea" NOT NULL,
	"root" "bytea" NOT NULL,
	CONSTRAINT "log_tile_level_n_pk" PRIMARY KEY("level","n"),
	CONSTRAINT "log_tile_width" CHECK (octet_length("log_tile"."hashes") = 8192 and octet_length("log_tile"."root") = 32)
);
--> statement-breakpoint
CREATE TABLE "release" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"version" text NOT NULL,
	"profile" text DEFAULT 'world' NOT NULL,
	"disclosure" "disclosure_level" NOT NULL,
	"revision_id" uuid NOT NULL,
	"previous_id" uuid,
	"state" "release_state" DEFAULT 'staged' NOT NULL,
	"counts" jsonb,
	"digest" "bytea",
	"manifest_digest" "bytea",
	"entry_id" uuid,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "release_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "release_published_is_whole" CHECK ("release"."state" <> 'published' or ("release"."digest" is not null and "release"."manifest_digest" is not null and "release"."entry_id" is not null and "release"."published_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "release_effect" (
	"dataset_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"digest" "bytea" NOT NULL,
	"ordinal" integer,
	"row" bigint,
	"action" "decision_action" NOT NULL,
	"spans" jsonb NOT NULL,
	"label" text,
	"reasons" jsonb NOT NULL,
	CONSTRAINT "release_effect_dataset_id_release_id_id_pk" PRIMARY KEY("dataset_id","release_id","id")
);
--> statement-breakpoint
CREATE TABLE "release_file" (
	"dataset_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"path" text NOT NULL,
	"sha256" "bytea" NOT NULL,
	"bytes" bigint NOT NULL,
	CONSTRAINT "release_file_dataset_id_release_id_path_pk" PRIMARY KEY("dataset_id","release_id","path")
);
--> statement-breakpoint
CREATE TABLE "release_head" (
	"dataset_id" uuid NOT NULL,
	"profile" text NOT NULL,
	"release_id" uuid NOT NULL,
	CONSTRAINT "release_head_dataset_id_profile_pk" PRIMARY KEY("dataset_id","profile")
);
--> statement-breakpoint
ALTER TABLE "identity" ADD CONSTRAINT "identity_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_change" ADD CONSTRAINT "role_change_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_membership" ADD CONSTRAINT "site_membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_chunk" ADD CONSTRAINT "import_chunk_dataset_id_revision_id_ordinal_revision_file_dataset_id_revision_id_ordinal_fk" FOREIGN KEY ("dataset_id","revision_id","ordinal") REFERENCES "public"."revision_file"("dataset_id","revision_id","ordinal") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item" ADD CONSTRAINT "item_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_content" ADD CONSTRAINT "item_content_dataset_id_digest_item_dataset_id_digest_fk" FOREIGN KEY ("dataset_id","digest") REFERENCES "public"."item"("dataset_id","digest") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occurrence" ADD CONSTRAINT "occurrence_dataset_id_digest_item_dataset_id_digest_fk" FOREIGN KEY ("dataset_id","digest") REFERENCES "public"."item"("dataset_id","digest") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occurrence" ADD CONSTRAINT "occurrence_dataset_id_revision_id_ordinal_revision_file_dataset_id_revision_id_ordinal_fk" FOREIGN KEY ("dataset_id","revision_id","ordinal") REFERENCES "public"."revision_file"("dataset_id","revision_id","ordinal") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantine" ADD CONSTRAINT "quarantine_dataset_id_revision_id_ordinal_revision_file_dataset_id_revision_id_ordinal_fk" FOREIGN KEY ("dataset_id","revision_id","ordinal") REFERENCES "public"."revision_file"("dataset_id","revision_id","ordinal") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_file" ADD CONSTRAINT "revision_file_dataset_id_revision_id_revision_dataset_id_id_fk" FOREIGN KEY ("dataset_id","revision_id") REFERENCES "public"."revision"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag" ADD CONSTRAINT "flag_category_category_id_fk" FOREIGN KEY ("category") REFERENCES "public"."category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag" ADD CONSTRAINT "flag_dataset_id_digest_item_dataset_id_digest_fk" FOREIGN KEY ("dataset_id","digest") REFERENCES "public"."item"("dataset_id","digest") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reason_code" ADD CONSTRAINT "reason_code_policy_version_id_policy_version_id_fk" FOREIGN KEY ("policy_version_id") REFERENCES "public"."policy_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reason_code" ADD CONSTRAINT "reason_code_category_category_id_fk" FOREIGN KEY ("category") REFERENCES "public"."category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_policy_version_id_policy_version_id_fk" FOREIGN KEY ("policy_version_id") REFERENCES "public"."policy_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_dataset_id_case_id_review_case_dataset_id_id_fk" FOREIGN KEY ("dataset_id","case_id") REFERENCES "public"."review_case"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_dataset_id_supersedes_decision_dataset_id_id_fk" FOREIGN KEY ("dataset_id","supersedes") REFERENCES "public"."decision"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lease" ADD CONSTRAINT "lease_dataset_id_case_id_review_case_dataset_id_id_fk" FOREIGN KEY ("dataset_id","case_id") REFERENCES "public"."review_case"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reveal" ADD CONSTRAINT "reveal_dataset_id_case_id_review_case_dataset_id_id_fk" FOREIGN KEY ("dataset_id","case_id") REFERENCES "public"."review_case"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_policy_version_id_policy_version_id_fk" FOREIGN KEY ("policy_version_id") REFERENCES "public"."policy_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_dataset_id_case_id_review_case_dataset_id_id_fk" FOREIGN KEY ("dataset_id","case_id") REFERENCES "public"."review_case"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_case" ADD CONSTRAINT "review_case_category_category_id_fk" FOREIGN KEY ("category") REFERENCES "public"."category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_case" ADD CONSTRAINT "review_case_dataset_id_digest_item_dataset_id_digest_fk" FOREIGN KEY ("dataset_id","digest") REFERENCES "public"."item"("dataset_id","digest") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppression_rule" ADD CONSTRAINT "suppression_rule_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_confirmation" ADD CONSTRAINT "takedown_confirmation_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_contact" ADD CONSTRAINT "takedown_contact_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_event" ADD CONSTRAINT "takedown_event_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_match" ADD CONSTRAINT "takedown_match_dataset_id_digest_item_dataset_id_digest_fk" FOREIGN KEY ("dataset_id","digest") REFERENCES "public"."item"("dataset_id","digest") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_match" ADD CONSTRAINT "takedown_match_dataset_id_case_id_review_case_dataset_id_id_fk" FOREIGN KEY ("dataset_id","case_id") REFERENCES "public"."review_case"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_request" ADD CONSTRAINT "takedown_request_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_target" ADD CONSTRAINT "takedown_target_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_dataset_id_revision_id_revision_dataset_id_id_fk" FOREIGN KEY ("dataset_id","revision_id") REFERENCES "public"."revision"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_effect" ADD CONSTRAINT "release_effect_dataset_id_release_id_release_dataset_id_id_fk" FOREIGN KEY ("dataset_id","release_id") REFERENCES "public"."release"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_file" ADD CONSTRAINT "release_file_dataset_id_release_id_release_dataset_id_id_fk" FOREIGN KEY ("dataset_id","release_id") REFERENCES "public"."release"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_head" ADD CONSTRAINT "release_head_dataset_id_release_id_release_dataset_id_id_fk" FOREIGN KEY ("dataset_id","release_id") REFERENCES "public"."release"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "identity_person" ON "identity" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "membership_person" ON "membership" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_email" ON "person" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "person_pseudonym" ON "person" USING btree ("pseudonym");--> statement-breakpoint
CREATE INDEX "rate_limit_window" ON "rate_limit" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX "role_change_person" ON "role_change" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dataset_slug" ON "dataset" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "occurrence_digest" ON "occurrence" USING btree ("dataset_id","digest");--> statement-breakpoint
CREATE UNIQUE INDEX "revision_number" ON "revision" USING btree ("dataset_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "revision_files" ON "revision" USING btree ("dataset_id","files_digest");--> statement-breakpoint
CREATE UNIQUE INDEX "revision_file_path" ON "revision_file" USING btree ("dataset_id","revision_id","path");--> statement-breakpoint
CREATE UNIQUE INDEX "flag_once" ON "flag" USING btree ("dataset_id","digest","source","detector","category","type");--> statement-breakpoint
CREATE INDEX "flag_item" ON "flag" USING btree ("dataset_id","digest","category");--> statement-breakpoint
CREATE UNIQUE INDEX "policy_version_number" ON "policy_version" USING btree ("dataset_id","number");--> statement-breakpoint
CREATE INDEX "policy_version_dataset" ON "policy_version" USING btree ("dataset_id");--> statement-breakpoint
CREATE INDEX "decision_item" ON "decision" USING btree ("dataset_id","digest");--> statement-breakpoint
CREATE INDEX "decision_case" ON "decision" USING btree ("dataset_id","case_id");--> statement-breakpoint
CREATE INDEX "decision_by_batch" ON "decision" USING btree ("dataset_id","batch_id") WHERE batch_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "decision_superseded_once" ON "decision" USING btree ("dataset_id","supersedes") WHERE supersedes is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "lease_slot" ON "lease" USING btree ("dataset_id","case_id","round","slot") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "lease_reviewer" ON "lease" USING btree ("dataset_id","case_id","round","reviewer_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "reveal_person" ON "reveal" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "review_once" ON "review" USING btree ("dataset_id","case_id","round","reviewer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_case_item_category" ON "review_case" USING btree ("dataset_id","digest","category");--> statement-breakpoint
CREATE INDEX "review_case_queue" ON "review_case" USING btree ("dataset_id","priority" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE status = 'open' and not restricted;--> statement-breakpoint
CREATE INDEX "review_case_by_age" ON "review_case" USING btree ("dataset_id","status","opened_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "review_case_by_severity" ON "review_case" USING btree ("dataset_id","status","severity" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "review_case_by_priority" ON "review_case" USING btree ("dataset_id","status","priority" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "suppression_rule_once" ON "suppression_rule" USING btree ("dataset_id","kind","hmac") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "takedown_confirmation_request" ON "takedown_confirmation" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "takedown_contact_email" ON "takedown_contact" USING btree ("email_hmac");--> statement-breakpoint
CREATE INDEX "takedown_contact_retain" ON "takedown_contact" USING btree ("retain_until");--> statement-breakpoint
CREATE INDEX "takedown_event_request" ON "takedown_event" USING btree ("request_id","created_at");--> statement-breakpoint
CREATE INDEX "takedown_match_case" ON "takedown_match" USING btree ("dataset_id","case_id");--> statement-breakpoint
CREATE INDEX "takedown_match_request" ON "takedown_match" USING btree ("request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "takedown_reference" ON "takedown_request" USING btree ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "takedown_tracking" ON "takedown_request" USING btree ("tracking_hash");--> statement-breakpoint
CREATE INDEX "takedown_status_age" ON "takedown_request" USING btree ("status","submitted_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "takedown_dataset" ON "takedown_request" USING btree ("dataset_id","submitted_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "takedown_target_ordinal" ON "takedown_target" USING btree ("request_id","ordinal");--> statement-breakpoint
CREATE INDEX "mail_message_state" ON "mail_message" USING btree ("state","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "log_checkpoint_age" ON "log_checkpoint" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "log_entry_id" ON "log_entry" USING btree ("entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "log_pending_entry" ON "log_pending" USING btree ("entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "release_version" ON "release" USING btree ("dataset_id","profile","version");--> statement-breakpoint
CREATE UNIQUE INDEX "release_staged_once" ON "release" USING btree ("dataset_id","profile") WHERE state = 'staged';--> statement-breakpoint
CREATE INDEX "release_effect_digest" ON "release_effect" USING btree ("dataset_id","release_id","digest");