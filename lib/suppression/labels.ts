import type { decisionAction } from '@/db/schema/review'
import type { suppressionKind } from '@/db/schema/suppression'

type Action = (typeof decisionAction.enumValues)[number]

export type SuppressionKind = (typeof suppressionKind.enumValues)[number]

/** Whether a decision keeps a source out, of later revisions too. */
export const upholds = (action: Action): boolean => action === 'remove' || action === 'restrict'

/** What a standing exclusion is about. */
export const SOURCE: Record<SuppressionKind, string> = {
  source_id: 'a source id',
  url: 'a web address',
  domain: 'a whole domain',
  prefix: 'everything below a web address',
  author: 'an author',
  digest: 'a text',
}
