import { describe, expect, it } from 'vitest'
import * as format from '@/lib/format'

const now = new Date('2026-11-21T12:00:00Z')
const ago = (seconds: number) => format.formatRelative(new Date(now.getTime() - seconds * 1000), now)
const thin = (text: string) => text.replaceAll('\u202f', '_')

describe('numbers', () => {
  it('separates thousands with a narrow no-break space', () => {
    expect([0, 999, 1000, 24_783, 1_234_567, -1234].map(format.formatCount).map(thin)).toEqual([
      '0',
      '999',
      '1_000',
      '24_783',
      '1_234_567',
      '-1_234',
    ])
    expect(thin(format.formatCount(9_007_199_254_740_993n))).toBe('9_007_199_254_740_993')
    expect(format.formatCount(Number.NaN)).toBe('–')
  })

  it('says one row and two rows', () => {
    expect(format.formatPlural(1, 'row')).toBe('1 row')
    expect(format.formatPlural(0, 'row')).toBe('0 rows')
    expect(format.formatPlural(2n, 'entry', 'entries')).toBe('2 entries')
  })

  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1 KiB'],
    [1536, '1.5 KiB'],
    [10_240, '10.0 KiB'],
    [1_048_575, '1 MiB'],
    [123_456_789, '118 MiB'],
    [5 * 1024 ** 4, '5 TiB'],
    [-1, '–'],
  ])('writes %d bytes as %s', (bytes, expected) => {
    expect(format.formatBytes(bytes)).toBe(expected)
  })

  it('never calls a part all or nothing', () => {
    expect([0, 0.0001, 0.004, 0.052, 0.5, 0.9999, 1].map(format.formatPercent)).toEqual([
      '0%',
      '<0.1%',
      '0.4%',
      '5.2%',
      '50%',
      '>99.9%',
      '100%',
    ])
  })

  it('writes rates and scores', () => {
    expect(thin(format.formatRate(48_211.4, 'rows'))).toBe('48_211 rows/s')
    expect(format.formatRate(2.34, 'rows')).toBe('2.3 rows/s')
    expect(format.formatScore(0.9)).toBe('0.90')
  })
})

describe('times', () => {
  it.each([
    [0.04, '0.04 s'],
    [4.21, '4.2 s'],
    [42, '42 s'],
    [60, '1 min'],
    [200, '3 min 20 s'],
    [3599.6, '1 h'],
    [7500, '2 h 5 min'],
    [86_399, '1 d'],
    [273_600, '3 d 4 h'],
    [Infinity, '–'],
  ])('writes %d seconds as %s', (seconds, expected) => {
    expect(format.formatDuration(seconds)).toBe(expected)
  })

  it('says how long ago in the unit one would', () => {
    expect([10, 60, 300, 3600, 7200, 82_000, 86_400, 3 * 86_400].map(ago)).toEqual([
      'just now',
      '1 min ago',
      '5 min ago',
      '1 h ago',
      '2 h ago',
      '23 h ago',
      '1 day ago',
      '3 days ago',
    ])
    expect(ago(-3 * 86_400)).toBe('in 3 days')
    expect(ago(40 * 86_400)).toBe('12 Oct 2026')
  })

  it('writes dates in UTC, with the month in words', () => {
    expect(format.formatDate(now)).toBe('21 November 2026')
    expect(format.formatDateTime(new Date('2026-01-02T23:04:05.678Z'))).toBe('2 January 2026, 23:04:05 UTC')
    expect(format.formatMinute(new Date('2026-01-02T23:04:59Z'), 'de')).toBe('2. Januar 2026, 23:04 UTC')
  })
})

it('shortens a digest in its middle and leaves a short one alone', () => {
  expect(format.shortenDigest(`0f3a91c2${'0'.repeat(50)}77be04`)).toBe('0f3a91c2…77be04')
  expect(format.shortenDigest('0123456789abcde')).toBe('0123456789abcde')
})

describe('moments in German', () => {
  const at = new Date('2026-03-01T10:00:00Z')
  const before = (seconds: number) =>
    format.formatRelative(new Date(at.getTime() - seconds * 1_000), at, 'de')

  it('have the day with its point, and a month of four letters whole', () => {
    expect(format.formatDate(at, false, 'de')).toBe('1. März 2026')
    expect(format.formatDate(at, true, 'de')).toBe('1. März 2026')
    expect(format.formatDate(new Date('2026-11-21T00:00:00Z'), true, 'de')).toBe('21. Nov. 2026')
    expect(format.formatDateTime(at, 'de')).toBe('1. März 2026, 10:00:00 UTC')
  })

  it('are as far away as in English', () => {
    expect(before(10)).toBe('gerade eben')
    expect(before(300)).toBe('vor 5 min')
    expect(before(86_400)).toBe('vor 1 Tag')
    expect(before(-3 * 86_400)).toBe('in 3 Tagen')
    expect(before(60 * 86_400)).toBe('31. Dez. 2025')
  })
})
