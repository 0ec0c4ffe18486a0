/** One person's choice for one item. */
export type Rating = { item: string; rater: string; label: string }

/**
 * Ratings, counted. Items that were rated alike are one pattern: there are few of them however many items there are, and a measure
 * or a round of its bootstrap costs what the patterns cost.
 */
export type Tally = {
  labels: readonly string[]
  patterns: readonly Pattern[]
  /** How many items have each pattern. */
  counts: Float64Array
  /** The pattern of each item. */
  patternOf: Uint32Array
}

/** How many of `raters` chose each label that was chosen. */
export type Pattern = { raters: number; chosen: readonly { label: number; times: number }[] }

/**
 * Linear in the number of ratings, whose order does not matter.
 *
 * @throws RangeError when somebody rated an item twice: which of the two counts is the caller's to say
 */
export function tally(ratings: Iterable<Rating>): Tally {
  const { items, labels, start, codes } = byItem(ratings)
  const patterns = new Map<string, number>()
  const found: Pattern[] = []
  const patternOf = new Uint32Array(items)
  for (let item = 0; item < items; item++) {
    const chosen = codes.slice(start[item], start[item + 1]).sort()
    const key = chosen.join()
    const known = patterns.get(key) ?? found.push(patternIn(chosen)) - 1
    patterns.set(key, known)
    patternOf[item] = known
  }
  return { labels, patterns: found, patternOf, counts: countsOf(patternOf, found.length) }
}

/** The same ratings, asked of one label: chosen or not. */
export function oneAgainstRest(given: Tally, label: string): Tally {
  const code = given.labels.indexOf(label)
  const patterns = given.patterns.map(({ raters, chosen }): Pattern => {
    const times = chosen.find((choice) => choice.label === code)?.times ?? 0
    const both = [
      { label: 0, times },
      { label: 1, times: raters - times },
    ]
    return { raters, chosen: both.filter((choice) => choice.times > 0) }
  })
  return { ...given, labels: [label, `not ${label}`], patterns }
}

/** How often each of `size` patterns stands in a list of them. */
export function countsOf(patternOf: Uint32Array, size: number): Float64Array {
  const counts = new Float64Array(size)
  for (const pattern of patternOf) counts[pattern] = (counts[pattern] ?? 0) + 1
  return counts
}

/** Strings as small numbers, in order of first sight. */
class Numbering {
  readonly names: string[] = []
  private readonly known = new Map<string, number>()

  of(name: string): number {
    const known = this.known.get(name)
    if (known !== undefined) return known
    this.known.set(name, this.names.length)
    return this.names.push(name) - 1
  }
}

export type ByItem = {
  items: number
  raters: readonly string[]
  labels: readonly string[]
  /** The ratings of item i are those from start[i] to before start[i + 1]. */
  start: Uint32Array
  codes: Uint32Array
  raterOf: Uint32Array
}

/** Gathers ratings item by item, by a counting sort. */
export function byItem(ratings: Iterable<Rating>): ByItem {
  const [items, raters, labels] = [new Numbering(), new Numbering(), new Numbering()]
  const read: { item: number[]; rater: number[]; label: number[] } = { item: [], rater: [], label: [] }
  for (const { item, rater, label } of ratings) {
    read.item.push(items.of(item))
    read.rater.push(raters.of(rater))
    read.label.push(labels.of(label))
  }
  const start = new Uint32Array(items.names.length + 1)
  for (const item of read.item) start[item + 1] = (start[item + 1] ?? 0) + 1
  for (let i = 1; i < start.length; i++) start[i] = (start[i] ?? 0) + (start[i - 1] ?? 0)
  const next = start.slice()
  const codes = new Uint32Array(read.item.length)
  const raterOf = new Uint32Array(read.item.length)
  for (const [i, item] of read.item.entries()) {
    const at = next[item] ?? 0
    codes[at] = read.label[i] ?? 0
    raterOf[at] = read.rater[i] ?? 0
    next[item] = at + 1
  }
  refuseTwice(start, raterOf, (item, rater) => `${raters.names[rater]} rated ${items.names[item]} twice`)
  return { items: items.names.length, raters: raters.names, labels: labels.names, start, codes, raterOf }
}

function refuseTwice(
  start: Uint32Array,
  raterOf: Uint32Array,
  says: (item: number, rater: number) => string,
): void {
  const lastItem = new Map<number, number>()
  for (let item = 0; item + 1 < start.length; item++) {
    for (let at = start[item] ?? 0; at < (start[item + 1] ?? 0); at++) {
      const rater = raterOf[at] ?? 0
      if (lastItem.get(rater) === item) throw new RangeError(says(item, rater))
      lastItem.set(rater, item)
    }
  }
}

function patternIn(sorted: Uint32Array): Pattern {
  const chosen: { label: number; times: number }[] = []
  for (const label of sorted) {
    const last = chosen.at(-1)
    if (last?.label === label) last.times++
    else chosen.push({ label, times: 1 })
  }
  return { raters: sorted.length, chosen }
}
