import type { Locale } from '@/lib/i18n/locales'

/**
 * Numbers, sizes, times and digests as people read them. Pure and without Intl, so that server and browser agree to the
 * byte. Times are UTC; numbers are grouped by thin spaces and have a point in every language (ISO 80000-1 §7.3).
 */

const NARROW_SPACE = '\u202f'
type Words = {
  months: readonly string[]
  /** Between the day and the month. */
  ordinal: string
  shortMonth: (month: string) => string
  now: string
  ago: (distance: string) => string
  ahead: (distance: string) => string
  days: (count: number) => string
}
const WORDS: Readonly<Record<Locale, Words>> = {
  'en-GB': {
    months: 'January February March April May June July August September October November December'.split(
      ' ',
    ),
    ordinal: '',
    shortMonth: (month) => month.slice(0, 3),
    now: 'just now',
    ago: (distance) => `${distance} ago`,
    ahead: (distance) => `in ${distance}`,
    days: (count) => (count === 1 ? '1 day' : `${count} days`),
  },
  de: {
    months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
    ordinal: '.',
    // A month of four letters is not shortened (Duden).
    shortMonth: (month) => (month.length > 4 ? `${month.slice(0, 3)}.` : month),
    now: 'gerade eben',
    ago: (distance) => `vor ${distance}`,
    ahead: (distance) => `in ${distance}`,
    days: (count) => (count === 1 ? '1 Tag' : `${count} Tagen`),
  },
}
const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** 24783 → "24 783" with narrow no-break spaces. Integers; bigint keeps every digit. */
export function formatCount(value: number | bigint): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return '–'
  const digits = (typeof value === 'bigint' ? value : BigInt(Math.round(value))).toString()
  return digits.replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE)
}

/** "1 row", "24 783 rows". The plural is regular unless given. */
export function formatPlural(value: number | bigint, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 || value === 1n ? one : many}`
}

/** Bytes in IEC units: 1536 → "1.5 KiB"; three significant digits, never rounded up into the next unit. */
export function formatBytes(bytes: number | bigint): string {
  let value = Number(bytes)
  if (!Number.isFinite(value) || value < 0) return '–'
  let unit = 0
  while (value >= 1023.5 && unit < UNITS.length - 1) {
    value /= 1024
    unit += 1
  }
  return `${unit === 0 ? value : shortNumber(value)} ${UNITS[unit] ?? 'B'}`
}
const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB']

/** Per second: 12345.6 rows → "12 346 rows/s"; below ten one decimal. */
export function formatRate(perSecond: number, unit: string): string {
  if (!Number.isFinite(perSecond) || perSecond < 0) return '–'
  return `${perSecond < 9.95 ? shortNumber(perSecond) : formatCount(perSecond)} ${unit}/s`
}

/** Seconds as "4.2 s", "42 s", "3 min 20 s", "2 h 5 min", "3 d 4 h". */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return '–'
  if (seconds < 9.95) return `${shortNumber(seconds)} s`
  const whole = Math.round(seconds)
  if (whole < MINUTE) return `${whole} s`
  if (whole < HOUR) return twoUnits(whole, MINUTE, 'min', 1, 's')
  const minutes = Math.round(whole / MINUTE) * MINUTE
  if (minutes < DAY) return twoUnits(minutes, HOUR, 'h', MINUTE, 'min')
  return twoUnits(Math.round(whole / HOUR) * HOUR, DAY, 'd', HOUR, 'h')
}

/** 0..1 as a percentage; what is not all is never "100%", what is not nothing never "0%". */
export function formatPercent(part: number): string {
  if (!Number.isFinite(part)) return '–'
  if (part > 0 && part < 0.001) return '<0.1%'
  if (part < 1 && part > 0.999) return '>99.9%'
  const percent = part * 100
  return `${percent < 10 || percent > 99 ? Number(percent.toFixed(1)) : Math.round(percent)}%`
}

/** A score 0..1 with two decimals. */
export function formatScore(score: number): string {
  return Number.isFinite(score) ? score.toFixed(2) : '–'
}

/** "21 November 2026" (`short`: "21 Nov 2026"), "21. November 2026". */
export function formatDate(at: Date, short = false, locale: Locale = 'en-GB'): string {
  const { months, ordinal, shortMonth } = WORDS[locale]
  const month = months[at.getUTCMonth()] ?? ''
  return `${at.getUTCDate()}${ordinal} ${short ? shortMonth(month) : month} ${at.getUTCFullYear()}`
}

/** "21 November 2026, 14:05:09 UTC". */
export function formatDateTime(at: Date, locale: Locale = 'en-GB'): string {
  return `${formatDate(at, false, locale)}, ${at.toISOString().slice(11, 19)} UTC`
}

/** "21 November 2026, 14:05 UTC": of a time somebody has to keep, and need not count. */
export function formatMinute(at: Date, locale: Locale = 'en-GB'): string {
  return `${formatDate(at, false, locale)}, ${at.toISOString().slice(11, 16)} UTC`
}

/** How long ago, or how long until: "just now", "5 min ago", "in 3 days", and beyond thirty days the date. */
export function formatRelative(at: Date, now: Date, locale: Locale = 'en-GB'): string {
  const words = WORDS[locale]
  const seconds = (at.getTime() - now.getTime()) / 1000
  const distance = Math.abs(seconds)
  if (distance < 45) return words.now
  if (distance >= 30 * DAY) return formatDate(at, true, locale)
  const far =
    distance < HOUR - 30
      ? `${Math.max(1, Math.round(distance / MINUTE))} min`
      : distance < DAY - HOUR / 2
        ? `${Math.round(distance / HOUR)} h`
        : words.days(Math.max(1, Math.round(distance / DAY)))
  return seconds < 0 ? words.ago(far) : words.ahead(far)
}

/** A long identifier shortened in its middle: "0f3a91c2…77be04"; short ones are left alone. */
export function shortenDigest(digest: string, head = 8, tail = 6): string {
  return digest.length <= head + tail + 1 ? digest : `${digest.slice(0, head)}…${digest.slice(-tail)}`
}

function shortNumber(value: number): string {
  return value < 9.995
    ? String(Number(value.toFixed(value < 0.0995 ? 2 : 1)))
    : value < 99.95
      ? value.toFixed(1)
      : value.toFixed(0)
}

function twoUnits(seconds: number, big: number, bigName: string, small: number, smallName: string): string {
  const rest = Math.floor((seconds % big) / small)
  const head = `${Math.floor(seconds / big)} ${bigName}`
  return rest === 0 ? head : `${head} ${rest} ${smallName}`
}
