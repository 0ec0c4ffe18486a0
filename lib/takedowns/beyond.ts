import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { fuzzyWaiting } from './candidates'
import { appealedAt } from './said'

/**
 * Of a text: rows that are nearly it, beyond those in hand. `left`: a lead decided not to look at them, and nobody has contested that, or looked
 * further, since.
 */
export type Beyond = { targetId: string; rows: number; left: boolean }

/** What more rows are nearly than are in hand. While the files are read nobody knows how many. */
export async function beyondOf(on: Db | Tx, requestId: string): Promise<Beyond[]> {
  const rows = await on.execute<Beyond>(sql`
    select b."targetId", b.rows::int as rows, exists (
      select from takedown_event e
      where e.request_id = ${requestId} and e.type = 'reach_narrowed' and e.data ->> 'target' = b."targetId"::text
        and e.data ? 'left' and e.ordinal > ${appealedAt(requestId)}
        and not exists (
          select from takedown_event m
          where m.request_id = e.request_id and m.ordinal > e.ordinal and m.type = 'matched'
            and m.data -> 'broad' ? b."targetId"::text)) as left
    from (
      select t.id as "targetId", t.rows - (
        select coalesce(sum(c.rows), 0) from takedown_candidate c
        where c.dataset_id = r.dataset_id and c.request_id = r.id and c.target_id = t.id) as rows
      from takedown_target t join takedown_request r on r.id = t.request_id
      where t.request_id = ${requestId} and t.kind = 'near' and t.state <> 'pending') b
    where b.rows > 0`)
  return [...rows]
}

/** Whether what is only like a text waits for somebody's look: an item in hand, or rows beyond those. */
export const waitsForLook = async (on: Db | Tx, requestId: string): Promise<boolean> =>
  (await fuzzyWaiting(on, requestId)) > 0 || (await beyondOf(on, requestId)).some(({ left }) => !left)
