import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takedownRequest } from '@/db/schema'
import type { Actor, Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { notFound } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { type EventData, type EventType, type LockedRequest, lockRequest, recordEvent } from './request-row'
import { isClosed, isTheirs, nextStatus, StepRefused, type TakedownStatus, type TakedownStep } from './status'
import { tokenHash } from './tokens'

export type Taken = LockedRequest & { eventId: string; entryId: string }

/**
 * Takes one step of a locked request and writes the event that says so: the only place where a status changes. Throws when the table
 * has no such step from here, or when it is not this actor's.
 */
export async function take(
  tx: Tx,
  actor: Actor,
  request: LockedRequest,
  step: TakedownStep,
  { type, data }: { type: EventType; data?: EventData },
): Promise<Taken> {
  const status = nextStatus(request.status, step, request.heldFrom)
  if (!isTheirs(step, actor.kind)) throw new StepRefused(request.status, step)
  const heldFrom = status === 'on_hold' ? request.status : null
  const change = isClosed(status) === isClosed(request.status) ? {} : { closedAt: closing(status) }
  await tx
    .update(takedownRequest)
    .set({ status, heldFrom, ...change })
    .where(eq(takedownRequest.id, request.id))
  const written = await recordEvent(tx, actor, request, type, data)
  if (LETS_GO.includes(status)) await enqueue(tx, 'takedown.duplicates', { requestId: request.id })
  // Counter notices that came while it was looked at again may have nothing left to answer.
  if (request.kind === 'copyright' && LEAVES.includes(status))
    await enqueue(tx, 'takedown.put-back', { requestId: request.id })
  return { ...request, status, heldFrom, ...written }
}

const closing = (status: TakedownStatus) => (isClosed(status) ? new Date() : null)

/** What leaves those that were put with it to themselves. */
const LETS_GO: readonly TakedownStatus[] = ['rejected', 'needs_identity', 'on_hold', 'withdrawn']

/** Without a new answer. */
const LEAVES: readonly TakedownStatus[] = ['rejected', 'withdrawn']

/** The request, locked, for somebody who may handle it: its lead, or of a restricted one a safety officer, and nobody else learns that it is there. */
export async function handled(tx: Tx, actor: Member, requestId: string): Promise<LockedRequest> {
  const request = await lockRequest(tx, requestId)
  authorize(actor, request.restricted ? 'restricted.handle' : 'takedown.handle', {
    datasetId: request.datasetId,
    visible: !request.restricted,
    what: 'request',
  })
  return request
}

/** The request of a tracking link that was confirmed, locked. Throws not_found for a link that is none. */
export async function tracked(tx: Tx, token: string): Promise<LockedRequest> {
  const { id, status } = await requestOfLink(tx, token)
  if (status === 'email_unverified' || status === 'expired') throw notFound('link')
  return lockRequest(tx, id)
}

/** The request of a tracking link, wherever it stands. Throws not_found for a link that is none. */
export async function requestOfLink(tx: Tx, token: string): Promise<{ id: string; status: TakedownStatus }> {
  const [found] = await tx
    .select({ id: takedownRequest.id, status: takedownRequest.status })
    .from(takedownRequest)
    .where(eq(takedownRequest.trackingHash, tokenHash(token)))
  if (!found) throw notFound('link')
  return found
}
