import 'server-only'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { refuseIf } from '@/lib/auth/authorize'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { contactOf } from '@/lib/takedowns/contact'
import { lockRequest, recordEvent } from '@/lib/takedowns/request-row'
import { isClosed, may } from '@/lib/takedowns/status'
import { take } from '@/lib/takedowns/take'
import { change, lockCounter, sizeOf } from './counter-row'
import { cannotAgree, cannotJudge } from './counter-steps'
import type { approveCounterInput, checkCounterInput, refuseCounterInput } from './input'
import { putBackAfter, putBackDay, putBackTerm, startPutBack } from './put-back-clocks'
import { tellOfCounter, tellOfRefusal } from './tell-of-counter'

/** A lead finds it complete, and says how whoever sent it was shown to be the one whose material it is. */
export async function checkCounter(
  tx: Tx,
  actor: Member,
  { requestId, identifiedAs }: z.output<typeof checkCounterInput>,
): Promise<{ requestId: string }> {
  const { request, counter } = await lockCounter(tx, requestId)
  refuseIf(await cannotJudge(tx, actor, request.datasetId, counter))
  if (counter.state !== 'filed' || !may(request.status, 'act'))
    throw conflict(say('otherSide.errors.checked'))
  await change(tx, counter, { state: 'checked', checkedBy: actor.id, checkedAt: new Date(), identifiedAs })
  await recordEvent(tx, actor, request, 'counter_checked', { how: identifiedAs })
  return { requestId }
}

/**
 * Somebody else agrees: it goes to the claimant with everything in it, and the clock of the put-back runs from the day it was received
 * (17 U.S.C. § 512(g)(2)(B) and (C)). A claimant whose address was erased cannot be told, and could not go to court in time: then nothing
 * comes back by itself, and a person says when it does.
 */
export async function approveCounter(
  tx: Tx,
  actor: Member,
  { requestId }: z.output<typeof approveCounterInput>,
): Promise<{ requestId: string }> {
  const { request, counter } = await lockCounter(tx, requestId)
  refuseIf(await cannotAgree(tx, actor, request.datasetId, counter))
  if (counter.state !== 'checked') throw conflict(say('otherSide.errors.notChecked'))
  const of = await lockRequest(tx, counter.ofRequestId)
  if (!may(of.status, 'counter') && !isClosed(of.status)) throw conflict(say('otherSide.errors.againFirst'))

  const unreached = (await contactOf(tx, of.id)) === null
  const term = putBackTerm(counter.receivedAt)
  await change(tx, counter, { state: 'valid', approvedBy: actor.id, approvedAt: new Date(), ...term })
  await take(tx, actor, of, 'counter', {
    type: 'countered',
    data: {
      ...{ ...sizeOf(counter), earliest: day(term.earliestAt), latest: day(term.latestAt) },
      ...(unreached && { unreached }),
    },
  })
  await startPutBack(tx, actor, of, counter.receivedAt)
  if (!unreached) await putBackAfter(tx, of.id, term.earliestAt)
  await take(tx, actor, request, 'act', {
    type: 'counter_passed_on',
    data: { ...sizeOf(counter), ...(unreached && { unreached }) },
  })
  await tellOfCounter(tx, { request, of, unreached, ...sizeOf(counter), ...term })
  return { requestId }
}

/** It is not what the law asks for: its sender is told what is missing, and can send another. Nothing goes to the other side. */
export async function refuseCounter(
  tx: Tx,
  actor: Member,
  { requestId, missing }: z.output<typeof refuseCounterInput>,
): Promise<{ requestId: string }> {
  const { request, counter } = await lockCounter(tx, requestId)
  refuseIf(await cannotJudge(tx, actor, request.datasetId, counter))
  if (counter.state !== 'filed' && counter.state !== 'checked')
    throw conflict(say('otherSide.errors.checked'))
  await change(tx, counter, { state: 'refused', endedAt: new Date() })
  await take(tx, actor, request, 'decline', { type: 'counter_refused', data: { missing } })
  await tellOfRefusal(tx, request, missing)
  return { requestId }
}

/** As events keep a day. */
const day = (at: Date) => putBackDay(at).toISOString().slice(0, 10)
