CREATE TABLE "takedown_attachment" (
	"request_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"pages" integer,
	"pixels" integer,
	"sealed" "bytea" NOT NULL,
	"blob" "bytea" NOT NULL,
	"retain_until" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "takedown_attachment_request_id_n_pk" PRIMARY KEY("request_id","n"),
	CONSTRAINT "takedown_attachment_n" CHECK ("takedown_attachment"."n" between 1 and 20),
	CONSTRAINT "takedown_attachment_size" CHECK ("takedown_attachment"."size" between 1 and 10000000)
);
--> statement-breakpoint
CREATE TABLE "takedown_attachment_view" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "takedown_attachment" ADD CONSTRAINT "takedown_attachment_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_attachment_view" ADD CONSTRAINT "takedown_attachment_view_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_attachment_view" ADD CONSTRAINT "takedown_attachment_view_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "takedown_attachment_retain" ON "takedown_attachment" USING btree ("retain_until");--> statement-breakpoint
CREATE INDEX "takedown_attachment_view_request" ON "takedown_attachment_view" USING btree ("request_id","n","created_at");--> statement-breakpoint
-- A file is what was sent: it is never changed, and goes with its request. Who opened it stays.
GRANT SELECT, INSERT, DELETE ON takedown_attachment TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON takedown_attachment_view TO winnow_app;
