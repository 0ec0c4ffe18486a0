CREATE TABLE "report_limit" (
	"number" integer PRIMARY KEY NOT NULL,
	"hidden_per_day" integer NOT NULL,
	"actor" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_limit_range" CHECK ("report_limit"."hidden_per_day" between 1 and 1000)
);
--> statement-breakpoint
GRANT SELECT, INSERT ON report_limit TO winnow_app;
