-- Targets that were named before migration 0043 have no source: a job notes it, because it stands in what is sealed.
GRANT UPDATE (source) ON takedown_target TO winnow_app;
--> statement-breakpoint
DO $$
BEGIN
  IF EXISTS (SELECT FROM takedown_target WHERE source IS NULL) THEN
    PERFORM graphile_worker.add_job('takedown.name-sources', '{}'::json, max_attempts => 8);
  END IF;
END $$;
