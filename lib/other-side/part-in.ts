import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import { complaint } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { rulesNow } from './rules-named'
import { casesThatRemoved } from './removed-items'

/** By what somebody had a part in what a complaint is about: a standing rule that they made, or a decision. */
export type PartIn = 'dismissRule' | 'dismissDecision'

/**
 * Whether this actor keeps out, or took out, something of what a complaint names: then it is not theirs to dismiss alone (Regulation (EU)
 * 2022/2065 Art. 20(6)). Also what was taken out or kept out since it was filed, as far as it is named by place, id, address or digest; a
 * rule that has ended keeps nothing out. Null for a request that is no complaint, and for anybody who had no part.
 */
export async function partIn(actor: Member, requestId: string, on: Db | Tx = db()): Promise<PartIn | null> {
  const [filed] = await on.select().from(complaint).where(eq(complaint.requestId, requestId))
  if (!filed) return null
  if ((await rulesNow(on, actor, filed)).some(({ own }) => own)) return 'dismissRule'
  const { datasetId, digests, caseIds } = filed
  const cases = await casesThatRemoved(on, datasetId, digests, caseIds)
  return (await tookOut(on, actor, { datasetId, cases })) ? 'dismissDecision' : null
}

/** By a decision of their own, or by their vote for one. */
async function tookOut(
  on: Db | Tx,
  { id }: Member,
  { datasetId, cases }: { datasetId: string; cases: readonly string[] },
): Promise<boolean> {
  const [row] = await on.execute<{ found: boolean }>(sql`
    select exists (
      select from decision d
      where d.dataset_id = ${datasetId} and d.case_id = any (${sql.param([...cases])}::uuid[]) and d.action <> 'keep'
        and (d.decider_id = ${id} or exists (
          select from review v
          where v.dataset_id = d.dataset_id and v.case_id = d.case_id and d.review_ids ? v.id::text
            and v.reviewer_id = ${id}))) as found`)
  return row?.found ?? false
}
