import { describe, expect, it } from 'vitest'
import { sliceCodePoints } from '@/lib/text/code-points'
import type { Mark } from '@/lib/text/marks'
import { splitText, type WindowSizes } from '@/lib/text/windows'

const sizes: WindowSizes = { whole: 100, opening: 30, context: 10, budget: 120 }
const mark = (start: number, end: number): Mark => ({ start, end, category: 'pii', label: 'e-mail' })
const outline = (text: string, marks: readonly Mark[]) =>
  splitText(text, marks, sizes).map((part) => [part.shown ? 'shown' : 'hidden', part.start, part.length])

describe('long texts', () => {
  it('shows a short text whole', () => {
    expect(outline('x'.repeat(100), [mark(3, 5)])).toEqual([['shown', 0, 100]])
  })

  it('shows the beginning of a long text without marks', () => {
    expect(outline('x'.repeat(101), [])).toEqual([
      ['shown', 0, 30],
      ['hidden', 30, 71],
    ])
  })

  it('shows what surrounds each mark and hides the rest', () => {
    expect(outline('x'.repeat(1_000), [mark(500, 505), mark(100, 104)])).toEqual([
      ['shown', 0, 30],
      ['hidden', 30, 60],
      ['shown', 90, 24],
      ['hidden', 114, 376],
      ['shown', 490, 25],
      ['hidden', 515, 485],
    ])
  })

  it('joins windows that touch or nearly do', () => {
    expect(outline('x'.repeat(1_000), [mark(42, 44), mark(56, 60)])).toEqual([
      ['shown', 0, 70],
      ['hidden', 70, 930],
    ])
  })

  it('opens no more than its budget, however many marks there are', () => {
    const marks = Array.from({ length: 5_000 }, (_, at) => mark(at * 100, at * 100 + 5))
    const parts = splitText('x'.repeat(600_000), marks, sizes)
    const opened = parts.filter((part) => part.shown).reduce((sum, part) => sum + part.length, 0)
    expect(opened).toBeLessThanOrEqual(sizes.budget + sizes.context / 2)
  })

  it('loses no character and no mark: the parts are the text, astral characters whole', () => {
    const text = '👩a\ud800é'.repeat(400)
    const marks = [mark(0, 4), mark(700, 760), mark(755, 1_500), mark(1_595, 1_700)]
    const parts = splitText(text, marks, sizes)
    expect(parts.map((part) => part.text).join('')).toBe(text)
    for (const { start, end } of marks) {
      const covered = parts.flatMap((part) =>
        part.marks.map((m) => [m.start + part.start, m.end + part.start]),
      )
      const inside = covered.filter(([from = 0, to = 0]) => from >= start && to <= end)
      expect(inside.reduce((sum, [from = 0, to = 0]) => sum + to - from, 0)).toBeGreaterThanOrEqual(
        Math.min(end, 1_600) - start,
      )
    }
  })

  it('keeps positions: a mark within its part is the same text as in the whole', () => {
    const text = '😀lorem '.repeat(2_000)
    const marks = [mark(5_000, 5_009), mark(9_001, 9_014)]
    const found = splitText(text, marks, sizes).flatMap((part) =>
      part.marks.map((m) => sliceCodePoints(part.text, m.start, m.end)),
    )
    expect(found).toEqual(marks.map((m) => sliceCodePoints(text, m.start, m.end)))
  })

  it('splits a megabyte with ten thousand marks in one walk', () => {
    const text = 'a👩'.repeat(350_000)
    const marks = Array.from({ length: 10_000 }, (_, at) => mark(at * 70, at * 70 + 20))
    const started = performance.now()
    splitText(text, marks)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
