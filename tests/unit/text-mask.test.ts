import { describe, expect, it } from 'vitest'
import type { Mark } from '@/lib/text/marks'
import { isMask, maskText, mergeSpans } from '@/lib/text/mask'
import { snippetOf } from '@/lib/text/snippet'
import { sliceCodePoints } from '@/lib/text/code-points'

const mark = (start: number, end: number, category = 'pii'): Mark => ({
  start,
  end,
  category,
  label: category,
})

describe('masking', () => {
  it('leaves nothing of what it hides and says only how long it was, in three classes', () => {
    const six = '▇'.repeat(6)
    expect(maskText('call 12345678 now', [mark(5, 13)]).text).toBe(`call ${six} now`)
    expect(maskText('call 1 now', [mark(5, 6)]).text).toBe(`call ${six} now`)
    expect(maskText('123456789', [mark(0, 9)]).text).toBe('▇'.repeat(12))
    expect(maskText('x'.repeat(400), [mark(0, 400)]).text).toBe('▇'.repeat(18))
  })

  it('makes one mask of spans that overlap, so that their lengths do not leak', () => {
    expect(maskText('0123456789', [mark(0, 5), mark(3, 8)]).text).toBe(`${'▇'.repeat(6)}89`)
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
    expect(masked.text).toBe(`0123${'▇'.repeat(6)}789`)
    expect(masked.marks.map(({ start, end }) => [start, end])).toEqual([
      [4, 10],
      [4, 12],
      [1, 10],
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
