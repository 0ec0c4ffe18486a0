import 'server-only'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { system } from '@/lib/auth/load-actor'
import { conflict, invalid } from '@/lib/errors'
import { say, voiceOf } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { takedownLift, takedownLiftCalledOff, takedownLifted } from '@/lib/mail/templates/takedown-lift'
import { announcedLift } from '@/lib/takedowns/announced-lift'
import { contactOf } from '@/lib/takedowns/contact'
import { TOLD_DAYS } from '@/lib/takedowns/lift-reasons'
import { ourDay } from '@/lib/takedowns/our-day'
import { refuseOwnRequest } from '@/lib/takedowns/own-request'
import type { liftInput, ofRequest } from '@/lib/takedowns/process-input'
import { refreshLists } from '@/lib/takedowns/promise'
import { type LockedRequest, lockRequest, recordEvent } from '@/lib/takedowns/request-row'
import { decidedMatches, targetsOf } from '@/lib/takedowns/results'
import { isForATime } from '@/lib/takedowns/rights'
import { keepWords } from '@/lib/takedowns/said'
import { may, nextStatus } from '@/lib/takedowns/status'
import { handled, take } from '@/lib/takedowns/take'
import { writeTo } from '@/lib/takedowns/write-to'
import { endRulesOf } from './end-rules'
import { keyOf, retractedBefore } from './retracted'
import { reverse } from './reverse'
import { retractionLines } from './tell-of-retraction'

type Done = { requestId: string }

const DAY_MS = 86_400_000

/**
 * Says to whoever had something restricted that this is going to end, why, and when (GDPR Art. 18(3)): two weeks before it does, so that they
 * can object or have it erased. Never by whoever asked for it, and not where nobody is left to be told.
 */
export async function announceLift(
  tx: Tx,
  actor: Member,
  { requestId, reason, note }: z.output<typeof liftInput>,
): Promise<Done> {
  const request = await restricted(tx, actor, requestId)
  nextStatus(request.status, 'lift')
  if (!(await contactOf(tx, requestId))) throw conflict(say('rights.errors.nobodyToTell'))
  if (await announcedLift(tx, request)) throw conflict(say('rights.errors.liftAnnounced'))
  if (reason === 'other' && !note)
    throw invalid(say('rights.errors.liftWhy'), { note: [say('rights.errors.liftWhy')] })
  const until = new Date(Date.now() + TOLD_DAYS * DAY_MS)
  const { eventId } = await recordEvent(tx, actor, request, 'lift_announced', {
    reason,
    until: until.toISOString(),
  })
  await keepWords(tx, { id: requestId, eventId }, note)
  await liftAt(tx, { requestId, eventId }, until)
  const { reference, datasetName: dataset } = request
  await writeTo(tx, request, takedownLift, {
    ...{ reference, dataset, reason, until: ourDay(until), note: note ?? null },
  })
  return { requestId }
}

/** It stays restricted, and its requester hears that, too. */
export async function callOffLift(
  tx: Tx,
  actor: Member,
  { requestId }: z.output<typeof ofRequest>,
): Promise<Done> {
  const request = await restricted(tx, actor, requestId)
  if (!(await announcedLift(tx, request))) throw conflict(say('rights.errors.noLift'))
  await recordEvent(tx, actor, request, 'lift_called_off')
  const { reference, datasetName: dataset } = request
  await writeTo(tx, request, takedownLiftCalledOff, { reference, dataset })
  return { requestId }
}

/**
 * Ends a restriction on the day that was told: what was decided because of it alone is as it was before, and what also rests on something
 * else stays. Nothing happens where it was called off or the request has moved on; what a court holds waits.
 */
export async function lift(
  tx: Tx,
  { requestId, eventId }: { requestId: string; eventId: string },
  now = new Date(),
): Promise<void> {
  const request = await lockRequest(tx, requestId)
  const announced = await announcedLift(tx, request)
  if (announced?.eventId !== eventId || announced.until > now) return
  if (!may(request.status, 'lift'))
    return liftAt(tx, { requestId, eventId }, new Date(now.getTime() + DAY_MS))
  const actor = system('takedown')
  const back = { because: 'lift' as const, caseIds: await casesOf(tx, request) }
  const reversed = await reverse(tx, actor, request, back)
  const gone = (await targetsOf(tx, requestId)).map(({ target }) => target)
  const rules = await endRulesOf(tx, actor, request, { because: 'lift', gone, left: [], whole: true })
  await take(tx, actor, request, 'lift', {
    type: 'lifted',
    data: {
      ...{ reversed: reversed.caseIds.length, ...reversed.stays },
      ...{ rules: rules.ended, rulesStay: rules.stays },
    },
  })
  await refreshLists(tx, request.datasetId)
  const { reference, datasetName: dataset, language } = request
  const lines = retractionLines(voiceOf(language), {
    ...{ reversed: reversed.caseIds.length, stays: reversed.stays },
    ...{ rules: rules.ended, rulesStay: rules.stays },
  })
  await writeTo(tx, request, takedownLifted, { reference, dataset, lines })
}

async function restricted(tx: Tx, actor: Member, requestId: string): Promise<LockedRequest> {
  const request = await handled(tx, actor, requestId)
  if (!isForATime(request)) throw conflict(say('rights.errors.noRestriction'))
  await refuseOwnRequest(tx, actor, requestId)
  return request
}

/** Of what was taken back before nothing is left to come back. */
async function casesOf(tx: Tx, request: LockedRequest): Promise<string[]> {
  const before = await retractedBefore(tx, request)
  const matches = await decidedMatches(tx, request.id)
  const left = matches.filter(
    ({ targetId, digest }) => !before.has(keyOf({ targetId, digest: digest.toString('hex') })),
  )
  return [...new Set(left.map(({ caseId }) => caseId))]
}

const liftAt = (tx: Tx, payload: { requestId: string; eventId: string }, runAt: Date): Promise<void> =>
  enqueue(tx, 'takedown.lift', payload, { runAt, maxAttempts: 25 })
