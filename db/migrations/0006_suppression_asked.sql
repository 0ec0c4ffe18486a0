CREATE TABLE "suppression_asked" (
	"dataset_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" "suppression_kind" NOT NULL,
	"hmac" "bytea" NOT NULL,
	"request_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "suppression_asked_dataset_id_case_id_kind_hmac_pk" PRIMARY KEY("dataset_id","case_id","kind","hmac"),
	CONSTRAINT "suppression_asked_hmac_length" CHECK (octet_length("suppression_asked"."hmac") = 32)
);
--> statement-breakpoint
ALTER TABLE "suppression_asked" ADD CONSTRAINT "suppression_asked_dataset_id_case_id_review_case_dataset_id_id_fk" FOREIGN KEY ("dataset_id","case_id") REFERENCES "public"."review_case"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decision_of_sources" ON "decision" USING btree ("dataset_id","case_id") WHERE scope = 'source';
--> statement-breakpoint
GRANT SELECT, INSERT ON suppression_asked TO winnow_app;
