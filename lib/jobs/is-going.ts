import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'

/** Whether a job under this key runs, or is going to. One that is tried for the last time runs; one that failed for good does not. */
export async function isGoing(on: Db | Tx, key: string): Promise<boolean> {
  const [row] = await on.execute<{ goes: boolean }>(sql`
    select attempts < max_attempts or locked_at is not null as goes from graphile_worker.jobs where key = ${key}`)
  return row?.goes ?? false
}
