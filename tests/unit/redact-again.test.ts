import { describe, expect, it } from 'vitest'
import { redactAgain } from '@/lib/release-format/redact-again'
import { mergeSpans, REPLACEMENT, redactText } from '@/lib/release-format/spans'
import { random } from '@/lib/demo/random'

const span = (start: number, end: number) => ({ field: 'text', start, end })
const mask = (start: number, end: number) => ({ ...span(start, end), replacement: REPLACEMENT })

/** The value after the first redactions, and then after the second as they are applied to that. */
function twice(value: string, before: ReturnType<typeof span>[], now: ReturnType<typeof mask>[]) {
  const again = redactAgain(before, now)
  return { ...again, value: redactText(redactText(value, before), again.masks) }
}

describe('redacting again what an earlier release redacted', () => {
  it('changes nothing where nothing was added', () => {
    expect(redactAgain([span(5, 9)], [mask(5, 9)])).toEqual({ masks: [], spans: [span(5, 9)], isMore: false })
  })

  it('finds a later passage behind an earlier one, in code points', () => {
    const result = twice('😀 call 555 or 777 now', [span(7, 10)], [mask(7, 10), mask(14, 17)])
    expect(result.value).toBe('😀 call [REDACTED] or [REDACTED] now')
    expect(result.isMore).toBe(false)
  })

  it('covers an earlier passage with a longer one', () => {
    expect(twice('abcdefghij', [span(3, 5)], [mask(1, 8)])).toMatchObject({
      value: 'a[REDACTED]ij',
      isMore: false,
    })
  })

  it('leaves masked what is given back, and says so', () => {
    expect(twice('abcdefghij', [span(2, 6)], [])).toEqual({
      masks: [],
      spans: [span(2, 6)],
      isMore: true,
      value: 'ab[REDACTED]ghij',
    })
    expect(twice('abcdefghij', [span(2, 6)], [mask(4, 8)])).toMatchObject({
      value: 'ab[REDACTED]ij',
      isMore: true,
      spans: [span(2, 8)],
    })
  })

  it('is, for redactions that only grow, what the later ones make of the original (1,000 worlds)', () => {
    const { below, pick } = random(7)
    for (let world = 0; world < 1_000; world++) {
      const value = Array.from({ length: 1 + below(40) }, () => pick(['a', '😀', 'ü', '\n', '字'])).join('')
      const length = Array.from(value).length
      const some = () =>
        Array.from({ length: below(4) }, () => {
          const start = below(length)
          return span(start, start + 1 + below(length - start))
        })
      const before = mergeSpans(some())
      const now = mergeSpans([...before, ...some()]).map((one) => ({ ...one, replacement: REPLACEMENT }))
      const result = twice(value, before, now)
      expect(result.value, `world ${world}`).toBe(redactText(value, now))
      expect(result.isMore).toBe(false)
      expect(result.spans).toEqual(now.map(({ field, start, end }) => ({ field, start, end })))
    }
  })
})
