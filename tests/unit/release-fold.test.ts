import { describe, expect, it } from 'vitest'
import { fold, foldOutcomes, type InForce } from '@/lib/release-format/fold'
import { mergeSpans, redactText } from '@/lib/release-format/spans'
import { compareText } from '@/lib/release-format/order'
import { random } from '@/lib/demo/random'

const decision = (part: Partial<InForce>): InForce => ({
  action: 'keep',
  category: 'copyright',
  reason: 'notice',
  spans: [],
  label: null,
  ...part,
})
const span = (start: number, end: number, field = 'text') => ({ field, start, end })

describe('what is in force for one row', () => {
  it('folds by strength: remove, restrict, redact, label, keep', () => {
    const ladder = [
      decision({ action: 'keep' }),
      decision({ action: 'label', label: 'satire' }),
      decision({ action: 'redact', spans: [span(0, 3)] }),
      decision({ action: 'restrict' }),
      decision({ action: 'remove' }),
    ]
    const outcomes = ladder.map((_, i) => fold(ladder.slice(0, i + 1))?.action ?? 'keep')
    expect(outcomes).toEqual(['keep', 'label', 'redact', 'restrict', 'remove'])
    expect(fold([...ladder].reverse())).toEqual(fold(ladder))
  })

  it('redacts the union of what several decisions name', () => {
    const outcome = fold([
      decision({ action: 'redact', spans: [span(5, 13)] }),
      decision({ action: 'redact', category: 'pii', spans: [span(10, 22), span(0, 2, 'title')] }),
    ])
    expect(outcome?.spans).toEqual([span(5, 22), span(0, 2, 'title')])
  })

  it('a keep of one category does not undo the removal another asks for', () => {
    expect(
      fold([decision({ action: 'remove' }), decision({ action: 'keep', category: 'pii' })])?.grounds,
    ).toEqual([{ category: 'copyright', reason: 'notice' }])
  })

  it('meets by the same rule when content, row and source are decided apart', () => {
    const content = fold([decision({ action: 'redact', spans: [span(0, 4)] })])
    const row = fold([decision({ action: 'redact', spans: [span(4, 6)], category: 'pii' })])
    expect(foldOutcomes([content, null, row])?.spans).toEqual([span(0, 6)])
    const source = fold([decision({ action: 'remove', category: 'opt_out', reason: 'objection' })])
    expect(foldOutcomes([content, source])?.action).toBe('remove')
    expect(foldOutcomes([content, source])?.spans).toEqual([])
    expect(foldOutcomes([null, null])).toBeNull()
  })
})

it('a redacted row keeps its labels, a removed one has none', () => {
  const label = decision({ action: 'label', label: 'satire' })
  const redact = decision({ action: 'redact', spans: [span(0, 1)] })
  expect(fold([redact, label])?.labels).toEqual(['satire'])
  expect(foldOutcomes([fold([redact]), fold([label])])).toEqual(fold([redact, label]))
  expect(fold([redact, label, decision({ action: 'remove' })])?.labels).toEqual([])
})

describe('spans', () => {
  it('leave no tail of an overlapping span in the text', () => {
    const spans = mergeSpans([span(5, 13), span(10, 22), span(5, 7)])
    expect(redactText('Call Jane Doe 555-0100 now', spans)).toBe('Call [REDACTED] now')
  })

  it('count code points, a lone surrogate as one', () => {
    expect(redactText('😀 a@b.co', [span(2, 8)])).toBe('😀 [REDACTED]')
    expect(redactText('\ud800x\u{10ffff}y', [span(0, 1), { ...span(2, 3), replacement: '#' }])).toBe(
      '[REDACTED]x#y',
    )
  })

  it('refuse what is empty, reversed or behind the text', () => {
    expect(() => mergeSpans([span(3, 3)])).toThrow(RangeError)
    expect(() => mergeSpans([span(4, 3)])).toThrow(RangeError)
    expect(() => redactText('abc', [span(1, 9)])).toThrow(RangeError)
  })

  it('redact exactly the code points that any span covers, whatever the spans', () => {
    const { below, pick } = random(7)
    for (let round = 0; round < 500; round++) {
      const points = Array.from({ length: 1 + below(30) }, () => pick(['a', 'é', '😀', '\udc00', '字', '\0']))
      const text = points.join('')
      const all = Array.from(text)
      const spans = Array.from({ length: below(6) }, () => {
        const start = below(all.length)
        return span(start, start + 1 + below(all.length - start))
      })
      const covered = all.map((_, i) => spans.some(({ start, end }) => i >= start && i < end))
      const expected = all.map((point, i) => (!covered[i] ? point : covered[i - 1] ? '' : '█')).join('')
      const replaced = mergeSpans(spans).map((merged) => ({ ...merged, replacement: '█' }))
      expect(redactText(text, replaced)).toBe(expected)
    }
  })
})

it('texts are ordered as their UTF-8 bytes are', () => {
  const { below } = random(3)
  const code = () =>
    [below(0x80), below(0xd800), 0xe000 + below(0x2000), 0x10000 + below(0x100000)][below(4)] ?? 0
  const texts = Array.from({ length: 400 }, () =>
    String.fromCodePoint(...Array.from({ length: below(4) }, code)),
  )
  const byBytes = [...texts].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  expect([...texts].sort(compareText)).toEqual(byBytes)
})
