import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { LockedCase } from './case-row'

/*
 * A claim that ran out ends when somebody asks for a next case of its dataset (`end_due_leases`). Whoever comes to the case by another way,
 * or only looks how many wait, must not find its slot taken until then: perhaps nobody asks, because nothing seems to wait.
 */

/** Whether what was done with claim `l` is held, so that it can be taken back. Such a claim lasts until that is carried out. */
export const isHeld: SQL = sql`exists (
  select from held_vote v
  where v.dataset_id = l.dataset_id and v.case_id = l.case_id and v.reviewer_id = l.reviewer_id and v.refused is null)`

/** Whether claim `l` ran out. */
export const isRanOut: SQL = sql`(l.ended_at is null and l.expires_at < clock_timestamp() and not ${isHeld})`

/** Of the open round of case `c`, for a lateral join: `slots` that are taken by claims that ran out, and how many of these are kept for leads. */
export const ranOutOf: SQL = sql`(
  select count(*)::integer as slots, count(*) filter (where l.for_lead)::integer as leads
  from lease l
  where l.dataset_id = c.dataset_id and l.case_id = c.id and l.round = c.round and ${isRanOut})`

/**
 * Ends the claims of a case that ran out, and answers it as it is then. The caller holds the case: whoever ends one of them at this moment
 * for a claim of their own holds it too, and one that is being renewed is passed by.
 */
export async function endRanOut(tx: Tx, found: LockedCase): Promise<LockedCase> {
  const { datasetId, id, round } = found
  await tx.execute(sql`
    select give_back_slots(${datasetId}, array(
      select l.id from lease l
      where l.dataset_id = ${datasetId} and l.case_id = ${id} and l.round = ${round} and ${isRanOut}
      for update skip locked), 'expired')`)
  const [row] = await tx.execute<Pick<LockedCase, 'taken' | 'reserved'>>(
    sql`select taken, reserved from review_case where dataset_id = ${datasetId} and id = ${id}`,
  )
  return { ...found, ...row }
}
