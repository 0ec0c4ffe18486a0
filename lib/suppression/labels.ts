import type { decisionAction } from '@/db/schema/review'

type Action = (typeof decisionAction.enumValues)[number]

/** Whether a decision upholds an opt-out, so that its source stays out of later revisions. */
export const upholds = (action: Action): boolean => action === 'remove' || action === 'restrict'
