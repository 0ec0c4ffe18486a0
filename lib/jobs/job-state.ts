import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'

/** How the job under a key stands; null where there is none. One that is tried for the last time runs. */
export async function jobState(on: Db | Tx, key: string): Promise<'runs' | 'failed' | null> {
  const [row] = await on.execute<{ runs: boolean }>(sql`
    select attempts < max_attempts or locked_at is not null as runs from graphile_worker.jobs where key = ${key}`)
  return row ? (row.runs ? 'runs' : 'failed') : null
}

/** Whether a job under this key runs, or is going to. */
export const isGoing = async (on: Db | Tx, key: string): Promise<boolean> =>
  (await jobState(on, key)) === 'runs'
