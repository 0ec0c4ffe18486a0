import { spanAgreement } from '@/lib/agreement/span-agreement'
import type { SpanRating } from '@/lib/agreement/span-overlap'
import { say } from '@/lib/i18n/say'
import { cellOf } from './agreement-tables'
import type { NamedQueue } from './queues'
import type { PassageRating } from './ratings'
import type { Cell, MetricTable } from './table'

const OPTIONS = { bootstrap: { seed: 1, rounds: 200 } }

/** As for the actions: pairs with fewer rounds in common say nothing yet, and a list of thousands nothing either. */
const LEAST_SHARED = 5
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
  return [
    [say('metrics.row.all'), shared],
    ...groups(shared, ({ policy }) => say('metrics.row.policy', { version: String(policy) })),
    ...groups(shared, ({ queue }) =>
      say('metrics.row.queue', { queue: names.get(queue) ?? names.get(null) ?? '' }),
    ),
    ...groups(shared, ({ week }) => say('metrics.row.week', { week })).sort(([a], [b]) => (a < b ? 1 : -1)),
    ...pairsOf(shared),
  ]
}

/** Those of rounds that two or more of them redacted. */
function inCommon(ratings: readonly PassageRating[]): PassageRating[] {
  const raters = new Map<string, number>()
  for (const { item } of ratings) raters.set(item, (raters.get(item) ?? 0) + 1)
  return ratings.filter(({ item }) => (raters.get(item) ?? 0) > 1)
}

function groups(
  ratings: readonly PassageRating[],
  nameOf: (rating: PassageRating) => string,
): [string, PassageRating[]][] {
  const found = new Map<string, PassageRating[]>()
  for (const rating of ratings) {
    const name = nameOf(rating)
    const known = found.get(name)
    if (known) known.push(rating)
    else found.set(name, [rating])
  }
  return [...found]
    .map(([name, some]) => [name, inCommon(some)] as [string, PassageRating[]])
    .filter(([, some]) => some.length > 0)
}

function pairsOf(ratings: readonly PassageRating[]): [string, PassageRating[]][] {
  const pairs = new Map<string, PassageRating[]>()
  for (const [, round] of groups(ratings, ({ item }) => item)) {
    const sorted = [...round].sort((a, b) => (a.rater < b.rater ? -1 : 1))
    for (const [i, first] of sorted.entries()) {
      for (const second of sorted.slice(i + 1)) {
        const name = say('metrics.row.pair', { first: first.rater, second: second.rater })
        const known = pairs.get(name) ?? []
        known.push(first, second)
        pairs.set(name, known)
      }
    }
  }
  return [...pairs]
    .filter(([, some]) => some.length >= 2 * LEAST_SHARED)
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_PAIRS)
}

function passagesRow(name: string, ratings: readonly PassageRating[]): Cell[] {
  const { f1, jaccard } = spanAgreement(ratings.map(asSpans(ratings)), OPTIONS)
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
