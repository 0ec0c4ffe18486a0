import { type Agreement, type Basis, corrected, noMarks, noOverlap } from './agreement'
import { measured, type Options } from './bootstrap'
import { groupedBy } from './grouped'
import { type Overlap, overlapOf, type SpanRating } from './span-overlap'

export type SpanAgreement = {
  /** Characters both marked, as F1 of one against the other: mean over the pairs of an item, then over items. */
  f1: Agreement
  /** The same as Jaccard: both marked ÷ either marked. */
  jaccard: Agreement
  /** Krippendorff's α with every character a unit that each rater marked or did not mark. */
  alpha: Agreement
}

/**
 * How far people mark the same characters. Per item and pair, F1 and Jaccard on characters, where two who both mark nothing agree
 * wholly and one against nothing not at all, as SemEval-2021 task 5 (toxic spans) scores them.
 *
 * For chance: α over characters, not Krippendorff's unitizing α ("On the reliability of unitizing continuous data", 1995). That one asks
 * for units that begin and end alike and counts gaps as units; what a redaction takes out is characters. Characters of a span are not
 * independent, so trust the interval (items are drawn, not characters), not the number of them.
 */
export function spanAgreement(ratings: Iterable<SpanRating>, options: Options = {}): SpanAgreement {
  const byItem = groupedBy(ratings, ({ item }) => item)
  const overlaps = [...byItem.values()].filter((item) => item.length > 1).map(overlapOf)
  const drawn = {
    patternOf: Uint32Array.from(overlaps.keys()),
    counts: new Float64Array(overlaps.length).fill(1),
  }
  const f1 = overlaps.map((overlap) => pairMean(overlap, (both, a, b) => (2 * both) / (a + b)))
  const jaccard = overlaps.map((overlap) => pairMean(overlap, (both, a, b) => both / (a + b - both)))
  return {
    f1: measured(drawn, (counts) => meanOf(overlaps, f1, counts), options),
    jaccard: measured(drawn, (counts) => meanOf(overlaps, jaccard, counts), options),
    alpha: measured(drawn, (counts) => characterAlpha(overlaps, counts), options),
  }
}

function pairMean(
  { raters, shared }: Overlap,
  score: (both: number, a: number, b: number) => number,
): number {
  let sum = 0
  for (let i = 0; i < raters; i++) {
    for (let j = i + 1; j < raters; j++) {
      const [a, b] = [shared[i * raters + i] ?? 0, shared[j * raters + j] ?? 0]
      sum += a + b === 0 ? 1 : score(shared[i * raters + j] ?? 0, a, b)
    }
  }
  return sum / ((raters * (raters - 1)) / 2)
}

function meanOf(overlaps: readonly Overlap[], scores: readonly number[], counts: Float64Array): Agreement {
  const basis = basisOf(overlaps, counts)
  if (basis.items === 0) return noOverlap(basis)
  const value = scores.reduce((sum, score, i) => sum + score * (counts[i] ?? 0), 0) / basis.items
  return { state: 'measured', value, observed: value, expected: null, ...basis, interval: null }
}

/** The coincidence matrix of two values, marked and not; characters nobody marked agree. */
function characterAlpha(overlaps: readonly Overlap[], counts: Float64Array): Agreement {
  const basis = basisOf(overlaps, counts)
  if (basis.items === 0) return noOverlap(basis)
  let [disagreeing, marked, n] = [0, 0, 0]
  for (const [i, { raters, markedBy }] of overlaps.entries()) {
    const times = counts[i] ?? 0
    for (const [k, characters] of markedBy.entries()) {
      disagreeing += (times * characters * 2 * k * (raters - k)) / (raters - 1)
      marked += times * characters * k
      n += times * characters * raters
    }
  }
  const pairs = 2 * marked * (n - marked)
  if (pairs === 0) return noMarks(marked === 0 ? 'nothing' : 'everything', basis)
  return corrected(1 - disagreeing / n, 1 - pairs / (n * (n - 1)), basis)
}

function basisOf(overlaps: readonly Overlap[], counts: Float64Array): Basis {
  const basis = { items: 0, ratings: 0 }
  for (const [i, { raters }] of overlaps.entries()) {
    basis.items += counts[i] ?? 0
    basis.ratings += (counts[i] ?? 0) * raters
  }
  return basis
}
