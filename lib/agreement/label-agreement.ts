import { type Agreement, type Basis, corrected, noOverlap, noVariation, ratingsVary } from './agreement'
import { measured, type Options } from './bootstrap'
import type { Pattern, Tally } from './tally'

/**
 * Krippendorff's α for nominal data, by the coincidence matrix (Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011,
 * part C): any number of raters, any of them missing anywhere; what one person alone rated does not count.
 */
export function krippendorffAlpha(tally: Tally, options: Options = {}): Agreement {
  return measured(tally, (counts) => alphaOf(tally, counts), options)
}

function alphaOf({ labels, patterns }: Tally, counts: Float64Array): Agreement {
  const basis: Basis = { items: 0, ratings: 0 }
  const totals = new Float64Array(labels.length)
  let disagreeing = 0
  for (const [i, { raters, chosen }] of patterns.entries()) {
    const items = counts[i] ?? 0
    if (raters < 2 || items === 0) continue
    basis.items += items
    basis.ratings += items * raters
    disagreeing += (items * (raters * raters - squares(chosen))) / (raters - 1)
    for (const { label, times } of chosen) totals[label] = (totals[label] ?? 0) + items * times
  }
  const n = basis.ratings
  if (n === 0) return noOverlap(basis)
  const pairs = n * n - totals.reduce((sum, total) => sum + total * total, 0)
  if (pairs === 0) return noVariation(named(labels, totals), basis)
  return corrected(1 - disagreeing / n, 1 - pairs / (n * (n - 1)), basis)
}

/**
 * Fleiss' κ ("Measuring nominal scale agreement among many raters", Psychological Bulletin 76, 1971): for items that each have the
 * same number of ratings, by whomever. Undefined where the numbers differ: weighting them is another coefficient, and α is one.
 */
export function fleissKappa(tally: Tally, options: Options = {}): Agreement {
  return measured(tally, (counts) => fleissOf(tally, counts), options)
}

function fleissOf({ labels, patterns }: Tally, counts: Float64Array): Agreement {
  const basis: Basis = { items: 0, ratings: 0 }
  const totals = new Float64Array(labels.length)
  let [agreeing, fewest, most] = [0, Infinity, 0]
  for (const [i, { raters, chosen }] of patterns.entries()) {
    const items = counts[i] ?? 0
    if (items === 0) continue
    fewest = Math.min(fewest, raters)
    most = Math.max(most, raters)
    basis.items += items
    basis.ratings += items * raters
    agreeing += items * pairwise({ raters, chosen })
    for (const { label, times } of chosen) totals[label] = (totals[label] ?? 0) + items * times
  }
  if (most < 2) return noOverlap(basis)
  if (fewest < most) return ratingsVary(fewest, most, basis)
  const expected = totals.reduce((sum, total) => sum + (total / basis.ratings) ** 2, 0)
  if (totals.includes(basis.ratings)) return noVariation(named(labels, totals), basis)
  return corrected(agreeing / basis.items, expected, basis)
}

/** The share of pairs of raters who chose alike, averaged over items: what people call "agreement", and what chance flatters. */
export function percentAgreement(tally: Tally, options: Options = {}): Agreement {
  return measured(tally, (counts) => percentOf(tally, counts), options)
}

function percentOf({ patterns }: Tally, counts: Float64Array): Agreement {
  const basis: Basis = { items: 0, ratings: 0 }
  let agreeing = 0
  for (const [i, pattern] of patterns.entries()) {
    const items = counts[i] ?? 0
    if (pattern.raters < 2 || items === 0) continue
    basis.items += items
    basis.ratings += items * pattern.raters
    agreeing += items * pairwise(pattern)
  }
  if (basis.items === 0) return noOverlap(basis)
  const value = agreeing / basis.items
  return { state: 'measured', value, observed: value, expected: null, ...basis, interval: null }
}

const squares = (chosen: Pattern['chosen']) => chosen.reduce((sum, { times }) => sum + times * times, 0)

/** Of an item's ordered pairs of ratings, the share that is alike; 0 for one rating, which has no pair. */
const pairwise = ({ raters, chosen }: Pattern) =>
  raters < 2 ? 0 : (squares(chosen) - raters) / (raters * (raters - 1))

const named = (labels: readonly string[], totals: Float64Array) =>
  labels[totals.findIndex((total) => total > 0)] ?? ''
