import 'server-only'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { counterNotice } from '@/db/schema'
import { notFound } from '@/lib/errors'
import { type LockedRequest, lockRequest } from '@/lib/takedowns/request-row'

export type Counter = typeof counterNotice.$inferSelect

/** Before people, or with the claimant: it may still bring something back. */
export const IN_HAND = ['filed', 'checked', 'valid'] as const

/** A counter notice with the request that it came as, locked; before the request it answers: everybody locks them in this order. */
export async function lockCounter(
  tx: Tx,
  requestId: string,
): Promise<{ request: LockedRequest; counter: Counter }> {
  const request = await lockRequest(tx, requestId)
  const [counter] = await tx.select().from(counterNotice).where(eq(counterNotice.requestId, requestId))
  if (!counter) throw notFound('request')
  return { request, counter }
}

/**
 * A request with the counter notices to it that are in hand, all locked. One that was filed while we waited for the locks is locked last,
 * out of order: of two who wait in a circle then Postgres refuses one.
 */
export async function lockAnswered(
  tx: Tx,
  ofRequestId: string,
): Promise<{ of: LockedRequest; counters: Counter[] }> {
  for (const { requestId } of await inHand(tx, ofRequestId)) await lockRequest(tx, requestId)
  const of = await lockRequest(tx, ofRequestId)
  for (const { requestId } of await inHand(tx, ofRequestId)) await lockRequest(tx, requestId)
  return { of, counters: await inHand(tx, ofRequestId) }
}

/** Those of a request that may still bring something back. */
export const inHand = (tx: Tx, ofRequestId: string): Promise<Counter[]> =>
  tx
    .select()
    .from(counterNotice)
    .where(and(eq(counterNotice.ofRequestId, ofRequestId), inArray(counterNotice.state, [...IN_HAND])))
    .orderBy(asc(counterNotice.requestId))

/** Every counter notice to a request, whatever became of it. */
export const countersTo = (tx: Tx, ofRequestId: string): Promise<Counter[]> =>
  tx.select().from(counterNotice).where(eq(counterNotice.ofRequestId, ofRequestId))

export const change = (tx: Tx, { requestId }: Counter, set: Partial<Counter>) =>
  tx.update(counterNotice).set(set).where(eq(counterNotice.requestId, requestId))

/** What a court keeps down, whoever else answers its removal (17 U.S.C. § 512(g)(2)(C)). */
export function inCourt(counters: readonly Counter[]): { cases: ReadonlySet<string>; rules: string[] } {
  const filed = counters.filter(({ state }) => state === 'kept_down')
  return {
    cases: new Set(filed.flatMap(({ caseIds }) => caseIds)),
    rules: filed.flatMap(({ ruleIds }) => ruleIds),
  }
}

/** Cases it is about, and standing rules. */
export const sizeOf = ({
  caseIds,
  ruleIds,
}: Pick<Counter, 'caseIds' | 'ruleIds'>): { items: number; rules: number } => ({
  items: caseIds.length,
  rules: ruleIds.length,
})
