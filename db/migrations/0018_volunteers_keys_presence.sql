CREATE TABLE "keyboard_preference" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"keys" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "case_presence" (
	"dataset_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_presence_dataset_id_case_id_person_id_pk" PRIMARY KEY("dataset_id","case_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "volunteer_application" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dataset_id" uuid NOT NULL,
	"state" text NOT NULL,
	"sealed" "bytea",
	"token_hash" "bytea",
	"expires_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"person_id" uuid,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "volunteer_application_confirmed" CHECK ("volunteer_application"."state" in ('sent', 'lapsed') or "volunteer_application"."confirmed_at" is not null),
	CONSTRAINT "volunteer_application_answered" CHECK (("volunteer_application"."state" in ('accepted', 'declined')) = ("volunteer_application"."answered_at" is not null and "volunteer_application"."answered_by" is not null))
);
--> statement-breakpoint
ALTER TABLE "review_settings" ADD COLUMN "volunteers" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_message" ADD COLUMN "application_id" uuid;--> statement-breakpoint
ALTER TABLE "keyboard_preference" ADD CONSTRAINT "keyboard_preference_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_presence" ADD CONSTRAINT "case_presence_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_presence" ADD CONSTRAINT "case_presence_dataset_id_case_id_review_case_dataset_id_id_fk" FOREIGN KEY ("dataset_id","case_id") REFERENCES "public"."review_case"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_application" ADD CONSTRAINT "volunteer_application_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_application" ADD CONSTRAINT "volunteer_application_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_application" ADD CONSTRAINT "volunteer_application_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "volunteer_application_token" ON "volunteer_application" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "volunteer_application_waiting" ON "volunteer_application" USING btree ("dataset_id","person_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "volunteer_application_person" ON "volunteer_application" USING btree ("person_id");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON keyboard_preference, volunteer_application TO winnow_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON case_presence TO winnow_app;
