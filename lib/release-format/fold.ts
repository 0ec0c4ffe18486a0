import { compareText } from './order'
import { mergeSpans, type Span } from './spans'

/** What can be decided about an item, the strongest first: of several in force for one row, the first wins. */
export const ACTIONS = ['remove', 'restrict', 'redact', 'label', 'keep'] as const
export type Action = (typeof ACTIONS)[number]

/** The ground of a decision. Category and reason code meet the public only through `publishedReason`. */
export type Ground = { readonly category: string; readonly reason: string }

/** A decision in force, as far as it bears on a row. */
export type InForce = Ground & {
  readonly action: Action
  readonly spans: readonly Span[]
  readonly label: string | null
}

/** What happens to a row in a release; `labels` of a kept row only. `grounds` are those of every decision in force that changes something, sorted. */
export type Outcome = {
  readonly action: Exclude<Action, 'keep'>
  readonly spans: readonly Span[]
  readonly labels: readonly string[]
  readonly grounds: readonly Ground[]
}

/** Folds the decisions in force for one row: remove > restrict > redact (union of spans) > label > keep, which is null. */
export function fold(decisions: readonly InForce[]): Outcome | null {
  const active = decisions.filter(({ action }) => action !== 'keep')
  const action = ACTIONS.find((candidate) => active.some((decision) => decision.action === candidate))
  if (action === undefined || action === 'keep') return null
  const winners = active.filter((decision) => decision.action === action)
  return {
    action,
    spans: action === 'redact' ? mergeSpans(winners.flatMap(({ spans }) => spans)) : [],
    labels: isKept(action)
      ? unique(active.flatMap((decision) => (decision.action === 'label' ? [decision.label ?? ''] : [])))
      : [],
    grounds: sortGrounds(active),
  }
}

/** Folds outcomes that meet in one row: the one of its content, the one of the row itself, the one of its source. */
export function foldOutcomes(outcomes: readonly (Outcome | null)[]): Outcome | null {
  const present = outcomes.filter((outcome) => outcome !== null)
  const action = ACTIONS.find((candidate) => present.some((outcome) => outcome.action === candidate))
  if (action === undefined || action === 'keep') return null
  const winners = present.filter((outcome) => outcome.action === action)
  return {
    action,
    spans: mergeSpans(winners.flatMap(({ spans }) => spans)),
    labels: isKept(action) ? unique(present.flatMap(({ labels }) => labels)) : [],
    grounds: sortGrounds(present.flatMap(({ grounds }) => grounds)),
  }
}

/** A redacted row is still in the release, so it keeps its labels. */
const isKept = (action: Action): boolean => action === 'redact' || action === 'label'

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort(compareText)

function sortGrounds(grounds: readonly Ground[]): Ground[] {
  const sorted = grounds
    .map(({ category, reason }) => ({ category, reason }))
    .sort((a, b) => compareText(a.category, b.category) || compareText(a.reason, b.reason))
  return sorted.filter(
    (ground, i) => ground.category !== sorted[i - 1]?.category || ground.reason !== sorted[i - 1]?.reason,
  )
}
