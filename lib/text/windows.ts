import { codePointLength, utf16Counter } from '@/lib/text/code-points'
import type { Mark } from '@/lib/text/marks'

/** A part of a long text with its marks (positions within the part); `start` is where it lies in the whole. */
export type TextPart = { shown: boolean; start: number; length: number; text: string; marks: Mark[] }

export type WindowSizes = {
  /** texts up to this many code points are shown whole */
  whole: number
  /** shown at the beginning of a longer text */
  opening: number
  /** shown on both sides of a mark */
  context: number
  /** shown altogether before the reader asks for more */
  budget: number
}

export const WINDOW: WindowSizes = { whole: 6_000, opening: 1_200, context: 400, budget: 12_000 }

/** A text as parts that are shown and parts that wait until somebody asks; shown is what surrounds the marks. Linear. */
export function splitText(text: string, marks: readonly Mark[], sizes: WindowSizes = WINDOW): TextPart[] {
  const length = codePointLength(text)
  const sorted = marks.toSorted((a, b) => a.start - b.start)
  const ranges =
    length <= sizes.whole ? [{ shown: true, start: 0, end: length }] : chooseRanges(length, sorted, sizes)
  const at = utf16Counter(text)
  let next = 0
  let open: Mark[] = []
  return ranges.map(({ shown, start, end }) => {
    const from = at(start)
    for (let mark = sorted[next]; mark && mark.start < end; mark = sorted[++next]) open.push(mark)
    const inside = open.map((mark) => ({
      ...mark,
      start: Math.max(0, mark.start - start),
      end: Math.min(end, mark.end) - start,
    }))
    open = open.filter((mark) => mark.end > end)
    return {
      shown,
      start,
      length: end - start,
      text: text.slice(from, at(end)),
      marks: inside.filter(notEmpty),
    }
  })
}

const notEmpty = (mark: Mark) => mark.end > mark.start

type Range = { shown: boolean; start: number; end: number }

function chooseRanges(length: number, sorted: readonly Mark[], sizes: WindowSizes): Range[] {
  const wanted = sorted.map(({ start, end }) => ({ start: start - sizes.context, end: end + sizes.context }))
  const shown: { start: number; end: number }[] = []
  let left = sizes.budget
  for (const { start, end } of [{ start: 0, end: sizes.opening }, ...wanted]) {
    const last = shown.at(-1)
    const from = Math.max(0, start, last?.end ?? 0)
    const to = Math.min(length, end, from + left)
    if (to <= from) continue
    // A gap shorter than a line's worth of button is shown instead.
    if (last && from - last.end < sizes.context / 2) last.end = to
    else shown.push({ start: from, end: to })
    left -= to - from
    if (left <= 0) break
  }
  return fillGaps(shown, length)
}

function fillGaps(shown: readonly { start: number; end: number }[], length: number): Range[] {
  const ranges: Range[] = []
  let from = 0
  for (const { start, end } of shown) {
    if (start > from) ranges.push({ shown: false, start: from, end: start })
    ranges.push({ shown: true, start, end })
    from = end
  }
  if (from < length) ranges.push({ shown: false, start: from, end: length })
  return ranges
}
