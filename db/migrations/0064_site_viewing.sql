CREATE TABLE "site_viewing" (
	"number" integer PRIMARY KEY NOT NULL,
	"viewing" jsonb NOT NULL,
	"actor" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
GRANT SELECT, INSERT ON site_viewing TO winnow_app;
