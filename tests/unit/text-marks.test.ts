import { describe, expect, it } from 'vitest'
import { LANES, lanesOf, type Mark, segmentText } from '@/lib/text/marks'

const mark = (start: number, end: number, label = 'm'): Mark => ({ start, end, category: 'pii', label })
const shown = (text: string, marks: readonly Mark[]) =>
  segmentText(text, marks).map((segment) => [
    segment.text,
    segment.marks.map((placed) => placed.label).join(''),
  ])

describe('segments of a marked text', () => {
  it('gives the text back whole, in order, whatever the marks are', () => {
    const text = 'a👩🏽b\ud800ç\u0301 end'
    const marks = [mark(0, 3), mark(2, 90), mark(-4, 1), mark(5, 5), mark(6, 4), mark(1, 8)]
    expect(
      segmentText(text, marks)
        .map((segment) => segment.text)
        .join(''),
    ).toBe(text)
    expect(segmentText('', marks)).toEqual([])
    expect(shown('plain', [])).toEqual([['plain', '']])
  })

  it('shows both marks where two overlap and each alone where they do not', () => {
    expect(shown('0123456789', [mark(0, 6, 'a'), mark(4, 9, 'b')])).toEqual([
      ['0123', 'a'],
      ['45', 'ab'],
      ['678', 'b'],
      ['9', ''],
    ])
  })

  it('puts the longer mark outside when two begin together, and keeps two equal marks', () => {
    expect(shown('0123456', [mark(1, 3, 'b'), mark(1, 5, 'a'), mark(1, 3, 'c')])).toEqual([
      ['0', ''],
      ['12', 'abc'],
      ['34', 'a'],
      ['56', ''],
    ])
  })

  it('counts an astral character as one and a lone surrogate as one', () => {
    expect(shown('👩x😀y', [mark(2, 3, 'a')])).toEqual([
      ['👩x', ''],
      ['😀', 'a'],
      ['y', ''],
    ])
    expect(shown('\ud83dx\udc00y', [mark(1, 2, 'a'), mark(2, 3, 'b')])).toEqual([
      ['\ud83d', ''],
      ['x', 'a'],
      ['\udc00', 'b'],
      ['y', ''],
    ])
  })

  it('leaves combining characters where the span puts them', () => {
    expect(shown('e\u0301f', [mark(1, 2, 'a')])).toEqual([
      ['e', ''],
      ['\u0301', 'a'],
      ['f', ''],
    ])
  })

  it('opens a label once, at the first segment of its mark', () => {
    const opened = segmentText('0123456789', [mark(0, 8, 'a'), mark(2, 4, 'b')]).map((segment) =>
      segment.marks.filter((placed) => placed.opens).map((placed) => placed.label),
    )
    expect(opened).toEqual([['a'], ['b'], [], []])
  })

  it('gives overlapping marks lanes of their own and takes a lane again when it is free', () => {
    const marks = [mark(0, 10), mark(1, 4), mark(5, 8), mark(2, 3)]
    expect(lanesOf(marks)).toBe(3)
    const lanes = new Map(
      segmentText('0123456789', marks).flatMap((s) => s.marks.map((m) => [`${m.start}`, m.lane])),
    )
    expect(lanes).toEqual(
      new Map([
        ['0', 0],
        ['1', 1],
        ['2', 2],
        ['5', 1],
      ]),
    )
    expect(lanesOf(Array.from({ length: 9 }, (_, at) => mark(at, 20)))).toBe(LANES)
  })

  it('takes one walk over a megabyte with ten thousand marks', () => {
    const text = '👩 word '.repeat(150_000)
    const marks = Array.from({ length: 10_000 }, (_, at) => mark(at * 90, at * 90 + 100))
    const segments = segmentText(text, marks)
    expect(segments.length).toBeGreaterThan(19_000)
    expect(segments.map((segment) => segment.text).join('') === text).toBe(true)
  })
})
