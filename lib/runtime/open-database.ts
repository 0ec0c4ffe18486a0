import 'server-only'
import path from 'node:path'
import postgres from 'postgres'
import { closeDatabase, transact } from '@/db/client'
import { migrate } from '@/db/migrate'
import { openEmbeddedPostgres, type EmbeddedPostgres } from '@/lib/runtime/embedded-postgres'
import { env, forgetEnv } from '@/lib/runtime/env'
import { publishFirstPolicy } from '@/lib/policies/first-policy'
import { isPrepared } from '@/lib/runtime/prepare'

export type OpenDatabase = {
  /** Undefined when the operator's own Postgres is used. */
  embedded: EmbeddedPostgres | undefined
  close: () => Promise<void>
}

const DATABASE = 'winnow'

/**
 * Opens the one database of this instance: `DATABASE_URL`, else the embedded server below WINNOW_DATA (joined if it
 * runs, started if not). Brings the schema up to date and leaves in `process.env` the addresses of the product's own
 * roles only. Needs a prepared environment.
 */
export async function openDatabase({ ephemeral = false } = {}): Promise<OpenDatabase> {
  if (isPrepared()) return { embedded: undefined, close: closeDatabase }
  const { databaseUrl, dataDir, key } = env()
  if (!key) throw new Error('WINNOW_KEY is not set')
  const embedded = databaseUrl
    ? undefined
    : await openEmbeddedPostgres({ dir: path.join(dataDir, 'postgres'), ephemeral })
  try {
    if (embedded) await createDatabase(embedded)
    const { appUrl, sequencerUrl } = await migrate(databaseUrl ?? embedded?.url(DATABASE) ?? '', { key })
    process.env.DATABASE_URL = appUrl
    process.env.WINNOW_SEQUENCER_URL = sequencerUrl
    forgetEnv()
    await transact(publishFirstPolicy)
  } catch (error) {
    await closeDatabase()
    await embedded?.close()
    throw error
  }
  return {
    embedded,
    close: async () => {
      await closeDatabase()
      await embedded?.close()
    },
  }
}

async function createDatabase(embedded: EmbeddedPostgres): Promise<void> {
  const admin = postgres(embedded.url('postgres'), { max: 1, onnotice: () => undefined })
  try {
    const [found] = await admin`select 1 from pg_database where datname = ${DATABASE}`
    if (!found) await admin`create database ${admin(DATABASE)}`
  } catch (error) {
    // Two first starts at once: the other one was quicker.
    if (!(error instanceof postgres.PostgresError && ['42P04', '23505'].includes(error.code))) throw error
  } finally {
    await admin.end()
  }
}
