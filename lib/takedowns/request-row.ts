import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { category, dataset, takedownEvent, takedownRequest } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { actorRef } from '@/lib/auth/actor'
import { requestSubject } from '@/lib/crypto/subject'
import { notFound } from '@/lib/errors'
import { appendEntry, sealedIf } from '@/lib/log/append'
import type { TakedownKind } from './attestations'
import type { TakedownStatus } from './status'

/** A request as the verbs see it, locked. */
export type LockedRequest = {
  id: string
  reference: string
  datasetId: string
  slug: string
  datasetName: string
  kind: TakedownKind
  category: string
  /** For safety officers only; its log entries are sealed. */
  restricted: boolean
  status: TakedownStatus
  submittedAt: Date
  dueAt: Date | null
}

export type EventType = (typeof takedownEvent.$inferInsert)['type']
export type EventData = (typeof takedownEvent.$inferInsert)['data']

/** Locks the request until the transaction ends. Throws not_found. */
export async function lockRequest(tx: Tx, requestId: string): Promise<LockedRequest> {
  const [row] = await tx
    .select({
      id: takedownRequest.id,
      reference: takedownRequest.reference,
      datasetId: takedownRequest.datasetId,
      slug: dataset.slug,
      datasetName: dataset.name,
      kind: takedownRequest.kind,
      category: takedownRequest.category,
      restricted: category.restricted,
      status: takedownRequest.status,
      submittedAt: takedownRequest.submittedAt,
      dueAt: takedownRequest.dueAt,
    })
    .from(takedownRequest)
    .innerJoin(dataset, eq(dataset.id, takedownRequest.datasetId))
    .innerJoin(category, eq(category.id, takedownRequest.category))
    .where(eq(takedownRequest.id, requestId))
    .for('update', { of: takedownRequest })
  if (!row) throw notFound('request')
  return { ...row, restricted: row.restricted === 1 }
}

/** Writes what happened, and the log entry that proves when. `data` is structured: counts, states, codes; never words from outside. */
export async function recordEvent(
  tx: Tx,
  actor: Actor,
  request: Pick<LockedRequest, 'id' | 'kind' | 'slug' | 'restricted'>,
  type: EventType,
  data: EventData = {},
): Promise<void> {
  const { entryId } = await appendEntry(
    tx,
    actor,
    sealedIf(request.restricted, {
      type: 'takedown',
      public: { dataset: request.slug, event: type },
      private: { request: request.id, kind: request.kind, data },
      about: requestSubject(request.id),
    }),
  )
  await tx
    .insert(takedownEvent)
    .values({ requestId: request.id, type, actor: actorRef(actor), data, entryId })
}
