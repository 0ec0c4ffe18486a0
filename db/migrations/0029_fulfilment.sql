CREATE TABLE "dataset_host" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"address" text NOT NULL,
	"added_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	CONSTRAINT "dataset_host_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "dataset_host_ended" CHECK (("dataset_host"."ended_at" is null) = ("dataset_host"."ended_by" is null))
);
--> statement-breakpoint
CREATE TABLE "due_release" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"profile" text NOT NULL,
	"kind" text NOT NULL,
	"due_on" date NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"release_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "due_release_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "due_release_staged" CHECK (("due_release"."kind" = 'staged') = ("due_release"."release_id" is not null)),
	CONSTRAINT "due_release_refused" CHECK (("due_release"."kind" = 'refused') = ("due_release"."reason" <> ''))
);
--> statement-breakpoint
CREATE TABLE "due_release_setting" (
	"dataset_id" uuid PRIMARY KEY NOT NULL,
	"margin_days" smallint DEFAULT 2 NOT NULL,
	CONSTRAINT "due_release_margin" CHECK ("due_release_setting"."margin_days" between 0 and 14)
);
--> statement-breakpoint
CREATE TABLE "fulfilment" (
	"dataset_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"profile" text NOT NULL,
	"release_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fulfilment_dataset_id_request_id_profile_release_id_pk" PRIMARY KEY("dataset_id","request_id","profile","release_id")
);
--> statement-breakpoint
CREATE TABLE "host_check" (
	"dataset_id" uuid NOT NULL,
	"host_id" uuid NOT NULL,
	"item" text NOT NULL,
	"release_id" uuid NOT NULL,
	"done_on" date NOT NULL,
	"actor" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "host_check_dataset_id_host_id_item_release_id_pk" PRIMARY KEY("dataset_id","host_id","item","release_id")
);
--> statement-breakpoint
CREATE TABLE "pending_feed" (
	"dataset_id" uuid NOT NULL,
	"profile" text NOT NULL,
	"audience" text NOT NULL,
	"serial" integer NOT NULL,
	"release_id" uuid NOT NULL,
	"rows" bigint NOT NULL,
	"whole" "bytea" NOT NULL,
	"change" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pending_feed_dataset_id_profile_audience_serial_pk" PRIMARY KEY("dataset_id","profile","audience","serial")
);
--> statement-breakpoint
CREATE TABLE "release_promise" (
	"dataset_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"profile" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"version" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "release_promise_dataset_id_id_pk" PRIMARY KEY("dataset_id","id")
);
--> statement-breakpoint
CREATE TABLE "rows_returned" (
	"dataset_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"rows" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rows_returned_dataset_id_request_id_revision_id_pk" PRIMARY KEY("dataset_id","request_id","revision_id")
);
--> statement-breakpoint
CREATE TABLE "copy_confirmation" (
	"dataset_id" uuid NOT NULL,
	"holder_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"receipt" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "copy_confirmation_dataset_id_holder_id_release_id_pk" PRIMARY KEY("dataset_id","holder_id","release_id"),
	CONSTRAINT "copy_confirmation_receipt" CHECK ("copy_confirmation"."receipt" is null or octet_length("copy_confirmation"."receipt") = 32)
);
--> statement-breakpoint
CREATE TABLE "copy_holder" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"state" text NOT NULL,
	"sealed" "bytea",
	"confirm_hash" "bytea",
	"page_hash" "bytea",
	"expires_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"retain_until" timestamp with time zone NOT NULL,
	"letters_since" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "copy_holder_confirmed" CHECK ("copy_holder"."state" <> 'active' or "copy_holder"."confirmed_at" is not null),
	CONSTRAINT "copy_holder_ended" CHECK (("copy_holder"."state" = 'ended') = ("copy_holder"."ended_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "copy_holding" (
	"dataset_id" uuid NOT NULL,
	"holder_id" uuid NOT NULL,
	"version" text,
	"told_until" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "copy_holding_dataset_id_holder_id_pk" PRIMARY KEY("dataset_id","holder_id")
);
--> statement-breakpoint
ALTER TABLE "mail_message" ADD COLUMN "holder_id" uuid;--> statement-breakpoint
ALTER TABLE "dataset_host" ADD CONSTRAINT "dataset_host_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_release" ADD CONSTRAINT "due_release_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_release" ADD CONSTRAINT "due_release_dataset_id_release_id_release_dataset_id_id_fk" FOREIGN KEY ("dataset_id","release_id") REFERENCES "public"."release"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_release_setting" ADD CONSTRAINT "due_release_setting_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fulfilment" ADD CONSTRAINT "fulfilment_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fulfilment" ADD CONSTRAINT "fulfilment_dataset_id_release_id_release_dataset_id_id_fk" FOREIGN KEY ("dataset_id","release_id") REFERENCES "public"."release"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_check" ADD CONSTRAINT "host_check_dataset_id_host_id_dataset_host_dataset_id_id_fk" FOREIGN KEY ("dataset_id","host_id") REFERENCES "public"."dataset_host"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_check" ADD CONSTRAINT "host_check_dataset_id_release_id_release_dataset_id_id_fk" FOREIGN KEY ("dataset_id","release_id") REFERENCES "public"."release"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_feed" ADD CONSTRAINT "pending_feed_dataset_id_release_id_release_dataset_id_id_fk" FOREIGN KEY ("dataset_id","release_id") REFERENCES "public"."release"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_promise" ADD CONSTRAINT "release_promise_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_promise" ADD CONSTRAINT "release_promise_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rows_returned" ADD CONSTRAINT "rows_returned_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rows_returned" ADD CONSTRAINT "rows_returned_dataset_id_revision_id_revision_dataset_id_id_fk" FOREIGN KEY ("dataset_id","revision_id") REFERENCES "public"."revision"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "copy_confirmation" ADD CONSTRAINT "copy_confirmation_holder_id_copy_holder_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."copy_holder"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "copy_confirmation" ADD CONSTRAINT "copy_confirmation_dataset_id_release_id_release_dataset_id_id_fk" FOREIGN KEY ("dataset_id","release_id") REFERENCES "public"."release"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "copy_holding" ADD CONSTRAINT "copy_holding_holder_id_copy_holder_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."copy_holder"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "copy_holding" ADD CONSTRAINT "copy_holding_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "dataset_host_once" ON "dataset_host" USING btree ("dataset_id","address") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "due_release_once" ON "due_release" USING btree ("dataset_id","profile","kind","due_on","reason") WHERE kind <> 'staged';--> statement-breakpoint
CREATE INDEX "due_release_made" ON "due_release" USING btree ("dataset_id","release_id");--> statement-breakpoint
CREATE INDEX "fulfilment_release" ON "fulfilment" USING btree ("dataset_id","release_id");--> statement-breakpoint
CREATE INDEX "release_promise_due" ON "release_promise" USING btree ("dataset_id","profile","due_at");--> statement-breakpoint
CREATE INDEX "release_promise_request" ON "release_promise" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "copy_confirmation_release" ON "copy_confirmation" USING btree ("dataset_id","release_id");--> statement-breakpoint
CREATE UNIQUE INDEX "copy_holder_confirm" ON "copy_holder" USING btree ("confirm_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "copy_holder_page" ON "copy_holder" USING btree ("page_hash");--> statement-breakpoint
CREATE INDEX "copy_holding_holder" ON "copy_holding" USING btree ("holder_id");--> statement-breakpoint
-- Promises, what was published for them, what was told and ticked are facts.
GRANT SELECT, INSERT ON release_promise, fulfilment, due_release, host_check, rows_returned, copy_confirmation TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON due_release_setting, copy_holder TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (ended_at, ended_by) ON dataset_host TO winnow_app;
--> statement-breakpoint
-- Lists of an older release go with it.
GRANT SELECT, INSERT, DELETE ON pending_feed TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (version, told_until) ON copy_holding TO winnow_app;
