import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { type ClockEvent, clockOf, whyNot, type WhyRefused } from '@/lib/clocks/clock'
import { isPromise, mayPauseFor } from '@/lib/clocks/rules'
import { conflict, notFound } from '@/lib/errors'
import { asks, say, voiceOf } from '@/lib/i18n/say'
import { enqueueMail } from '@/lib/mail/outbox'
import { takedownClock } from '@/lib/mail/templates/takedown-clock'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { clocksOf, counted, isOurs, type RequestClock, requestOfClock } from './clock-rows'
import { moveClock } from './clocks'
import { complainTo, lengthOf, reasonInWords } from './clock-words'
import { contactOf } from './contact'
import { untilWhen } from './due-words'
import { type LockedRequest, recordEvent } from './request-row'
import { handled } from './take'

export const PAUSE_REASONS = ['clarification', 'identity', 'elsewhere'] as const
/** GDPR Art. 12(3): "the complexity and number of the requests". */
export const EXTEND_REASONS = ['complex', 'many'] as const

const NOTE = 1_000
const clockId = z.uuid()
const note = z
  .string()
  .max(NOTE, asks('clocks.panel.noteLong', { max: String(NOTE) }))
  .trim()
  .optional()
  .transform((text) => text || undefined)

export const pauseClockInput = z.object({
  clockId,
  reason: z.enum(PAUSE_REASONS, asks('clocks.panel.choose')),
  note,
})
export const resumeClockInput = z.object({ clockId })
export const extendClockInput = z.object({
  clockId,
  /** To how many units from its start. */
  amount: z.coerce.number(asks('clocks.panel.length')).int(asks('clocks.panel.length')),
  reason: z.enum(EXTEND_REASONS, asks('clocks.panel.choose')),
  note,
})

/** Stops a clock while somebody else has to do something, where its law allows that, and tells the requester. */
export async function pauseClock(
  tx: Tx,
  actor: Member,
  given: z.output<typeof pauseClockInput>,
): Promise<{ requestId: string }> {
  return move(tx, actor, given, 'clock_paused', (at) => ({ type: 'paused', at, reason: given.reason }))
}

/** Lets it go on: it ends later by the time it stood. */
export async function resumeClock(
  tx: Tx,
  actor: Member,
  given: z.output<typeof resumeClockInput>,
): Promise<{ requestId: string }> {
  return move(tx, actor, given, 'clock_resumed', (at) => ({ type: 'resumed', at }))
}

/** Makes it longer, as far as its law allows, and tells the requester of it with the reason (GDPR Art. 12(3)). */
export async function extendClock(
  tx: Tx,
  actor: Member,
  given: z.output<typeof extendClockInput>,
): Promise<{ requestId: string }> {
  const { amount, reason } = given
  return move(tx, actor, given, 'extended', (at) => ({ type: 'extended', at, amount, reason }))
}

type Moved = 'clock_paused' | 'clock_resumed' | 'extended'

async function move(
  tx: Tx,
  actor: Member,
  given: { clockId: string; note?: string },
  type: Moved,
  eventAt: (at: Date) => ClockEvent,
): Promise<{ requestId: string }> {
  const requestId = await requestOfClock(tx, given.clockId)
  if (!requestId) throw notFound('request')
  const request = await handled(tx, actor, requestId)
  const clock = (await clocksOf(tx, requestId)).find(({ id }) => id === given.clockId)
  if (!clock) throw notFound('request')
  const event = eventAt(new Date())
  const why = refusalOf(clock, event)
  if (why) throw conflict(why)
  const letterId = await tell(tx, request, clock, event, given.note)
  const { note: words } = given
  await moveClock(tx, actor, request, clock.id, { ...event, letterId, note: words })
  await recordEvent(tx, actor, request, type, {
    law: clock.law,
    ...('reason' in event ? { reason: event.reason } : {}),
    ...('amount' in event ? { amount: event.amount } : {}),
  })
  return { requestId }
}

/** Why a clock cannot be moved like this, in words; null when it can. The screen offers by it what the verb accepts. */
export function refusalOf(clock: RequestClock, event: ClockEvent): string | null {
  if (!isOurs(clock)) return say('clocks.refused.window')
  const isOtherwise = event.type === 'paused' && !mayPauseFor(clock.law, event.reason)
  const why = isOtherwise ? 'unpausable' : whyNot(clock.rule, counted(clock.events), event)
  return why && refusalInWords(clock, why)
}

export function refusalInWords({ rule }: Pick<RequestClock, 'rule'>, why: WhyRefused): string {
  if (why !== 'longest') return say(`clocks.refused.${why}`)
  return say('clocks.refused.longest', { n: lengthOf(say, rule, rule.longest ?? rule.term.amount) })
}

/** The letter that the law asks for; its id, null when nobody is left to be told. */
async function tell(
  tx: Tx,
  request: LockedRequest,
  clock: RequestClock,
  event: ClockEvent,
  note: string | undefined,
): Promise<string | null> {
  const contact = await contactOf(tx, request.id)
  if (!contact) return null
  const { amount, dueAt } = clockOf(clock.rule, [...counted(clock.events), event])
  const { language } = request
  const voice = voiceOf(language)
  const { messageId } = await enqueueMail(tx, {
    to: contact.email,
    language,
    template: takedownClock,
    data: {
      reference: request.reference,
      change: event.type,
      law: isPromise(clock.law) ? null : voice(`clocks.law.${clock.law}`),
      reason: 'reason' in event ? reasonInWords(voice, event.reason) : null,
      note,
      length: lengthOf(voice, clock.rule, amount),
      until: untilWhen({ rule: clock.rule, dueAt }, language),
      complain: voice(`clocks.complain.${complainTo(clock.law)}`),
      trackingUrl: env().url + paths.takedownTrack(contact.tracking),
    },
    requestId: request.id,
  })
  return messageId
}
