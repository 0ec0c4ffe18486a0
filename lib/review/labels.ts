import type { Action, CaseStatus, DecisionKind, DecisionScope } from './status'

/** Weakest first. Not the order of the fold: that is in fold.ts. */
export const ACTIONS = ['keep', 'label', 'redact', 'restrict', 'remove'] as const satisfies readonly Action[]

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
  reversal: 'by taking a batch back',
  adjudication: 'by the lead whom the reviewers asked',
}

export const SCOPE: Record<DecisionScope, string> = {
  content: 'this text wherever it occurs',
  occurrence: 'this row only',
  source: 'what comes from this source',
}

export const SEVERITY: Record<number, string> = { 1: 'Low', 2: 'Medium', 3: 'High', 4: 'Critical' }

export const SKIP_REASON_CODES = ['unsure', 'language', 'expertise', 'upsetting', 'conflict'] as const
export type SkipReason = (typeof SKIP_REASON_CODES)[number]

/** Why a reviewer leaves a case to others. */
export const SKIP_REASONS: Record<SkipReason, string> = {
  unsure: 'I cannot tell',
  language: 'I do not read this language',
  expertise: 'It needs somebody who knows the subject',
  upsetting: 'I would rather not look at this',
  conflict: 'I know somebody in it',
}

export const ESCALATION_REASON_CODES = ['policy', 'grave', 'legal', 'person', 'child_safety', 'ncii'] as const
export type EscalationReason = (typeof ESCALATION_REASON_CODES)[number]

/** Why a reviewer asks for a lead. The last two are categories of their own: the item leaves every community surface at once. */
export const ESCALATION_REASONS: Record<EscalationReason, string> = {
  policy: 'The policy does not say',
  grave: 'It is worse than its category',
  legal: 'It may have legal consequences',
  person: 'A person may be in danger',
  child_safety: 'It shows or sexualises a child',
  ncii: 'It is an intimate image or text shared without consent',
}

/** What a reviewer of a category will meet, in plain words. */
export const CATEGORY_CONTENT: Readonly<Record<string, string>> = {
  pii: 'Addresses, numbers and names of real people, masked until you ask.',
  secrets: 'Passwords and keys, masked until you ask.',
  copyright: 'Passages of books, articles and code.',
  licence: 'Notices about what may be done with a text.',
  hate: 'Slurs, contempt and threats against people, covered until you ask. It can be hard to read.',
  illegal: 'What a law may forbid, covered until you ask. It can be hard to read.',
  opt_out: 'Texts whose authors asked to be left out.',
  other: 'What fits nowhere else.',
}
