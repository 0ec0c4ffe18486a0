import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { type ClockEvent, clockOf, type ClockRule, mayFollow } from '@/lib/clocks/clock'
import { CLOCK_NAMES, ruleOf } from '@/lib/clocks/rules'
import { isCalendar, isWorkingDay } from '@/lib/clocks/working-days'
import { random } from '@/lib/demo/random'
import { civilDay } from '../support/civil-day'

/* Computes everything again, day by day, from tables and rules written down here alone. */

const DAY = 86_400_000
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayText = (time: number) => new Date(time).toISOString().slice(0, 10)
const weekday = (time: number) => new Date(time).getUTCDay()

/** The nth weekday of a month, or with n = -1 the last. */
function nth(year: number, month: number, day: number, n: number): number {
  const days = Array.from({ length: 31 }, (_, i) => Date.UTC(year, month - 1, i + 1)).filter(
    (time) => new Date(time).getUTCMonth() === month - 1 && weekday(time) === day,
  )
  return days.at(n < 0 ? n : n - 1) ?? Number.NaN
}

/** 5 U.S.C. § 6103, with the Friday before or the Monday after a holiday on a weekend. */
function federalHolidays(year: number): Set<string> {
  const fixed = [
    [1, 1],
    [6, 19],
    [7, 4],
    [11, 11],
    [12, 25],
  ].map(([month = 1, day]) => Date.UTC(year, month - 1, day))
  const shifted = [...fixed, Date.UTC(year + 1, 0, 1)].map((time) =>
    weekday(time) === 6 ? time - DAY : weekday(time) === 0 ? time + DAY : time,
  )
  const moving = [nth(year, 1, 1, 3), nth(year, 2, 1, 3), nth(year, 5, 1, -1), nth(year, 9, 1, 1)]
  moving.push(nth(year, 10, 1, 2), nth(year, 11, 4, 4))
  return new Set([...fixed, ...shifted, ...moving].map(dayText))
}

/** By Gauss, as Butcher wrote it down. */
function easter(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const days = h + l - 7 * m + 114
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1)
}

function germanHolidays(year: number): Set<string> {
  const sunday = easter(year)
  const moving = [-2, 1, 39, 50].map((days) => dayText(sunday + days * DAY))
  return new Set([...moving, ...['01-01', '05-01', '10-03', '12-25', '12-26'].map((day) => `${year}-${day}`)])
}

const FREE: Record<string, (year: number) => Set<string>> = {
  US: federalHolidays,
  DE: germanHolidays,
  none: () => new Set(),
}
const years = new Map<string, Set<string>>()
function works(time: number, calendar: string): boolean {
  const year = new Date(time).getUTCFullYear()
  const key = `${calendar} ${year}`
  const free = years.get(key) ?? FREE[calendar]?.(year) ?? new Set()
  years.set(key, free)
  return weekday(time) % 6 !== 0 && !free.has(dayText(time))
}

describe('working days', () => {
  it.each(['US', 'DE', 'none'])('of %s are those of its law, through 2021 to 2040', (calendar) => {
    const wrong: string[] = []
    for (let time = Date.UTC(2021, 5, 20); time < Date.UTC(2040, 0, 1); time += DAY)
      if (isWorkingDay(Temporal.PlainDate.from(dayText(time)), calendar) !== works(time, calendar))
        wrong.push(dayText(time))
    expect(wrong).toEqual([])
  })

  it('are refused for a country or state that is none', () => {
    expect([isCalendar('DE-BY'), isCalendar('GB-ENG'), isCalendar('none')]).toEqual([true, true, true])
    expect([isCalendar('XX'), isCalendar('DE-ZZ'), isCalendar('')]).toEqual([false, false, false])
    expect(() => isWorkingDay(Temporal.PlainDate.from('2026-11-20'), 'XX')).toThrow(RangeError)
  })
})

/** When the events of a year end, by walking through it. */
function walk(rule: ClockRule, events: readonly ClockEvent[]): number {
  const start = events[0]?.at ?? new Date(Number.NaN)
  let { amount } = rule.term
  const stood: [from: Date, to: Date][] = []
  let since: Date | null = null
  for (const event of events) {
    if (event.type === 'extended') amount = event.amount
    if (event.type === 'paused') since = event.at
    if (event.type === 'resumed' && since) stood.push([since, event.at])
  }
  if (rule.term.unit === 'hour') {
    let time = start.getTime()
    for (let minutes = amount * 60; minutes > 0; time += 60_000)
      if (!stood.some(([from, to]) => time >= from.getTime() && time < to.getTime())) minutes -= 1
    return time
  }
  const first = utc(civilDay(start, rule.zone))
  const isFree = (time: number) =>
    stood.some(([from, to]) => time > utc(civilDay(from, rule.zone)) && time <= utc(civilDay(to, rule.zone)))
  let end = first
  if (rule.term.unit === 'business_day') {
    for (let left = amount; left > 0;) {
      end += DAY
      if (works(end, rule.calendar) && !isFree(end)) left -= 1
    }
    return endOfDay(end, rule.zone)
  }
  if (rule.term.unit === 'calendar_month') {
    const date = new Date(first)
    const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + amount
    const last = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate()
    end = Date.UTC(Math.floor(month / 12), month % 12, Math.min(date.getUTCDate(), last))
  } else end = first + amount * DAY
  // As many days as it stood, one after the other.
  for (const [from, to] of stood)
    for (let time = utc(civilDay(from, rule.zone)); time < utc(civilDay(to, rule.zone)); time += DAY)
      end += DAY
  const between = () => {
    let count = 0
    for (let time = first + DAY; time <= end; time += DAY) if (works(time, rule.calendar)) count += 1
    return count
  }
  const plain = end
  if (rule.rollsOver)
    while (!works(end, rule.calendar) || (plain - first >= 2 * DAY && between() < 2)) end += DAY
  return endOfDay(end, rule.zone)
}

/** Whether a law allows what comes next, said again: a pause before the end, an extension told of within the first term. */
function isAllowed(rule: ClockRule, events: readonly ClockEvent[], next: ClockEvent): boolean {
  const stands = isStanding(events)
  const told = events.flatMap((event) => (event.type === 'extended' ? [event.amount] : []))
  const now = next.at.getTime()
  if (next.type === 'resumed') return stands
  if (next.type === 'paused') return rule.canPause && !stands && now <= walk(rule, events)
  if (next.type !== 'extended' || rule.longest === null) return false
  const longer = next.amount > Math.max(rule.term.amount, ...told) && next.amount <= rule.longest
  const firstTerm = events.filter(({ type }) => type !== 'extended')
  return longer && (stands || now <= walk(rule, firstTerm))
}

function isStanding(events: readonly ClockEvent[]): boolean {
  return events.findLast(({ type }) => type === 'paused' || type === 'resumed')?.type === 'paused'
}

/** The last second that has this date in the zone. */
function endOfDay(day: number, zone: string): number {
  const date = dayText(day)
  let time = day + 12 * 3_600_000
  while (civilDay(new Date(time), zone) < date) time += 3_600_000
  while (civilDay(new Date(time), zone) > date) time -= 3_600_000
  for (const step of [3_600_000, 60_000, 1_000])
    while (civilDay(new Date(time + step), zone) === date) time += step
  return Math.floor(time / 1_000) * 1_000
}

describe('a year of events', () => {
  const rules: [name: string, rule: ClockRule][] = [
    [
      'business days',
      {
        term: { unit: 'business_day', amount: 10 },
        rollsOver: false,
        canPause: true,
        longest: 40,
        zone: 'America/New_York',
        calendar: 'US',
      },
    ],
    [
      'calendar days',
      {
        term: { unit: 'calendar_day', amount: 45 },
        rollsOver: false,
        canPause: true,
        longest: 90,
        zone: 'America/Los_Angeles',
        calendar: 'US',
      },
    ],
    [
      'calendar days that roll over',
      {
        term: { unit: 'calendar_day', amount: 3 },
        rollsOver: true,
        canPause: true,
        longest: 30,
        zone: 'Europe/Berlin',
        calendar: 'DE',
      },
    ],
    [
      'calendar months',
      {
        term: { unit: 'calendar_month', amount: 1 },
        rollsOver: true,
        canPause: true,
        longest: 3,
        zone: 'Europe/Berlin',
        calendar: 'DE',
      },
    ],
    [
      'months far east',
      {
        term: { unit: 'calendar_month', amount: 6 },
        rollsOver: false,
        canPause: true,
        longest: 9,
        zone: 'Pacific/Auckland',
        calendar: 'none',
      },
    ],
    [
      'hours',
      {
        term: { unit: 'hour', amount: 48 },
        rollsOver: false,
        canPause: true,
        longest: 96,
        zone: 'Asia/Kathmandu',
        calendar: 'none',
      },
    ],
  ]

  /** Every law and promise as it is, in places east and west: what a law does not allow is tried too, and refused. */
  const places = [
    { zone: 'Europe/Berlin', calendar: 'DE' },
    { zone: 'America/New_York', calendar: 'US' },
    { zone: 'Asia/Kolkata', calendar: 'none' },
  ]
  for (const name of CLOCK_NAMES)
    for (const place of places) rules.push([`${name} in ${place.zone}`, ruleOf(name, place)])

  it.each(rules)('%s: ends when a walk through the days says', (name, rule) => {
    const { below, chance } = random(name.length)
    let compared = 0
    const seen = new Set<string>()
    for (let minute = 0; minute < 365 * 1440; minute += 1_200 + below(3_600)) {
      const events: ClockEvent[] = [{ type: 'started', at: new Date(Date.UTC(2027, 0, 1) + minute * 60_000) }]
      // Short steps as well, so that terms of a day have events in them, and pauses end on weekends and holidays.
      const stride =
        rule.term.unit === 'hour'
          ? 1_200
          : rule.term.amount < 6 && rule.term.unit === 'business_day'
            ? 3_000
            : 12_000
      for (let step = 0, now = events[0]?.at.getTime() ?? 0; step < 5; step++) {
        now += below(stride) * 60_000
        const stands = isStanding(events)
        const event: ClockEvent =
          stands && chance(0.8)
            ? { type: 'resumed', at: new Date(now) }
            : chance(0.3) || stands
              ? {
                  type: 'extended',
                  at: new Date(now),
                  amount: rule.term.amount + 1 + below(Math.max(4, (rule.longest ?? 0) - rule.term.amount)),
                  reason: 'more to do',
                }
              : { type: 'paused', at: new Date(now), reason: 'a question' }
        const allowed = isAllowed(rule, events, event)
        if (mayFollow(rule, events, event) !== allowed)
          throw new Error(`${allowed ? 'refused' : 'allowed'}: ${JSON.stringify([...events, event])}`)
        if (allowed) events.push(event)
      }
      if (isStanding(events))
        events.push({ type: 'resumed', at: new Date((events.at(-1)?.at.getTime() ?? 0) + 90 * 60_000) })
      for (const { type } of events) seen.add(type)
      const { dueAt } = clockOf(rule, events)
      expect(dueAt?.toISOString(), JSON.stringify(events)).toBe(new Date(walk(rule, events)).toISOString())
      compared += 1
    }
    expect(compared).toBeGreaterThan(150)
    expect(seen.has('paused')).toBe(rule.canPause)
    expect(seen.has('extended')).toBe(rule.longest !== null)
  })
})
