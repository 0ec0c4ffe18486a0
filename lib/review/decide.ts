import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { review } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { itemSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { sealFor } from '@/lib/crypto/subject-seal'
import { conflict, forbidden, notFound } from '@/lib/errors'
import { type PolicyInForce, policyInForce } from '@/lib/policies/queries'
import { type LockedCase, lockCase } from './case-row'
import { decisionSpans } from './decision-spans'
import { groundOf } from './ground'
import type { DecideInput } from './input'
import { nextCase, type NextCase } from './next-case'
import { resolve } from './resolve'
import { findingsNow, findingsVersion } from './seen'
import type { Span } from './spans'
import { addSlot, askLead, hasRoom, placeOf, sitsAsLead, spendSlot } from './seats'
import { type Action, cannotDecide, type Decidable, mayView } from './status'
import { fillsQuorum } from './voters'
import { type Tally, tally, type Vote } from './votes'

export type DecideView = {
  dataset: string
  caseId: string
  action: Action
  /** `waiting` for more reviews, `split` when they disagree and a lead is asked, else decided. */
  state: 'waiting' | 'split' | 'decided'
  decisionId: string | null
  /** What the reviewer sees next in the queue they work through. */
  next: NextCase | null
  queue: string
}

/**
 * A reviewer's vote. The vote that fills the quorum makes the decision. Refuses with a conflict a case that somebody else
 * decided first, that was reopened or got another finding since it was shown, and a policy that is no longer in force.
 */
export async function decide(tx: Tx, actor: Member, input: DecideInput): Promise<DecideView> {
  const found = await lockCase(tx, input.datasetId, input.caseId)
  if (!found || !mayView(actor, found)) throw notFound('This case')
  const votes = await votesOf(tx, found)
  const place = await placeOf(tx, found, actor.id)
  refuse(
    { ...found, seat: place.seat, room: place.leaseId !== undefined || hasRoom(found, actor) },
    actor,
    votes,
    input,
  )

  const policy = await policyInForce(tx, found.datasetId)
  groundOf(policy, found, input)
  const seen = await findingsNow(tx, found)
  if (findingsVersion(seen) !== input.findings) {
    throw conflict(
      'Something new was found in this item while you were reading. Look at it again before you decide.',
    )
  }
  const spans = await decisionSpans(tx, found, input)
  await spendSlot(tx, found, actor, place)
  const vote = await insertVote(tx, actor, { found, policy, spans, input })
  votes.push(vote)

  const outcome = outcomeOf(found, votes, vote)
  const resolved =
    outcome.state === 'agreed'
      ? await resolve(tx, actor, {
          ...outcome,
          found,
          kind: found.stage === 'review' ? 'quorum' : 'adjudication',
          policy,
          seen,
          note: input.note,
        })
      : null
  if (outcome.state === 'split') await askLead(tx, found, 'adjudication')
  else if (outcome.state === 'waiting' && !vote.counts) await addSlot(tx, found)
  return {
    dataset: found.slug,
    caseId: found.id,
    action: input.action,
    state: outcome.state === 'agreed' ? 'decided' : outcome.state,
    decisionId: resolved?.decisionId ?? null,
    next: await nextCase(tx, actor, { queue: input.queue, after: found }),
    queue: input.queue,
  }
}

/** Once the votes did not agree, or a reviewer asked for a lead, the lead's vote decides. */
function outcomeOf(found: LockedCase, votes: readonly CastVote[], last: CastVote): Tally {
  if (found.stage !== 'review' && last.byLead) {
    return tally([{ ...last, counts: true }], { quorum: 1, slots: 1, leadNeeded: true })
  }
  return tally(votes, { ...found, slots: found.slots + (last.counts ? 0 : 1) })
}

/** 403 for who may look but not decide; 409 for who came second. */
function refuse(
  found: LockedCase & Pick<Decidable, 'seat' | 'room'>,
  actor: Member,
  votes: readonly CastVote[],
  input: DecideInput,
): void {
  const denied = cannotDecide({ ...found, status: 'open', room: true }, actor)
  if (denied) throw forbidden(denied)
  const voted = votes.some((vote) => vote.reviewerId === actor.id)
  const late = cannotDecide({ ...found, voted }, actor)
  if (late) throw conflict(late)
  if (found.round !== input.round) {
    throw conflict(
      'This case was decided and reopened since you opened it. Look at it again before you decide.',
    )
  }
}

type CastVote = Vote & { reviewerId: string }

async function votesOf(tx: Tx, { datasetId, id, round }: LockedCase): Promise<CastVote[]> {
  return tx
    .select({
      id: review.id,
      reviewerId: review.reviewerId,
      action: review.action,
      reasonCode: review.reasonCode,
      spans: review.spans,
      label: review.label,
      counts: review.counts,
      byLead: review.byLead,
    })
    .from(review)
    .where(and(eq(review.datasetId, datasetId), eq(review.caseId, id), eq(review.round, round)))
    .orderBy(asc(review.createdAt), asc(review.id))
}

type Cast = { found: LockedCase; policy: PolicyInForce; spans: Span[]; input: DecideInput }

async function insertVote(tx: Tx, actor: Member, { found, policy, spans, input }: Cast): Promise<CastVote> {
  const vote = {
    id: randomUUID(),
    reviewerId: actor.id,
    action: input.action,
    reasonCode: input.reasonCode,
    spans,
    label: input.action === 'label' ? (input.label ?? input.reasonCode) : null,
    counts: await fillsQuorum(tx, found.datasetId, actor),
    byLead: sitsAsLead(actor, found),
  }
  await tx.insert(review).values({
    ...vote,
    datasetId: found.datasetId,
    caseId: found.id,
    round: found.round,
    policyVersionId: policy.id,
    note: input.note === undefined ? null : await sealedNote(tx, found, input.note),
    handlingMs: input.handlingMs ?? null,
  })
  return vote
}

/** Under the item's key: a note may quote the text. */
async function sealedNote(tx: Tx, { datasetId, digest }: LockedCase, note: string): Promise<Buffer> {
  return sealFor(await keyFor(tx, itemSubject(datasetId, digest)), 'review.note', Buffer.from(note))
}
