CREATE TABLE "log_cosignature" (
	"size" bigint NOT NULL,
	"witness" text NOT NULL,
	"line" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "log_cosignature_size_witness_pk" PRIMARY KEY("size","witness")
);
--> statement-breakpoint
CREATE TABLE "log_witness" (
	"witness" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"size" bigint NOT NULL,
	"answered_at" timestamp with time zone,
	"failing_since" timestamp with time zone,
	"problem" text
);
--> statement-breakpoint
ALTER TABLE "log_cosignature" ADD CONSTRAINT "log_cosignature_size_log_checkpoint_size_fk" FOREIGN KEY ("size") REFERENCES "public"."log_checkpoint"("size") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "log_cosignature_witness" ON "log_cosignature" USING btree ("witness","size" DESC NULLS LAST);
--> statement-breakpoint
GRANT SELECT ON log_cosignature, log_witness TO winnow_app, winnow_sequencer;
--> statement-breakpoint
GRANT INSERT ON log_cosignature, log_witness TO winnow_sequencer;
--> statement-breakpoint
GRANT UPDATE (size, answered_at, failing_since, problem) ON log_witness TO winnow_sequencer;
--> statement-breakpoint
CREATE TRIGGER log_cosignature_append_only BEFORE UPDATE OR DELETE ON log_cosignature FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER log_cosignature_no_truncate BEFORE TRUNCATE ON log_cosignature FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE log_cosignature ENABLE ALWAYS TRIGGER log_cosignature_append_only, ENABLE ALWAYS TRIGGER log_cosignature_no_truncate;
