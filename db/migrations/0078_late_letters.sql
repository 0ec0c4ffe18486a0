CREATE TABLE "takedown_waiting_letter" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"email_hmac" "bytea" NOT NULL,
	"network" text NOT NULL,
	"turn" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "takedown_waiting_letter" ADD CONSTRAINT "takedown_waiting_letter_request_id_takedown_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."takedown_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "takedown_waiting_letter_turn" ON "takedown_waiting_letter" USING btree ("email_hmac","turn","created_at");--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON takedown_waiting_letter TO winnow_app;
