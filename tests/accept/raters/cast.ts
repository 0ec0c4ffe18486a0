import { and, eq, inArray } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { decision, review, reviewCase } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { claimNext } from '@/lib/review/claim'
import { decide } from '@/lib/review/decide'
import { findingsVersion } from '@/lib/review/seen'
import type { Annotation, Raters } from './read'
import { actionOf, type CommentOutcome, group, type VoteAction } from './recount'
import { type Lane, openComment, REASONS, TYPE } from './world'

export type Cast = {
  caseId: string
  /** What each of the raters' votes led to, in their order; and what a lead's did, where one was asked. */
  states: ('waiting' | 'split' | 'decided')[]
  adjudicated: 'decided' | null
}

/**
 * Replays the comments, each lane one after another: its case is opened, each rater claims it (it is the only one there is for them),
 * votes, and where the votes did not agree a lead claims and adjudicates it: what most ask for, and to keep where as many ask for
 * something else.
 */
export async function castAll(
  lanes: readonly Lane[],
  { comments, annotations }: Raters,
  expected: readonly CommentOutcome[],
): Promise<Map<string, Cast>> {
  const votesOf = group(annotations)
  const waiting = expected.values()
  const cast = new Map<string, Cast>()
  await Promise.all(
    lanes.map(async (lane) => {
      for (const outcome of waiting) {
        const text = comments.get(outcome.comment) ?? ''
        cast.set(outcome.comment, await castOne(lane, outcome, text, votesOf.get(outcome.comment) ?? []))
      }
    }),
  )
  return cast
}

async function castOne(
  lane: Lane,
  { comment, plurality, marked }: CommentOutcome,
  text: string,
  votes: readonly Annotation[],
): Promise<Cast> {
  const caseId = await openComment(lane, { comment, text, votes: votes.length })
  const states: Cast['states'] = []
  for (const vote of votes) {
    const spans = vote.spans.map(({ start, end }) => ({ field: 'text', start, end }))
    const reviewer = lane.reviewers.get(vote.worker)
    if (!reviewer) throw new Error(`nobody is ${vote.worker}`)
    states.push(await claimAndVote(lane, reviewer, { caseId, action: actionOf(vote), spans }))
  }
  if (states.at(-1) !== 'split') return { caseId, states, adjudicated: null }
  const action = plurality ?? 'keep'
  const spans = action === 'redact' ? rangesOf(marked) : []
  const state = await claimAndVote(lane, lane.lead, { caseId, action, spans })
  if (state !== 'decided') throw new Error(`the lead's vote on comment ${comment} left it ${state}`)
  return { caseId, states, adjudicated: state }
}

type Wanted = {
  caseId: string
  action: VoteAction
  spans: { field: string; start: number; end: number }[]
}

/** Keyed: not before the world is there. */
const findings = () => findingsVersion([{ type: TYPE, spans: [] }])

async function claimAndVote(lane: Lane, who: Member, { caseId, action, spans }: Wanted) {
  const { datasetId, policyVersionId } = lane
  const claimed = await transact((tx) => claimNext(tx, who, { datasetId, queueId: undefined, held: [] }))
  if (claimed.caseId !== caseId) throw new Error(`${who.name} was handed ${claimed.caseId} and not ${caseId}`)
  const { state } = await transact((tx) =>
    decide(tx, who, {
      datasetId,
      caseId,
      policyVersionId,
      action,
      spans,
      reasonCode: REASONS[action],
      round: 1,
      findings: findings(),
      passages: [],
      queue: '',
      label: undefined,
      note: undefined,
      handlingMs: undefined,
    }),
  )
  return state
}

export function rangesOf(characters: readonly number[]) {
  const ranges: { field: string; start: number; end: number }[] = []
  for (const at of characters) {
    const last = ranges.at(-1)
    if (last?.end === at) last.end++
    else ranges.push({ field: 'text', start: at, end: at + 1 })
  }
  return ranges
}

/** What the database holds afterwards: every vote, and of each case the decision in force. */
export async function recorded(lanes: readonly Lane[]) {
  const ids = lanes.map(({ datasetId }) => datasetId)
  const votes = await db()
    .select({
      id: review.id,
      caseId: review.caseId,
      reviewerId: review.reviewerId,
      byLead: review.byLead,
      action: review.action,
      spans: review.spans,
    })
    .from(review)
    .where(inArray(review.datasetId, ids))
  const decisions = await db()
    .select({
      caseId: decision.caseId,
      kind: decision.kind,
      action: decision.action,
      spans: decision.spans,
      reviewIds: decision.reviewIds,
    })
    .from(reviewCase)
    .innerJoin(
      decision,
      and(eq(decision.datasetId, reviewCase.datasetId), eq(decision.id, reviewCase.decisionId)),
    )
    .where(inArray(reviewCase.datasetId, ids))
  return { votes, decisions }
}
