import { utf16Counter } from '@/lib/text/code-points'

/** Something to point at in a text: code points, end exclusive. The label is read with it ("e-mail", "credit card"). */
export type Mark = {
  start: number
  end: number
  category: string
  label: string
  /** The passage it stands for, where passages are edited, and what was said of it. */
  id?: number
  tone?: 'left' | 'rejected' | 'added'
  active?: boolean
}

/** A mark over one segment: `lane` 0 to 3 keeps overlapping lines apart, `opens` says that the label belongs here. */
export type PlacedMark = Mark & { lane: number; opens: boolean }

/** A stretch of text under the same marks, outermost first; `start` in code points of the whole text. */
export type Segment = { text: string; start: number; marks: readonly PlacedMark[] }

/** Four lines fit between two lines of text; what overlaps deeper shares the last one. */
export const LANES = 4

/**
 * Cuts a text where marks begin and end. One walk over the text; the marks are sorted first, so the cost is
 * text + marks·log(marks) + segments·(marks that overlap there). Marks beyond the text end with it, empty ones are dropped.
 */
export function segmentText(text: string, marks: readonly Mark[]): Segment[] {
  const placed = placeMarks(marks)
  const toUnit = utf16Counter(text)
  const segments: Segment[] = []
  let active: LanedMark[] = []
  let next = 0
  let at = { point: 0, unit: 0 }
  while (at.unit < text.length) {
    const { point, unit } = at
    for (let mark = placed[next]; mark && mark.start <= point; mark = placed[++next]) active.push(mark)
    const cut = active.reduce((least, mark) => Math.min(least, mark.end), placed[next]?.start ?? Infinity)
    const cutUnit = cut === Infinity ? text.length : toUnit(cut)
    segments.push({
      text: text.slice(unit, cutUnit),
      start: point,
      marks: active.map((mark) => ({ ...mark, opens: mark.start === point })),
    })
    active = active.filter((mark) => mark.end > cut)
    at = { point: cut, unit: cutUnit }
  }
  return segments
}

/** How many lanes the marks need side by side, 0 to 4. */
export function lanesOf(marks: readonly Mark[]): number {
  return placeMarks(marks).reduce((most, mark) => Math.max(most, mark.lane + 1), 0)
}

type LanedMark = Mark & { lane: number }

/** Longer marks first where they begin together, so that they lie outside; each gets the lowest lane that is free. */
function placeMarks(marks: readonly Mark[]): LanedMark[] {
  const busyUntil = Array.from({ length: LANES }, () => 0)
  return marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start) }))
    .filter((mark) => mark.end > mark.start)
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((mark) => {
      const free = busyUntil.findIndex((end) => end <= mark.start)
      const lane = free === -1 ? LANES - 1 : free
      busyUntil[lane] = Math.max(busyUntil[lane] ?? 0, mark.end)
      return { ...mark, lane }
    })
}
