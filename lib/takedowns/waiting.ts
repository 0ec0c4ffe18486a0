import 'server-only'
import { inArray, type SQL } from 'drizzle-orm'
import { takedownRequest } from '@/db/schema'
import { nearlyDue, overdue } from './due'
import type { TakedownStatus } from './status'
import type { Waiting } from './waiting-views'

const MOVES: Record<'us' | 'them' | 'others', readonly TakedownStatus[]> = {
  us: ['received', 'under_review'],
  them: ['needs_info', 'needs_identity'],
  others: ['owner_notified', 'duplicate', 'on_hold', 'countered'],
}

/** Open requests of one view. */
export function waitingFor(view: Waiting): SQL | undefined {
  if (view === 'over') return overdue()
  if (view === 'near') return nearlyDue()
  return inArray(takedownRequest.status, [...MOVES[view]])
}
