import type { SeenFinding } from '@/db/schema/review'
import { answers, findingKey } from './findings'
import { agreedOn, type JudgedPassage } from './judged'
import type { Action } from './status'
import { mergeSpans, type Span } from './spans'

export type Vote = {
  id: string
  action: Action
  reasonCode: string
  spans: readonly Span[]
  /** What it says of single passages. */
  judged?: readonly JudgedPassage[]
  label?: string | null
  /** What its voter saw; null of one that was cast before that was kept. */
  seen?: readonly SeenFinding[] | null
  /** Whether it fills the quorum; one that does not is kept all the same. */
  counts: boolean
  byLead: boolean
}

/** `quorum` votes for one action decide; no more than `slots` are cast in a round. */
export type QuorumRule = { quorum: number; slots: number; leadNeeded: boolean }

export type Tally =
  | { state: 'waiting'; votes: number }
  /** Every slot has voted and no action has its quorum: a lead who has not voted adjudicates. */
  | { state: 'split'; votes: number }
  | {
      state: 'agreed'
      action: Action
      reasonCode: string
      spans: Span[]
      judged: JudgedPassage[]
      label?: string
      reviewIds: string[]
      /** Of what is found now, what everybody saw whose vote it is. */
      seen: SeenFinding[]
    }

/**
 * Agreed when `quorum` votes of the round that count, and speak for what is found now, ask for the same action, a lead's among them where
 * one is needed, and no more of the others are against it than the rule leaves room for: the slots that were added for votes that do not
 * count, or missed something, are none in which to outvote anybody. Its reason is the one most of them give, the first of equals; what is
 * redacted is everything one of them marked, and of single passages holds what all of them say. `votes` in the order they were cast.
 */
export function tally(
  votes: readonly Vote[],
  { quorum, slots, leadNeeded }: QuorumRule,
  found: readonly SeenFinding[],
): Tally {
  const live = votes.filter((vote) => vote.counts && speaksFor(vote, found))
  const spare = Math.max(0, slots - askedAgain(votes, found).length - quorum)
  const byAction = new Map<Action, Vote[]>()
  for (const vote of live) byAction.set(vote.action, [...(byAction.get(vote.action) ?? []), vote])
  for (const [action, agreeing] of byAction) {
    if (agreeing.length < quorum || (leadNeeded && !agreeing.some(({ byLead }) => byLead))) continue
    if (live.length - agreeing.length > spare) continue
    const unseen = new Set(agreeing.flatMap((vote) => unseenBy(vote, found)))
    const label = mostCommon(agreeing.flatMap((vote) => vote.label ?? []))
    return {
      state: 'agreed',
      action,
      reasonCode: mostCommon(agreeing.map((vote) => vote.reasonCode)) ?? '',
      spans: mergeSpans(agreeing.flatMap((vote) => vote.spans)),
      judged: agreedOn(agreeing.map((vote) => vote.judged ?? [])),
      ...(label === undefined ? {} : { label }),
      reviewIds: agreeing.map((vote) => vote.id),
      seen: found.filter((finding) => !unseen.has(finding)),
    }
  }
  return { state: votes.length < slots ? 'waiting' : 'split', votes: votes.length }
}

/** Whether its voter had not seen all of this. Asked whatever the vote says, and so telling nothing of that. */
export const missed = (vote: Pick<Vote, 'seen'>, found: readonly SeenFinding[]): boolean =>
  unseenBy(vote, found).length > 0

function unseenBy({ seen }: Pick<Vote, 'seen'>, found: readonly SeenFinding[]): SeenFinding[] {
  if (!seen) return []
  const keys = new Set(seen.map(findingKey))
  return found.filter((finding) => !keys.has(findingKey(finding)))
}

/**
 * Those that missed something of what is found now, and nothing yet of what the votes after them saw: for each, one more is asked for.
 * Not for one that fills no quorum, since another was asked for when it was cast.
 */
export const newlyMissing = <V extends Vote>(votes: readonly V[], found: readonly SeenFinding[]): V[] =>
  votes.filter((vote, i) => vote.counts && missed(vote, found) && !missedBefore(vote, votes.slice(i + 1)))

/** Those for each of which one more was asked for in the round, once what is found now was seen by a vote. */
export const askedAgain = <V extends Vote>(votes: readonly V[], found: readonly SeenFinding[]): V[] =>
  votes.filter((vote, i) => !vote.counts || missed(vote, found) || missedBefore(vote, votes.slice(i + 1)))

const missedBefore = (vote: Vote, after: readonly Vote[]): boolean =>
  after.some(({ seen }) => seen && missed(vote, seen))

/**
 * Whether one of those that are asked for again was a lead's, and a lead must vote anew: none is left whose vote is about what is found
 * now. Whatever the votes say.
 */
export const leadAgain = (
  { leadNeeded }: Pick<QuorumRule, 'leadNeeded'>,
  votes: readonly Vote[],
  again: readonly Vote[],
  found: readonly SeenFinding[],
): boolean =>
  leadNeeded &&
  again.some(({ byLead }) => byLead) &&
  !votes.some((vote) => vote.byLead && vote.counts && !missed(vote, found))

/** As a decision would: to remove or to restrict is said of the whole item, whatever is found in it later. */
const speaksFor = (vote: Vote, found: readonly SeenFinding[]): boolean =>
  unseenBy(vote, found).every((finding) => answers({ ...vote, seen: [] }, finding))

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: string | undefined
  for (const [value, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = value
  return best
}
