import { type Agreement, corrected, fewShared, type Measured, noOverlap, noVariation } from './agreement'
import { measured, type Options } from './bootstrap'
import { byItem, countsOf, type Rating } from './tally'

/** What two people chose for each item that both rated. */
export type Choices = Iterable<readonly [first: string, second: string]>

/**
 * Cohen's κ ("A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20, 1960) of two raters, each
 * with their own habits: chance is the product of how often each of them chooses a label.
 */
export function cohenKappa(choices: Choices, options: Options = {}): Agreement {
  const cells = new Map<string, number>()
  const known: (readonly [string, string])[] = []
  const cellOf: number[] = []
  for (const choice of choices) {
    const key = JSON.stringify(choice)
    const cell = cells.get(key) ?? known.push(choice) - 1
    cells.set(key, cell)
    cellOf.push(cell)
  }
  const patternOf = Uint32Array.from(cellOf)
  const counts = countsOf(patternOf, known.length)
  return measured({ patternOf, counts }, (drawn) => kappaOf(known, drawn), options)
}

function kappaOf(cells: readonly (readonly [string, string])[], counts: Float64Array): Agreement {
  const [first, second] = [new Map<string, number>(), new Map<string, number>()]
  let [items, agreeing] = [0, 0]
  for (const [i, [a, b]] of cells.entries()) {
    const times = counts[i] ?? 0
    if (times === 0) continue
    items += times
    if (a === b) agreeing += times
    first.set(a, (first.get(a) ?? 0) + times)
    second.set(b, (second.get(b) ?? 0) + times)
  }
  const basis = { items, ratings: 2 * items }
  if (items === 0) return noOverlap(basis)
  // In whole numbers, so that a product of ones is one.
  const chance = [...first].reduce((sum, [label, times]) => sum + times * (second.get(label) ?? 0), 0)
  if (chance === items * items) return noVariation([...first.keys()][0] ?? '', basis)
  return corrected(agreeing / items, chance / (items * items), basis)
}

export type PairAgreement = { raters: readonly [string, string]; items: number; kappa: Agreement }

/**
 * Cohen's κ of every two raters who share at least `least` items, those with the most shared items first. Costs the square of an item's
 * ratings, which a quorum keeps small.
 */
export function kappaByPair(
  ratings: Iterable<Rating>,
  { least = 1, ...options }: Options & { least?: number } = {},
): PairAgreement[] {
  const { items, raters, labels, start, codes, raterOf } = byItem(ratings)
  const shared = new Map<number, [number, number][]>()
  for (let item = 0; item < items; item++) {
    for (let i = start[item] ?? 0; i < (start[item + 1] ?? 0); i++) {
      for (let j = i + 1; j < (start[item + 1] ?? 0); j++) {
        const [low, high] = (raterOf[i] ?? 0) < (raterOf[j] ?? 0) ? [i, j] : [j, i]
        const key = (raterOf[low] ?? 0) * raters.length + (raterOf[high] ?? 0)
        const choices = shared.get(key) ?? []
        choices.push([codes[low] ?? 0, codes[high] ?? 0])
        shared.set(key, choices)
      }
    }
  }
  const name = (code: number) => labels[code] ?? ''
  return [...shared]
    .filter(([, choices]) => choices.length >= least)
    .sort((a, b) => b[1].length - a[1].length)
    .map(([key, choices]) => ({
      raters: [raters[Math.floor(key / raters.length)] ?? '', raters[key % raters.length] ?? ''],
      items: choices.length,
      kappa: cohenKappa(
        choices.map(([a, b]) => [name(a), name(b)] as const),
        options,
      ),
    }))
}

/**
 * Light's κ ("Measures of response agreement for qualitative data", Psychological Bulletin 76, 1971): the mean of Cohen's over every two
 * raters, here over those who share at least `least` items. Pairs whose κ is undefined are in no mean.
 */
export function meanKappa(ratings: Iterable<Rating>, { least = 1 }: { least?: number } = {}): Agreement {
  const pairs = kappaByPair(ratings, { least })
  const items = pairs.reduce((sum, pair) => sum + pair.items, 0)
  const basis = { items, ratings: 2 * items }
  const [first] = pairs
  if (!first) return fewShared(least, basis)
  const measuredOnes = pairs.flatMap(({ kappa }): Measured[] => (kappa.state === 'measured' ? [kappa] : []))
  if (measuredOnes.length === 0) return first.kappa
  const mean = (of: 'value' | 'observed') =>
    measuredOnes.reduce((sum, kappa) => sum + kappa[of], 0) / measuredOnes.length
  return {
    ...{ state: 'measured', value: mean('value'), observed: mean('observed'), expected: null },
    ...{ ...basis, interval: null },
  }
}
