import { expect, test } from 'vitest'
import { roughly } from '@/lib/register/small-counts'
import { halfYearOf, periodOf, periodsSince } from '@/lib/transparency/period'

const NOW = new Date('2026-11-21T12:00:00Z')

test('a half-year and a month begin and end at midnight in UTC', () => {
  expect(periodOf('2026-H1', NOW)).toEqual({
    ...{ id: '2026-H1', over: true },
    ...{ from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-07-01T00:00:00Z') },
  })
  expect(periodOf('2025-12', NOW)).toMatchObject({ from: new Date('2025-12-01'), to: new Date('2026-01-01') })
  expect(periodOf('2026-H2', NOW)).toMatchObject({ over: false, to: new Date('2027-01-01') })
  for (const none of ['', '2026', '2026-H3', '2026-13', '1999-01', '2026-1'])
    expect(periodOf(none, NOW)).toBeNull()
})

test('there is a period for every month since the first request, newest first', () => {
  const { halves, months } = periodsSince(new Date('2025-12-31T23:00:00Z'), NOW)
  expect(halves).toEqual(['2026-H2', '2026-H1', '2025-H2'])
  expect(months[0]).toBe('2026-11')
  expect(months.at(-1)).toBe('2025-12')
  expect(halfYearOf(NOW)).toBe('2026-H2')
})

test('a small count is not told, and no other exactly', () => {
  expect([0, 1, 4, 5, 9, 10, 14, 100].map(roughly)).toEqual([null, null, null, 5, 5, 10, 10, 100])
})
