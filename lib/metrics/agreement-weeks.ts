import type { Agreement } from '@/lib/agreement/agreement'
import { meanKappa } from '@/lib/agreement/cohen'
import { groupedBy } from '@/lib/agreement/grouped'
import { fleissKappa, krippendorffAlpha, percentAgreement } from '@/lib/agreement/label-agreement'
import { type Rating, tally } from '@/lib/agreement/tally'
import { say } from '@/lib/i18n/say'
import { cellOf, type Given, LEAST_SHARED, newest, partsOf } from './agreement-tables'
import type { NamedQueue } from './queues'
import type { VoteRating } from './ratings'
import type { Cell, MetricTable } from './table'

/** A table of a year of weeks is read; of ten years a shorter period is chosen. */
const MOST_WEEK_ROWS = 500

/** The same by policy version and by queue of each week, the latest first. Without intervals: a week of one queue is few rounds. */
export function agreementWeeksTable({ ratings, capped }: Given, queues: readonly NamedQueue[]): MetricTable {
  const weeks = [...groupedBy(ratings, ({ week }) => week)].sort(([a], [b]) => (a < b ? 1 : -1))
  const parts = weeks.flatMap(([week, some]) =>
    partsOf(some, queues).map(([name, part]) => [week, name, part] as const),
  )
  const shown = parts.slice(0, MOST_WEEK_ROWS)
  return {
    id: 'agreement-weeks',
    title: say('metrics.agreementWeeks.title'),
    about: say('metrics.agreementWeeks.about', { least: String(LEAST_SHARED) }),
    columns: [
      { label: say('metrics.column.week'), kind: 'text' },
      { label: say('metrics.column.among'), kind: 'text' },
      { label: say('metrics.column.rounds'), kind: 'count' },
      { label: say('metrics.column.votesInThem'), kind: 'count' },
      { label: say('metrics.column.sameAction'), kind: 'share' },
      { label: say('metrics.column.alpha'), kind: 'coefficient' },
      { label: say('metrics.column.fleiss'), kind: 'coefficient' },
      { label: say('metrics.column.cohenMean'), kind: 'coefficient' },
    ],
    rows: shown.map(([week, name, part]) => [week, name, ...weekCells(part)]),
    empty: say('metrics.agreement.empty'),
    ...(parts.length > shown.length
      ? {
          capped: say('metrics.capped.weeks', { shown: String(shown.length), all: String(parts.length) }),
        }
      : capped
        ? { capped: newest() }
        : {}),
  }
}

function weekCells(ratings: readonly Rating[]): Cell[] {
  const { alpha, fleiss, mean, same } = weekOf(ratings)
  return [alpha.items, alpha.ratings, ...[same, alpha, fleiss, mean].map(cellOf)]
}

type Week = { alpha: Agreement; fleiss: Agreement; mean: Agreement; same: Agreement }

function weekOf(ratings: readonly Rating[]): Week {
  const counted = tally(ratings)
  return {
    alpha: krippendorffAlpha(counted),
    fleiss: fleissKappa(counted),
    mean: meanKappa(ratings, { least: LEAST_SHARED }),
    same: percentAgreement(counted),
  }
}

/** Agreement of each week, by its Monday. Votes of one round that fell into two weeks are compared only within each. */
export function agreementByWeek(ratings: readonly VoteRating[]): Map<string, Week> {
  const weeks = groupedBy(ratings, ({ week }) => week)
  return new Map([...weeks].map(([week, some]) => [week, weekOf(some)]))
}
