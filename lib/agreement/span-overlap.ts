/** What one person marked in one item; none marked is an answer too. Positions are code points. */
export type SpanRating = {
  item: string
  rater: string
  /** Code points of the item, all of its fields together. */
  length: number
  spans: readonly { field?: string; start: number; end: number }[]
}

/** How the marks of an item's raters lie over each other, in characters. */
export type Overlap = {
  raters: number
  /** By `i * raters + j`: characters that both i and j marked; on the diagonal what i marked. */
  shared: Float64Array
  /** How many characters were marked by exactly k of the raters, k = 0 … raters. */
  markedBy: Float64Array
}

/**
 * One sweep over the ends of all spans of an item, whatever its length. A rater's own spans may overlap: a character is marked or not.
 *
 * @throws RangeError for a span that is empty or outside the text, and for somebody who rated the item twice
 */
export function overlapOf(ratings: readonly SpanRating[]): Overlap {
  const raters = ratings.length
  if (new Set(ratings.map(({ rater }) => rater)).size < raters)
    throw new RangeError(`somebody rated ${ratings[0]?.item} twice`)
  const shared = new Float64Array(raters * raters)
  const markedBy = new Float64Array(raters + 1)
  for (const ends of endsByField(ratings).values()) sweep(ends, raters, shared, markedBy)
  const marked = markedBy.reduce((sum, characters) => sum + characters, 0)
  markedBy[0] = (ratings[0]?.length ?? 0) - marked
  if (markedBy[0] < 0) throw new RangeError(`more is marked in ${ratings[0]?.item} than it has`)
  return { raters, shared, markedBy }
}

type End = { at: number; rater: number; opens: 1 | -1 }

function endsByField(ratings: readonly SpanRating[]): Map<string, End[]> {
  const fields = new Map<string, End[]>()
  for (const [rater, { item, length, spans }] of ratings.entries()) {
    if (length !== ratings[0]?.length) throw new RangeError(`two lengths are given for ${item}`)
    for (const { field = '', start, end } of spans) {
      if (start < 0 || end > length || start >= end)
        throw new RangeError(`a span from ${start} to ${end} in ${item}, which has ${length} characters`)
      const ends = fields.get(field) ?? []
      ends.push({ at: start, rater, opens: 1 }, { at: end, rater, opens: -1 })
      fields.set(field, ends)
    }
  }
  return fields
}

function sweep(ends: End[], raters: number, shared: Float64Array, markedBy: Float64Array): void {
  ends.sort((a, b) => a.at - b.at)
  const depth = new Uint32Array(raters)
  let from = 0
  for (const { at, rater, opens } of ends) {
    if (at > from) {
      const marking = [...depth.keys()].filter((i) => (depth[i] ?? 0) > 0)
      if (marking.length > 0) markedBy[marking.length] = (markedBy[marking.length] ?? 0) + at - from
      for (const i of marking)
        for (const j of marking) shared[i * raters + j] = (shared[i * raters + j] ?? 0) + at - from
    }
    depth[rater] = (depth[rater] ?? 0) + opens
    from = at
  }
}
