import { ACTION } from './labels'
import type { Action, DecisionKind, DecisionScope } from './status'

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

/** What happened to a case as plain sentences, newest first. Blind votes of an open round are not among them. */
export function historyOf(facts: {
  flags: readonly Flagged[]
  votes: readonly Voted[]
  decisions: readonly Decided[]
  reveals: readonly Revealed[]
}): HistoryEntry[] {
  return [
    ...facts.flags.map((flag) => entry(flag, flaggedSentence(flag))),
    ...facts.votes.map((vote) =>
      entry(vote, `${vote.by} voted to ${verb(vote.action)} (${vote.reasonCode}).`),
    ),
    ...facts.decisions.map((decision) => entry(decision, decidedSentence(decision))),
    ...facts.reveals.map((reveal) => entry(reveal, `${reveal.by} uncovered the text.`)),
  ].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.key < b.key ? 1 : -1))
}

const entry = ({ id, at }: { id: string; at: Date }, text: string): HistoryEntry => ({ key: id, at, text })
const verb = (action: Action) => ACTION[action].verb.toLowerCase()

function flaggedSentence({ by, source, type, score }: Flagged): string {
  switch (source) {
    case 'detector':
      return `The detector ${by} found “${type}” with score ${score.toFixed(2)}.`
    case 'report':
      return `A person reported it: “${type}”.`
    case 'takedown':
      return `A takedown request named it: “${type}”.`
    default:
      return `${by} flagged it from outside: “${type}”.`
  }
}

function decidedSentence(decided: Decided): string {
  const { by, action, kind, reasonCode, scope, territories, supersedes } = decided
  const how = {
    quorum: '',
    override: ' as a lead',
    batch: ' in a batch',
    reversal: ' by taking a batch back',
    adjudication: ' as the lead whom the reviewers asked',
  }[kind]
  const instead = supersedes ? ', in place of the decision before' : ''
  const what = { content: 'the item', occurrence: 'one row', source: 'what comes from its source' }[scope]
  const where = territories ? `, in ${territories.join(', ')} only` : ''
  return `${by} ${ACTION[action].past} ${what}${how}${where} (${reasonCode})${instead}.`
}
