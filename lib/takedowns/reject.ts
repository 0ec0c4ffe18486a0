import 'server-only'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { actorRef, type Member } from '@/lib/auth/actor'
import { forbidden } from '@/lib/errors'
import { english, say } from '@/lib/i18n/say'
import { takedownRejected } from '@/lib/mail/templates/takedown-rejected'
import { wasContested } from './appeal'
import { redressOf } from './outcome'
import type { rejectInput } from './process-input'
import type { Rejection } from './rejections'
import type { LockedRequest } from './request-row'
import { keepWords, lastEvent } from './said'
import { handled, take } from './take'
import { writeTo } from './write-to'

/**
 * Does not take a request up, for a reason that has a name, and tells its requester with what they can do about it. Contested, it is
 * not refused again by the same person (Regulation (EU) 2022/2065 Art. 20(6)).
 */
export async function reject(
  tx: Tx,
  actor: Member,
  { requestId, reason, note }: z.output<typeof rejectInput>,
): Promise<{ requestId: string }> {
  const request = await handled(tx, actor, requestId)
  const before = await lastEvent(tx, requestId, ['rejected'])
  if (before?.actor === actorRef(actor)) throw forbidden(say('process.errors.rejectedByYou'))
  const taken = await take(tx, actor, request, 'reject', { type: 'rejected', data: { reason } })
  await keepWords(tx, taken, note)
  await tellRejected(tx, taken, { reason, note })
  return { requestId }
}

/** The letter: the reason, and where to go from here. */
export async function tellRejected(
  tx: Tx,
  request: LockedRequest,
  { reason, note }: { reason: Rejection; note?: string },
): Promise<void> {
  const mayContest = !(await wasContested(tx, request.id))
  await writeTo(tx, request, takedownRejected, ({ trackingUrl }) => ({
    reference: request.reference,
    dataset: request.datasetName,
    reason: english(`process.rejected.${reason}`),
    note: note ?? null,
    redress: redressOf(english, request.kind, mayContest ? 'page' : null),
    trackingUrl,
  }))
}
