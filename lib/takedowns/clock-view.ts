import 'server-only'
import { db } from '@/db/client'
import { purposeOf } from '@/lib/clocks/rules'
import { localeOfReader, say } from '@/lib/i18n/say'
import { clocksOf, isOurs, type RequestClock, type StoredEvent } from './clock-rows'
import { PAUSE_REASONS, refusalOf } from './clock-verbs'
import { because, lengthOf, reasonInWords, rightInWords } from './clock-words'
import { untilWhen } from './due-words'

export type ClockState = 'running' | 'near' | 'over' | 'paused' | 'satisfied' | 'late'

/** A clock as those read it who handle its request, in the language of whoever looks. */
export type ClockView = Awaited<ReturnType<typeof clockViews>>[number]

export async function clockViews(requestId: string) {
  const clocks = await clocksOf(db(), requestId)
  const now = new Date()
  return clocks.map((clock) => {
    const { id, rule, amount, events } = clock
    const pausing = PAUSE_REASONS.map((reason) => ({
      reason,
      refused: refusalOf(clock, { type: 'paused', at: now, reason }),
    }))
    const reasons = pausing.flatMap(({ reason, refused }) => (refused === null ? [reason] : []))
    const resuming = refusalOf(clock, { type: 'resumed', at: now })
    const extending = refusalOf(clock, { type: 'extended', at: now, amount: amount + 1, reason: '' })
    return {
      id,
      title: titleOf(clock),
      /** The law that says so; null for a promise. */
      basis: rule.basis,
      state: stateOf(clock, now),
      until: untilWhen(clock, localeOfReader()),
      because: because(say, clock),
      isOurs: isOurs(clock),
      length: lengthOf(say, rule, amount),
      /** For what it may stand now. */
      pauseFor: reasons,
      mayResume: resuming === null,
      extendTo: extending === null ? { least: amount + 1, most: rule.longest ?? amount } : null,
      /** Why it can be neither stopped nor made longer. */
      fixed:
        reasons.length === 0 && resuming !== null && extending !== null
          ? (pausing[0]?.refused ?? null)
          : null,
      events: events.map((event) => ({
        key: event.ordinal,
        title: happened(clock, event),
        at: event.type === 'started' ? event.createdAt : event.at,
      })),
    }
  })
}

function titleOf({ law, right }: RequestClock): string {
  const of = rightInWords(say, right)
  const name = say(`clocks.law.${law}`)
  return of ? say('clocks.panel.clock', { law: name, right: of }) : name
}

export function stateOf(clock: RequestClock, now: Date): ClockState {
  const { state, dueAt, nearAt, events } = clock
  if (state === 'paused') return 'paused'
  if (state === 'satisfied') {
    const met = events.find(({ type }) => type === 'satisfied')
    return isOurs(clock) && met && dueAt && met.at > dueAt ? 'late' : 'satisfied'
  }
  if (!isOurs(clock)) return 'running'
  if (dueAt && dueAt < now) return 'over'
  return nearAt && nearAt <= now ? 'near' : 'running'
}

function happened({ rule, law }: RequestClock, event: StoredEvent): string {
  const reason = reasonInWords(say, event.reason)
  const until = untilWhen({ rule, dueAt: event.dueAt }, localeOfReader()) ?? ''
  switch (event.type) {
    case 'started':
      return say('clocks.panel.event.started', { until })
    case 'paused':
      return say('clocks.panel.event.paused', { reason })
    case 'resumed':
      return say('clocks.panel.event.resumed', { until })
    case 'extended':
      return say('clocks.panel.event.extended', {
        length: lengthOf(say, rule, event.amount ?? rule.term.amount),
        reason,
        until,
      })
    case 'satisfied':
      return purposeOf(law) === 'answer'
        ? say('clocks.panel.event.answered')
        : say('clocks.panel.event.ended')
    case 'breached':
      return say('clocks.panel.event.breached')
    case 'reminded':
      return say('clocks.panel.event.reminded')
  }
}
