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

/** How many open cases a bench of the review begins with. */
export const CASES = Number(process.env.WINNOW_BENCH_CASES ?? 1_000_000)

export type CasesWorld = { owner: postgres.Sql; app: Database; appUrl: string; world: World }

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
    const { appUrl } = await migrate(server.url('winnow_bench'), { key })
    const owner = postgres(server.url('winnow_bench'), { max: connections, onnotice: () => undefined })
    const app = connect(appUrl, { max: connections })
    try {
      const world = await reviewWorld(app.db)
      await transact((tx) => ensureQueues(tx, world.datasetId), app.db)
      await manyCases(owner, world, CASES, 'cases')
      await owner`vacuum analyze review_case`
      return await work({ owner, app, appUrl, world })
    } finally {
      await app.close()
      await owner.end()
    }
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
