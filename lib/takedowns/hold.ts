import 'server-only'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { releasePromise } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { system } from '@/lib/auth/load-actor'
import { newestRevision } from '@/lib/datasets/newest-revision'
import { conflict } from '@/lib/errors'
import { say, voiceOf } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { takedownHeld, takedownResumed } from '@/lib/mail/templates/takedown-held'
import { endRulesInEffect } from '@/lib/suppression/end-in-effect'
import { awaitAnswer } from './ask-info'
import { clockEffect } from './clock-effect'
import { pauseClocks, resumeClocks } from './clocks'
import { lookAtDecidedMeanwhile } from './decided-meanwhile'
import { erasureOf } from './erase'
import { goOnLooking } from './go-on-looking'
import { awaitOwner } from './owner-window'
import type { holdInput, ofRequest } from './process-input'
import { refreshLists } from './promise'
import { decidedMatches } from './results'
import { keepWords, lastEvent } from './said'
import { settle } from './settle'
import { startWork } from './start-work'
import { handled, take, type Taken } from './take'
import { writeTo } from './write-to'

/**
 * Holds a request where it stands, because a court ordered it or a case about it is pending. Nothing of it goes on, and nothing is erased. Of who was
 * erased before nothing new is written down: no erasure would come for it any more.
 */
export async function hold(
  tx: Tx,
  actor: Member,
  { requestId, reason, note }: z.output<typeof holdInput>,
): Promise<{ requestId: string }> {
  const request = await handled(tx, actor, requestId)
  if (note && (await erasureOf(tx, request))) throw conflict(say('process.errors.erasedNote'))
  const taken = await take(tx, actor, request, 'hold', { type: 'held', data: { reason } })
  await keepWords(tx, taken, note)
  // What it decided and no release has yet takes no effect meanwhile.
  await refreshLists(tx, request.datasetId)
  const clocks = await pauseClocks(tx, actor, taken, { reason: 'on_hold' })
  await writeTo(tx, request, takedownHeld, {
    reference: request.reference,
    dataset: request.datasetName,
    reason: voiceOf(request.language)(`process.held.${reason}`),
    note: note ?? null,
    clock: clockEffect(request.language, clocks, 'court'),
  })
  return { requestId }
}

/** Lets it go on where it stood. What would have happened meanwhile happens now. */
export async function resume(
  tx: Tx,
  actor: Member,
  { requestId }: z.output<typeof ofRequest>,
): Promise<{ requestId: string }> {
  const request = await handled(tx, actor, requestId)
  const taken = await take(tx, actor, request, 'resume', { type: 'resumed' })
  if (taken.status !== 'needs_info' && taken.status !== 'needs_identity') await resumeClocks(tx, actor, taken)
  await writeTo(tx, request, takedownResumed, {
    reference: request.reference,
    dataset: request.datasetName,
  })
  await goOn(tx, taken)
  return { requestId }
}

/** What was promised before is published in time again, at once where its day is over. */
async function goOnPublishing(tx: Tx, { id, datasetId }: Taken): Promise<void> {
  const promised = await tx
    .selectDistinct({ profile: releasePromise.profile })
    .from(releasePromise)
    .where(eq(releasePromise.requestId, id))
  for (const { profile } of promised)
    await enqueue(tx, 'release.due', { datasetId, profile }, { key: `release.due/${datasetId}/${profile}` })
  if (promised.length > 0) await enqueue(tx, 'takedown.fulfil', { requestId: id })
  // What came back while its rules were held is told now.
  const newest = await newestRevision(tx, datasetId)
  if (newest) await enqueue(tx, 'takedown.returned', { datasetId, revisionId: newest.id })
  await refreshLists(tx, datasetId)
}

/** What was decided otherwise than was told while nothing of it went on. */
async function goOnDeciding(tx: Tx, request: Taken): Promise<void> {
  const cases = (await decidedMatches(tx, request.id)).map(({ caseId }) => caseId)
  await endRulesInEffect(tx, system('takedown'), request, [...new Set(cases)])
  await lookAtDecidedMeanwhile(tx, request)
}

async function goOn(tx: Tx, request: Taken): Promise<void> {
  switch (request.status) {
    case 'received':
      return startWork(tx, request)
    case 'needs_info':
    case 'needs_identity': {
      const asked = await lastEvent(tx, request.id, ['needs_info', 'needs_identity'])
      return asked ? awaitAnswer(tx, request.id, asked.id) : undefined
    }
    case 'owner_notified':
      return awaitOwner(tx, request.id, new Date())
    case 'countered':
      // Its day may have come meanwhile; too early it waits for it.
      return enqueue(tx, 'takedown.put-back', { requestId: request.id })
    case 'actioned':
    case 'partially_actioned':
    case 'kept_down':
      await goOnPublishing(tx, request)
      return goOnDeciding(tx, request)
    default:
      await goOnPublishing(tx, request)
      await goOnLooking(tx, request.id)
      await settle(tx, request)
  }
}
