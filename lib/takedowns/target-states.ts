import 'server-only'
import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takedownCandidate, takedownTarget } from '@/db/schema'
import type { Located } from './found'

/**
 * What was not looked for now stays what it was, and so does what somebody decided about, or another run settled, while this one looked
 * without the lock. Answers of which it is said now what became of them.
 */
export async function setTargetStates(
  tx: Tx,
  requestId: string,
  looked: ReadonlySet<string>,
  { located, first }: { located: Located | null; first: boolean },
): Promise<ReadonlySet<string>> {
  const open = await tx
    .select({ id: takedownTarget.id })
    .from(takedownTarget)
    .where(
      and(eq(takedownTarget.requestId, requestId), first ? undefined : eq(takedownTarget.state, 'pending')),
    )
  const pending = new Set(open.flatMap(({ id }) => (looked.has(id) ? [id] : [])))
  if (pending.size === 0) return pending
  const alike = await tx
    .selectDistinct({ id: takedownCandidate.targetId })
    .from(takedownCandidate)
    .where(
      and(
        eq(takedownCandidate.requestId, requestId),
        // Of what was found before it is said that it is not meant, and not that it is not there.
        first ? ne(takedownCandidate.state, 'dropped') : undefined,
      ),
    )
  const matched = [
    ...(located?.hits.map(({ targetId }) => targetId) ?? []),
    ...(located?.broad ?? []),
    ...alike.map(({ id }) => id),
  ].filter((id) => pending.has(id))
  const state = (ids: readonly string[], to: 'matched' | 'not_found') =>
    tx
      .update(takedownTarget)
      .set({ state: to })
      .where(and(eq(takedownTarget.requestId, requestId), inArray(takedownTarget.id, [...ids])))
  await state([...pending], 'not_found')
  if (matched.length > 0) await state([...new Set(matched)], 'matched')
  return pending
}
