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
    }

/**
 * Agreed when `quorum` votes of the round that count ask for the same action, a lead's among them where one is needed. Its reason
 * is the one most of them give, the first of equals; what is redacted is everything one of them marked, and
 * of single passages holds what all of them say. `votes` in the
 * order they were cast.
 */
export function tally(votes: readonly Vote[], { quorum, slots, leadNeeded }: QuorumRule): Tally {
  const byAction = new Map<Action, Vote[]>()
  for (const vote of votes.filter(({ counts }) => counts))
    byAction.set(vote.action, [...(byAction.get(vote.action) ?? []), vote])
  for (const [action, agreeing] of byAction) {
    if (agreeing.length < quorum || (leadNeeded && !agreeing.some(({ byLead }) => byLead))) continue
    const label = mostCommon(agreeing.flatMap((vote) => vote.label ?? []))
    return {
      state: 'agreed',
      action,
      reasonCode: mostCommon(agreeing.map((vote) => vote.reasonCode)) ?? '',
      spans: mergeSpans(agreeing.flatMap((vote) => vote.spans)),
      judged: agreedOn(agreeing.map((vote) => vote.judged ?? [])),
      ...(label === undefined ? {} : { label }),
      reviewIds: agreeing.map((vote) => vote.id),
    }
  }
  return { state: votes.length < slots ? 'waiting' : 'split', votes: votes.length }
}

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: string | undefined
  for (const [value, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = value
  return best
}
