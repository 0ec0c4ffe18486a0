DROP INDEX "lease_live";--> statement-breakpoint
CREATE INDEX "lease_live" ON "lease" USING btree ("reviewer_id") WHERE ended_at is null;