import 'server-only'
import { Temporal } from 'temporal-polyfill'
import { type DayTerm, dueDay, type Ending, type Pause } from './due-day'
import { isWorkingDay } from './working-days'

/** What a law, or our own promise, says of one clock. */
export type ClockRule = Ending & {
  term: DayTerm | { unit: 'hour'; amount: number }
  /** IANA name of the time zone whose days are counted. */
  zone: string
  /** Whether it can be stopped while somebody else has to do something. */
  canPause: boolean
  /** The longest it can be extended to, from its start and in its own unit; null when it cannot. */
  longest: number | null
}

/** What happened to a clock, in order. Nothing else is kept: when it ends is computed from these, and never overwritten. */
export type ClockEvent =
  | { type: 'started'; at: Date }
  | { type: 'paused'; at: Date; reason: string }
  | { type: 'resumed'; at: Date }
  /** To `amount` from the start, of which the person was told with the reason. */
  | { type: 'extended'; at: Date; amount: number; reason: string }
  | { type: 'satisfied'; at: Date }

export type Clock = {
  state: 'running' | 'paused' | 'satisfied'
  startedAt: Date
  /** Its last second; of a paused clock where it would end if it ran on now, which is not yet known. */
  dueAt: Date | null
  /** Units from the start, after extensions. */
  amount: number
}

/** Why an event does not follow from those before it. */
export type WhyRefused = keyof typeof REFUSALS

const REFUSALS = {
  unstarted: 'A clock begins when it is started.',
  order: 'Events of a clock are in the order of time.',
  met: 'This clock has been met already.',
  started: 'This clock was started already.',
  unpausable: 'This clock cannot be stopped.',
  stands: 'This clock stands already.',
  runs: 'This clock does not stand.',
  unextendable: 'This clock cannot be extended.',
  shorter: 'An extension makes a term longer.',
  longest: 'This clock cannot be extended so far.',
  late: 'An extension is told of within the first term.',
  over: 'This clock has run out already.',
}

/** An event does not follow from those before it. */
export class ClockRefused extends Error {
  override readonly name = 'ClockRefused'
  constructor(readonly why: WhyRefused) {
    super(REFUSALS[why])
  }
}

/** Where a clock stands after its events. Throws {@link ClockRefused} when they do not follow from each other. */
export function clockOf(rule: ClockRule, events: readonly ClockEvent[]): Clock {
  const [start, ...later] = events
  if (start?.type !== 'started') throw new ClockRefused('unstarted')
  let run: Run = { startedAt: start.at, last: start.at, amount: rule.term.amount, pauses: [], since: null }
  for (const event of later) run = after(rule, run, event)
  const state = run.isSatisfied ? 'satisfied' : run.since ? 'paused' : 'running'
  return { state, startedAt: run.startedAt, dueAt: run.since ? null : dueAt(rule, run), amount: run.amount }
}

/** Whether the event may follow: the screen offers what the verb accepts. */
export const mayFollow = (rule: ClockRule, events: readonly ClockEvent[], event: ClockEvent): boolean =>
  whyNot(rule, events, event) === null

/** Why the event may not follow; null when it may. */
export function whyNot(rule: ClockRule, events: readonly ClockEvent[], event: ClockEvent): WhyRefused | null {
  try {
    clockOf(rule, [...events, event])
    return null
  } catch (error) {
    if (error instanceof ClockRefused) return error.why
    throw error
  }
}

type Run = {
  startedAt: Date
  last: Date
  amount: number
  pauses: readonly { from: Date; to: Date }[]
  since: Date | null
  isSatisfied?: true
}

function after(rule: ClockRule, run: Run, event: ClockEvent): Run {
  if (event.at < run.last) throw new ClockRefused('order')
  if (run.isSatisfied) throw new ClockRefused('met')
  const { since, pauses } = run
  const last = event.at
  switch (event.type) {
    case 'started':
      throw new ClockRefused('started')
    case 'paused':
      if (!rule.canPause) throw new ClockRefused('unpausable')
      if (since) throw new ClockRefused('stands')
      refuseOverdue(rule, run, event.at)
      return { ...run, last, since: event.at }
    case 'resumed':
      if (!since) throw new ClockRefused('runs')
      return { ...run, last, since: null, pauses: [...pauses, { from: since, to: event.at }] }
    case 'extended':
      if (rule.longest === null) throw new ClockRefused('unextendable')
      if (event.amount <= run.amount) throw new ClockRefused('shorter')
      if (event.amount > rule.longest) throw new ClockRefused('longest')
      // Whoever waits is told within the first term (GDPR Art. 12(3), 11 CCR § 7021(b)).
      if (!since && event.at > dueAt(rule, { ...run, amount: rule.term.amount }))
        throw new ClockRefused(run.amount > rule.term.amount ? 'late' : 'over')
      return { ...run, last, amount: event.amount }
    case 'satisfied':
      return {
        ...run,
        last,
        isSatisfied: true,
        ...(since ? { since: null, pauses: [...pauses, { from: since, to: event.at }] } : {}),
      }
  }
}

/** What has run out cannot be stopped. */
function refuseOverdue(rule: ClockRule, run: Run, at: Date): void {
  if (at > dueAt(rule, run)) throw new ClockRefused('over')
}

function dueAt({ term, zone, ...ending }: ClockRule, { startedAt, amount, pauses }: Run): Date {
  if (term.unit === 'hour') {
    const stood = pauses.reduce((sum, { from, to }) => sum + (to.getTime() - from.getTime()), 0)
    return new Date(startedAt.getTime() + amount * 3_600_000 + stood)
  }
  const days = pauses.map(({ from, to }): Pause => ({ from: dayOf(from, zone), to: dayOf(to, zone) }))
  return endOf(dueDay(dayOf(startedAt, zone), { unit: term.unit, amount }, days, ending), zone)
}

/** The date a moment has in a time zone: `2026-12-07`. */
export const dateIn = (at: Date, zone: string): string => dayOf(at, zone).toString()

/**
 * The day that a moment has in a time zone, as something that tells days of UTC tells it: the last second of a day in New York is the next
 * one there.
 */
export const dayToTell = (at: Date, zone: string): Date => new Date(`${dateIn(at, zone)}T12:00:00Z`)

/** That hour of the day after, by the clocks of the zone. */
export const nextMorning = (at: Date, zone: string, hour: number): Date =>
  new Date(
    dayOf(at, zone).add({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: { hour } })
      .epochMilliseconds,
  )

const dayOf = (at: Date, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate()

/**
 * From when on a clock is nearly due: when a fifth of it is left, or two working days, whichever comes first. Of one that is no longer
 * than two working days, and of hours, a fifth.
 */
export function nearAt({ term, zone, calendar }: ClockRule, startedAt: Date, end: Date): Date {
  const fifth = new Date(end.getTime() - (end.getTime() - startedAt.getTime()) / 5)
  if (term.unit === 'hour') return fifth
  let day = dayOf(end, zone)
  for (let left = 2; left > 0; day = day.subtract({ days: 1 })) if (isWorkingDay(day, calendar)) left -= 1
  const two = endOf(day, zone)
  return two > startedAt && two < fifth ? two : fifth
}

/** The last second of a day, however long the day is there. */
const endOf = (day: Temporal.PlainDate, zone: string): Date =>
  new Date(day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1_000)
