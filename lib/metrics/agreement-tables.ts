import type { Agreement } from '@/lib/agreement/agreement'
import { kappaByPair } from '@/lib/agreement/cohen'
import { fleissKappa, krippendorffAlpha, percentAgreement } from '@/lib/agreement/label-agreement'
import { type Rating, tally } from '@/lib/agreement/tally'
import type { NamedQueue } from './queues'
import type { VoteRating } from './ratings'
import type { Cell, MetricTable } from './table'

/** Rounds of the bootstrap: enough for two decimals of an interval, and a page stays a page at 100,000 votes. */
const BOOTSTRAP = { seed: 1, rounds: 200 }

/** Pairs with fewer shared rounds say nothing yet, and a list of thousands nothing either. */
const LEAST_SHARED = 5
const MOST_PAIRS = 50

const NEWEST = 'There are more: only the newest votes of the period are counted.'

type Given = { ratings: readonly VoteRating[]; capped: boolean }

/** How far reviewers agree, for all, by policy version and by queue. */
export function agreementTable({ ratings, capped }: Given, queues: readonly NamedQueue[]): MetricTable {
  const policies = [...new Set(ratings.map(({ policy }) => policy))].sort((a, b) => b - a)
  const scopes: [string, readonly VoteRating[]][] = [
    ['All', ratings],
    ...policies.map((policy): [string, VoteRating[]] => [
      `Policy version ${policy}`,
      ratings.filter((rating) => rating.policy === policy),
    ]),
    ...queues.map(({ id, name }): [string, VoteRating[]] => [
      `Queue ${name}`,
      ratings.filter(({ queue }) => queue === id),
    ]),
  ]
  return {
    id: 'agreement',
    title: 'Agreement',
    about:
      'Of the actions chosen in rounds that are over, without a lead’s adjudication. Krippendorff’s α and Fleiss’ κ are corrected for chance: 1 is perfect, 0 is what chance gives. The interval is drawn over rounds.',
    columns: [
      { label: 'Among', kind: 'text' },
      { label: 'Rounds with two votes', kind: 'count' },
      { label: 'Votes in them', kind: 'count' },
      { label: 'Same action', kind: 'share' },
      { label: 'Krippendorff’s α', kind: 'coefficient' },
      { label: 'α 95 % from', kind: 'coefficient' },
      { label: 'α 95 % to', kind: 'coefficient' },
      { label: 'Fleiss’ κ', kind: 'coefficient' },
    ],
    rows:
      ratings.length === 0
        ? []
        : scopes.filter(([, some]) => some.length > 0).map(([name, some]) => agreementRow(name, some)),
    empty: 'No round with a vote is over in this period.',
    ...(capped ? { capped: NEWEST } : {}),
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
  ]
}

/** Cohen's κ of every two reviewers who voted in the same rounds. */
export function pairsTable({ ratings, capped }: Given): MetricTable {
  const pairs = kappaByPair(ratings, { least: LEAST_SHARED })
  return {
    id: 'pairs',
    title: 'Agreement of each two reviewers',
    about: `Cohen’s κ of every two reviewers with at least ${LEAST_SHARED} rounds in common, those with the most first.`,
    columns: [
      { label: 'Reviewer', kind: 'text' },
      { label: 'With', kind: 'text' },
      { label: 'Rounds in common', kind: 'count' },
      { label: 'Same action', kind: 'share' },
      { label: 'By chance', kind: 'share' },
      { label: 'Cohen’s κ', kind: 'coefficient' },
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
    empty: `No two reviewers have ${LEAST_SHARED} rounds in common in this period.`,
    ...(pairs.length > MOST_PAIRS
      ? { capped: `The first ${MOST_PAIRS} of ${pairs.length} pairs.` }
      : capped
        ? { capped: NEWEST }
        : {}),
  }
}

/** α of each week, by its Monday. Votes of one round that fell into two weeks are compared only within each. */
export function alphaByWeek(ratings: readonly VoteRating[]): Map<string, Agreement> {
  const weeks = new Map<string, VoteRating[]>()
  for (const rating of ratings) {
    const known = weeks.get(rating.week)
    if (known) known.push(rating)
    else weeks.set(rating.week, [rating])
  }
  return new Map([...weeks].map(([week, some]) => [week, krippendorffAlpha(tally(some))]))
}

export const cellOf = (agreement: Agreement): Cell =>
  agreement.state === 'measured' ? agreement.value : { says: agreement.says }
