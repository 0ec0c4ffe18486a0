import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { takedownTarget } from '@/db/schema'
import { enqueue } from '@/lib/jobs/enqueue'
import { withoutCase } from './candidates'
import { isCounted, waitsForSecond } from './reach-record'

/** Whether something that a request names is still to be looked for. */
export async function isLookedFor(on: Db | Tx, requestId: string): Promise<boolean> {
  const [row] = await on
    .select({ id: takedownTarget.id })
    .from(takedownTarget)
    .where(and(eq(takedownTarget.requestId, requestId), eq(takedownTarget.state, 'pending')))
    .limit(1)
  return row !== undefined
}

/**
 * Goes on with what the jobs left alone because the request stood elsewhere when they came: what a lead widened it by just before it was
 * held, what two people had agreed to just before its sender was asked for a proof.
 */
export async function goOnLooking(tx: Tx, requestId: string): Promise<void> {
  if ((await isLookedFor(tx, requestId)) || (await isCounted(tx, requestId)))
    await enqueue(tx, 'takedown.match', { requestId })
  else if (!(await waitsForSecond(tx, requestId)) && (await withoutCase(tx, requestId)).length > 0)
    await enqueue(tx, 'takedown.take', { requestId })
}
