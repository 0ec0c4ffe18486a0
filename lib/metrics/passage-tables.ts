import { groupedBy } from '@/lib/agreement/grouped'
import { spanAgreement } from '@/lib/agreement/span-agreement'
import type { SpanRating } from '@/lib/agreement/span-overlap'
import { say } from '@/lib/i18n/say'
import { BOOTSTRAP, cellOf, LEAST_SHARED } from './agreement-tables'
import type { NamedQueue } from './queues'
import type { PassageRating } from './ratings'
import type { Cell, MetricTable } from './table'

/** Pairs are rows among others here: fewer of them. */
const MOST_PAIRS = 20

type Given = { ratings: readonly PassageRating[]; capped: boolean }

/** How far those who redact mark the same characters: for all, by policy version, queue, week and pair. */
export function passagesTable({ ratings, capped }: Given, queues: readonly NamedQueue[]): MetricTable {
  return {
    id: 'passages',
    title: say('metrics.passages.title'),
    about: say('metrics.passages.about'),
    columns: [
      { label: say('metrics.column.among'), kind: 'text' },
      { label: say('metrics.column.redactedRounds'), kind: 'count' },
      { label: say('metrics.column.redactions'), kind: 'count' },
      { label: say('metrics.column.f1'), kind: 'coefficient' },
      { label: say('metrics.column.f1From'), kind: 'coefficient' },
      { label: say('metrics.column.f1To'), kind: 'coefficient' },
      { label: say('metrics.column.jaccard'), kind: 'coefficient' },
    ],
    rows: scopesOf(ratings, queues).map(([name, some]) => passagesRow(name, some)),
    empty: say('metrics.passages.empty'),
    ...(capped ? { capped: say('metrics.capped.votes') } : {}),
  }
}

function scopesOf(
  ratings: readonly PassageRating[],
  queues: readonly NamedQueue[],
): [string, PassageRating[]][] {
  const shared = inCommon(ratings)
  if (shared.length === 0) return []
  const names = new Map(queues.map(({ id, name }) => [id, name]))
  // Named once for each group and not for each vote: there can be a hundred thousand.
  return [
    [say('metrics.row.all'), shared],
    ...groups(shared, ({ policy }) => policy).map(
      named((policy) => say('metrics.row.policy', { version: String(policy) })),
    ),
    ...groups(shared, ({ queue }) => (names.has(queue) ? queue : null)).map(
      named((queue) => say('metrics.row.queue', { queue: names.get(queue) ?? '' })),
    ),
    ...groups(shared, ({ week }) => week)
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(named((week) => say('metrics.row.week', { week }))),
    ...pairsOf(shared).map(named(([first, second]) => say('metrics.row.pair', { first, second }))),
  ]
}

const named =
  <Key>(nameOf: (key: Key) => string) =>
  ([key, some]: readonly [Key, PassageRating[]]): [string, PassageRating[]] => [nameOf(key), some]

/** Those of rounds that two or more of them redacted. */
const inCommon = (ratings: readonly PassageRating[]): PassageRating[] =>
  [...groupedBy(ratings, ({ item }) => item).values()].filter((round) => round.length > 1).flat()

const groups = <Key>(
  ratings: readonly PassageRating[],
  keyOf: (rating: PassageRating) => Key,
): [Key, PassageRating[]][] =>
  [...groupedBy(ratings, keyOf)]
    .map(([key, some]): [Key, PassageRating[]] => [key, inCommon(some)])
    .filter(([, some]) => some.length > 0)

function pairsOf(ratings: readonly PassageRating[]): [readonly [string, string], PassageRating[]][] {
  const pairs = new Map<string, [readonly [string, string], PassageRating[]]>()
  for (const round of groupedBy(ratings, ({ item }) => item).values()) {
    const sorted = round.toSorted((a, b) => (a.rater < b.rater ? -1 : 1))
    for (const [i, first] of sorted.entries()) {
      for (const second of sorted.slice(i + 1)) {
        const raters = [first.rater, second.rater] as const
        const key = JSON.stringify(raters)
        const pair = pairs.get(key) ?? [raters, []]
        pair[1].push(first, second)
        pairs.set(key, pair)
      }
    }
  }
  return [...pairs.values()]
    .filter(([, some]) => some.length >= 2 * LEAST_SHARED)
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_PAIRS)
}

function passagesRow(name: string, ratings: readonly PassageRating[]): Cell[] {
  const { f1, jaccard } = spanAgreement(ratings.map(asSpans(ratings)), { bootstrap: BOOTSTRAP })
  const interval = f1.state === 'measured' ? f1.interval : null
  return [
    name,
    f1.items,
    f1.ratings,
    cellOf(f1),
    interval?.low ?? null,
    interval?.high ?? null,
    cellOf(jaccard),
  ]
}

/** F1 and Jaccard ask what is marked, not how long the text around it is: texts are not read for a page of numbers. */
function asSpans(ratings: readonly PassageRating[]): (rating: PassageRating) => SpanRating {
  const ends = new Map<string, Map<string, number>>()
  for (const { item, spans } of ratings) {
    const fields = ends.get(item) ?? new Map<string, number>()
    for (const { field, end } of spans) fields.set(field, Math.max(fields.get(field) ?? 0, end))
    ends.set(item, fields)
  }
  return ({ item, rater, spans }) => ({
    item,
    rater,
    spans,
    length: [...(ends.get(item)?.values() ?? [])].reduce((sum, end) => sum + end, 0),
  })
}
