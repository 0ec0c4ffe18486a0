import 'server-only'
import type { Tx } from '@/db/client'
import { enqueue } from '@/lib/jobs/enqueue'
import { isOurs, type RequestClock } from './clock-rows'

/**
 * Looks at a clock again when it gets near its end, and when it is over. One that has moved meanwhile has its own: then nothing is
 * found to be done.
 */
export async function wakeAt(tx: Tx, clock: RequestClock): Promise<void> {
  const { id: clockId, nearAt, dueAt } = clock
  if (!nearAt || !dueAt || !isOurs(clock)) return
  const moved = clock.events.at(-1)?.type
  if (moved === 'breached' || moved === 'reminded') return
  await enqueue(tx, 'takedown.clock', { clockId }, { runAt: nearAt })
  // Its last second is still in time.
  await enqueue(tx, 'takedown.clock', { clockId }, { runAt: new Date(dueAt.getTime() + 1_000) })
}
