import 'server-only'
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { decision, suppressionAsked, takedownReversal } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { policyInForce } from '@/lib/policies/queries'
import { type LockedCase, lockCase } from '@/lib/review/case-row'
import { resolve } from '@/lib/review/resolve'
import { beginRound } from '@/lib/review/rounds'
import { findingsNow } from '@/lib/review/seen'
import { endRulesInEffect } from '@/lib/suppression/end-in-effect'
import type { LockedRequest } from '@/lib/takedowns/request-row'
import { upheld } from './upheld'

export type Because = (typeof takedownReversal.$inferSelect)['because']

/** Why a decision stays although the request it was made on falls away. */
export const STAYS = ['flagged', 'other_request', 'same_request', 'before', 'court', 'open', 'kept'] as const
export type Stays = (typeof STAYS)[number]

export type Reversed = { caseIds: string[]; stays: Partial<Record<Stays, number>> }

/** In place of a reason of the policy: nobody has judged the item anew. */
export const REASON: Record<Because, string> = {
  put_back: 'put-back',
  retraction: 'retracted',
  lift: 'lifted',
}

type Which = {
  because: Because
  caseIds: readonly string[]
  /** Cases that the same request still asks about, by another of its targets. */
  stillAsked?: ReadonlySet<string>
  /** Cases that a court keeps down. */
  inCourt?: ReadonlySet<string>
}

/**
 * Supersedes the decisions that rest on this request alone by what stood before it: an earlier decision, else `keep`. One that rests on a
 * flag or on somebody else's request as well stays, and so does what was decided before the request came. A request that nobody has
 * decided keeps nothing from being put back, for anybody can send one; what it asks about is put before people again. The caller
 * holds the request's lock.
 */
export async function reverse(
  tx: Tx,
  actor: Actor,
  request: LockedRequest,
  { because, caseIds, stillAsked, inCourt }: Which,
): Promise<Reversed> {
  const policy = await policyInForce(tx, request.datasetId)
  const reversed: Reversed = { caseIds: [], stays: {} }
  for (const caseId of await inLockOrder(tx, request.datasetId, caseIds)) {
    const found = await lockCase(tx, request.datasetId, caseId)
    if (!found) throw new Error('a case of a request is gone')
    const rests = await restsOn(tx, request, found)
    const stays = stillAsked?.has(caseId)
      ? 'same_request'
      : inCourt?.has(caseId)
        ? 'court'
        : whyItStays(found, rests, because)
    if (stays) {
      reversed.stays[stays] = (reversed.stays[stays] ?? 0) + 1
      continue
    }
    const { decisionId, supersedes } = await resolve(tx, actor, {
      ...(await outcomeBefore(tx, request, found, because)),
      ...{ found, kind: 'reversal', policy, seen: await findingsNow(tx, found) },
    })
    if (!supersedes) throw new Error('a reversal of nothing')
    await tx.insert(takedownReversal).values({
      ...{ datasetId: request.datasetId, decisionId, reversedId: supersedes },
      ...{ caseId, requestId: request.id, because },
    })
    await endRulesInEffect(tx, actor, request, [caseId])
    // Nobody asks for it any more: a later decision on the case makes no rule of it.
    await tx
      .delete(suppressionAsked)
      .where(
        and(
          eq(suppressionAsked.datasetId, request.datasetId),
          eq(suppressionAsked.caseId, caseId),
          eq(suppressionAsked.requestId, request.id),
        ),
      )
    if (found.status === 'open' || rests.undecided) await beginRound(tx, request.datasetId, [caseId])
    reversed.caseIds.push(caseId)
  }
  return reversed
}

/** By item and category: as everybody locks them. */
async function inLockOrder(tx: Tx, datasetId: string, caseIds: readonly string[]): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from review_case where dataset_id = ${datasetId} and id = any (${sql.param([...caseIds])}::uuid[])
    order by digest, category`)
  return rows.map(({ id }) => id)
}

function whyItStays(found: LockedCase, rests: Rests, because: Because): Stays | null {
  if (found.status === 'open' && because !== 'put_back') return 'open'
  if (!found.inForce || found.inForce.action === 'keep') return 'kept'
  if (rests.before) return 'before'
  if (rests.followed || (rests.undecided && because !== 'put_back')) return 'other_request'
  return rests.flagged ? 'flagged' : null
}

/**
 * What the decision in force rests on beside the request. `followed`: somebody else's, which was upheld and still holds what it asked for;
 * `undecided`: somebody else's, which waits for an answer.
 */
type Rests = Record<'before' | 'flagged' | 'followed' | 'undecided', boolean>

async function restsOn(tx: Tx, request: LockedRequest, found: LockedCase): Promise<Rests> {
  const [facts] = await tx.execute<Rests>(sql`
    with asking as (
      select r.id, (${upheld('r')}) as upheld
      from takedown_match m
      join takedown_request r on r.id = m.request_id
      where m.dataset_id = ${request.datasetId} and m.case_id = ${found.id} and m.request_id <> ${request.id}
        and r.status::text not in ('email_unverified', 'expired', 'withdrawn', 'rejected', 'retracted', 'restored', 'no_match', 'no_action')
        and not exists (
          select from retracted_match x
          where x.dataset_id = m.dataset_id and x.request_id = m.request_id and x.target_id = m.target_id and x.digest = m.digest)
        and not exists (
          select from takedown_reversal v where v.dataset_id = m.dataset_id and v.case_id = m.case_id and v.request_id = m.request_id)
        and not exists (
          select from counter_notice n where n.of_request_id = r.id and n.state = 'restored' and m.case_id = any (n.case_ids)))
    select
      coalesce((select d.created_at from decision d where d.dataset_id = c.dataset_id and d.id = c.decision_id)
        < (select min(m.created_at) from takedown_match m where m.dataset_id = c.dataset_id and m.case_id = c.id and m.request_id = ${request.id}), false)
        as before,
      exists (
        select from flag f where f.dataset_id = c.dataset_id and f.digest = c.digest and f.category = c.category and f.source <> 'takedown'
      ) as flagged,
      exists (select from asking where upheld) as followed,
      exists (select from asking where not upheld) as undecided
    from review_case c where c.dataset_id = ${request.datasetId} and c.id = ${found.id}`)
  if (!facts) throw new Error('a locked case is gone')
  return facts
}

/** The last decision that was made before the request came; of a case that it opened, that the item stays. */
async function outcomeBefore(tx: Tx, request: LockedRequest, found: LockedCase, because: Because) {
  const [earlier] = await tx
    .select()
    .from(decision)
    .where(
      and(
        eq(decision.datasetId, request.datasetId),
        eq(decision.caseId, found.id),
        lt(
          decision.createdAt,
          sql`(select min(created_at) from takedown_match where dataset_id = ${request.datasetId} and case_id = ${found.id} and request_id = ${request.id})`,
        ),
      ),
    )
    .orderBy(desc(decision.createdAt))
    .limit(1)
  if (!earlier) return { action: 'keep' as const, reasonCode: REASON[because], spans: [] }
  return {
    action: earlier.action,
    reasonCode: earlier.reasonCode,
    spans: earlier.spans,
    label: earlier.label ?? undefined,
    territories: earlier.territories ?? undefined,
  }
}
