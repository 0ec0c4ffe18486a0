ALTER TABLE "dsa_statement" DROP CONSTRAINT "dsa_statement_puid_form";--> statement-breakpoint
ALTER TABLE "dsa_statement" ADD CONSTRAINT "dsa_statement_puid_form" CHECK ("dsa_statement"."puid" ~ '^[a-zA-Z0-9_-]+$' and length("dsa_statement"."puid") <= 500);--> statement-breakpoint
-- What people decided to publish, and what was handed out, stays as it was written: also when somebody else than the product writes.
DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['register_fact', 'dsa_statement'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', fact || '_append_only', fact);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', fact, fact || '_append_only');
  END LOOP;
END $$;
