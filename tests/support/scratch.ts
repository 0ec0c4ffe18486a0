import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { closeDatabase } from '@/db/client'
import { migrate } from '@/db/migrate'
import { openEmbeddedPostgres } from '@/lib/runtime/embedded-postgres'

export type Scratch = { folder: string; [Symbol.asyncDispose](): Promise<void> }

/**
 * A product world that lasts as long as a measurement: a Postgres of its own, migrated, an empty data folder, and the
 * environment set to both, for this process and those it starts.
 *
 * @param durable fsync on, as in production: for figures
 */
export async function openScratch(purpose: string, { durable = false } = {}): Promise<Scratch> {
  const folder = mkdtempSync(path.join(tmpdir(), `winnow-${purpose}-`))
  const settings = durable ? { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' } : undefined
  const server = await openEmbeddedPostgres({ dir: path.join(folder, 'pg'), ephemeral: true, settings })
  const key = randomBytes(32).toString('base64url')
  const admin = postgres(server.url('postgres'), { max: 1, onnotice: () => undefined })
  await admin`create database winnow_scratch`
  await admin.end()
  const { appUrl, sequencerUrl } = await migrate(server.url('winnow_scratch'), { key })
  Object.assign(process.env, {
    DATABASE_URL: appUrl,
    WINNOW_SEQUENCER_URL: sequencerUrl,
    WINNOW_KEY: key,
    WINNOW_DATA: path.join(folder, 'data'),
    WINNOW_MODE: 'demo',
    WINNOW_LOG_ORIGIN: 'log.scratch.invalid/winnow',
  })
  return {
    folder,
    async [Symbol.asyncDispose]() {
      await closeDatabase()
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
