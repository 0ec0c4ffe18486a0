import 'server-only'
import { and, gte, isNotNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import { takedownRequest } from '@/db/schema'

/** How a request stands to its clocks. `waits`: they stand, or there is none. */
export type Due = 'over' | 'near' | 'later' | 'waits'

const { nearAt, dueAt } = takedownRequest

/** Requests with a clock that has run out and that nobody has answered. */
export const overdue = (): SQL | undefined => and(isNotNull(nearAt), lt(dueAt, sql`now()`))

/** Requests whose clock is about to run out (lib/clocks/clock.ts says when that is), without those whose clock has. */
export const nearlyDue = (): SQL | undefined => and(lte(nearAt, sql`now()`), gte(dueAt, sql`now()`))

/** The same of a row that was read. */
export function dueOf(request: { dueAt: Date | null; nearAt: Date | null }, now = new Date()): Due {
  if (!request.nearAt || !request.dueAt) return 'waits'
  if (request.dueAt < now) return 'over'
  return request.nearAt <= now ? 'near' : 'later'
}
