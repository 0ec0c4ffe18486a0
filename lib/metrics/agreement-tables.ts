import type { Agreement } from '@/lib/agreement/agreement'
import { kappaByPair, meanKappa } from '@/lib/agreement/cohen'
import { groupedBy } from '@/lib/agreement/grouped'
import { fleissKappa, krippendorffAlpha, percentAgreement } from '@/lib/agreement/label-agreement'
import { type Rating, tally } from '@/lib/agreement/tally'
import { say } from '@/lib/i18n/say'
import type { NamedQueue } from './queues'
import type { VoteRating } from './ratings'
import type { Cell, MetricTable } from './table'

/** Rounds of the bootstrap: enough for two decimals of an interval, and a page stays a page at 100,000 votes. */
export const BOOTSTRAP = { seed: 1, rounds: 200 }

/** Pairs with fewer shared rounds say nothing yet, and a list of thousands nothing either. */
export const LEAST_SHARED = 5
const MOST_PAIRS = 50

const newest = () => say('metrics.capped.votes')

type Given = { ratings: readonly VoteRating[]; capped: boolean }

/** The parts of a dataset's review that agreement is told of: by policy version, newest first, and by queue. */
function partsOf(
  ratings: readonly VoteRating[],
  queues: readonly NamedQueue[],
): [string, readonly VoteRating[]][] {
  const policies = [...groupedBy(ratings, ({ policy }) => policy)].sort(([a], [b]) => b - a)
  const byQueue = groupedBy(ratings, ({ queue }) => queue)
  return [
    ...policies.map(([policy, some]): [string, VoteRating[]] => [
      say('metrics.row.policy', { version: String(policy) }),
      some,
    ]),
    ...queues.flatMap(({ id, name }): [string, VoteRating[]][] => {
      const some = byQueue.get(id)
      return some ? [[say('metrics.row.queue', { queue: name }), some]] : []
    }),
  ]
}

/** How far reviewers agree, for all, by policy version and by queue. */
export function agreementTable({ ratings, capped }: Given, queues: readonly NamedQueue[]): MetricTable {
  return {
    id: 'agreement',
    title: say('metrics.agreement.title'),
    about: say('metrics.agreement.about', { least: String(LEAST_SHARED) }),
    columns: [
      { label: say('metrics.column.among'), kind: 'text' },
      { label: say('metrics.column.rounds'), kind: 'count' },
      { label: say('metrics.column.votesInThem'), kind: 'count' },
      { label: say('metrics.column.sameAction'), kind: 'share' },
      { label: say('metrics.column.alpha'), kind: 'coefficient' },
      { label: say('metrics.column.alphaFrom'), kind: 'coefficient' },
      { label: say('metrics.column.alphaTo'), kind: 'coefficient' },
      { label: say('metrics.column.fleiss'), kind: 'coefficient' },
      { label: say('metrics.column.cohenMean'), kind: 'coefficient' },
    ],
    rows:
      ratings.length === 0
        ? []
        : [[say('metrics.row.all'), ratings] as const, ...partsOf(ratings, queues)].map(([name, some]) =>
            agreementRow(name, some),
          ),
    empty: say('metrics.agreement.empty'),
    ...(capped ? { capped: newest() } : {}),
  }
}

function agreementRow(name: string, ratings: readonly Rating[]): Cell[] {
  const counted = tally(ratings)
  const alpha = krippendorffAlpha(counted, { bootstrap: BOOTSTRAP })
  const interval = alpha.state === 'measured' ? alpha.interval : null
  return [
    name,
    alpha.items,
    alpha.ratings,
    cellOf(percentAgreement(counted)),
    cellOf(alpha),
    interval?.low ?? null,
    interval?.high ?? null,
    cellOf(fleissKappa(counted)),
    cellOf(meanKappa(ratings, { least: LEAST_SHARED })),
  ]
}

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

/** Cohen's κ of every two reviewers who voted in the same rounds. */
export function pairsTable({ ratings, capped }: Given): MetricTable {
  const pairs = kappaByPair(ratings, { least: LEAST_SHARED })
  return {
    id: 'pairs',
    title: say('metrics.pairs.title'),
    about: say('metrics.pairs.about', { least: String(LEAST_SHARED) }),
    columns: [
      { label: say('metrics.column.reviewer'), kind: 'text' },
      { label: say('metrics.column.with'), kind: 'text' },
      { label: say('metrics.column.common'), kind: 'count' },
      { label: say('metrics.column.sameAction'), kind: 'share' },
      { label: say('metrics.column.byChance'), kind: 'share' },
      { label: say('metrics.column.cohen'), kind: 'coefficient' },
    ],
    rows: pairs
      .slice(0, MOST_PAIRS)
      .map(({ raters: [first, second], items, kappa }) => [
        first,
        second,
        items,
        kappa.state === 'measured' ? kappa.observed : null,
        kappa.state === 'measured' ? kappa.expected : null,
        cellOf(kappa),
      ]),
    empty: say('metrics.pairs.empty', { least: String(LEAST_SHARED) }),
    ...(pairs.length > MOST_PAIRS
      ? { capped: say('metrics.capped.pairs', { shown: String(MOST_PAIRS), all: String(pairs.length) }) }
      : capped
        ? { capped: newest() }
        : {}),
  }
}

/** Agreement of each week, by its Monday. Votes of one round that fell into two weeks are compared only within each. */
export function agreementByWeek(ratings: readonly VoteRating[]): Map<string, Week> {
  const weeks = groupedBy(ratings, ({ week }) => week)
  return new Map([...weeks].map(([week, some]) => [week, weekOf(some)]))
}

export const cellOf = (agreement: Agreement): Cell =>
  agreement.state === 'measured' ? agreement.value : { says: agreement.says }
