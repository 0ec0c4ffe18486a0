import { describe, expect, it } from 'vitest'
import { canonicalJson } from '@/lib/tlog/canonical-json'

describe('RFC 8785 where it overlaps with our narrower values', () => {
  it('sorts keys by UTF-16 code units, so that a surrogate pair comes before U+FB33 (§3.2.3)', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6']
    const written = canonicalJson(Object.fromEntries(keys.map((key, i) => [key, i])))
    expect(Object.keys(JSON.parse(written)).filter((key) => key !== '1')).toEqual([
      '\r',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\u{1f600}',
      '\ufb33',
    ])
    expect(written.indexOf('"\\r"')).toBeLessThan(written.indexOf('"1"'))
    expect(written.indexOf('"1"')).toBeLessThan(written.indexOf('"\u0080"'))
  })

  it('escapes what must be escaped and nothing else (§3.2.2.2)', () => {
    expect(canonicalJson('\u20ac$\u000f\u000aA\'B"\\/\u007f\u2028')).toBe(
      '"\u20ac$\\u000f\\nA\'B\\"\\\\/\u007f\u2028"',
    )
    expect(canonicalJson('\b\t\n\f\r\u0000\u001f')).toBe('"\\b\\t\\n\\f\\r\\u0000\\u001f"')
  })

  it('writes minus zero as zero and integers as ECMAScript does (§3.2.2.3)', () => {
    expect(canonicalJson([-0, 0, 9_007_199_254_740_991, -9_007_199_254_740_991])).toBe(
      '[0,0,9007199254740991,-9007199254740991]',
    )
  })

  it('leaves no white space and keeps the order of arrays', () => {
    expect(canonicalJson({ literals: [null, true, false], empty: {}, nested: [{ b: 2, a: 1 }] })).toBe(
      '{"empty":{},"literals":[null,true,false],"nested":[{"a":1,"b":2}]}',
    )
  })
})
