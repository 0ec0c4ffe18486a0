import { say } from '@/lib/i18n/say'

/** A flag as priority sees it. `weight`: how far its detector, or the member who raised it, is believed, above 0 and at most 1. */
export type WeighedFlag = { severity: number; score: number; weight: number; source?: string }

export type PriorityPart = { what: string; points: number }

/** Said only where somebody reads it: the points of every flag of an import are made of these. */
type Part = { what: () => string; points: number }

const PER_SEVERITY = 20
const PER_FURTHER_FLAG = 4
const MOST_FURTHER = 4
const PER_REQUEST = 100
const CLOCK_DAYS = 30
const DAY = 86_400_000

/**
 * What the flags of a case come to, without age and clock: severity × 20 × the highest score times weight, + 4 times the weights
 * of the further flags (at most 16), + 100 when a person asked. Nothing reaches 100 without a request, so that somebody who waits
 * comes before what programs found on the same day.
 */
export function pointParts(flags: readonly WeighedFlag[], takedowns: number): Part[] {
  const severity = Math.max(0, ...flags.map((flag) => flag.severity))
  const [best, ...further] = flags.toSorted((a, b) => b.score * b.weight - a.score * a.weight)
  const score = best?.score ?? 0
  const weight = best?.weight ?? 0
  const believed = Math.min(
    MOST_FURTHER,
    further.reduce((sum, flag) => sum + flag.weight, 0),
  )
  return [
    {
      what: () =>
        say(
          `review.priority.${weight >= 1 ? 'severity' : best?.source === 'report' ? 'person' : 'detector'}`,
          {
            severity: String(severity),
            score: score.toFixed(2),
            weight: weight.toFixed(2),
          },
        ),
      points: severity * PER_SEVERITY * score * weight,
    },
    ...(further.length > 0
      ? [
          {
            what: () => say('review.priority.further', { count: further.length }),
            points: PER_FURTHER_FLAG * believed,
          },
        ]
      : []),
    ...(takedowns > 0 ? [{ what: () => say('review.priority.asked'), points: PER_REQUEST }] : []),
  ]
}

/** The same in whole hundredths, as the column `points` holds it. */
export const pointsOf = (flags: readonly WeighedFlag[], takedowns: number): number =>
  Math.round(100 * sum(pointParts(flags, takedowns)))

/** What a first request adds to the column. */
export const REQUEST_POINTS = 100 * PER_REQUEST

export type Ages = { openedAt: Date; dueAt: Date | null; takedowns: number }

/**
 * Every case gains a point a day, so the order of two never changes by waiting and an index can hold it (the column `priority`, which
 * counts days from a fixed one). Once a person asked, the clock counts from 30 days before it is due, if that is earlier than the
 * opening: the less time the law leaves, the more points.
 */
export function ageParts({ openedAt, dueAt, takedowns }: Ages, now: Date): Part[] {
  const days = (from: number) => (now.getTime() - from) / DAY
  const age = days(openedAt.getTime())
  const clock = takedowns > 0 && dueAt ? days(dueAt.getTime() - CLOCK_DAYS * DAY) - age : 0
  return [
    { what: () => say('review.priority.age'), points: age },
    ...(clock > 0
      ? [
          {
            what: () => say('review.priority.clock', { days: Math.ceil(CLOCK_DAYS - clock) }),
            points: clock,
          },
        ]
      : []),
  ]
}

export type PriorityToday = { priority: number; priorityParts: PriorityPart[] }

/**
 * The priority of a case now, with every part of it. `points`: the column; a detector whose weight changed since then is told apart,
 * because the order was made with the old one.
 */
export function priorityToday(
  found: Ages & { points: number },
  flags: readonly WeighedFlag[],
  now = new Date(),
): PriorityToday {
  const parts = pointParts(flags, found.takedowns)
  const since = found.points / 100 - sum(parts)
  const all = [
    ...parts,
    ...(Math.abs(since) >= 0.05 ? [{ what: () => say('review.priority.reweighed'), points: since }] : []),
    ...ageParts(found, now),
  ]
  return {
    priority: rounded(sum(all)),
    priorityParts: all.map(({ what, points }) => ({ what: what(), points: rounded(points) })),
  }
}

const sum = (parts: readonly { points: number }[]) => parts.reduce((total, { points }) => total + points, 0)
const rounded = (points: number) => Math.round(points * 10) / 10
