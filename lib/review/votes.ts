import type { Action } from './status'
import { mergeSpans, type Span } from './spans'

export type Vote = {
  id: string
  action: Action
  reasonCode: string
  spans: readonly Span[]
  label?: string | null
}

export type Tally =
  | { state: 'waiting'; votes: number; quorum: number }
  /** Enough votes, no agreement: it stays open for another reviewer or a lead. */
  | { state: 'split'; votes: number; quorum: number }
  | { state: 'agreed'; action: Action; reasonCode: string; spans: Span[]; reviewIds: string[] }

/**
 * Agreed when `quorum` votes of the round ask for the same action. Its reason is the one most of them give, the first of
 * equals; what is redacted is everything one of them marked. `votes` in the order they were cast.
 */
export function tally(votes: readonly Vote[], quorum: number): Tally {
  const byAction = new Map<Action, Vote[]>()
  for (const vote of votes) byAction.set(vote.action, [...(byAction.get(vote.action) ?? []), vote])
  for (const [action, agreeing] of byAction) {
    if (agreeing.length < quorum) continue
    return {
      state: 'agreed',
      action,
      reasonCode: mostCommon(agreeing.map((vote) => vote.reasonCode)),
      spans: mergeSpans(agreeing.flatMap((vote) => vote.spans)),
      reviewIds: agreeing.map((vote) => vote.id),
    }
  }
  return { state: votes.length < quorum ? 'waiting' : 'split', votes: votes.length, quorum }
}

function mostCommon(codes: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0] as [
    string,
    number,
  ])[0]
}
