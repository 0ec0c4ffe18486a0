import 'server-only'
import { asc, eq, inArray } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { takedownClock, takedownClockEvent } from '@/db/schema'
import { type Clock, type ClockEvent, clockOf, nearAt } from '@/lib/clocks/clock'
import { CLOCK_NAMES, type ClockName, type NamedRule, purposeOf, ruleOf } from '@/lib/clocks/rules'

export type StoredEvent = typeof takedownClockEvent.$inferSelect

/** One clock of a request, with where it stands. */
export type RequestClock = {
  id: string
  law: ClockName
  /** What is asked for under it; empty where the request asks for one thing. */
  right: string
  rule: NamedRule
  events: readonly StoredEvent[]
  state: Clock['state']
  startedAt: Date
  /** Its last second, of one that was met too; null while it stands. */
  dueAt: Date | null
  /** From when on it is nearly due; null unless it runs. */
  nearAt: Date | null
  amount: number
}

/** The clocks of one request, in the order in which they end; those that stand come last. */
export async function clocksOf(on: Db | Tx, requestId: string): Promise<RequestClock[]> {
  return (await clocksOfAll(on, [requestId])).get(requestId) ?? []
}

/** The same of many requests. */
export async function clocksOfAll(
  on: Db | Tx,
  requestIds: readonly string[],
): Promise<Map<string, RequestClock[]>> {
  const ids = [...requestIds]
  const clocks = await on.select().from(takedownClock).where(inArray(takedownClock.requestId, ids))
  const events = await on
    .select()
    .from(takedownClockEvent)
    .where(inArray(takedownClockEvent.requestId, ids))
    .orderBy(asc(takedownClockEvent.clockId), asc(takedownClockEvent.ordinal))
  const found = new Map<string, RequestClock[]>()
  for (const { requestId, ...row } of clocks) {
    const own = events.filter(({ clockId }) => clockId === row.id)
    found.set(requestId, [...(found.get(requestId) ?? []), standing(clockRow(row), own)])
  }
  for (const [requestId, of] of found) found.set(requestId, of.toSorted(byEnd))
  return found
}

/** The request that a clock belongs to; null for an id that is none. */
export async function requestOfClock(on: Db | Tx, clockId: string): Promise<string | null> {
  const [row] = await on
    .select({ requestId: takedownClock.requestId })
    .from(takedownClock)
    .where(eq(takedownClock.id, clockId))
  return row?.requestId ?? null
}

export type ClockRow = Pick<RequestClock, 'id' | 'law' | 'right' | 'rule'>

/** A clock after these events. Throws ClockRefused when they do not follow from each other. */
export function standing(clock: ClockRow, events: readonly StoredEvent[]): RequestClock {
  const { id, law, right, rule } = clock
  const { state, startedAt, dueAt, amount } = clockOf(rule, counted(events))
  const near = state === 'running' && dueAt ? nearAt(rule, startedAt, dueAt) : null
  return { id, law, right, rule, events, state, startedAt, dueAt, nearAt: near, amount }
}

/** What moves a clock; that it ran out, and that somebody was reminded, does not. */
export function counted(events: readonly StoredEvent[]): ClockEvent[] {
  return events.flatMap(({ type, at, amount, reason }): ClockEvent[] => {
    switch (type) {
      case 'breached':
      case 'reminded':
        return []
      case 'extended':
        return [{ type, at, amount: amount ?? 0, reason: reason ?? '' }]
      case 'paused':
        return [{ type, at, reason: reason ?? '' }]
      default:
        return [{ type, at }]
    }
  })
}

/** Whether something of ours is late when it runs out. */
export const isOurs = ({ law }: Pick<RequestClock, 'law'>): boolean =>
  !['window', 'not_before'].includes(purposeOf(law))

function clockRow(row: Omit<typeof takedownClock.$inferSelect, 'requestId'>): ClockRow {
  const law = CLOCK_NAMES.find((name) => name === row.law)
  if (!law) throw new Error(`there is no clock ${row.law}`)
  const { id, right, zone, calendar, promised } = row
  return { id, law, right, rule: ruleOf(law, { zone, calendar }, promised) }
}

function byEnd(a: RequestClock, b: RequestClock): number {
  return (a.dueAt?.getTime() ?? Number.MAX_VALUE) - (b.dueAt?.getTime() ?? Number.MAX_VALUE)
}
