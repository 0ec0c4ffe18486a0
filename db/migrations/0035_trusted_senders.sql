CREATE TABLE "sender" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sealed" "bytea",
	"token_hash" "bytea" NOT NULL,
	"kinds" text[] NOT NULL,
	"dataset_id" uuid,
	"per_hour" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_by" uuid,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sender_call" (
	"sender_id" uuid NOT NULL,
	"key" "bytea" NOT NULL,
	"body_hash" "bytea" NOT NULL,
	"request_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sender_call_sender_id_key_pk" PRIMARY KEY("sender_id","key")
);
--> statement-breakpoint
ALTER TABLE "sender" ADD CONSTRAINT "sender_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sender" ADD CONSTRAINT "sender_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sender" ADD CONSTRAINT "sender_revoked_by_person_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sender_call" ADD CONSTRAINT "sender_call_sender_id_sender_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."sender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sender_call" ADD CONSTRAINT "sender_call_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sender_token" ON "sender" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sender_call_request" ON "sender_call" USING btree ("request_id");--> statement-breakpoint
-- What a sender may do is never changed: it is revoked and another is made.
GRANT SELECT, INSERT, UPDATE (sealed, revoked_by, revoked_at) ON sender TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON sender_call TO winnow_app;
