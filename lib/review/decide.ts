import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { review } from '@/db/schema'
import type { SeenFinding } from '@/db/schema/review'
import type { Member } from '@/lib/auth/actor'
import { conflict, forbidden, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { type PolicyInForce, policyInForce } from '@/lib/policies/queries'
import { failpoint } from '@/lib/runtime/failpoint'
import { type LockedCase, lockCase } from './case-row'
import { decisionSpans } from './decision-spans'
import { countInTurn } from './exposure'
import { groundOf, refuseAction } from './ground'
import type { JudgedPassage } from './judged'
import { judgedPassages } from './judged-passages'
import type { DecideInput } from './input'
import { endRanOut } from './ran-out'
import { resolve } from './resolve'
import { findingsNow, findingsVersion } from './seen'
import type { Span } from './spans'
import { sealedNote } from './sealed-note'
import {
  addSlots,
  askLead,
  hasRoom,
  heldFor,
  type Place,
  placeOf,
  sitsAsLead,
  somebodyLeft,
  spendSlot,
} from './seats'
import { type Action, cannotDecide, type Decidable, mayView } from './status'
import { fillsQuorum, standingOf } from './voters'
import { askedAgain, leadAgain, newlyMissing, type Tally, tally, type Vote } from './votes'

export type DecideView = {
  datasetId: string
  dataset: string
  caseId: string
  action: Action
  /** `waiting` for more reviews, `split` when they disagree, or nobody is left to review, and a lead is asked; else decided. */
  state: 'waiting' | 'split' | 'decided'
  decisionId: string | null
  /** The queue the reviewer works through, as a query string of the triage page. */
  queue: string
  /** It was a golden item: its answer is read under the same address. */
  isCheck?: true
}

/** A reviewer's vote. What comes next is asked when it is on record (`nextAddress`): meanwhile others wait for the case. */
export async function decide(tx: Tx, actor: Member, input: DecideInput): Promise<DecideView> {
  const { found, state, decisionId } = await castVote(tx, actor, input)
  const { datasetId, slug: dataset, id: caseId } = found
  return { datasetId, dataset, caseId, action: input.action, state, decisionId, queue: input.queue }
}

export type Cast = { found: LockedCase; state: DecideView['state']; decisionId: string | null }

/**
 * Records a vote. The one that fills the quorum makes the decision, with those before it that speak for what is found now; when all have
 * voted and do not agree, or one more is asked for and nobody is left, a lead is asked. Refuses
 * with a conflict a case that somebody else decided first, that was reopened or got another finding since it was shown, and
 * a policy that is no longer in force.
 *
 * @param held for how long the case was before them when they voted, if that was before now (`heldFor`)
 */
export async function castVote(
  tx: Tx,
  actor: Member,
  input: DecideInput,
  held?: { ms: number | null },
): Promise<Cast> {
  const { found, votes, place, policy, seen, spans, judged } = await checkVote(tx, actor, input)
  const [heldMs, counts] = await Promise.all([
    held ? held.ms : heldFor(tx, found, actor, place),
    fillsQuorum(tx, found.datasetId, actor),
  ])
  await spendSlot(tx, found, actor, place)
  const vote = await insertVote(tx, actor, { found, policy, seen, spans, judged, input, heldMs, counts })
  failpoint('review.voted')
  const again = [
    ...(found.stage === 'review' ? newlyMissing(votes, seen) : []),
    ...(vote.counts ? [] : [vote]),
  ]
  votes.push(vote)

  const outcome = outcomeOf({ ...found, slots: found.slots + again.length }, votes, { ...vote, seen })
  if (outcome.state === 'agreed') {
    const kind = found.stage === 'review' ? 'quorum' : 'adjudication'
    const { decisionId } = await resolve(tx, actor, {
      ...outcome,
      found,
      kind,
      policy,
      note: input.note,
    })
    return { found, state: 'decided', decisionId }
  }
  const more = { slots: again.length, forLeads: leadAgain(found, votes, again, seen) ? 1 : 0 }
  const extended = askedAgain(votes, seen).some(({ counts }) => counts)
  const state = outcome.state === 'waiting' ? await waitFor(tx, found, more, extended) : outcome.state
  if (state === 'split') await askLead(tx, found, 'adjudication')
  return { found, state, decisionId: null }
}

/** Asks for so many more votes. `split` where some are needed for votes that missed something, and nobody of the team is left to give them. */
async function waitFor(
  tx: Tx,
  found: LockedCase,
  more: { slots: number; forLeads: number },
  extended: boolean,
): Promise<'waiting' | 'split'> {
  if (more.slots > 0) await addSlots(tx, found, more.slots, more.forLeads)
  const ofTheTeam = found.stage === 'review' && !found.restricted
  return extended && ofTheTeam && !(await somebodyLeft(tx, found)) ? 'split' : 'waiting'
}

export type CheckedVote = {
  found: LockedCase
  votes: CastVote[]
  place: Place
  policy: PolicyInForce
  seen: SeenFinding[]
  spans: Span[]
  judged: JudgedPassage[]
}

/** Locks the case and refuses what could not be recorded now; writes nothing but the end of claims that ran out. */
export async function checkVote(tx: Tx, actor: Member, input: DecideInput): Promise<CheckedVote> {
  const locked = await lockCase(tx, input.datasetId, input.caseId)
  if (!locked || !mayView(actor, locked)) throw notFound('case')
  const [votes, place, seen] = await Promise.all([
    votesOf(tx, locked),
    placeOf(tx, locked, actor.id),
    findingsNow(tx, locked),
  ])
  const claimed = place.leaseId !== undefined
  const found = claimed || hasRoom(locked, actor) ? locked : await endRanOut(tx, locked)
  const room = claimed || hasRoom(found, actor)
  if (!claimed) await countInTurn(tx, actor.id)
  const [{ bar }, policy] = await Promise.all([
    standingOf(tx, actor, found, { claimed }),
    policyInForce(tx, found.datasetId),
  ])
  refuse({ ...found, seat: place.seat, room, bar }, actor, votes, input)

  groundOf(policy, found, input)
  refuseAction(found, input.action)
  if (findingsVersion(seen) !== input.findings) {
    throw conflict(say('review.status.newFinding'))
  }
  const spans = await decisionSpans(tx, found, input)
  return {
    found,
    votes,
    place,
    policy,
    seen,
    spans,
    judged: await judgedPassages(tx, found, input.judged ?? []),
  }
}

/** Once the votes did not agree, or a reviewer asked for a lead, only a lead's vote decides. `last` has seen what is found now. */
function outcomeOf(
  found: LockedCase,
  votes: readonly CastVote[],
  last: CastVote & { seen: SeenFinding[] },
): Tally {
  if (found.stage === 'review') return tally(votes, found, last.seen)
  return last.byLead
    ? tally([{ ...last, counts: true }], { quorum: 1, slots: 1, leadNeeded: true }, last.seen)
    : { state: 'waiting', votes: votes.length }
}

/** 403 for who may look but not decide; 409 for who came second. */
function refuse(
  found: LockedCase & Pick<Decidable, 'seat' | 'room' | 'bar'>,
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
    throw conflict(say('review.status.reopened'))
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
      judged: review.judged,
      seen: review.seen,
      label: review.label,
      counts: review.counts,
      byLead: review.byLead,
    })
    .from(review)
    .where(and(eq(review.datasetId, datasetId), eq(review.caseId, id), eq(review.round, round)))
    .orderBy(asc(review.createdAt), asc(review.id))
}

type Given = Pick<CheckedVote, 'found' | 'policy' | 'seen' | 'spans' | 'judged'> & {
  input: DecideInput
  heldMs: number | null
  counts: boolean
}

async function insertVote(
  tx: Tx,
  actor: Member,
  { found, policy, seen, spans, judged, input, heldMs, counts }: Given,
): Promise<CastVote> {
  const vote = {
    id: randomUUID(),
    reviewerId: actor.id,
    action: input.action,
    reasonCode: input.reasonCode,
    spans,
    judged,
    seen,
    label: input.action === 'label' ? (input.label ?? input.reasonCode) : null,
    counts,
    byLead: sitsAsLead(actor, found),
  }
  await tx.insert(review).values({
    ...vote,
    datasetId: found.datasetId,
    caseId: found.id,
    round: found.round,
    policyVersionId: policy.id,
    note: await sealedNote(tx, found, 'review.note', input.note),
    handlingMs: input.handlingMs ?? null,
    heldMs,
  })
  return vote
}
