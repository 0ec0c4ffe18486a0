CREATE TABLE "authority_report" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"reported_on" text NOT NULL,
	"by" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "authority_report_day" CHECK ("authority_report"."reported_on" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
);
--> statement-breakpoint
CREATE TABLE "urgent_report" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"network" "bytea",
	"passed_by" uuid,
	"passed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "urgent_report_passed" CHECK (("urgent_report"."passed_by" is null) = ("urgent_report"."passed_at" is null))
);
--> statement-breakpoint
ALTER TABLE "authority_report" ADD CONSTRAINT "authority_report_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authority_report" ADD CONSTRAINT "authority_report_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urgent_report" ADD CONSTRAINT "urgent_report_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urgent_report" ADD CONSTRAINT "urgent_report_passed_by_person_id_fk" FOREIGN KEY ("passed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "authority_report_request" ON "authority_report" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "urgent_report_network" ON "urgent_report" USING btree ("network");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (network, passed_by, passed_at) ON urgent_report TO winnow_app;
--> statement-breakpoint
-- A fact: it is written, read, and goes with the personal data of its request.
GRANT SELECT, INSERT, DELETE ON authority_report TO winnow_app;
