import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { isRestrictedCategory } from '@/lib/detection/categories'
import { conflict, forbidden } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { claimNext, type ClaimView, LEASE_SECONDS, releaseClaim, renewClaim } from '@/lib/review/claim'
import { decide, type DecideView } from '@/lib/review/decide'
import { holdDecision } from '@/lib/review/held-decision'
import { type AskedView, holdEscalation, holdSkip, type LeftView } from '@/lib/review/held-leave'
import { type HeldView, holdVote, UNDO_SECONDS, undoVote } from '@/lib/review/held-vote'
import type {
  ClaimInput,
  DecideInput,
  EscalateInput,
  LeaseInput,
  OverrideInput,
  RevealInput,
  SkipInput,
} from '@/lib/review/input'
import type { LocatedReport } from '@/lib/review/locate-reported'
import { override } from '@/lib/review/override'
import { reportItem, type ReportView } from '@/lib/review/report'
import { reveal, type RevealView } from '@/lib/review/reveal'
import { sealedNote } from '@/lib/review/sealed-note'
import { escalateToOfficers } from '@/lib/review/skip'
import { refuseUnseen } from '@/lib/review/unseen'
import { barInWords } from '@/lib/review/voters'
import { answerServing } from './answer'
import { type Feedback, feedbackOf } from './feedback'
import { serveGolden } from './serve'
import { barOf, type Serving, servingOf } from './serving'

/*
 * The verbs of a shift as the screen and the API call them. Each asks first whether the case is a golden item on this reviewer's
 * screen; if not, it is the verb of lib/review. So the tables of the review know nothing of golden items, and no count has to
 * leave them out.
 */

/** `claimNext`, and now and then a golden item before the case it claimed. */
export async function claimInShift(tx: Tx, actor: Member, input: ClaimInput): Promise<ClaimView> {
  const claim = await claimNext(tx, actor, input)
  const served = await serveGolden(tx, actor, { ...input, caseId: claim.caseId })
  return served ? { ...claim, caseId: served, leaseId: claim.leaseId ?? served } : claim
}

export type ShiftStart = { datasetId: string; dataset: string; caseId: string | null; shift: string }

/** Begins to work through a queue, or goes on: the first case, and where it is. */
export async function startShift(tx: Tx, actor: Member, input: ClaimInput): Promise<ShiftStart> {
  const { caseId } = await claimInShift(tx, actor, input)
  const [row] = await tx.execute<{ slug: string }>(
    sql`select slug from dataset where id = ${input.datasetId}`,
  )
  return { datasetId: input.datasetId, dataset: row?.slug ?? '', caseId, shift: input.queueId ?? 'all' }
}

export async function renewInShift(tx: Tx, actor: Member, input: LeaseInput): Promise<{ held: boolean }> {
  const [renewed] = await tx.execute<{ behind: string }>(sql`
    update golden_serving set expires_at = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    where dataset_id = ${input.datasetId} and id = ${input.caseId} and person_id = ${actor.id} and ended_at is null
    returning behind_case_id as behind`)
  if (!renewed) return renewClaim(tx, actor, input)
  // The screen does not know the claimed case behind it, and so cannot keep that one itself.
  await renewClaim(tx, actor, { ...input, caseId: renewed.behind })
  return { held: true }
}

/** Gives back what is on the screen; with a golden item the case behind it, which the screen does not know yet. */
export async function releaseInShift(
  tx: Tx,
  actor: Member,
  input: LeaseInput,
): Promise<{ released: boolean }> {
  const behind = await endServing(tx, actor, input, 'released')
  return releaseClaim(tx, actor, behind ? { ...input, caseId: behind } : input)
}

/** `check`: what a golden item expected, shown at once; such an answer is final. */
export type VoteView = HeldView & { check: Feedback | null }

export const voteInShift = (tx: Tx, actor: Member, input: DecideInput): Promise<VoteView> =>
  answerOrHold(tx, actor, input, () => holdVote(tx, actor, input))

/** A lead who reviews may decide directly; of a golden item that is an answer like any other. */
export const decideDirectlyInShift = (tx: Tx, actor: Member, input: OverrideInput): Promise<VoteView> =>
  answerOrHold(tx, actor, input, () => holdDecision(tx, actor, input))

async function answerOrHold(
  tx: Tx,
  actor: Member,
  input: DecideInput | OverrideInput,
  otherwise: () => Promise<HeldView>,
): Promise<VoteView> {
  const serving = await answered(tx, actor, input)
  if (!serving) return { ...(await otherwise()), check: null }
  const check = await feedbackOf(tx, actor, serving)
  return { caseId: serving.id, action: input.action, seconds: 0, check }
}

/** The golden item that this was the answer to; null when it is about a case. Refuses what was not seen of either. */
async function answered(tx: Tx, actor: Member, input: DecideInput | OverrideInput): Promise<Serving | null> {
  const serving = await servingFor(tx, actor, input)
  await refuseUnseen(tx, actor, { ...input, ...caseOf(serving) }, input)
  if (serving) await answerServing(tx, actor, serving, input)
  return serving
}

export async function undoInShift(tx: Tx, actor: Member, input: LeaseInput): Promise<{ caseId: string }> {
  const serving = await servingFor(tx, actor, input)
  if (!serving) return undoVote(tx, actor, input)
  if (serving.answer) throw conflict(say('golden.errors.final'))
  if (!(await serveAgain(tx, actor, serving))) throw conflict(say('review.status.cast'))
  return { caseId: serving.id }
}

/** What was left within the last seconds is back on its screen, unless another has come there meanwhile. */
async function serveAgain(tx: Tx, actor: Member, { datasetId, id }: Serving): Promise<boolean> {
  const again = await tx.execute(sql`
    update golden_serving s set ended_at = null, outcome = null, reason_code = null, objection = null,
      expires_at = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    where s.dataset_id = ${datasetId} and s.id = ${id} and s.person_id = ${actor.id} and s.outcome in ('skipped', 'escalated')
      and s.ended_at > clock_timestamp() - make_interval(secs => ${UNDO_SECONDS})
      and not exists (
        select from golden_serving o
        where o.dataset_id = s.dataset_id and o.person_id = s.person_id and o.ended_at is null)
    returning 1`)
  return again.length > 0
}

/** The form without JavaScript: afterwards the same address shows the answer. */
export const decideInShift = (tx: Tx, actor: Member, input: DecideInput): Promise<DecideView> =>
  answerOr(tx, actor, input, () => decide(tx, actor, input))

/** The same of a lead's direct decision. */
export const overrideInShift = (tx: Tx, actor: Member, input: OverrideInput): Promise<DecideView> =>
  answerOr(tx, actor, input, () => override(tx, actor, input))

async function answerOr(
  tx: Tx,
  actor: Member,
  input: DecideInput | OverrideInput,
  otherwise: () => Promise<DecideView>,
): Promise<DecideView> {
  const serving = await answered(tx, actor, input)
  if (!serving) return otherwise()
  const at = { datasetId: serving.datasetId, dataset: serving.dataset, caseId: serving.id }
  const { action, queue } = input
  return { ...at, action, state: 'waiting', decisionId: null, queue, isCheck: true }
}

export async function skipInShift(tx: Tx, actor: Member, input: SkipInput): Promise<LeftView> {
  const serving = await servingFor(tx, actor, input)
  if (!serving) return holdSkip(tx, actor, input)
  await leaveServing(tx, actor, serving, 'skipped', input)
  return { dataset: serving.dataset, caseId: serving.id, seconds: UNDO_SECONDS }
}

/**
 * A question about a golden item is for the leads who keep it. Of a golden item too, what nobody of the community should see leaves every
 * surface of it at once.
 */
export async function escalateInShift(tx: Tx, actor: Member, input: EscalateInput): Promise<AskedView> {
  const serving = await servingFor(tx, actor, input)
  if (!serving) return holdEscalation(tx, actor, input)
  const { reason, note } = input
  const at = { dataset: serving.dataset, caseId: serving.id }
  if (!isRestrictedCategory(reason)) {
    await leaveServing(tx, actor, serving, 'escalated', input)
    return { ...at, inSight: false, seconds: UNDO_SECONDS }
  }
  await endServing(tx, actor, input, 'escalated')
  const hidden = await escalateToOfficers(tx, actor, serving, { reason, note })
  return { ...at, inSight: !hidden, seconds: 0 }
}

/**
 * With why, and what they wrote, for the leads of its dataset: on the serving and not on the case it was made of, where the others would
 * read that it is one, and where nothing could be taken back.
 */
async function leaveServing(
  tx: Tx,
  actor: Member,
  serving: Serving,
  outcome: 'skipped' | 'escalated',
  { reason, note }: { reason: string; note?: string | undefined },
): Promise<void> {
  const { datasetId, id } = serving
  if ((await endServing(tx, actor, { datasetId, caseId: id }, outcome)) === null) return
  const sealed = await sealedNote(tx, serving, 'golden_serving.objection', note)
  await tx.execute(sql`
    update golden_serving set reason_code = ${reason}, objection = ${sealed} where dataset_id = ${datasetId} and id = ${id}`)
}

/**
 * What is reported of a golden item is reported of the item that it was made of, a real one: whoever has it on their
 * screen sees what nobody saw before. Its serving goes on, unless the item may not be seen any more.
 */
export async function reportInShift(tx: Tx, actor: Member, input: LocatedReport): Promise<ReportView> {
  const { datasetId, caseId } = input
  const serving = caseId === undefined ? null : await servingFor(tx, actor, { datasetId, caseId })
  if (!serving) return reportItem(tx, actor, input)
  const view = await reportItem(tx, actor, { ...input, caseId: serving.caseId })
  if (view.restricted) await endServing(tx, actor, { datasetId, caseId: serving.id }, 'escalated')
  return { ...view, caseId: serving.id }
}

export async function revealInShift(tx: Tx, actor: Member, input: RevealInput): Promise<RevealView> {
  const serving = await servingFor(tx, actor, input)
  if (!serving) return reveal(tx, actor, input)
  const bar = serving.outcome === null ? null : await barOf(tx, actor, serving)
  if (bar) throw forbidden(barInWords(bar, serving.category))
  const shown = await reveal(tx, actor, { ...input, caseId: serving.caseId }, { served: true })
  return { ...shown, caseId: serving.id }
}

/** What is uncovered is the case that the item was made of. */
const caseOf = (serving: Serving | null) => (serving ? { caseId: serving.caseId } : {})

const servingFor = (
  tx: Tx,
  actor: Member,
  { datasetId, caseId }: { datasetId: string; caseId: string },
): Promise<Serving | null> => servingOf(tx, actor, { datasetId, id: caseId })

/** Answers the case behind it; null when it was no golden item, or had ended. */
async function endServing(
  tx: Tx,
  actor: Member,
  { datasetId, caseId }: LeaseInput,
  outcome: 'skipped' | 'escalated' | 'released',
): Promise<string | null> {
  const [ended] = await tx.execute<{ behind: string }>(sql`
    update golden_serving set ended_at = clock_timestamp(), outcome = ${outcome}
    where dataset_id = ${datasetId} and id = ${caseId} and person_id = ${actor.id} and ended_at is null
    returning behind_case_id as behind`)
  return ended?.behind ?? null
}
