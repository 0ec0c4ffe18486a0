import { describe, expect, it } from 'vitest'
import { marksOfChunks } from '@/lib/text/chunk-marks'
import { chunkAt, chunkText } from '@/lib/text/chunks'
import { codePointLength, sliceCodePoints } from '@/lib/text/code-points'
import { findPlaces } from '@/lib/text/find'

const texts = {
  paragraphs: 'A line of some words.\nAnother one, a little longer than that.\n\n'.repeat(300),
  'one line': 'lorem 👩‍👩‍👧‍👦 ipsum '.repeat(1_000),
  'one word': 'é👩'.repeat(3_000),
  marks: `a${'\u0301'.repeat(10_000)}`,
  breaks: '\n'.repeat(5_000),
  empty: '',
} as const

describe.each(Object.entries(texts))('a text of %s in blocks', (_, text) => {
  it.each([true, false])('is all there, in order, no pair cut, no block too long (each line: %s)', (each) => {
    const chunks = chunkText(text, 500, each)
    expect(chunks.map(({ unit, endUnit }) => text.slice(unit, endUnit)).join('')).toBe(text)
    for (const { start, end, unit, endUnit, lines } of chunks) {
      const block = text.slice(unit, endUnit)
      expect(codePointLength(block)).toBe(end - start)
      expect(block).not.toMatch(/^[\udc00-\udfff]/)
      expect(lines).toBeGreaterThan(0)
      if (text !== texts.breaks) expect(block.length).toBeLessThanOrEqual(502)
    }
    expect(chunks.at(-1)?.end ?? 0).toBe(codePointLength(text))
    for (const [i, { start, end }] of chunks.entries()) {
      expect(chunkAt(chunks, start)).toBe(i)
      expect(chunkAt(chunks, end - 1)).toBe(i)
    }
  })
})

describe('blocks', () => {
  it('end with a line where there is one, else between words, else between characters', () => {
    for (const { unit, endUnit, continues } of chunkText(texts.paragraphs, 500)) {
      expect(texts.paragraphs.charAt(endUnit - 1)).toBe('\n')
      expect([unit, continues]).toEqual([unit, null])
    }
    for (const { endUnit } of chunkText(texts['one line'], 500).slice(0, -1))
      expect(texts['one line'].charAt(endUnit - 1)).toBe(' ')
    expect(chunkText('x'.repeat(499) + '👩‍👩‍👧‍👦', 500).at(-1)).toMatchObject({ unit: 499, continues: 'ltr' })
  })

  it('that go on in the middle of a line keep the direction of that line', () => {
    const text = `${'left '.repeat(150)}\n${'שלום '.repeat(200)} right`
    const runs = chunkText(text, 500).map(({ continues, unit }) => [continues, text.charCodeAt(unit) > 0x500])
    expect(runs).toEqual(
      [
        [null, false],
        ['ltr', false],
        [null, true],
        ['rtl', true],
        ['rtl', false],
      ].slice(0, runs.length),
    )
    expect(runs.length).toBeGreaterThan(3)
  })

  it('of a megabyte without a line break or a blank cost no more than of any other', () => {
    for (const text of ['x'.repeat(1_000_000), 'x '.repeat(500_000)])
      for (const each of [true, false]) expect(chunkText(text, 500, each).at(-1)?.endUnit).toBe(text.length)
  })

  it('carry their marks: a mark over an edge is in both, named once', () => {
    const text = texts['one line']
    const chunks = chunkText(text, 500)
    const edge = chunks[0]?.end ?? 0
    const marks = [
      { start: edge - 3, end: edge + 4, category: 'pii', label: 'name' },
      { start: 2, end: 4, category: 'pii', label: 'early' },
    ]
    const [first, second, ...others] = marksOfChunks(chunks, marks)
    expect(first?.map(({ label }) => label)).toEqual(['early', 'name'])
    expect(second).toEqual([{ start: 0, end: 4, category: 'pii', label: '' }])
    expect(others.flat()).toEqual([])
  })

  it('of a megabyte with twenty thousand marks are made at once', () => {
    const text = 'someone@example.org and so on, and so on; a👩\n'.repeat(23_000)
    const marks = Array.from({ length: 20_000 }, (_, i) => ({
      start: i * 45,
      end: i * 45 + 19,
      category: 'pii',
      label: 'e',
    }))
    const chunks = chunkText(text, 1_500)
    const marked = marksOfChunks(chunks, marks)
    expect(marked.flat().length).toBeGreaterThanOrEqual(20_000)
  })
})

describe('words found in a text', () => {
  it('are found in capitals or not, composed or not, where they stand', () => {
    const text = 'İstanbul, Rene\u0301e and RENÉE\n  lebt (a.b) in Straße'
    const found = (words: string) =>
      findPlaces(text, words).map(({ start, end }) => sliceCodePoints(text, start, end))
    expect(found('renée')).toEqual(['Rene\u0301e', 'RENÉE'])
    expect(found('renée lebt')).toEqual(['RENÉE\n  lebt'])
    expect(found('(a.b)')).toEqual(['(a.b)'])
    expect(found('.*')).toEqual([])
    expect(found('  ')).toEqual([])
  })

  it('are no more than are asked for', () => {
    expect(findPlaces('ab'.repeat(500), 'a', 20)).toHaveLength(20)
  })
})
