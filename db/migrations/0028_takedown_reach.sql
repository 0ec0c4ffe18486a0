ALTER TYPE "public"."suppression_kind" ADD VALUE 'host';--> statement-breakpoint
ALTER TYPE "public"."takedown_target_kind" ADD VALUE 'host';--> statement-breakpoint
ALTER TYPE "public"."takedown_target_kind" ADD VALUE 'near';--> statement-breakpoint
CREATE TABLE "takedown_bulk" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"selection" jsonb NOT NULL,
	"action" "decision_action",
	"reason_code" text,
	"policy_version_id" uuid,
	"undoes" uuid,
	"rows" bigint NOT NULL,
	"of_rows" bigint NOT NULL,
	"needs_second" boolean NOT NULL,
	"second_by" uuid,
	"second_at" timestamp with time zone,
	"total" integer NOT NULL,
	"decided" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"prepared_by" uuid NOT NULL,
	"started_by" uuid,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"stopped" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "takedown_bulk_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "takedown_bulk_verdict" CHECK (("takedown_bulk"."kind" = 'decide') = ("takedown_bulk"."action" is not null and "takedown_bulk"."reason_code" is not null and "takedown_bulk"."policy_version_id" is not null)
        and ("takedown_bulk"."kind" = 'undo') = ("takedown_bulk"."undoes" is not null)),
	CONSTRAINT "takedown_bulk_started" CHECK (("takedown_bulk"."state" in ('draft', 'discarded')) = ("takedown_bulk"."started_by" is null)),
	CONSTRAINT "takedown_bulk_two_people" CHECK (("takedown_bulk"."second_by" is null or "takedown_bulk"."second_by" <> "takedown_bulk"."prepared_by") and (not "takedown_bulk"."needs_second" or "takedown_bulk"."started_by" is null or "takedown_bulk"."second_by" is not null)),
	CONSTRAINT "takedown_bulk_counts" CHECK ("takedown_bulk"."decided" >= 0 and "takedown_bulk"."skipped" >= 0 and "takedown_bulk"."decided" + "takedown_bulk"."skipped" <= "takedown_bulk"."total")
);
--> statement-breakpoint
CREATE TABLE "takedown_bulk_item" (
	"dataset_id" uuid NOT NULL,
	"bulk_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"request_id" uuid NOT NULL,
	"state" text NOT NULL,
	"why" text,
	"detail" text,
	"entries" uuid[] DEFAULT '{}' NOT NULL,
	"at" timestamp with time zone,
	CONSTRAINT "takedown_bulk_item_dataset_id_bulk_id_n_pk" PRIMARY KEY("dataset_id","bulk_id","n"),
	CONSTRAINT "takedown_bulk_item_skipped" CHECK (("takedown_bulk_item"."state" = 'skipped') = ("takedown_bulk_item"."why" is not null))
);
--> statement-breakpoint
CREATE TABLE "takedown_candidate" (
	"dataset_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"digest" "bytea" NOT NULL,
	"tier" text NOT NULL,
	"similarity" real,
	"contained" real,
	"revision_id" uuid NOT NULL,
	"ordinal" integer,
	"row" bigint,
	"offset" bigint,
	"length" bigint,
	"source_id" text,
	"url" text,
	"rows" bigint DEFAULT 1 NOT NULL,
	"spans" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"drawn" boolean DEFAULT false NOT NULL,
	"state" text NOT NULL,
	"by" uuid,
	"at" timestamp with time zone,
	CONSTRAINT "takedown_candidate_dataset_id_request_id_target_id_digest_pk" PRIMARY KEY("dataset_id","request_id","target_id","digest"),
	CONSTRAINT "takedown_candidate_tier" CHECK (("takedown_candidate"."tier" = 'fuzzy') = ("takedown_candidate"."similarity" is not null)),
	CONSTRAINT "takedown_candidate_dropped" CHECK ("takedown_candidate"."state" <> 'dropped' or "takedown_candidate"."by" is not null)
);
--> statement-breakpoint
CREATE TABLE "takedown_reach" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"dataset_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"rows" bigint NOT NULL,
	"of_rows" bigint NOT NULL,
	"tally" jsonb NOT NULL,
	"state" text NOT NULL,
	"first_by" uuid,
	"first_at" timestamp with time zone,
	"second_by" uuid,
	"second_at" timestamp with time zone,
	"counted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "takedown_reach_two_people" CHECK ("takedown_reach"."second_by" is null or ("takedown_reach"."first_by" is not null and "takedown_reach"."first_by" <> "takedown_reach"."second_by")),
	CONSTRAINT "takedown_reach_approved" CHECK (("takedown_reach"."state" = 'approved') = ("takedown_reach"."second_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "takedown_scan" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"revision_id" uuid NOT NULL,
	"ordinal" integer DEFAULT 0 NOT NULL,
	"row" bigint DEFAULT 0 NOT NULL,
	"rows_read" bigint DEFAULT 0 NOT NULL,
	"rows_total" bigint NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "takedown_scan_progress" CHECK ("takedown_scan"."rows_read" between 0 and "takedown_scan"."rows_total" or "takedown_scan"."ended_at" is null)
);
--> statement-breakpoint
CREATE TABLE "lookup_search" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"state" text DEFAULT 'sent' NOT NULL,
	"cursor" jsonb,
	"found" jsonb,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "safeguard" ADD COLUMN "second_rows" integer DEFAULT 500 NOT NULL;--> statement-breakpoint
ALTER TABLE "safeguard" ADD COLUMN "second_share" real DEFAULT 0.001 NOT NULL;--> statement-breakpoint
ALTER TABLE "takedown_target" ADD COLUMN "rows" bigint;--> statement-breakpoint
ALTER TABLE "takedown_target" ADD COLUMN "added_by" uuid;--> statement-breakpoint
ALTER TABLE "takedown_target" ADD COLUMN "widens" uuid;--> statement-breakpoint
ALTER TABLE "takedown_bulk" ADD CONSTRAINT "takedown_bulk_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_bulk" ADD CONSTRAINT "takedown_bulk_policy_version_id_policy_version_id_fk" FOREIGN KEY ("policy_version_id") REFERENCES "public"."policy_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_reach" ADD CONSTRAINT "takedown_reach_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_scan" ADD CONSTRAINT "takedown_scan_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "takedown_bulk_by_age" ON "takedown_bulk" USING btree ("dataset_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "takedown_bulk_item_once" ON "takedown_bulk_item" USING btree ("dataset_id","bulk_id","request_id");--> statement-breakpoint
CREATE INDEX "takedown_bulk_item_waiting" ON "takedown_bulk_item" USING btree ("dataset_id","bulk_id","n") WHERE state = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "lookup_search_token" ON "lookup_search" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "lookup_search_expires" ON "lookup_search" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "safeguard" ADD CONSTRAINT "safeguard_second" CHECK ("safeguard"."second_rows" between 1 and 1000000 and "safeguard"."second_share" > 0 and "safeguard"."second_share" <= 1);--> statement-breakpoint
-- Nothing that reaches beyond what one person may decide is decided before two have said that it is meant.
CREATE FUNCTION refuse_unapproved_reach() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status IS DISTINCT FROM OLD.status AND NEW.status::text IN ('actioned', 'partially_actioned')
     AND EXISTS (SELECT FROM takedown_reach r WHERE r.request_id = NEW.id AND r.state = 'waiting') THEN
    RAISE EXCEPTION 'request % reaches beyond what one person may decide', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER takedown_request_reach BEFORE UPDATE ON takedown_request FOR EACH ROW EXECUTE FUNCTION refuse_unapproved_reach();
--> statement-breakpoint
GRANT UPDATE (state, rows) ON takedown_target TO winnow_app;
--> statement-breakpoint
-- A reviewer who narrows a request takes its items from it; that they did is an event.
GRANT DELETE ON takedown_match, suppression_asked TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (revision_id, rows, of_rows, tally, state, first_by, first_at, second_by, second_at, counted_at) ON takedown_reach TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (tier, similarity, contained, revision_id, ordinal, "row", "offset", length, source_id, url, rows, spans, drawn, state, by, at) ON takedown_candidate TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (revision_id, ordinal, "row", rows_read, rows_total, started_at, ended_at) ON takedown_scan TO winnow_app;
--> statement-breakpoint
-- What was asked stays as it was written.
GRANT SELECT, INSERT, UPDATE (state, rows, of_rows, needs_second, second_by, second_at, total, decided, skipped, started_by, started_at, ended_at, stopped) ON takedown_bulk TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (state, why, detail, entries, at) ON takedown_bulk_item TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (state, cursor, found) ON lookup_search TO winnow_app;
