import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { can } from '@/lib/auth/permissions'
import { failpoint } from '@/lib/runtime/failpoint'
import type { ClaimInput, LeaseInput } from './input'
import { giveBack } from './seats'

/** How long a claim lasts without a sign of life. A page that is looked at renews it each minute. */
export const LEASE_SECONDS = 600

export type ClaimView = {
  /** Null when nothing is left for this reviewer; `whyNothing` says why. */
  caseId: string | null
  leaseId: string | null
  seconds: number
}

/**
 * Hands a reviewer their next case, with one of its slots: the most urgent of the queues they may work in that they have not
 * reviewed, skipped or flagged, of the categories they agreed to and within their limits of today. All of it is asked by
 * `claim_case` in one statement, which waits for nobody. No case: `caseId` is null, and `whyNothing` tells what is in the way.
 */
export async function claimNext(tx: Tx, actor: Member, input: ClaimInput): Promise<ClaimView> {
  const { datasetId } = input
  const visible = can(actor, 'case.view', datasetId)
  authorize(actor, 'case.review', { datasetId, visible, what: 'dataset' })
  const maintains = actor.roles[datasetId]?.includes('maintainer') ?? false
  const [row] = await tx.execute<{ case_id: string; lease_id: string }>(sql`
    select case_id, lease_id from claim_case(${datasetId}, ${actor.id}, ${can(actor, 'case.override', datasetId)}, ${maintains},
      ${input.queueId ?? null}::uuid, ${sql.param(input.held)}::uuid[], ${LEASE_SECONDS})`)
  failpoint('review.claimed')
  return { caseId: row?.case_id ?? null, leaseId: row?.lease_id ?? null, seconds: LEASE_SECONDS }
}

/**
 * The reviewer is still there: their claim lasts for another ten minutes. Answers false when it has ended meanwhile, or its item was taken
 * out of their sight.
 */
export async function renewClaim(tx: Tx, actor: Member, input: LeaseInput): Promise<{ held: boolean }> {
  const renewed = await tx.execute(sql`
    update lease l set expires_at = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    from review_case c
    where l.dataset_id = ${input.datasetId} and l.case_id = ${input.caseId} and l.reviewer_id = ${actor.id} and l.ended_at is null
      and c.dataset_id = l.dataset_id and c.id = l.case_id and not c.restricted
    returning 1`)
  return { held: renewed.length > 0 }
}

/** Gives a claim back unused, as when the page is left. The case may come to the same reviewer again. */
export async function releaseClaim(tx: Tx, actor: Member, input: LeaseInput): Promise<{ released: boolean }> {
  await tx.execute(sql`
    select 1 from review_case where dataset_id = ${input.datasetId} and id = ${input.caseId} for update`)
  const released = await giveBack(tx, { datasetId: input.datasetId, id: input.caseId }, actor.id, 'released')
  failpoint('review.released')
  return { released }
}
