import type { bulk, bulkItem } from '@/db/schema/bulk'

export type BulkKind = (typeof bulk.$inferSelect)['kind']
export type BulkState = (typeof bulk.$inferSelect)['state']
export type ItemState = (typeof bulkItem.$inferSelect)['state']

export const PROGRESS: Record<BulkState, 'waiting' | 'active' | 'done' | 'refused' | 'attention' | 'held'> = {
  draft: 'waiting',
  running: 'active',
  done: 'done',
  cancelled: 'held',
  stopped: 'attention',
  discarded: 'held',
}

/** Why a case is left out. A restricted one is not there for anybody else. */
const SKIP_CODES = [
  'hidden',
  'decided',
  'changed',
  'appealed',
  'asked',
  'requested',
  'source',
  'claimed',
  'category',
  'unmarked',
  'flagged',
  'superseded',
  'reopened',
  'released',
  'refused',
] as const
type SkipCode = (typeof SKIP_CODES)[number]

export const isSkipCode = (why: string): why is SkipCode => SKIP_CODES.some((known) => known === why)

/** In place of a reason, on the decision that takes another one back where there was none before. */
export const TAKEN_BACK = 'taken-back'

/** How long a bulk decision can be taken back as one. */
export const UNDO_HOURS = 72

/** One is as large as this at most: what its preview can count while somebody waits. */
export const MOST_CASES = 20_000
