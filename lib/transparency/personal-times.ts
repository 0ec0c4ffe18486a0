import { say } from '@/lib/i18n/say'
import type { Cell } from '@/lib/metrics/table'
import { roughly } from '@/lib/register/small-counts'
import type { TakedownKind } from '@/lib/takedowns/attestations'
import type { Timeliness } from '@/lib/takedowns/timeliness'

/** So many people do not tell by how long they waited who one of them is. */
export const FEWEST_MEASURED = 20
const DAY = 86_400

/**
 * Requests about somebody's own data in one line, once their period is over and where many were answered: numbers roughly, times in whole days.
 * Two lines that overlap by one request then differ by no more than any two do.
 */
export function aboutPersonalData(row: Timeliness<null, TakedownKind | null> | undefined): Cell[][] {
  if (!row || row.decided < FEWEST_MEASURED) return []
  const count = (n: number): Cell => {
    const told = roughly(n)
    return {
      says: told === null ? say('transparency.counted.few') : say('transparency.counted.about', { n: told }),
    }
  }
  const days = (seconds: number | null) =>
    seconds === null ? null : Math.max(1, Math.round(seconds / DAY)) * DAY
  return [
    [
      ...[say('transparency.counted.privacy'), count(row.decided)],
      ...[days(row.decideMedian), days(row.decideP90), days(row.lookMedian)],
      ...[null, count(row.late), count(row.extended), count(row.paused)],
    ],
  ]
}
