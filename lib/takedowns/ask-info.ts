import 'server-only'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { invalid } from '@/lib/errors'
import { say, voiceOf } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { takedownNeedsInfo } from '@/lib/mail/templates/takedown-needs-info'
import { pauseClocks } from './clocks'
import { clockEffect } from './clock-effect'
import { elementsNamed, lawOfKind, nameOf } from './elements'
import type { askInfoInput } from './process-input'
import { keepWords } from './said'
import { handled, take } from './take'
import { writeTo } from './write-to'

/** Silence after which we remind, and after the reminder close. */
export const SILENCE_DAYS = { remind: 14, close: 7 } as const

const DAY = 86_400_000
export const closesOn = (asked: Date) =>
  new Date(asked.getTime() + (SILENCE_DAYS.remind + SILENCE_DAYS.close) * DAY)

/**
 * Asks the requester for named elements of the law that are missing, instead of dropping a defective notice (17 U.S.C. §
 * 512(c)(3)(B)(ii)). The letter has the exact list, what it does to the clock, and when silence ends the request.
 */
export async function askInfo(
  tx: Tx,
  actor: Member,
  { requestId, missing, note }: z.output<typeof askInfoInput>,
): Promise<{ requestId: string }> {
  const request = await handled(tx, actor, requestId)
  const asked = elementsNamed(request.kind, missing)
  if (asked.length === 0) throw invalid(say('process.input.missing'))
  const taken = await take(tx, actor, request, 'ask_info', {
    type: 'needs_info',
    data: { missing: asked.map(({ name }) => name) },
  })
  await keepWords(tx, taken, note)
  const clocks = await pauseClocks(tx, actor, taken, { reason: 'needs_info' })
  const law = lawOfKind(request.kind)
  const voice = voiceOf(request.language)
  await writeTo(tx, request, takedownNeedsInfo, {
    reference: request.reference,
    dataset: request.datasetName,
    missing: asked.map((element) => nameOf(voice, element)),
    law: law ? voice(`takedowns.forms.${law}`) : null,
    note: note ?? null,
    clock: clockEffect(request.language, clocks),
    closes: closesOn(new Date()),
  })
  await awaitAnswer(tx, requestId, taken.eventId)
  return { requestId }
}

/** Begins to wait: the job reminds, and later closes, unless something was heard. */
export const awaitAnswer = (tx: Tx, requestId: string, eventId: string): Promise<void> =>
  enqueue(
    tx,
    'takedown.silence',
    { requestId, eventId, then: 'remind' },
    { runAt: new Date(Date.now() + SILENCE_DAYS.remind * DAY) },
  )
