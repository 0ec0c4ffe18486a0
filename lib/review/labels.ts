import type { Action } from './status'

/** Weakest first. Not the order of the fold: that is in fold.ts. */
export const ACTIONS = ['keep', 'label', 'redact', 'restrict', 'remove'] as const satisfies readonly Action[]

/** As they stand on the screen: what changes nothing first, then by how often they are used. */
export const ACTION_ORDER = [
  'keep',
  'remove',
  'redact',
  'restrict',
  'label',
] as const satisfies readonly Action[]

/** Why a reviewer leaves a case to others: `decide.leave.skipReason`. */
export const SKIP_REASON_CODES = ['unsure', 'language', 'expertise', 'upsetting', 'conflict'] as const

/**
 * Why a reviewer asks for a lead: `decide.leave.leadReason`. The last two are categories of their own: the item leaves every community
 * surface at once.
 */
export const ESCALATION_REASON_CODES = ['policy', 'grave', 'legal', 'person', 'child_safety', 'ncii'] as const
