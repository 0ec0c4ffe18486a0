import 'server-only'
import { and, asc, eq, getTableColumns, isNull } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { reviewQueue } from '@/db/schema'
import { notFound } from '@/lib/errors'
import { DEFAULT_QUEUES } from './default-queues'
import type { Queue } from './queue-rules'
import { holdRules } from './route'

/** The queues of a dataset in the order in which they are tried; none before its first case. */
export function queuesOf(on: Db | Tx, datasetId: string): Promise<Queue[]> {
  return on
    .select(rules)
    .from(reviewQueue)
    .where(and(eq(reviewQueue.datasetId, datasetId), isNull(reviewQueue.retiredAt)))
    .orderBy(asc(reviewQueue.ordinal), asc(reviewQueue.id))
}

/** One that is in use, for its page. */
export async function queueById(datasetId: string, id: string): Promise<Queue> {
  const found = (await queuesOf(db(), datasetId)).find((queue) => queue.id === id)
  if (!found) throw notFound('queue')
  return found
}

/** The same for whoever routes cases by them: made on first use, and as they are until the transaction ends. */
export async function ensureQueues(tx: Tx, datasetId: string): Promise<Queue[]> {
  await holdRules(tx, datasetId)
  const known = await queuesOf(tx, datasetId)
  if (known.length > 0) return known
  // Two imports may begin together; the second waits and finds them.
  await takeTurns(tx, `queues/${datasetId}`)
  const now = await queuesOf(tx, datasetId)
  if (now.length > 0) return now
  await tx.insert(reviewQueue).values(
    DEFAULT_QUEUES.map((queue, i) => ({
      ...queue,
      datasetId,
      ordinal: i + 1,
      categories: queue.categories && [...queue.categories],
      detectors: queue.detectors && [...queue.detectors],
      sources: queue.sources && [...queue.sources],
      languages: queue.languages && [...queue.languages],
      actions: queue.actions && [...queue.actions],
      createdBy: 'system:defaults',
    })),
  )
  return queuesOf(tx, datasetId)
}

const {
  datasetId: _dataset,
  retiredAt: _retired,
  createdBy: _by,
  createdAt: _at,
  ...rules
} = getTableColumns(reviewQueue)
