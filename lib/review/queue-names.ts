import 'server-only'
import { asc, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { reviewQueue } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { scopesOf } from './scope'

export type QueueName = { id: string; datasetId: string; name: string; retired: boolean }

/** What the queues are called whose cases this actor may see, in the order in which they are tried; also those no longer in use. */
export async function queueNames(actor: Actor): Promise<QueueName[]> {
  const scopes = await scopesOf(db(), actor)
  if (scopes.length === 0) return []
  const rows = await db()
    .select({
      id: reviewQueue.id,
      datasetId: reviewQueue.datasetId,
      name: reviewQueue.name,
      retiredAt: reviewQueue.retiredAt,
    })
    .from(reviewQueue)
    .where(
      inArray(
        reviewQueue.datasetId,
        scopes.map(({ datasetId }) => datasetId),
      ),
    )
    .orderBy(asc(reviewQueue.ordinal), asc(reviewQueue.id))
  return rows.map(({ retiredAt, ...row }) => ({ ...row, retired: retiredAt !== null }))
}
