import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takedownTarget } from '@/db/schema'
import { enqueue } from '@/lib/jobs/enqueue'
import type { LockedRequest } from './request-row'
import { isAnswered } from './rights'
import type { LeftInPart } from './suppress'

/**
 * Looks for the next items of what stands for more than was looked at, once those before are decided, so that a request of any size ends with all of
 * it decided. Says whether there are any: its answer waits for them. The caller holds the lock.
 *
 * Where all that was looked at stays, the rest stays too, unseen, and whoever asked is told so. Who is answered about each row has all of them
 * before a person at once.
 */
export async function looksOn(tx: Tx, request: LockedRequest, left: readonly LeftInPart[]): Promise<boolean> {
  if (isAnswered(request)) return false
  const next = left.filter(goesOn).map(({ id }) => id)
  if (next.length === 0) return false
  await tx
    .update(takedownTarget)
    .set({ state: 'pending' })
    .where(and(eq(takedownTarget.requestId, request.id), inArray(takedownTarget.id, next)))
  await enqueue(tx, 'takedown.match', { requestId: request.id })
  return true
}

function goesOn({ kind, found, isNarrowed }: LeftInPart): boolean {
  // What is only like a text a lead looks on at, or leaves (look-on.ts).
  if (kind === 'near') return false
  // There was no room for any of it, or none of it was meant.
  if (found.length === 0) return !isNarrowed
  return found.some(({ action }) => action !== 'keep')
}
