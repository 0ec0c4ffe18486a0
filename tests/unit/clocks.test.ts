import { describe, expect, it } from 'vitest'
import { type ClockEvent, clockOf, type ClockRule, ClockRefused, mayFollow, nearAt } from '@/lib/clocks/clock'
import { type ClockName, type LawName, lawOf, type Place, ruleOf } from '@/lib/clocks/rules'
import { civilDay } from '../support/civil-day'

const BRUSSELS: Place = { zone: 'Europe/Brussels', calendar: 'BE' }
const at = (text: string) => new Date(text)
const noon = (day: string) => at(`${day}T12:00:00-05:00`)

/** The day in the clock's zone on which it runs out. */
function dueDayOf(rule: ClockRule, events: readonly ClockEvent[]): string | undefined {
  const { dueAt } = clockOf(rule, events)
  return dueAt ? civilDay(dueAt, rule.zone) : undefined
}

describe('the day a law means', () => {
  const place: Place = { zone: 'America/New_York', calendar: 'US' }
  it.each<[name: LawName, received: string, due: string, extendedTo?: number]>([
    ['put_back_earliest', '2026-11-20', '2026-12-07'],
    ['put_back_latest', '2026-11-20', '2026-12-11'],
    ['put_back_earliest', '2026-12-14', '2026-12-29'],
    ['put_back_latest', '2026-12-14', '2027-01-05'],
    ['put_back_earliest', '2026-01-31', '2026-02-13'],
    ['put_back_latest', '2026-01-31', '2026-02-20'],
    ['gdpr', '2026-11-20', '2026-12-21'],
    ['gdpr', '2026-11-20', '2027-02-22', 3],
    ['gdpr', '2026-01-31', '2026-03-02'],
    ['gdpr', '2026-01-31', '2026-04-30', 3],
    ['gdpr', '2026-08-31', '2026-09-30'],
    ['gdpr', '2026-08-31', '2026-11-30', 3],
    ['ccpa_confirm', '2026-11-20', '2026-12-07'],
    ['ccpa_answer', '2026-11-20', '2027-01-04'],
    ['ccpa_answer', '2026-11-20', '2027-02-18', 90],
    ['ccpa_opt_out', '2026-11-20', '2026-12-14'],
    ['complaint_window', '2026-11-20', '2027-05-20'],
    ['complaint_window', '2026-08-31', '2027-02-28'],
  ])('%s of what came on %s is %s', (name, received, due, extendedTo) => {
    const events: ClockEvent[] = [{ type: 'started', at: noon(received) }]
    if (extendedTo)
      events.push({ type: 'extended', at: noon(received), amount: extendedTo, reason: 'many items' })
    expect(dueDayOf(lawOf(name, place), events)).toBe(due)
  })

  it('is forty-eight hours for an intimate image, over a weekend and a change of the clocks', () => {
    const rule = lawOf('intimate_image', BRUSSELS)
    const { dueAt } = clockOf(rule, [{ type: 'started', at: at('2026-03-28T10:30:00Z') }])
    expect(dueAt).toEqual(at('2026-03-30T10:30:00Z'))
  })

  it('ends with the last second of the day where it is counted', () => {
    const started: ClockEvent = { type: 'started', at: at('2026-09-25T23:30:00Z') }
    // Already the 26th in Brussels; a month later, on 26 October, the clocks have gone back.
    expect(clockOf(lawOf('gdpr', BRUSSELS), [started]).dueAt).toEqual(at('2026-10-26T22:59:59Z'))
  })

  it.each<[name: LawName, place: Place, received: string, due: string]>([
    // 6 March, half past eleven at night in New York; clocks go forward on 8 March.
    ['gdpr', { zone: 'America/New_York', calendar: 'US' }, '2026-03-07T04:30:00Z', '2026-04-07T03:59:59Z'],
    // Already 1 December there; half an hour off the hours of everybody else.
    ['gdpr', { zone: 'Asia/Kolkata', calendar: 'none' }, '2026-11-30T18:31:00Z', '2027-01-01T18:29:59Z'],
    // The day has 25 hours: its last second is after the clocks went back.
    ['complaint_window', BRUSSELS, '2026-04-25T10:00:00Z', '2026-10-25T22:59:59Z'],
    // California's day, wherever whoever answers sits.
    ['ccpa_answer', BRUSSELS, '2026-11-21T07:59:00Z', '2027-01-05T07:59:59Z'],
  ])('%s is counted by the calendar of its place: %j, %s', (name, place, received, due) => {
    expect(clockOf(lawOf(name, place), [{ type: 'started', at: at(received) }]).dueAt).toEqual(at(due))
  })

  it('has two working days in it where the law counts in days (Regulation 1182/71, Art. 3(5))', () => {
    const rule: ClockRule = {
      ...lawOf('ccpa_answer', BRUSSELS),
      ...BRUSSELS,
      term: { unit: 'calendar_day', amount: 3 },
      rollsOver: true,
    }
    // Thursday 24 December 2026; Friday is a holiday: only Monday and Tuesday are working days.
    expect(dueDayOf(rule, [{ type: 'started', at: at('2026-12-24T10:00:00Z') }])).toBe('2026-12-29')
  })
})

describe('a clock', () => {
  const rule = lawOf('uk_gdpr_access', { zone: 'Europe/London', calendar: 'GB-ENG' })
  const started: ClockEvent = { type: 'started', at: at('2026-05-04T09:00:00Z') }
  const paused: ClockEvent = { type: 'paused', at: at('2026-05-10T09:00:00Z'), reason: 'which accounts?' }

  it('stands while somebody has to say more, and is longer by the days it stood', () => {
    expect(clockOf(rule, [started, paused])).toMatchObject({ state: 'paused', dueAt: null })
    const resumed: ClockEvent = { type: 'resumed', at: at('2026-05-20T09:00:00Z') }
    expect(dueDayOf(rule, [started, paused, resumed])).toBe('2026-06-15')
  })

  it('is met once, and nothing follows', () => {
    const satisfied: ClockEvent = { type: 'satisfied', at: at('2026-05-20T09:00:00Z') }
    expect(clockOf(rule, [started, paused, satisfied])).toMatchObject({ state: 'satisfied' })
    expect(mayFollow(rule, [started, satisfied], paused)).toBe(false)
  })

  const late = at('2026-08-01T09:00:00Z')
  it.each<[why: string, law: ClockRule, events: ClockEvent[]]>([
    ['nothing started it', rule, [paused]],
    ['it was started twice', rule, [started, started]],
    ['the law knows no stopping', lawOf('gdpr', BRUSSELS), [started, paused]],
    ['it stands already', rule, [started, paused, paused]],
    ['it runs already', rule, [started, { type: 'resumed', at: late }]],
    ['it ran out before it was stopped', rule, [started, { type: 'paused', at: late, reason: 'late' }]],
    [
      'it ran out before it was extended',
      rule,
      [started, { type: 'extended', at: late, amount: 2, reason: '' }],
    ],
    ['the law allows no more', rule, [started, { type: 'extended', at: started.at, amount: 4, reason: '' }]],
    ['that would shorten it', rule, [started, { type: 'extended', at: started.at, amount: 1, reason: '' }]],
    [
      'the law knows no extension',
      lawOf('put_back_latest', BRUSSELS),
      [started, { type: 'extended', at: started.at, amount: 20, reason: '' }],
    ],
    ['time runs forward', rule, [started, { ...paused, at: at('2026-05-03T09:00:00Z') }]],
  ])('refuses what does not follow: %s', (_, law, events) => {
    expect(() => clockOf(law, events)).toThrow(ClockRefused)
  })
})

describe('nearly due', () => {
  const berlin: Place = { zone: 'Europe/Berlin', calendar: 'DE' }
  it.each<[what: string, name: ClockName, started: string, near: string]>([
    [
      'two working days before a short term ends',
      'promise_decide',
      '2026-11-23T09:00:00Z',
      '2026-11-26T22:59:59Z',
    ],
    ['with a fifth of a long term left', 'gdpr', '2026-11-22T23:00:00Z', '2026-12-17T18:11:59Z'],
    ['with a fifth of its hours left', 'intimate_image', '2026-11-27T00:00:00Z', '2026-11-28T14:24:00Z'],
    [
      'with a fifth left of what is no longer than two working days',
      'promise_acknowledge',
      '2026-11-23T09:00:00Z',
      '2026-11-24T15:23:59Z',
    ],
  ])('is %s (%s)', (_, name, started, near) => {
    const rule = ruleOf(name, berlin)
    const { startedAt, dueAt } = clockOf(rule, [{ type: 'started', at: at(started) }])
    expect(Math.floor(nearAt(rule, startedAt, dueAt ?? startedAt).getTime() / 1_000)).toBe(
      at(near).getTime() / 1_000,
    )
  })
})
