import { describe, expect, it } from 'vitest'
import { UNPROVEN_WEIGHT, weightOf } from '@/lib/review/detector-weight'
import { ageParts, pointParts, pointsOf, priorityToday } from '@/lib/review/priority'

const flag = { severity: 3, score: 0.98, weight: 1 }
const at = (day: number) => new Date(Date.UTC(2026, 10, day))
const values = (parts: readonly { points: number }[]) => parts.map(({ points }) => points)

describe('the points of a case', () => {
  it('are severity × score × weight of its best flag, the weights of the others, and a person’s request', () => {
    const flags = [flag, { severity: 1, score: 0.2, weight: 0.5 }, { severity: 2, score: 0.9, weight: 1 }]
    expect(values(pointParts(flags, 1))).toEqual([3 * 20 * 0.98, 4 * 1.5, 100])
    expect(pointsOf(flags, 1)).toBe(16_480)
  })

  it('take the flag that is believed most, not the one that says the most', () => {
    const loud = { severity: 3, score: 1, weight: 0.25 }
    const proven = { severity: 3, score: 0.6, weight: 0.9 }
    expect(pointsOf([loud], 0)).toBeLessThan(pointsOf([proven], 0))
    expect(values(pointParts([loud, proven], 0))[0]).toBeCloseTo(60 * 0.54)
  })

  it('put the mildest request of a person before the worst that programs find', () => {
    const worst = Array.from({ length: 100 }, () => ({ severity: 4, score: 1, weight: 1 }))
    expect(pointsOf([{ severity: 1, score: 0, weight: 0.25 }], 1)).toBeGreaterThan(pointsOf(worst, 0))
  })
})

describe('the age of a case', () => {
  it('is a point a day, and counts from 30 days before a request is due', () => {
    const opened = { openedAt: at(10), dueAt: at(20), takedowns: 0 }
    expect(values(ageParts(opened, at(21)))).toEqual([11])
    // Due ten days after it was opened: 20 points for what the law leaves less than 30.
    expect(values(ageParts({ ...opened, takedowns: 1 }, at(21)))).toEqual([11, 20])
    const late = { openedAt: at(1), dueAt: new Date(Date.UTC(2027, 0, 1)), takedowns: 1 }
    expect(values(ageParts(late, at(21)))).toEqual([20])
  })

  it('puts of two requests the one first that is due first, whenever they were opened', () => {
    const total = (openedAt: Date, dueAt: Date) =>
      values(ageParts({ openedAt, dueAt, takedowns: 1 }, at(21))).reduce((a, b) => a + b)
    expect(total(at(20), at(25))).toBe(total(at(5), at(25)))
    expect(total(at(20), at(24))).toBeGreaterThan(total(at(5), at(25)))
  })
})

describe('what the page says of it', () => {
  it('adds up', () => {
    const found = { points: pointsOf([flag, flag], 1), takedowns: 1, openedAt: at(10), dueAt: at(30) }
    const { priority, priorityParts } = priorityToday(found, [flag, flag], at(21))
    expect(values(priorityParts)).toEqual([58.8, 4, 100, 11, 10])
    expect(priority).toBe(183.8)
  })

  it('tells apart that a detector was weighed otherwise when the order was made', () => {
    const found = {
      points: pointsOf([{ ...flag, weight: 0.5 }], 0),
      takedowns: 0,
      openedAt: at(21),
      dueAt: null,
    }
    const { priority, priorityParts } = priorityToday(found, [flag], at(21))
    expect(priority).toBe(29.4)
    expect(priorityParts.find(({ what }) => what.includes('last flagged'))?.points).toBe(-29.4)
  })
})

describe('the weight of a detector', () => {
  it('is that of an unproven one until enough was judged', () => {
    expect(weightOf({ judged: 0, upheld: 0 })).toBe(UNPROVEN_WEIGHT)
    expect(weightOf({ judged: 19, upheld: 0 })).toBe(UNPROVEN_WEIGHT)
  })

  it('grows and shrinks with what was right, and with how much is known', () => {
    const weights = [
      { judged: 20, upheld: 2 },
      { judged: 20, upheld: 15 },
      { judged: 20, upheld: 20 },
      { judged: 500, upheld: 500 },
    ].map(weightOf)
    expect(weights).toEqual(weights.toSorted((a, b) => a - b))
    expect(new Set(weights).size).toBe(4)
  })

  it('never silences one', () => {
    expect(weightOf({ judged: 1_000, upheld: 0 })).toBe(0.25)
  })
})
