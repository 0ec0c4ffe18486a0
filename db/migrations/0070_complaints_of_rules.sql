ALTER TABLE "complaint" ADD COLUMN "kept_out" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
GRANT UPDATE (kept_out) ON complaint TO winnow_app;
