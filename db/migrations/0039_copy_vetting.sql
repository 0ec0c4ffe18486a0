CREATE TABLE "copy_vetting" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dataset_id" uuid NOT NULL,
	"holder_id" uuid NOT NULL,
	"change" text NOT NULL,
	"actor" text NOT NULL,
	"reason" "bytea" NOT NULL,
	"entry_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "copy_vetting_of" UNIQUE("dataset_id","holder_id","id")
);
--> statement-breakpoint
ALTER TABLE "copy_holding" ADD COLUMN "approval_id" uuid;--> statement-breakpoint
ALTER TABLE "copy_vetting" ADD CONSTRAINT "copy_vetting_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "copy_vetting" ADD CONSTRAINT "copy_vetting_holder_id_copy_holder_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."copy_holder"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "copy_vetting_holder" ON "copy_vetting" USING btree ("dataset_id","holder_id","created_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "copy_holding" ADD CONSTRAINT "copy_holding_dataset_id_holder_id_approval_id_copy_vetting_dataset_id_holder_id_id_fk" FOREIGN KEY ("dataset_id","holder_id","approval_id") REFERENCES "public"."copy_vetting"("dataset_id","holder_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Who was checked, and that it was taken back, are facts.
GRANT SELECT, INSERT ON copy_vetting TO winnow_app;
--> statement-breakpoint
GRANT UPDATE (approval_id) ON copy_holding TO winnow_app;
