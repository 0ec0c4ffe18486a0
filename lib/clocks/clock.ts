import 'server-only'
import { Temporal } from 'temporal-polyfill'
import { type DayTerm, dueDay, type Ending, type Pause } from './due-day'

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

/** An event does not follow from those before it. */
export class ClockRefused extends Error {
  override readonly name = 'ClockRefused'
}

/** Where a clock stands after its events. Throws {@link ClockRefused} when they do not follow from each other. */
export function clockOf(rule: ClockRule, events: readonly ClockEvent[]): Clock {
  const [start, ...later] = events
  if (start?.type !== 'started') throw new ClockRefused('A clock begins when it is started.')
  let run: Run = { startedAt: start.at, last: start.at, amount: rule.term.amount, pauses: [], since: null }
  for (const event of later) run = after(rule, run, event)
  const state = run.isSatisfied ? 'satisfied' : run.since ? 'paused' : 'running'
  return { state, startedAt: run.startedAt, dueAt: run.since ? null : dueAt(rule, run), amount: run.amount }
}

/** Whether the event may follow: the screen offers what the verb accepts. */
export function mayFollow(rule: ClockRule, events: readonly ClockEvent[], event: ClockEvent): boolean {
  try {
    clockOf(rule, [...events, event])
    return true
  } catch (error) {
    if (error instanceof ClockRefused) return false
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
  if (event.at < run.last) throw new ClockRefused('Events of a clock are in the order of time.')
  if (run.isSatisfied) throw new ClockRefused('This clock has been met already.')
  const { since, pauses } = run
  const last = event.at
  switch (event.type) {
    case 'started':
      throw new ClockRefused('This clock was started already.')
    case 'paused':
      if (!rule.canPause) throw new ClockRefused('This clock cannot be stopped.')
      if (since) throw new ClockRefused('This clock stands already.')
      refuseOverdue(rule, run, event.at)
      return { ...run, last, since: event.at }
    case 'resumed':
      if (!since) throw new ClockRefused('This clock does not stand.')
      return { ...run, last, since: null, pauses: [...pauses, { from: since, to: event.at }] }
    case 'extended':
      if (rule.longest === null) throw new ClockRefused('This clock cannot be extended.')
      if (event.amount <= run.amount) throw new ClockRefused('An extension makes a term longer.')
      if (event.amount > rule.longest)
        throw new ClockRefused(`This clock can be extended to ${rule.longest} at most.`)
      if (!since) refuseOverdue(rule, run, event.at)
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

/** What has run out can be neither stopped nor extended. */
function refuseOverdue(rule: ClockRule, run: Run, at: Date): void {
  if (at > dueAt(rule, run)) throw new ClockRefused('This clock has run out already.')
}

function dueAt({ term, zone, ...ending }: ClockRule, { startedAt, amount, pauses }: Run): Date {
  if (term.unit === 'hour') {
    const stood = pauses.reduce((sum, { from, to }) => sum + (to.getTime() - from.getTime()), 0)
    return new Date(startedAt.getTime() + amount * 3_600_000 + stood)
  }
  const days = pauses.map(({ from, to }): Pause => ({ from: dayOf(from, zone), to: dayOf(to, zone) }))
  return endOf(dueDay(dayOf(startedAt, zone), { unit: term.unit, amount }, days, ending), zone)
}

const dayOf = (at: Date, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate()

/** The last second of a day, however long the day is there. */
const endOf = (day: Temporal.PlainDate, zone: string): Date =>
  new Date(day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1_000)
