ALTER TABLE "due_release" DROP CONSTRAINT "due_release_staged";--> statement-breakpoint
DROP INDEX "due_release_once";--> statement-breakpoint
DROP INDEX "due_release_made";--> statement-breakpoint
CREATE UNIQUE INDEX "due_release_once" ON "due_release" USING btree ("dataset_id","profile","kind","due_on","reason") WHERE kind in ('announced', 'refused');--> statement-breakpoint
CREATE UNIQUE INDEX "due_release_made" ON "due_release" USING btree ("dataset_id","release_id","kind") WHERE release_id is not null;--> statement-breakpoint
ALTER TABLE "due_release" ADD CONSTRAINT "due_release_of" CHECK (("due_release"."kind" in ('staged', 'made')) = ("due_release"."release_id" is not null));