import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { connect, type Database, transact } from '@/db/client'
import { migrate } from '@/db/migrate'
import { ensureQueues } from '@/lib/review/queues'
import { openEmbeddedPostgres } from '@/lib/runtime/embedded-postgres'
import { manyCases } from '@/tests/db/review-shift'
import { reviewWorld, type World } from '@/tests/db/review-world'
import { scaled } from './scale'

/** How many open cases a bench of the review begins with. */
export const CASES = Number(process.env.WINNOW_BENCH_CASES ?? scaled(1_000_000))

export type CasesWorld = {
  owner: postgres.Sql
  ownerUrl: string
  app: Database
  appUrl: string
  world: World
  /** What seals what people wrote. */
  key: string
}

/** A Postgres of its own, with fsync on, in which a dataset has a million open cases; gone when `work` is done. */
export async function withCases<T>(
  work: (cases: CasesWorld) => Promise<T>,
  { connections = 10 }: { connections?: number } = {},
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'winnow-bench-cases-'))
  const settings = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' }
  const server = await openEmbeddedPostgres({ dir: path.join(folder, 'pg'), ephemeral: true, settings })
  try {
    const key = (process.env.WINNOW_KEY ??= randomBytes(32).toString('base64url'))
    const admin = postgres(server.url('postgres'), { max: 1, onnotice: () => undefined })
    await admin`create database winnow_bench`
    await admin.end()
    const ownerUrl = server.url('winnow_bench')
    const { appUrl } = await migrate(ownerUrl, { key })
    const owner = postgres(ownerUrl, { max: connections, onnotice: () => undefined })
    const app = connect(appUrl, { max: connections })
    try {
      const world = await reviewWorld(app.db)
      await transact((tx) => ensureQueues(tx, world.datasetId), app.db)
      await manyCases(owner, world, CASES, 'cases')
      await owner`vacuum analyze review_case`
      return await work({ owner, ownerUrl, app, appUrl, world, key })
    } finally {
      await app.close()
      await owner.end()
    }
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
