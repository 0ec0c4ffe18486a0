import 'server-only'
import { db } from '@/db/client'
import { purposeOf } from '@/lib/clocks/rules'
import { formatDate } from '@/lib/format'
import { localeOfReader, say } from '@/lib/i18n/say'
import { clocksOf, type RequestClock, type StoredEvent } from './clock-rows'
import { because, lengthOf, reasonInWords, rightInWords } from './clock-words'
import { windowOf } from './complaint-window'
import { untilWhen } from './due-words'

/** By when there is an answer, and why: what the holder of a tracking link reads, a paragraph for each clock, and the first of those days. */
export async function clockLines(requestId: string): Promise<{ lines: string[][]; until: string | null }> {
  const clocks = await clocksOf(db(), requestId)
  const answers = clocks.filter(({ law }) => purposeOf(law) === 'answer')
  const waiting = answers.filter(({ state }) => state !== 'satisfied')
  const window = windowOf(clocks)
  if (waiting.length > 0) {
    const lines = waiting.map((clock) => linesOf(clock, waiting.length > 1))
    const next = waiting.find(({ dueAt }) => dueAt)
    return { lines, until: next ? untilWhen(next, localeOfReader()) : null }
  }
  const last = answers.at(-1)
  const lines = [...(last ? [met(last)] : []), ...(window ? complaint(window) : [])]
  return { lines: lines.filter((of) => of.length > 0), until: null }
}

function linesOf(clock: RequestClock, isOneOfMany: boolean): string[] {
  const { state, dueAt } = clock
  return [
    ...(state === 'running' ? [answerLine(clock, isOneOfMany)] : []),
    ...moves(clock),
    ...(state === 'running' && dueAt && dueAt < new Date() ? [say('clocks.lines.late')] : []),
  ]
}

function answerLine(clock: RequestClock, isOneOfMany: boolean): string {
  const [until, why] = [untilWhen(clock, localeOfReader()) ?? '', because(say, clock)]
  const right = isOneOfMany ? rightInWords(say, clock.right) : null
  if (clock.dueAt && clock.dueAt < new Date()) return say('clocks.lines.overdue', { until, why })
  return right
    ? say('clocks.lines.answerFor', { right, until, why })
    : say('clocks.lines.answer', { until, why })
}

/** Its pauses and extensions, each with its reason. */
function moves({ events, rule }: RequestClock): string[] {
  return events.flatMap((event, place): string[] => {
    const reason = reasonInWords(say, event.reason)
    if (event.type === 'extended') {
      const length = lengthOf(say, rule, event.amount ?? rule.term.amount)
      return [say('clocks.lines.longer', { at: day(event.at), length, reason })]
    }
    if (event.type !== 'paused') return []
    const to = events.slice(place).find(({ type }) => type === 'resumed')
    return to
      ? [say('clocks.lines.stood', { from: day(event.at), to: day(to.at), reason })]
      : [say('clocks.lines.stands', { from: day(event.at), reason })]
  })
}

function met(clock: RequestClock): string[] {
  const end: StoredEvent | undefined = clock.events.find(({ type }) => type === 'satisfied')
  const until = untilWhen(clock, localeOfReader())
  if (!end || !until || WITHOUT_ANSWER.includes(end.reason ?? '')) return []
  return [say('clocks.lines.met', { at: day(end.at), until })]
}

/** Nobody is told of an answer that they did not want any more. */
const WITHOUT_ANSWER = ['withdrawn', 'expired']

function complaint(window: RequestClock): string[][] {
  const until = untilWhen(window, localeOfReader())
  return until && window.dueAt && window.dueAt > new Date() ? [[say('clocks.lines.window', { until })]] : []
}

const day = (at: Date): string => formatDate(at, false, localeOfReader())
