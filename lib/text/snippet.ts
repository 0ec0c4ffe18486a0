import { codePointLength, sliceCodePoints } from '@/lib/text/code-points'
import type { Mark } from '@/lib/text/marks'

/** A short piece of a text round its first mark, with the marks that fall into it; for one line of a table. */
export function snippetOf(
  text: string,
  marks: readonly Mark[],
  { before = 40, length = 160 }: { before?: number; length?: number } = {},
): { text: string; marks: Mark[]; cutBefore: boolean; cutAfter: boolean } {
  const first = marks.reduce((least, mark) => Math.min(least, mark.start), Infinity)
  const from = first === Infinity ? 0 : Math.max(0, first - before)
  const to = from + length
  const piece = sliceCodePoints(text, from, to)
  const end = from + codePointLength(piece)
  return {
    text: piece,
    marks: marks
      .map((mark) => ({
        ...mark,
        start: Math.max(mark.start, from) - from,
        end: Math.min(mark.end, end) - from,
      }))
      .filter((mark) => mark.end > mark.start),
    cutBefore: from > 0,
    // A text that ends exactly here has nothing after it.
    cutAfter: piece.length > 0 && sliceCodePoints(text, end, end + 1) !== '',
  }
}
