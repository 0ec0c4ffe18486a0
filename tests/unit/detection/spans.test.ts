import { describe, expect, it } from 'vitest'
import { DETECTORS } from '@/lib/detection/registry'
import { createScanner, scanItem, SCAN_BUDGET } from '@/lib/detection/scan'
import { codePointLength, sliceCodePoints } from '@/lib/text/code-points'
import { randomTexts, SAMPLES } from './samples'

const ungated = createScanner(DETECTORS.map(({ gate: _gate, ...detector }) => detector))
const types = (text: string) => scanItem({ text }).findings.map(({ detector, type }) => `${detector}/${type}`)

describe('every sample', () => {
  it.each(SAMPLES.map(({ detector, type, text }) => [`${detector}/${type}`, text] as const))(
    'is found: %s',
    (expected, text) => {
      expect(types(text)).toContain(expected)
    },
  )

  it('is found at the same characters after emoji and lone surrogates', () => {
    const before = '\u{1f469}\u200d\u{1f680} \ud800 '
    for (const { detector, type, text } of SAMPLES) {
      const spansOf = (value: string) =>
        scanItem({ text: value }).findings.find(
          (finding) => finding.detector === detector && finding.type === type,
        )?.spans
      const shift = codePointLength(before)
      const expected = spansOf(text)?.map(({ field, start, end }) => ({
        field,
        start: start + shift,
        end: end + shift,
      }))
      expect(spansOf(before + text)).toEqual(expected)
    }
  })
})

describe('on random texts', () => {
  const texts = [...randomTexts(1500)]

  it('spans are in range, sorted, disjoint and never empty', () => {
    let spansSeen = 0
    for (const text of texts) {
      const length = codePointLength(text)
      for (const finding of scanItem({ first: text, second: text }).findings) {
        for (const field of ['first', 'second']) {
          let end = -1
          for (const span of finding.spans.filter((span) => span.field === field)) {
            expect(span.start).toBeGreaterThanOrEqual(Math.max(0, end))
            expect(span.end).toBeGreaterThan(span.start)
            end = span.end
            spansSeen += 1
          }
          expect(end).toBeLessThanOrEqual(length)
        }
      }
    }
    expect(spansSeen).toBeGreaterThan(5000)
  })

  it('one finding per category and type of a detector', () => {
    for (const text of texts) {
      const keys = scanItem({ text }).findings.map(
        ({ detector, category, type }) => `${detector}/${category}/${type}`,
      )
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  it('a gate never hides what its detector would find', () => {
    for (const text of texts) expect(scanItem({ text })).toEqual(ungated({ text }))
  })

  it('scores are chances and severities are 1 to 4', () => {
    for (const text of texts) {
      for (const { score, severity } of scanItem({ text }).findings) {
        expect(score).toBeGreaterThan(0)
        expect(score).toBeLessThanOrEqual(1)
        expect([1, 2, 3, 4]).toContain(severity)
      }
    }
  })
})

describe('the scan budget', () => {
  const scan = createScanner(DETECTORS, 60)

  it('scans what fits, and names the field that did not with what was read of it', () => {
    const { findings, unscanned } = scan({
      title: 'a@example.com',
      body: `b@example.com ${'x'.repeat(60)} c@example.com`,
      tail: 'd@example.com',
    })
    expect(findings.flatMap(({ spans }) => spans.map(({ field }) => field))).toEqual(['title', 'body'])
    expect(unscanned).toEqual({
      field: 'body',
      reason: 'over the scan budget of 60 characters: 47 of 88 were scanned',
    })
  })

  it('is not spent by an item of exactly its size', () => {
    expect(scan({ body: 'x'.repeat(60) }).unscanned).toBeNull()
    expect(scan({ body: 'x'.repeat(61) }).unscanned?.field).toBe('body')
  })

  it('never parts a surrogate pair', () => {
    expect(scan({ body: `${'x'.repeat(59)}\u{1f600}` }).unscanned?.reason).toContain('59 of 61')
  })

  it('is one mebi of UTF-16 units by default', () => {
    expect(scanItem({ body: 'x'.repeat(SCAN_BUDGET) }).unscanned).toBeNull()
    expect(scanItem({ body: 'x'.repeat(SCAN_BUDGET + 1) }).unscanned?.field).toBe('body')
  })
})

it('fields named like parts of an object are fields', () => {
  const fields = Object.fromEntries([
    ['__proto__', 'a@example.com'],
    ['constructor', 'b@example.com'],
  ])
  expect(scanItem(fields).findings[0]?.spans.map(({ field }) => field)).toEqual(['__proto__', 'constructor'])
})

it('a span covers the characters it names', () => {
  const text = '\u{1f600} mail jane@example.com \u{1f600} or joe@example.com'
  const [finding] = scanItem({ text }).findings
  expect(finding?.spans.map(({ start, end }) => sliceCodePoints(text, start, end))).toEqual([
    'jane@example.com',
    'joe@example.com',
  ])
})
