import 'server-only'
import path from 'node:path'
import postgres from 'postgres'
import { closeDatabase, transact } from '@/db/client'
import { migrate, type RunningUrls } from '@/db/migrate'
import { finishReplays } from '@/lib/erasure/replay'
import { checkHead } from '@/lib/log/check-head'
import { LogHeadError } from '@/lib/log/head-error'
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
 * roles only. A database that is behind its own log is opened read-only. Needs a prepared environment.
 */
export async function openDatabase({ ephemeral = false } = {}): Promise<OpenDatabase> {
  if (isPrepared()) return { embedded: undefined, close: closeDatabase }
  const server = await openServer({ ephemeral })
  try {
    takeAddresses(await migrate(server.adminUrl, server))
    await finishReplays((step) => console.error(`Erasing again after a restore: ${step}`))
    await readOnlyIfBehind()
    if (process.env.WINNOW_READ_ONLY !== '1') await transact(publishFirstPolicy)
  } catch (error) {
    await closeDatabase()
    await server.close()
    throw error
  }
  return {
    embedded: server.embedded,
    close: async () => {
      await closeDatabase()
      await server.close()
    },
  }
}

export type OpenServer = {
  adminUrl: string
  key: string
  embedded: EmbeddedPostgres | undefined
  close: () => Promise<void>
}

/** The server alone, as its administrator: for what sets a database up. */
export async function openServer({ ephemeral = false } = {}): Promise<OpenServer> {
  const { databaseUrl, dataDir, key } = env()
  if (!key) throw new Error('WINNOW_KEY is not set')
  if (databaseUrl) return { adminUrl: databaseUrl, key, embedded: undefined, close: () => Promise.resolve() }
  const embedded = await openEmbeddedPostgres({ dir: path.join(dataDir, 'postgres'), ephemeral })
  try {
    await createDatabase(embedded)
  } catch (error) {
    await embedded.close()
    throw error
  }
  return { adminUrl: embedded.url(DATABASE), key, embedded, close: () => embedded.close() }
}

/** From here on this process, and those it starts, are the product's own roles. */
export function takeAddresses({ appUrl, sequencerUrl }: RunningUrls): void {
  process.env.DATABASE_URL = appUrl
  process.env.WINNOW_SEQUENCER_URL = sequencerUrl
  forgetEnv()
}

/** Whatever else is wrong with the log, the worker refuses for; being behind is what `winnow log recover` is for. */
async function readOnlyIfBehind(): Promise<void> {
  try {
    await checkHead()
  } catch (error) {
    if (!(error instanceof LogHeadError)) throw error
    if (error.code !== 'behind') return
    console.error(`winnow: ${error.message}`)
    console.error(
      'winnow: It is opened read-only until `winnow log recover` has brought back what is missing.',
    )
    process.env.WINNOW_READ_ONLY = '1'
    // What has been opened so far may write.
    await closeDatabase()
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
