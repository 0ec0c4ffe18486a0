import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import type { takedownBulk } from '@/db/schema'
import { reachesFar, secondPersonOf } from '@/lib/takedowns/second-person'

/** What is decided within so many days counts as one: many small ones are a large one. */
export const TOGETHER_DAYS = 7

/**
 * Whether a bulk decision needs a second person: it leaves out more than the limits of its dataset, by itself or together with what
 * was started there in the last days, by whomever, without anybody's second word. Whatever came of those: an undo gives no room for more.
 */
export async function needsSomebodyElse(
  on: Db | Tx,
  {
    datasetId,
    id,
    kind,
    action,
    rows,
    ofRows,
  }: Pick<typeof takedownBulk.$inferSelect, 'datasetId' | 'id' | 'kind' | 'action' | 'rows' | 'ofRows'>,
): Promise<boolean> {
  if (kind !== 'decide' || action !== 'remove') return false
  const [before] = await on.execute<{ rows: number }>(sql`
    select coalesce(sum(rows), 0)::float8 as rows from takedown_bulk
    where dataset_id = ${datasetId} and id <> ${id} and kind = 'decide' and action = 'remove' and second_by is null
      and started_at > now() - make_interval(days => ${TOGETHER_DAYS})`)
  return reachesFar({ rows: rows + (before?.rows ?? 0), ofRows }, await secondPersonOf(datasetId, on))
}
