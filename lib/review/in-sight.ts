import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { reportInSight } from '@/db/schema'

/**
 * Whether report `r` leaves the item of case `c` in sight still: nobody hid it since, and it is of the round that is open. What was decided
 * about meanwhile, or left in sight in an earlier round, is none of it.
 */
export const stillInSight: SQL = sql`(
  c.dataset_id = r.dataset_id and c.id = r.case_id and c.round = r.round and c.status = 'open' and r.hidden_at is null)`

/** Leaves the items of this case in sight, for now. The caller holds the case, and works out anew what is hidden (restrictItems). */
export async function leaveInSight(
  tx: Tx,
  at: { datasetId: string; caseId: string; round: number; personId: string },
): Promise<void> {
  await tx.insert(reportInSight).values(at).onConflictDoNothing()
}

/** Ends that, by an officer's press or because somebody else says the same of the item. Answers how many were in sight. As above. */
export async function endInSight(
  tx: Tx,
  datasetId: string,
  caseIds: readonly string[],
  officerId: string | null = null,
): Promise<number> {
  if (caseIds.length === 0) return 0
  const ended = await tx.execute(sql`
    update report_in_sight r set hidden_at = now(), hidden_by = ${officerId}
    from review_case c
    where r.dataset_id = ${datasetId} and r.case_id = any (${sql.param([...caseIds])}::uuid[]) and ${stillInSight}
    returning 1`)
  return ended.length
}

export type InSight = { by: string; at: Date }

/** Who reported the case beyond what they hide, under their public name, and when; null where the item is hidden, or decided about. */
export async function inSightOf(
  on: Db | Tx,
  { datasetId, id }: { datasetId: string; id: string },
): Promise<InSight | null> {
  const [row] = await on.execute<{ by: string; at: string }>(sql`
    select p.pseudonym as by, r.created_at as at
    from review_case c
    join report_in_sight r on ${stillInSight}
    join person p on p.id = r.person_id
    where c.dataset_id = ${datasetId} and c.id = ${id}`)
  return row ? { by: row.by, at: new Date(row.at) } : null
}
