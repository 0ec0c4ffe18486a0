import 'server-only'
import type { z } from 'zod'
import { type Db, db, type Tx } from '@/db/client'
import { actorRef, type Member } from '@/lib/auth/actor'
import { refuseIf } from '@/lib/auth/authorize'
import { conflict } from '@/lib/errors'
import { say, voiceOf } from '@/lib/i18n/say'
import { takedownRejected } from '@/lib/mail/templates/takedown-rejected'
import { partIn } from '@/lib/other-side/part-in'
import { notLooked } from '@/lib/other-side/words-search'
import { wasContested } from './appeal'
import { regimeOfRequest } from './contact'
import { redressOf } from './outcome'
import { partInAnswer } from './part-in-answer'
import type { rejectInput } from './process-input'
import { dismissals, type Rejection } from './rejections'
import type { LockedRequest } from './request-row'
import { keepWords, lastEvent } from './said'
import { awaitedSecond, awaitSecond, needsSecond } from './second'
import { nextStatus } from './status'
import { handled, take } from './take'
import { writeTo } from './write-to'

/**
 * Does not take a request up, for a reason that has a name, and tells its requester with what they can do about it. Of a legal kind a
 * second person has to agree before. A complaint is not dismissed by anybody who had a part in what it is about, nor before that is known.
 */
export async function reject(
  tx: Tx,
  actor: Member,
  { requestId, reason, note }: z.output<typeof rejectInput>,
): Promise<{ requestId: string }> {
  const request = await handled(tx, actor, requestId)
  refuseIf(await cannotReject(actor, requestId, tx))
  nextStatus(request.status, 'reject')
  if (!dismissals(request).includes(reason)) throw conflict(say('process.errors.noProofForSale'))
  if (!needsSecond(request.kind)) {
    await rejectNow(tx, actor, request, { reason, note })
    return { requestId }
  }
  const waiting = await awaitedSecond(tx, request)
  if (waiting?.outcome === 'rejected') throw conflict(say('process.errors.proposed'))
  const { eventId } = await awaitSecond(tx, actor, request, { outcome: 'rejected', reason })
  await keepWords(tx, { id: requestId, eventId }, note)
  return { requestId }
}

/** Why somebody who handles a request does not dismiss it: what the verb refuses by, and what its page says in place of the form. */
export async function cannotReject(
  actor: Member,
  requestId: string,
  on: Db | Tx = db(),
): Promise<string | undefined> {
  const again = await rejectedByYou(on, actor, requestId)
  if (again !== undefined) return again
  const answered = await partInAnswer(on, actor, requestId)
  if (answered !== undefined) return answered
  const part = await partIn(actor, requestId, on)
  if (part) return say(`otherSide.errors.${part}`)
  const search = await notLooked(on, requestId)
  return search ? say(`otherSide.lookFirst.${search}`) : undefined
}

/** Contested, it is not refused again by anybody who refused it before (Regulation (EU) 2022/2065 Art. 20(6)). */
export async function rejectedByYou(
  on: Db | Tx,
  actor: Member,
  requestId: string,
): Promise<string | undefined> {
  const before = await lastEvent(on, requestId, ['rejected'])
  const by = [before?.actor, before?.data.by]
  return by.includes(actorRef(actor)) ? say('process.errors.rejectedByYou') : undefined
}

/** `by`: who wanted it, where somebody else had to agree. */
export async function rejectNow(
  tx: Tx,
  actor: Member,
  request: LockedRequest,
  { reason, note, by }: { reason: Rejection; note: string | undefined; by?: string },
): Promise<void> {
  const data = { reason, ...(by ? { by } : {}) }
  const taken = await take(tx, actor, request, 'reject', { type: 'rejected', data })
  await keepWords(tx, taken, note)
  await tellRejected(tx, taken, { reason, note })
}

/** The letter: the reason, and where to go from here. */
export async function tellRejected(
  tx: Tx,
  request: LockedRequest,
  { reason, note }: { reason: Rejection; note?: string },
): Promise<void> {
  const mayContest = !(await wasContested(tx, request.id))
  const regime = await regimeOfRequest(tx, request.id)
  const voice = voiceOf(request.language)
  await writeTo(tx, request, takedownRejected, {
    reference: request.reference,
    dataset: request.datasetName,
    reason: voice(`process.rejected.${reason}`),
    note: note ?? null,
    redress: redressOf(voice, { kind: request.kind, regime }, mayContest ? 'page' : null),
  })
}
