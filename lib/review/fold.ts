import type { Action } from './status'
import { mergeSpans, type Span } from './spans'

/** A decision in force, as far as its effect on the item goes. */
export type InForce = { action: Action; spans: readonly Span[]; label?: string | null }

export type Outcome =
  | { action: 'keep' | 'remove' | 'restrict' }
  | { action: 'redact'; spans: Span[]; labels: string[] }
  | { action: 'label'; labels: string[] }

/**
 * The one outcome of an item from all decisions in force on it, whatever their category and order:
 * remove > restrict > redact (the union of their passages) > label > keep. No decision at all is keep.
 * A redacted row keeps its labels: it is still in the release.
 */
export function fold(decisions: Iterable<InForce>): Outcome {
  const actions = new Set<Action>()
  const spans: Span[] = []
  const labels = new Set<string>()
  for (const decision of decisions) {
    actions.add(decision.action)
    if (decision.action === 'redact') spans.push(...decision.spans)
    if (decision.action === 'label' && decision.label) labels.add(decision.label)
  }
  if (actions.has('remove')) return { action: 'remove' }
  if (actions.has('restrict')) return { action: 'restrict' }
  if (actions.has('redact')) return { action: 'redact', spans: mergeSpans(spans), labels: [...labels].sort() }
  if (actions.has('label')) return { action: 'label', labels: [...labels].sort() }
  return { action: 'keep' }
}
