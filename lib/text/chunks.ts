import { characterStart, isRightToLeft } from '@/lib/text/graphemes'

/** A stretch of a long text that is drawn as one block. `start` in code points, `unit` and `endUnit` in UTF-16. */
export type Chunk = {
  start: number
  end: number
  unit: number
  endUnit: number
  /** It goes on in the middle of a line, which runs this way. */
  continues: 'ltr' | 'rtl' | null
  /** Lines it takes, by guess, until it is drawn and measured. */
  lines: number
}

/** Characters in a line, by guess. */
const LINE = 70

/**
 * Cuts a text into blocks of at most `most` code units: at the end of a line where there is one in the second half of a block, else
 * between words, else between characters. `each`: every line of some length is a block of its own, however short the block. Linear.
 */
export function chunkText(text: string, most: number, each = false): Chunk[] {
  const chunks: Chunk[] = []
  let unit = 0
  let start = 0
  let line: 'ltr' | 'rtl' = 'ltr'
  while (unit < text.length) {
    const endUnit = cutAfter(text, unit, most, each)
    const { points, lines } = measure(text, unit, endUnit)
    const isNew = unit === 0 || text.charCodeAt(unit - 1) === LINE_FEED
    const continues = isNew ? null : line
    // The line that goes on in the next block may begin within this one.
    const block = text.slice(unit, endUnit)
    const begins = block.lastIndexOf('\n', block.length - 2) + 1
    if (isNew || begins > 0) line = isRightToLeft(block.slice(begins)) ? 'rtl' : 'ltr'
    chunks.push({ start, end: start + points, unit, endUnit, continues, lines })
    start += points
    unit = endUnit
  }
  return chunks
}

/** Which chunk holds a code point, by bisection; the last one for what lies beyond. */
export function chunkAt(chunks: readonly Chunk[], point: number): number {
  let low = 0
  let high = chunks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((chunks[middle]?.start ?? 0) <= point) low = middle
    else high = middle - 1
  }
  return low
}

const LINE_FEED = 0x0a
/** Shorter lines go together: a block of two words is no paragraph. */
const LEAST = 80

// Looks no further than the block: a search through a megabyte without a line break, for each block of it, takes a second.
function cutAfter(text: string, unit: number, most: number, each: boolean): number {
  const limit = unit + most
  const block = text.slice(unit, limit)
  if (each) {
    const line = block.indexOf('\n', LEAST)
    if (line !== -1) return pastBlank(text, unit + line + 1)
  }
  if (text.length <= limit) return text.length
  const line = block.lastIndexOf('\n')
  if (line >= (each ? 0 : most / 2)) return unit + line + 1
  const blank = block.lastIndexOf(' ')
  if (blank >= most / 2) return unit + blank + 1
  const whole = characterStart(text, limit)
  return whole > unit ? whole : limit
}

/** The empty lines after a paragraph belong to it. */
function pastBlank(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === LINE_FEED) at++
  return at
}

function measure(text: string, from: number, to: number): { points: number; lines: number } {
  let points = 0
  let lines = 1
  let column = 0
  for (let unit = from; unit < to; unit++) {
    const code = text.charCodeAt(unit)
    if (code >= 0xd800 && code <= 0xdbff && unit + 1 < to) {
      const next = text.charCodeAt(unit + 1)
      if (next >= 0xdc00 && next <= 0xdfff) unit++
    }
    points++
    if (code === LINE_FEED || ++column >= LINE) {
      if (unit + 1 < to) lines++
      column = 0
    }
  }
  return { points, lines }
}
