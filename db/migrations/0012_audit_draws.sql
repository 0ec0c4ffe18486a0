ALTER TYPE "public"."site_role" ADD VALUE 'auditor';--> statement-breakpoint
CREATE TABLE "audit_draw" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dataset_id" uuid,
	"k" integer NOT NULL,
	"from_index" bigint NOT NULL,
	"to_index" bigint NOT NULL,
	"witness" text,
	"announced_by" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_draw_range" CHECK ("audit_draw"."from_index" >= 0 and "audit_draw"."from_index" < "audit_draw"."to_index"),
	CONSTRAINT "audit_draw_k" CHECK ("audit_draw"."k" > 0)
);
--> statement-breakpoint
CREATE TABLE "audit_drawn" (
	"draw_id" uuid NOT NULL,
	"index" bigint NOT NULL,
	CONSTRAINT "audit_drawn_draw_id_index_pk" PRIMARY KEY("draw_id","index")
);
--> statement-breakpoint
CREATE TABLE "audit_seed" (
	"draw_id" uuid PRIMARY KEY NOT NULL,
	"checkpoint" text NOT NULL,
	"size" bigint NOT NULL,
	"seed" "bytea" NOT NULL,
	"among" bigint NOT NULL,
	"entry_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_seed_length" CHECK (octet_length("audit_seed"."seed") = 32)
);
--> statement-breakpoint
CREATE TABLE "audit_view" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"draw_id" uuid NOT NULL,
	"index" bigint NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_draw" ADD CONSTRAINT "audit_draw_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_drawn" ADD CONSTRAINT "audit_drawn_draw_id_audit_draw_id_fk" FOREIGN KEY ("draw_id") REFERENCES "public"."audit_draw"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_seed" ADD CONSTRAINT "audit_seed_draw_id_audit_draw_id_fk" FOREIGN KEY ("draw_id") REFERENCES "public"."audit_draw"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_view" ADD CONSTRAINT "audit_view_draw_id_audit_draw_id_fk" FOREIGN KEY ("draw_id") REFERENCES "public"."audit_draw"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_view" ADD CONSTRAINT "audit_view_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_draw_entry" ON "audit_draw" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "audit_draw_age" ON "audit_draw" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "audit_view_of" ON "audit_view" USING btree ("draw_id","index","person_id");--> statement-breakpoint
GRANT SELECT, INSERT ON audit_draw, audit_seed, audit_drawn, audit_view TO winnow_app;
--> statement-breakpoint
CREATE TRIGGER audit_draw_append_only BEFORE UPDATE OR DELETE ON audit_draw FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_draw_no_truncate BEFORE TRUNCATE ON audit_draw FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE audit_draw ENABLE ALWAYS TRIGGER audit_draw_append_only, ENABLE ALWAYS TRIGGER audit_draw_no_truncate;
--> statement-breakpoint
CREATE TRIGGER audit_seed_append_only BEFORE UPDATE OR DELETE ON audit_seed FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_seed_no_truncate BEFORE TRUNCATE ON audit_seed FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE audit_seed ENABLE ALWAYS TRIGGER audit_seed_append_only, ENABLE ALWAYS TRIGGER audit_seed_no_truncate;
--> statement-breakpoint
CREATE TRIGGER audit_drawn_append_only BEFORE UPDATE OR DELETE ON audit_drawn FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_drawn_no_truncate BEFORE TRUNCATE ON audit_drawn FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE audit_drawn ENABLE ALWAYS TRIGGER audit_drawn_append_only, ENABLE ALWAYS TRIGGER audit_drawn_no_truncate;
--> statement-breakpoint
CREATE TRIGGER audit_view_append_only BEFORE UPDATE OR DELETE ON audit_view FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_view_no_truncate BEFORE TRUNCATE ON audit_view FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE audit_view ENABLE ALWAYS TRIGGER audit_view_append_only, ENABLE ALWAYS TRIGGER audit_view_no_truncate;
