import { cohenKappa } from '@/lib/agreement/cohen'
import type { Agreement } from '@/lib/agreement/agreement'
import { groupedBy } from '@/lib/agreement/grouped'
import type { Rating } from '@/lib/agreement/tally'
import { wilson } from '@/lib/agreement/wilson'

/** Below this many votes, or rounds in common, anything is chance. */
export const LEAST = 20

/** Somebody who needs less than this share of the others' time is listed. */
export const FAST_SHARE = 1 / 3

/** A pair is listed when it agrees this much more often than its two agree with everybody else. */
export const ALIKE_MARGIN = 0.15

export type Handling = { rater: string; votes: number; median: number }
export type Fast = Handling & { others: number; share: number }

/**
 * Reviewers whose median time is far below the median of the other reviewers' medians. Two others at least: with fewer there
 * is no usual.
 */
export function unusuallyFast(people: readonly Handling[]): Fast[] {
  const counted = people.filter(({ votes }) => votes >= LEAST)
  return counted.flatMap((person) => {
    const medians = counted.filter(({ rater }) => rater !== person.rater).map(({ median }) => median)
    if (medians.length < 2) return []
    const others = middle(medians)
    return person.median <= others * FAST_SHARE ? [{ ...person, others, share: person.median / others }] : []
  })
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) / 2
  return ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2
}

export type Alike = {
  raters: readonly [string, string]
  shared: number
  same: number
  /** Of the rounds that one of the two shares with somebody else. */
  elsewhere: Shared
  kappa: Agreement
}

/**
 * Pairs who agree with each other far more than either does with the rest: the 95 % intervals of the two shares do not touch, they lie
 * well apart, and chance alone would not do it. Two who always choose the same have no κ and are compared all the same.
 */
export function unusuallyAlike(ratings: Iterable<Rating>): Alike[] {
  const pairs = sharedChoices(ratings)
  const total = new Map<string, Shared>()
  for (const { raters, choices } of pairs)
    for (const rater of raters) {
      const known = total.get(rater) ?? NONE
      total.set(rater, { shared: known.shared + choices.length, same: known.same + alike(choices) })
    }
  return pairs
    .filter(({ choices }) => choices.length >= LEAST)
    .flatMap(({ raters, choices }): Alike[] => {
      const [first, second] = raters.map((rater) => total.get(rater) ?? NONE)
      const own = { shared: choices.length, same: alike(choices) }
      // What each of the two shares with somebody else: their totals without what they share with each other.
      const elsewhere = {
        shared: (first?.shared ?? 0) + (second?.shared ?? 0) - 2 * own.shared,
        same: (first?.same ?? 0) + (second?.same ?? 0) - 2 * own.same,
      }
      const kappa = cohenKappa(choices)
      return standsOut(own, elsewhere, kappa) ? [{ raters, ...own, elsewhere, kappa }] : []
    })
    .sort((a, b) => b.shared - a.shared)
}

type Shared = { shared: number; same: number }
const NONE: Shared = { shared: 0, same: 0 }

function standsOut(own: Shared, elsewhere: Shared, kappa: Agreement): boolean {
  if (elsewhere.shared < LEAST) return false
  const [here, there] = [wilson(own.same, own.shared), wilson(elsewhere.same, elsewhere.shared)]
  const margin = own.same / own.shared - elsewhere.same / elsewhere.shared
  const byChance = kappa.state === 'measured' && here.low <= (kappa.expected ?? 0)
  return here.low > there.high && margin >= ALIKE_MARGIN && !byChance
}

type Choice = readonly [string, string]
type Pair = { raters: readonly [string, string]; choices: Choice[] }

const alike = (choices: readonly Choice[]) => choices.filter(([a, b]) => a === b).length

function sharedChoices(ratings: Iterable<Rating>): Pair[] {
  const items = groupedBy(ratings, ({ item }) => item)
  const pairs = new Map<string, Pair>()
  for (const votes of items.values()) {
    const sorted = votes.toSorted((a, b) => (a.rater < b.rater ? -1 : 1))
    for (const [i, a] of sorted.entries())
      for (const b of sorted.slice(i + 1)) {
        const key = JSON.stringify([a.rater, b.rater])
        const pair = pairs.get(key) ?? { raters: [a.rater, b.rater] as const, choices: [] }
        pair.choices.push([a.label, b.label])
        pairs.set(key, pair)
      }
  }
  return [...pairs.values()]
}
