import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { LockedRequest } from './request-row'
import { needsSecond } from './second'

/** Notes which decisions an answer is about: those in force about the items of the request. */
export async function noteTold(tx: Tx, { id, datasetId }: LockedRequest): Promise<void> {
  await tx.execute(sql`
    update takedown_match m set told = c.decision_id
    from review_case c
    where m.dataset_id = ${datasetId} and m.request_id = ${id}
      and c.dataset_id = m.dataset_id and c.id = m.case_id and m.told is distinct from c.decision_id`)
}

/**
 * Whether a case is decided otherwise than whoever asked was told: another action, another reason, other places. Of a legal kind any
 * other decision is, for a second person agreed to the one before. What the requester took back, and what was put back because of it,
 * they were told of.
 */
export async function isOtherwise(
  tx: Tx,
  { id, datasetId, kind }: LockedRequest,
  caseId: string,
): Promise<boolean> {
  const [row] = await tx.execute<{ otherwise: boolean }>(sql`
    select exists (
      select from takedown_match m
      join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
      join decision told on told.dataset_id = m.dataset_id and told.id = m.told
      join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
      where m.dataset_id = ${datasetId} and m.request_id = ${id} and m.case_id = ${caseId} and d.id <> told.id
        and (${needsSecond(kind)} or (d.action, d.reason_code, d.territories) is distinct from (told.action, told.reason_code, told.territories))
        and not exists (
          select from retracted_match x
          where x.dataset_id = m.dataset_id and x.request_id = m.request_id and x.target_id = m.target_id and x.digest = m.digest)
        and not exists (
          select from takedown_reversal v
          where v.dataset_id = d.dataset_id and v.decision_id = d.id and v.request_id = m.request_id)
        -- Put back for it: what is decided about that later is decided for others.
        and not exists (
          select from counter_notice n
          where n.of_request_id = m.request_id and n.state = 'restored' and m.case_id = any (n.case_ids))) as otherwise`)
  return row?.otherwise ?? false
}
