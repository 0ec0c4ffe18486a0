import type { decisionAction } from '@/db/schema/review'
import type { suppressionKind } from '@/db/schema/suppression'

type Action = (typeof decisionAction.enumValues)[number]

/** Whether a decision upholds an opt-out, so that its source stays out of later revisions. */
export const upholds = (action: Action): boolean => action === 'remove' || action === 'restrict'

/** What a standing exclusion is about. */
export const SOURCE: Record<(typeof suppressionKind.enumValues)[number], string> = {
  source_id: 'a source id',
  url: 'a web address',
  domain: 'a whole domain',
  digest: 'a text',
}
