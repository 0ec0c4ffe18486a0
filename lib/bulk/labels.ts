import type { bulk, bulkItem } from '@/db/schema/bulk'

export type BulkKind = (typeof bulk.$inferSelect)['kind']
export type BulkState = (typeof bulk.$inferSelect)['state']
export type ItemState = (typeof bulkItem.$inferSelect)['state']

export const STATE: Record<BulkState, string> = {
  draft: 'Prepared',
  running: 'Under way',
  done: 'Done',
  cancelled: 'Cancelled',
  stopped: 'Stopped',
  discarded: 'Discarded',
}

export const PROGRESS: Record<BulkState, 'waiting' | 'active' | 'done' | 'refused' | 'attention' | 'held'> = {
  draft: 'waiting',
  running: 'active',
  done: 'done',
  cancelled: 'held',
  stopped: 'attention',
  discarded: 'held',
}

export const RESULT: Record<ItemState, string> = {
  waiting: 'not reached',
  sample: 'in the sample',
  decided: 'decided',
  skipped: 'skipped',
}

/** Why a case is left out, as a sentence about it. A restricted one is not there for anybody else. */
export const SKIPPED: Readonly<Record<string, string>> = {
  hidden: 'The case was not found.',
  decided: 'Somebody decided it first.',
  changed: 'It was reopened, or its findings changed, since this was prepared.',
  appealed: 'It is an appeal: those are decided one by one, by others.',
  asked:
    'A lead was asked for, because votes did not agree or a reviewer wanted one: it is decided by itself.',
  requested: 'Somebody asked for it to be taken down: that is answered one by one.',
  source: 'The decision before was about where it comes from: it is decided by itself.',
  claimed: 'Another reviewer has it before them.',
  category: 'The reason is not of its category.',
  unmarked: 'Nothing in it is marked that could be redacted.',
  superseded: 'Somebody decided it anew since: that decision stays.',
  reopened: 'It is open again already, and is decided there.',
  released: 'A release was made with it: it can be changed one by one.',
  refused: 'It was refused.',
}

export const skipped = (why: string | null, detail: string | null): string =>
  why === null ? '' : (detail ?? SKIPPED[why] ?? why)

/** In place of a reason, on the decision that takes another one back where there was none before. */
export const TAKEN_BACK = 'taken-back'

/** How long a bulk decision can be taken back as one. */
export const UNDO_HOURS = 72

/** One is as large as this at most: what its preview can count while somebody waits. */
export const MOST_CASES = 20_000
