import { describe, expect, test } from 'vitest'
import { f1, judge } from '@/lib/golden/judge'
import { standingInWords } from '@/lib/golden/words'
import { rightsToCome, stateOf, WINDOW } from '@/lib/golden/standing-rules'

const passages = (...ends: [number, number][]) => ends.map(([start, end]) => ({ field: 'text', start, end }))

describe('an answer to a golden item', () => {
  const expected = { actions: ['redact', 'remove'] as const, reasons: [], spans: null, leastOverlap: 0.5 }
  const given = { action: 'redact' as const, reasonCode: 'pii.contact', spans: passages([0, 4]) }

  test('is right with any of the right actions, and with any reason where none is asked for', () => {
    expect(judge(expected, given, 100).passed).toBe(true)
    expect(judge(expected, { ...given, action: 'remove', spans: [] }, 100).passed).toBe(true)
    expect(judge(expected, { ...given, action: 'keep', spans: [] }, 100).passed).toBe(false)
    expect(judge({ ...expected, reasons: ['pii.identifier'] }, given, 100).passed).toBe(false)
  })

  test('is judged by its passages only when it masks some, and exactly at the bound it is right', () => {
    const strict = { ...expected, spans: passages([0, 4]), leastOverlap: 0.5 }
    // 2 of 4 characters in common, of 4 and 4: F1 one half.
    expect(judge(strict, { ...given, spans: passages([2, 6]) }, 100)).toMatchObject({
      passed: true,
      overlap: 0.5,
    })
    expect(judge(strict, { ...given, spans: passages([3, 7]) }, 100)).toMatchObject({
      passed: false,
      overlap: 0.25,
    })
    expect(judge(strict, { ...given, action: 'remove', spans: [] }, 100)).toMatchObject({
      passed: true,
      overlap: null,
    })
  })

  test('matches passages by characters, field by field', () => {
    expect(f1(passages([0, 10]), passages([0, 5], [5, 10]), 50)).toBe(1)
    expect(f1(passages([0, 10]), [{ field: 'title', start: 0, end: 10 }], 50)).toBe(0)
    expect(f1([], [], 50)).toBe(1)
  })
})

describe('what answers lead to', () => {
  const bounds = { warnBelow: 0.8, holdBelow: 0.6 }
  test.each([
    [0, 4, 'fine'],
    [4, 5, 'fine'],
    [3, 5, 'warned'],
    [2, 5, 'held'],
    [16, 20, 'fine'],
    [15, 20, 'warned'],
    [11, 20, 'held'],
  ] as const)('%i of %i as expected is %s', (passed, judged, state) => {
    expect(stateOf({ passed, judged }, bounds)).toBe(state)
  })

  test.each([
    ['of few answers each right one weighs much', [true, true, false, false, false], 3],
    [
      'of all that count, each takes an older one away',
      [...Array<boolean>(11).fill(true), ...Array<boolean>(9).fill(false)],
      1,
    ],
    [
      'those that were right count again when they leave',
      [...Array<boolean>(12).fill(false), ...Array<boolean>(8).fill(true)],
      12,
    ],
    ['of none that was right', Array<boolean>(WINDOW).fill(false), 12],
    ['of who is not kept', [true, true, true, true, false], 0],
  ])('says how many right answers are still to come: %s', (_, latest, toCome) => {
    expect(rightsToCome(latest, bounds)).toBe(toCome)
  })

  test('is told without blame, and that nothing follows from few', () => {
    expect(standingInWords({ judged: 1, passed: 1, state: 'fine', toCome: 0 })).toBe(
      'Of your last check, 1 was as expected. From fewer than 5 nothing follows.',
    )
    expect(standingInWords({ judged: 20, passed: 9, state: 'held', toCome: 3 })).toContain(
      'so that this passes soon: with 3 more answers in a row as expected',
    )
  })
})
