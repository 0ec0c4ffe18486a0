CREATE TABLE "release_rule" (
	"dataset_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	CONSTRAINT "release_rule_dataset_id_release_id_rule_id_pk" PRIMARY KEY("dataset_id","release_id","rule_id")
);
--> statement-breakpoint
ALTER TABLE "release_rule" ADD CONSTRAINT "release_rule_rule_id_suppression_rule_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."suppression_rule"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_rule" ADD CONSTRAINT "release_rule_dataset_id_release_id_release_dataset_id_id_fk" FOREIGN KEY ("dataset_id","release_id") REFERENCES "public"."release"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
GRANT SELECT, INSERT ON release_rule TO winnow_app;
