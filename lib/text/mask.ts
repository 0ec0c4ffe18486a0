import { utf16Counter } from '@/lib/text/code-points'
import type { Mark } from '@/lib/text/marks'

/** The same for a house number and an address: how long a value is tells which of a few known ones it is. */
const BLOCK = '▇'
const BLOCKS = 8

/**
 * Replaces what the marks chosen by `hide` cover, and what `also` does; overlapping ones become one mask. The other marks are moved to
 * where their text now is, and one that touches a mask covers all of it. For the server: what is masked never reaches the page.
 */
export function maskText(
  text: string,
  marks: readonly Mark[],
  hide: (mark: Mark) => boolean = () => true,
  also: readonly { start: number; end: number }[] = [],
): { text: string; marks: Mark[] } {
  const masks = mergeSpans([...marks.filter(hide), ...also])
  if (masks.length === 0) return { text, marks: [...marks] }
  const at = utf16Counter(text)
  const moves: Move[] = []
  let masked = ''
  let from = 0
  let shift = 0
  for (const { start, end } of masks) {
    masked += text.slice(from, at(start)) + BLOCK.repeat(BLOCKS)
    moves.push({ start, end, to: start + shift })
    shift += BLOCKS - (end - start)
    from = at(end)
  }
  const move = mover(moves)
  return {
    text: masked + text.slice(from),
    marks: marks
      .map((mark) => ({ ...mark, start: move(mark.start, 'start'), end: move(mark.end, 'end') }))
      .filter((mark) => mark.end > mark.start),
  }
}

/**
 * Stands for a text of which nothing is shown. It looks like words and is none: the lengths of the real ones would give a number or an
 * address away. As long as the text to the next forty characters, and no longer than ten times that.
 */
export function coverText(text: string): string {
  const length = Math.min(Math.ceil(text.length / COVER_STEP), COVER_STEPS) * COVER_STEP
  return COVER.repeat(length / COVER_STEP).trimEnd()
}

const COVER_STEP = 40
const COVER_STEPS = 10
const COVER = [5, 3, 8, 2, 6, 4, 5].map((letters) => `${BLOCK.repeat(letters)} `).join('')

/** Whether a stretch of text is nothing but mask. */
export function isMask(text: string): boolean {
  return text.startsWith(BLOCK) && text === BLOCK.repeat(text.length)
}

/** Sorted and disjoint; spans that overlap become one, spans that only touch stay two. */
export function mergeSpans(
  spans: readonly { start: number; end: number }[],
): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (end <= start) continue
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

type Move = { start: number; end: number; to: number }

/** Where a boundary of the old text lies in the new one; inside a mask it snaps to the mask's own edge. */
function mover(moves: readonly Move[]): (position: number, edge: 'start' | 'end') => number {
  return (position, edge) => {
    const before =
      moves[
        lastIndexWhere(moves, (move) => (edge === 'start' ? move.start <= position : move.start < position))
      ]
    if (!before) return position
    if (edge === 'start' ? position < before.end : position <= before.end) {
      return edge === 'start' ? before.to : before.to + BLOCKS
    }
    return before.to + BLOCKS + (position - before.end)
  }
}

/** Index of the last element for which a monotone test holds, by bisection; -1 for none. */
function lastIndexWhere<T>(sorted: readonly T[], test: (item: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const item = sorted[middle]
    if (item !== undefined && test(item)) low = middle + 1
    else high = middle
  }
  return low - 1
}
