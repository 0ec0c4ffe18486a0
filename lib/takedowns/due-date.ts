import 'server-only'
import { clockOf } from '@/lib/clocks/clock'
import { lawOf, promiseOf } from '@/lib/clocks/rules'
import { say } from '@/lib/i18n/say'
import { env } from '@/lib/runtime/env'
import type { TakedownKind } from './attestations'

/** Days we give ourselves where the law names none ("expeditiously", "in a timely manner"). */
const OWN_TERM: Record<Exclude<TakedownKind, 'privacy'>, number> = {
  copyright: 14,
  illegal_content: 14,
  opt_out: 30,
  licence: 30,
  publicity: 14,
  court_order: 7,
  counter_notice: 7,
  retraction: 7,
  other: 30,
}

/** When the requester has to have an answer, counted from the submission, not from the confirmation. */
export function dueDate(kind: TakedownKind, submitted: Date): Date {
  const { place } = env()
  const rule = kind === 'privacy' ? lawOf('gdpr', place) : promiseOf(OWN_TERM[kind], place)
  const { dueAt } = clockOf(rule, [{ type: 'started', at: submitted }])
  if (!dueAt) throw new Error('a clock that nobody stopped has no end')
  return dueAt
}

/** The promise in words, for the form and the tracking page. */
export function termInWords(kind: TakedownKind): string {
  return kind === 'privacy' ? say('takedowns.term.law') : say('takedowns.term.promise', { n: OWN_TERM[kind] })
}
