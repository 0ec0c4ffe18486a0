import { say } from '@/lib/i18n/say'
import type { Action, DecisionKind, DecisionScope } from './status'
import { verbInText } from './words'

export type HistoryEntry = { key: string; at: Date; text: string }

type Flagged = {
  id: string
  at: Date
  by: string
  source: string
  type: string
  category: string
  score: number
}
type Voted = { id: string; at: Date; by: string; action: Action; reasonCode: string }
type Decided = Voted & {
  kind: DecisionKind
  category: string
  scope: DecisionScope
  territories: readonly string[] | null
  supersedes: string | null
}
type Revealed = { id: string; at: Date; by: string }
/** `by`: null for the person who had asked, whom reviewers do not know. */
type Appealed = { id: string; at: Date; by: string | null }

/** What happened to a case as plain sentences, newest first. Blind votes of an open round are not among them. */
export function historyOf(facts: {
  flags: readonly Flagged[]
  votes: readonly Voted[]
  decisions: readonly Decided[]
  reveals: readonly Revealed[]
  appeals: readonly Appealed[]
  /** When the last round began, if it is not the first and no appeal's. */
  reopenedAt: Date | null
}): HistoryEntry[] {
  return [
    ...facts.flags.map((flag) => entry(flag, flaggedSentence(flag))),
    ...facts.votes.map((vote) => entry(vote, votedSentence(vote))),
    ...facts.decisions.map((decision) => entry(decision, decidedSentence(decision))),
    ...facts.appeals.map((appeal) => entry(appeal, appealedSentence(appeal))),
    ...(facts.reopenedAt
      ? [entry({ id: 'reopened', at: facts.reopenedAt }, say('review.history.reopened'))]
      : []),
    ...facts.reveals.map((reveal) => entry(reveal, say('review.history.uncovered', { by: reveal.by }))),
  ].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.key < b.key ? 1 : -1))
}

const entry = ({ id, at }: { id: string; at: Date }, text: string): HistoryEntry => ({ key: id, at, text })

const votedSentence = ({ by, action, reasonCode: reason }: Voted): string =>
  say('review.history.voted', { by, action: verbInText(action), reason })

const appealedSentence = ({ by }: Appealed): string =>
  by === null ? say('review.history.contestedByRequester') : say('review.history.contested', { by })

function flaggedSentence({ by, source, type, score }: Flagged): string {
  switch (source) {
    case 'detector':
      return say('review.history.detector', { by, type, score: score.toFixed(2) })
    case 'report':
    case 'takedown':
      return say(`review.history.${source}`, { type })
    default:
      return say('review.history.import', { by, type })
  }
}

function decidedSentence(decided: Decided): string {
  const { by, action, kind, reasonCode, scope, territories, supersedes } = decided
  return say('review.history.decided', {
    by,
    action: say(`labels.action.${action}.past`),
    what: scope,
    how: kind,
    only: territories ? 'yes' : 'no',
    places: territories?.join(', ') ?? '',
    reason: reasonCode,
    instead: supersedes ? 'yes' : 'no',
  })
}
