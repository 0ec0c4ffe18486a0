ALTER TABLE "lookup_search" ADD COLUMN "last_look" text;--> statement-breakpoint
GRANT UPDATE (last_look) ON lookup_search TO winnow_app;
