import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { ENTRY_DATASET, ENTRY_TYPE } from '@/db/schema/log'

/** Indices of the entries that can be drawn, in their order: `isDrawable` of select.ts, asked of the stored entries. */
export async function population(
  on: Db | Tx,
  { from, to, dataset }: { from: number; to: number; dataset: string | null },
): Promise<number[]> {
  const which =
    dataset === null
      ? sql`${sql.raw(ENTRY_TYPE)} in ('decision', 'sealed')`
      : sql`${sql.raw(ENTRY_TYPE)} = 'decision' and ${sql.raw(ENTRY_DATASET)} = ${dataset}`
  const rows = await on.execute<{ idx: number }>(sql`
    select idx::float8 as idx from log_entry where idx >= ${from} and idx < ${to} and ${which} order by log_entry.idx`)
  return rows.map(({ idx }) => idx)
}
