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

export const newest = () => say('metrics.capped.votes')

export type Given = { ratings: readonly VoteRating[]; capped: boolean }

/** The parts of a dataset's review that agreement is told of: by policy version, newest first, and by queue. */
export function partsOf(
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

export const cellOf = (agreement: Agreement): Cell =>
  agreement.state === 'measured' ? agreement.value : { says: agreement.says }
