import 'server-only'
import path from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { Logger, runMigrations } from 'graphile-worker'
import postgres from 'postgres'
import { ensureRoles, roleUrl } from '@/db/roles'

/** The only addresses the running product gets. */
export type RunningUrls = { appUrl: string; sequencerUrl: string }

/** An operator's mistake, in one sentence; `cause` is what Postgres said. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/**
 * Brings the database at `adminUrl` to the newest schema: roles, tables (as winnow_owner), job queue, grants. Idempotent
 * and safe when several start at once (advisory lock). `key` is WINNOW_KEY. Throws {@link MigrationError}.
 */
export async function migrate(adminUrl: string, { key }: { key: string }): Promise<RunningUrls> {
  const admin = postgres(adminUrl, { max: 1, connect_timeout: 15, onnotice: () => undefined })
  try {
    await requireVersion(admin)
    await admin`select pg_advisory_lock(hashtextextended('winnow.migrate', 0))`
    await ensureRoles(admin, adminUrl, key)
    await migrateTables(adminUrl)
    await migrateJobs(adminUrl)
  } catch (error) {
    throw explained(error, adminUrl)
  } finally {
    await admin.end({ timeout: 5 }) // closes the session, and with it the advisory lock
  }
  return {
    appUrl: roleUrl(adminUrl, 'winnow_app', key),
    sequencerUrl: roleUrl(adminUrl, 'winnow_sequencer', key),
  }
}

async function requireVersion(admin: postgres.Sql): Promise<void> {
  const [row] = await admin<
    { version: number }[]
  >`select current_setting('server_version_num')::int as version`
  if (row && row.version < 160_000) throw new MigrationError('Winnow needs Postgres 16 or newer.')
}

async function migrateTables(adminUrl: string): Promise<void> {
  const owner = postgres(adminUrl, {
    max: 1,
    onnotice: () => undefined,
    connection: { role: 'winnow_owner' },
  })
  try {
    await applyMigrations(drizzle(owner), { migrationsFolder: path.join(import.meta.dirname, 'migrations') })
  } finally {
    await owner.end({ timeout: 5 })
  }
}

/**
 * The queue's tables, and what winnow_app may do with them: add jobs inside its transactions and run them. The tables
 * have row security switched on without a policy, which shuts out everybody but their owner.
 */
async function migrateJobs(adminUrl: string): Promise<void> {
  const url = new URL(adminUrl)
  url.searchParams.set('options', '-c role=winnow_owner')
  await runMigrations({ connectionString: url.href, logger: new Logger(() => () => undefined) })
  const owner = postgres(adminUrl, {
    max: 1,
    onnotice: () => undefined,
    connection: { role: 'winnow_owner' },
  })
  try {
    await owner.unsafe(`
      GRANT USAGE ON SCHEMA graphile_worker TO winnow_app;
      GRANT SELECT ON ALL TABLES IN SCHEMA graphile_worker TO winnow_app;
      GRANT INSERT, UPDATE, DELETE ON graphile_worker._private_jobs, graphile_worker._private_job_queues,
        graphile_worker._private_tasks, graphile_worker._private_known_crontabs TO winnow_app;
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO winnow_app;
      DO $$
      DECLARE
        job_table text;
      BEGIN
        FOR job_table IN
          SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE nspname = 'graphile_worker' AND relkind = 'r' AND relrowsecurity
            AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid AND polname = 'winnow_app')
        LOOP
          EXECUTE format('CREATE POLICY winnow_app ON graphile_worker.%I TO winnow_app USING (true) WITH CHECK (true)', job_table);
        END LOOP;
      END $$`)
  } finally {
    await owner.end({ timeout: 5 })
  }
}

function explained(error: unknown, adminUrl: string): unknown {
  const fault = error instanceof Error && error.cause instanceof postgres.PostgresError ? error.cause : error
  const sentence =
    fault instanceof Error && 'code' in fault ? sentenceFor(String(fault.code), new URL(adminUrl)) : undefined
  return sentence ? new MigrationError(sentence, { cause: error }) : error
}

function sentenceFor(code: string, { hostname, port, username, pathname }: URL): string | undefined {
  const server = `${hostname}:${port || 5432}`
  switch (code) {
    case '42501':
      return `The role "${username}" of DATABASE_URL may not set up the database: it must own it and have CREATEROLE (ALTER ROLE "${username}" CREATEROLE), or be a superuser. Only start and migrate use it; the running product gets two roles of its own.`
    case '28P01':
    case '28000':
      return `Postgres at ${server} refuses the role "${username}" of DATABASE_URL: wrong name or password.`
    case '3D000':
      return `Postgres at ${server} has no database ${pathname.slice(1)}; create it first (CREATE DATABASE).`
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'CONNECT_TIMEOUT':
      return `Nothing answers as Postgres at ${server}; check DATABASE_URL.`
    case '53100':
      return `The disk of Postgres at ${server} is full.`
    default:
      return undefined
  }
}
