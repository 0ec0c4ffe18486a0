import type { decisionAction } from '@/db/schema/review'
import type { suppressionKind } from '@/db/schema/suppression'

type Action = (typeof decisionAction.enumValues)[number]

export type SuppressionKind = (typeof suppressionKind.enumValues)[number]

/** Whether a decision keeps a source out, of later revisions too. */
export const upholds = (action: Action): boolean => action === 'remove' || action === 'restrict'

/** The kinds of sources, in the order in which somebody who keeps one out chooses. */
export const SOURCE_KINDS = [
  'domain',
  'host',
  'prefix',
  'url',
  'author',
  'source_id',
  'digest',
] as const satisfies readonly SuppressionKind[]
