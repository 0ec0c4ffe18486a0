import { describe, expect, it } from 'vitest'
import type { Mark } from '@/lib/text/marks'
import { coverText, isMask, maskText, mergeSpans } from '@/lib/text/mask'
import { snippetOf } from '@/lib/text/snippet'
import { sliceCodePoints } from '@/lib/text/code-points'

const mark = (start: number, end: number, category = 'pii'): Mark => ({
  start,
  end,
  category,
  label: category,
})

const MASK = '▇'.repeat(8)

describe('masking', () => {
  it('leaves nothing of what it hides, not even how long it was', () => {
    for (const hidden of ['1', '12345678', '123456789', 'x'.repeat(400), '👩'.repeat(30), 'a b c'])
      expect(maskText(`call ${hidden} now`, [mark(5, 5 + [...hidden].length)]).text).toBe(`call ${MASK} now`)
  })

  it('covers a text by what has neither its words nor their lengths', () => {
    const shapes = ['4111 1111 1111 1111', 'Ada Lovelace lives here', '👩'.repeat(20), 'a'.repeat(39)].map(
      coverText,
    )
    expect(new Set(shapes).size).toBe(1)
    expect(shapes[0]).toMatch(/^(▇+ )+▇+$/)
    expect(coverText('x'.repeat(10_000))).toBe(coverText('y '.repeat(200)))
    expect(coverText('')).toBe('')
  })

  it('makes one mask of spans that overlap, so that their lengths do not leak', () => {
    expect(maskText('0123456789', [mark(0, 5), mark(3, 8)]).text).toBe(`${MASK}89`)
    expect(mergeSpans([mark(4, 6), mark(0, 4), mark(5, 9), mark(2, 2)])).toEqual([
      { start: 0, end: 4 },
      { start: 4, end: 9 },
    ])
  })

  it('moves the other marks to where their text is now', () => {
    const text = '👩 a@b.example and © 2019 Press'
    const hidden = mark(2, 13)
    const notice = mark(18, 24, 'copyright')
    const masked = maskText(text, [hidden, notice], (m) => m.category === 'pii')
    const [first, second] = masked.marks
    expect(first && isMask(sliceCodePoints(masked.text, first.start, first.end))).toBe(true)
    expect(second && sliceCodePoints(masked.text, second.start, second.end)).toBe(
      sliceCodePoints(text, notice.start, notice.end),
    )
  })

  it('stretches a mark that reaches into a mask over all of it', () => {
    const masked = maskText(
      '0123456789',
      [mark(4, 7), mark(5, 9, 'hate'), mark(1, 5, 'hate')],
      (m) => m.category === 'pii',
    )
    expect(masked.text).toBe(`0123${MASK}789`)
    expect(masked.marks.map(({ start, end }) => [start, end])).toEqual([
      [4, 12],
      [4, 14],
      [1, 12],
    ])
  })

  it('hides nothing when nothing is to be hidden', () => {
    const marks = [mark(0, 3, 'copyright')]
    expect(maskText('© X', marks, (m) => m.category === 'pii')).toEqual({ text: '© X', marks })
    expect(isMask('')).toBe(false)
    expect(isMask('▇a')).toBe(false)
  })
})

describe('snippets', () => {
  it('shows what surrounds the first mark and says which ends are cut', () => {
    const text = `${'a'.repeat(100)}👩secret${'b'.repeat(300)}`
    const { marks, ...rest } = snippetOf(text, [mark(101, 107)], { before: 10, length: 30 })
    expect(rest).toEqual({
      text: `${'a'.repeat(9)}👩secret${'b'.repeat(14)}`,
      cutBefore: true,
      cutAfter: true,
    })
    expect(marks.map(({ start, end }) => [start, end])).toEqual([[10, 16]])
  })

  it('says that nothing is cut when all of it is there', () => {
    expect(snippetOf('short', [])).toEqual({ text: 'short', marks: [], cutBefore: false, cutAfter: false })
    expect(snippetOf('x'.repeat(160), []).cutAfter).toBe(false)
    expect(snippetOf('x'.repeat(161), []).cutAfter).toBe(true)
    expect(snippetOf('', [])).toMatchObject({ text: '', cutAfter: false })
  })
})
