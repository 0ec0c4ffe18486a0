CREATE TABLE "dsa_statement" (
	"dataset_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"puid" text NOT NULL,
	"schema_version" text NOT NULL,
	"record" jsonb NOT NULL,
	"actor" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dsa_statement_dataset_id_decision_id_pk" PRIMARY KEY("dataset_id","decision_id"),
	CONSTRAINT "dsa_statement_puid_form" CHECK ("dsa_statement"."puid" ~ '^[a-zA-Z0-9_-]{1,500}$')
);
--> statement-breakpoint
CREATE TABLE "register_entry" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"dataset_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_fact" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"register_id" uuid NOT NULL,
	"type" text NOT NULL,
	"actor" text NOT NULL,
	"proposed_by" text,
	"four_eyes" boolean DEFAULT false NOT NULL,
	"notice" jsonb,
	"publish_from" timestamp with time zone,
	"reason" text,
	"entry_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "register_fact_notice" CHECK (("register_fact"."type" in ('proposed', 'released')) = ("register_fact"."notice" is not null)),
	CONSTRAINT "register_fact_embargo" CHECK (("register_fact"."type" = 'released') = ("register_fact"."publish_from" is not null)),
	CONSTRAINT "register_fact_proposer" CHECK (("register_fact"."type" = 'released') = ("register_fact"."proposed_by" is not null)),
	CONSTRAINT "register_fact_four_eyes" CHECK (not "register_fact"."four_eyes" or "register_fact"."proposed_by" <> "register_fact"."actor"),
	CONSTRAINT "register_fact_reason" CHECK (("register_fact"."type" = 'rescinded') = ("register_fact"."reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "takedown_reservation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"state" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "dsa_statement" ADD CONSTRAINT "dsa_statement_dataset_id_decision_id_decision_dataset_id_id_fk" FOREIGN KEY ("dataset_id","decision_id") REFERENCES "public"."decision"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_fact" ADD CONSTRAINT "register_fact_register_id_register_entry_id_fk" FOREIGN KEY ("register_id") REFERENCES "public"."register_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_reservation" ADD CONSTRAINT "takedown_reservation_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dsa_statement_puid" ON "dsa_statement" USING btree ("dataset_id","puid");--> statement-breakpoint
CREATE UNIQUE INDEX "register_entry_request" ON "register_entry" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "register_fact_entry" ON "register_fact" USING btree ("register_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "register_fact_published" ON "register_fact" USING btree ("publish_from" DESC NULLS LAST,"register_id") WHERE type = 'released';--> statement-breakpoint
CREATE INDEX "takedown_reservation_request" ON "takedown_reservation" USING btree ("request_id","created_at");--> statement-breakpoint
-- What people decided to publish, and what was handed out, stays as it was written.
GRANT SELECT, INSERT ON register_entry, register_fact, dsa_statement TO winnow_app;
--> statement-breakpoint
-- Deleted only with what its request was told in confidence.
GRANT SELECT, INSERT, DELETE ON takedown_reservation TO winnow_app;
