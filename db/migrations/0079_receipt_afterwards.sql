-- Who has said that they applied a release may give the receipt afterwards. One that was given stays.
CREATE FUNCTION refuse_other_receipt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the receipt of a copy was given' USING ERRCODE = 'check_violation', CONSTRAINT = 'copy_confirmation_receipt_stays';
END $$;
--> statement-breakpoint
CREATE TRIGGER copy_confirmation_receipt_stays BEFORE UPDATE ON copy_confirmation
  FOR EACH ROW WHEN (OLD.receipt IS NOT NULL AND OLD.receipt IS DISTINCT FROM NEW.receipt) EXECUTE FUNCTION refuse_other_receipt();
--> statement-breakpoint
GRANT UPDATE (receipt) ON copy_confirmation TO winnow_app;
