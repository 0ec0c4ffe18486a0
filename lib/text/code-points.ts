/**
 * Positions in text. JavaScript counts UTF-16 code units; spans are stored and exchanged in Unicode code points
 * (what Python, Rust and Postgres count), where an astral character is one and a lone surrogate is one.
 * An offset that falls between the two halves of a pair counts as the start of that pair.
 */

/** Number of code points in `text`. */
export function codePointLength(text: string): number {
  return toCodePoints(text, text.length)
}

/** UTF-16 offset → code point offset. Costs the length of the prefix: for several offsets use `codePointCounter`. */
export function toCodePoints(text: string, utf16: number): number {
  return codePointCounter(text)(utf16)
}

/** Code point offset → UTF-16 offset; offsets past the end give `text.length`. */
export function toUtf16(text: string, codePoint: number): number {
  return utf16Counter(text)(codePoint)
}

/** The characters from `start` to `end` (code points, end exclusive). */
export function sliceCodePoints(text: string, start: number, end: number): string {
  const at = utf16Counter(text)
  const from = at(start)
  return text.slice(from, at(end))
}

/**
 * A function from UTF-16 offset to code point offset that walks from where it was last, forwards or backwards:
 * a sequence of rising offsets costs one walk over the text altogether.
 */
export function codePointCounter(text: string): (utf16: number) => number {
  let units = 0
  let points = 0
  return (utf16) => {
    const stop = Math.min(utf16, text.length)
    while (units < stop) {
      const width = widthAt(text, units)
      if (units + width > stop) break
      units += width
      points += 1
    }
    while (units > stop) {
      units -= units >= 2 && widthAt(text, units - 2) === 2 ? 2 : 1
      points -= 1
    }
    return points
  }
}

/** The inverse of `codePointCounter`; an offset below the last one starts again from the beginning. */
export function utf16Counter(text: string): (codePoint: number) => number {
  let units = 0
  let points = 0
  return (codePoint) => {
    if (codePoint < points) units = points = 0
    while (points < codePoint && units < text.length) {
      units += widthAt(text, units)
      points += 1
    }
    return units
  }
}

function widthAt(text: string, index: number): 1 | 2 {
  const unit = text.charCodeAt(index)
  if (unit < 0xd800 || unit > 0xdbff) return 1
  const next = text.charCodeAt(index + 1)
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1
}
