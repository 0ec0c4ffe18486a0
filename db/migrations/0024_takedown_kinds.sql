ALTER TYPE "public"."takedown_kind" ADD VALUE 'counter_notice';--> statement-breakpoint
ALTER TYPE "public"."takedown_kind" ADD VALUE 'licence';--> statement-breakpoint
ALTER TYPE "public"."takedown_kind" ADD VALUE 'publicity';--> statement-breakpoint
ALTER TYPE "public"."takedown_kind" ADD VALUE 'court_order';--> statement-breakpoint
ALTER TYPE "public"."takedown_kind" ADD VALUE 'retraction';--> statement-breakpoint
ALTER TABLE "takedown_request" ADD COLUMN "form" text;