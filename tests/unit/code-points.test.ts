import { describe, expect, it } from 'vitest'
import {
  codePointCounter,
  codePointLength,
  sliceCodePoints,
  toCodePoints,
  toUtf16,
} from '@/lib/text/code-points'

const TEXT = 'a\u{1f600}b\ud800c\udc00\u{10ffff}e\u0301'

describe('code points', () => {
  it('counts an astral character once and a lone surrogate once', () => {
    expect(codePointLength('')).toBe(0)
    expect(codePointLength('\u{1f600}')).toBe(1)
    expect(codePointLength('\ud800')).toBe(1)
    expect(codePointLength('\udc00\ud800')).toBe(2)
    expect(codePointLength(TEXT)).toBe([...TEXT].length)
  })

  it('converts every offset there and back', () => {
    for (let point = 0; point <= codePointLength(TEXT); point++) {
      expect(toCodePoints(TEXT, toUtf16(TEXT, point))).toBe(point)
      expect(TEXT.slice(0, toUtf16(TEXT, point))).toBe([...TEXT].slice(0, point).join(''))
    }
  })

  it('takes an offset between the halves of a pair for the start of the pair', () => {
    expect(toCodePoints(TEXT, 2)).toBe(1)
  })

  it('stops at the end of the text', () => {
    expect(toCodePoints('ab', 9)).toBe(2)
    expect(toUtf16('ab', 9)).toBe(2)
    expect(sliceCodePoints(TEXT, 1, 99)).toBe(TEXT.slice(1))
  })

  it('gives the same answers in any order', () => {
    const at = codePointCounter(TEXT)
    for (const offset of [5, 1, 9, 0, 3, 2, 4, 9, 7, 6, 8, 5])
      expect(at(offset)).toBe(toCodePoints(TEXT, offset))
  })
})
