import { describe, expect, it } from 'vitest'
import {
  characterEnd,
  characterStart,
  isRightToLeft,
  stepCharacter,
  stepWord,
  wordAt,
} from '@/lib/text/graphemes'
import { TextIndex } from '@/lib/text/positions'

const family = '👩‍👩‍👧‍👦'
const samples = {
  family: `a${family}b`,
  skin: 'x👩🏽‍⚕️y',
  flags: `${'🇫🇷🇩🇪'.repeat(40)}`,
  accents: 'cafe\u0301s e\u0323\u0302 end',
  hebrew: 'שָׁלוֹם לכולם',
  arabic: 'مُحَمَّد كتب',
  devanagari: 'क्षत्रिय नमस्ते',
  hangul: '\u1112\u1161\u11ab\u1100\u1173\u11af',
  breaks: 'one\r\ntwo',
  lone: 'a\ud800b',
} as const

const boundaries = (text: string) => [
  ...[...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ index }) => index),
  text.length,
]

describe('characters near a place', () => {
  it.each(Object.entries(samples))(
    'of %s are those of the whole text, forwards, backwards and snapped',
    (_, text) => {
      const ends = boundaries(text)
      for (let at = 0; at <= text.length; at++) {
        expect(characterStart(text, at)).toBe(ends.findLast((end) => end <= at))
        expect(characterEnd(text, at)).toBe(ends.find((end) => end >= at))
        expect(stepCharacter(text, at, 1)).toBe(ends.find((end) => end > at) ?? text.length)
        expect(stepCharacter(text, at, -1)).toBe(ends.findLast((end) => end < at) ?? 0)
      }
    },
  )

  it('cost no more in a megabyte than in a sentence', () => {
    const text = `${'word '.repeat(100_000)}${family}${'x'.repeat(500_000)}`
    const at = 500_000
    for (let n = 0; n < 200; n++) {
      expect(stepCharacter(text, at, 1)).toBe(at + family.length)
      stepWord(text, 900_000, -1)
    }
  })

  it('are whole words too, with what lies between them passed over', () => {
    const text = 'write to  שלום, דנה.'
    expect(wordAt(text, 6)).toEqual({ start: 6, end: 8 })
    expect(wordAt(text, 8)).toEqual({ start: 10, end: 14 })
    expect(stepWord(text, 14, 1)).toBe(text.indexOf('.'))
    expect(stepWord(text, 14, -1)).toBe(10)
    expect(wordAt(text, text.length)).toBeNull()
  })

  it('say which way a text runs by its first letter', () => {
    expect(['12 שלום', 'abc שלום', 'علي', '…', 'ߞߍ'].map(isRightToLeft)).toEqual([
      true,
      false,
      true,
      false,
      true,
    ])
  })
})

describe('positions of a long text', () => {
  it('are the same by the index as by walking', () => {
    const text = `${'a👩é\ud800'.repeat(2_000)}`
    const index = new TextIndex(text)
    let unit = 0
    let point = 0
    for (const character of text) {
      if (point % 97 === 0 || point > index.length - 3) {
        expect(index.toUnit(point)).toBe(unit)
        expect(index.toPoint(unit)).toBe(point)
      }
      unit += character.length
      point += 1
    }
    expect([index.length, index.toUnit(point + 5), index.toPoint(unit)]).toEqual([point, unit, point])
    expect(index.slice(4, 7)).toBe('a👩é')
    expect(index.toPoint(2), 'inside a pair').toBe(1)
  })
})
