import { describe, expect, it } from 'vitest'
import { clockOf } from '@/lib/clocks/clock'
import { ruleOf } from '@/lib/clocks/rules'
import { type NamedClock, clocksFor } from '@/lib/takedowns/which-clocks'
import { untilWhen } from '@/lib/takedowns/due-words'

const USUAL = { acknowledgeDays: 1, decideDays: 5 }
const of = (answers: Record<string, string>) =>
  clocksFor({ kind: 'privacy', category: 'pii', answers }, USUAL)
const names = (clocks: readonly NamedClock[]) =>
  clocks.map((clock) => ('right' in clock ? `${clock.law} ${clock.right}` : clock.law))

describe('the clocks that begin with a request', () => {
  it.each([
    ['gdpr', 'erasure', ['gdpr erasure']],
    ['gdpr', 'erasure,access', ['gdpr erasure', 'gdpr access']],
    ['uk', 'access', ['uk_gdpr_access access']],
    ['uk', 'erasure', ['uk_gdpr erasure']],
    ['ccpa', 'erasure', ['ccpa_confirm', 'ccpa_answer erasure']],
    ['ccpa', 'erasure objection', ['ccpa_confirm', 'ccpa_answer erasure', 'ccpa_opt_out objection']],
    ['other', 'erasure', ['ccpa_confirm', 'gdpr erasure']],
    ['other', 'objection', ['ccpa_confirm', 'gdpr objection', 'ccpa_opt_out objection']],
    ['gdpr', 'restriction', ['gdpr restriction']],
    ['uk', 'restriction', ['uk_gdpr restriction']],
    ['other', 'restriction', ['gdpr restriction']],
    ['ccpa', 'opt_out_of_sale', ['ccpa_opt_out opt_out_of_sale']],
    ['other', 'opt_out_of_sale', ['ccpa_opt_out opt_out_of_sale']],
    [
      'ccpa',
      'erasure,opt_out_of_sale',
      ['ccpa_confirm', 'ccpa_answer erasure', 'ccpa_opt_out opt_out_of_sale'],
    ],
    ['', 'restriction', ['gdpr restriction']],
    ['', 'opt_out_of_sale', ['ccpa_opt_out opt_out_of_sale']],
    ['', 'erasure,opt_out_of_sale', ['gdpr erasure', 'ccpa_opt_out opt_out_of_sale']],
  ])('are, under %s for %s, %j', (regime, right, expected) => {
    expect(names(of({ regime, right }))).toEqual(expected)
  })

  it('are those of the strictest law where nobody says where they live, and of erasure where nothing is chosen', () => {
    expect(names(of({}))).toEqual(['gdpr erasure'])
  })

  it('count each right once', () => {
    expect(names(of({ regime: 'gdpr', right: 'access access' }))).toEqual(['gdpr access'])
  })

  it('are our promises where no law names a time, as the dataset has made them', () => {
    for (const kind of ['copyright', 'opt_out', 'illegal_content', 'court_order', 'other'] as const)
      expect(
        clocksFor({ kind, category: 'other', answers: {} }, { acknowledgeDays: 2, decideDays: 9 }),
      ).toEqual([
        { law: 'promise_acknowledge', promised: 2 },
        { law: 'promise_decide', promised: 9 },
      ])
  })

  it('are hours for what is restricted, whatever the dataset promises', () => {
    const hours = (category: string) => clocksFor({ kind: 'illegal_content', category, answers: {} }, USUAL)
    expect(hours('ncii')).toEqual([{ law: 'intimate_image' }])
    expect(hours('child_safety')).toEqual([{ law: 'promise_urgent', promised: null }])
  })
})

describe('a promise', () => {
  const place = { zone: 'Europe/Berlin', calendar: 'DE' }
  it('is as long as it was when it was given, and an extension can double it', () => {
    expect(ruleOf('promise_decide', place, 7)).toMatchObject({
      term: { unit: 'business_day', amount: 7 },
      longest: 14,
      basis: null,
    })
  })

  it('never changes the length of a law', () => {
    expect(ruleOf('gdpr', place, 7)).toEqual(ruleOf('gdpr', place))
  })
})

describe('the day in words', () => {
  it('is that of the calendar the clock is counted in, not of UTC', () => {
    const rule = ruleOf('ccpa_confirm', { zone: 'Europe/Berlin', calendar: 'DE' })
    const { dueAt } = clockOf(rule, [{ type: 'started', at: new Date('2026-11-20T12:00:00Z') }])
    expect(dueAt?.toISOString()).toBe('2026-12-08T07:59:59.000Z')
    expect(untilWhen({ rule, dueAt })).toBe('7 December 2026')
    expect(untilWhen({ rule, dueAt }, 'de')).toBe('7. Dezember 2026')
  })

  it('is the minute where hours are counted', () => {
    const rule = ruleOf('intimate_image', { zone: 'Europe/Berlin', calendar: 'DE' })
    const { dueAt } = clockOf(rule, [{ type: 'started', at: new Date('2026-11-20T12:34:56Z') }])
    expect(untilWhen({ rule, dueAt })).toBe('22 November 2026, 12:34 UTC')
  })
})
