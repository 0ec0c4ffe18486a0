import type { Action, CaseStatus, DecisionKind, DecisionScope } from './status'

type ActionLabel = {
  /** On the button. */
  verb: string
  /** In a sentence: "calm-heron … the item". */
  past: string
  /** What it does to the row in the next release. */
  effect: string
  key: string
}

export const ACTION: Record<Action, ActionLabel> = {
  keep: { verb: 'Keep', past: 'kept', effect: 'The row stays as it is.', key: 'k' },
  remove: { verb: 'Remove', past: 'removed', effect: 'The row leaves the next release.', key: 'r' },
  redact: { verb: 'Redact', past: 'redacted', effect: 'The marked passages become [REDACTED].', key: 'd' },
  restrict: {
    verb: 'Restrict',
    past: 'restricted',
    effect: 'The row is only in the release for registered holders.',
    key: 't',
  },
  label: { verb: 'Label', past: 'labelled', effect: 'The row stays and is listed in labels.csv.', key: 'l' },
}

/** As they stand on the screen: what changes nothing first, then by how often they are used. */
export const ACTION_ORDER = [
  'keep',
  'remove',
  'redact',
  'restrict',
  'label',
] as const satisfies readonly Action[]

export const STATUS: Record<CaseStatus, string> = { open: 'Open', decided: 'Decided' }

export const KIND: Record<DecisionKind, string> = {
  quorum: 'by review',
  override: 'directly by a lead',
  batch: 'in a batch',
}

export const SCOPE: Record<DecisionScope, string> = {
  content: 'this text wherever it occurs',
  occurrence: 'this row only',
  source: 'what comes from this source',
}

export const SEVERITY: Record<number, string> = { 1: 'Low', 2: 'Medium', 3: 'High', 4: 'Critical' }
