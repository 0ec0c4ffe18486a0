import { createHash, createHmac, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from '@/lib/tlog/base64'
import { formatBundle, MAX_ENTRY_LENGTH, parseBundle } from '@/lib/tlog/bundle'
import { fromHex, textOf, toHex, utf8 } from '@/lib/tlog/bytes'
import { canonicalBytes, canonicalJson, CanonicalJsonError, parseCanonical } from '@/lib/tlog/canonical-json'
import { formatCheckpoint, parseCheckpoint } from '@/lib/tlog/checkpoint'
import { commit, opens } from '@/lib/tlog/commitment'
import { sha256 } from '@/lib/tlog/sha256'

const lengths = [...Array.from({ length: 200 }, (_, i) => i), 4_095, 4_096, 65_535]

describe('SHA-256', () => {
  it('agrees with OpenSSL on every length around the block boundaries', () => {
    for (const length of lengths) {
      const data = randomBytes(length)
      expect(toHex(sha256(data))).toBe(createHash('sha256').update(data).digest('hex'))
    }
  })
})

describe('base64 and hexadecimal', () => {
  it('agree with Node in both directions', () => {
    for (const length of lengths) {
      const data = randomBytes(length)
      expect(toBase64(data)).toBe(data.toString('base64'))
      expect(toBase64Url(data)).toBe(data.toString('base64url'))
      expect(fromBase64(data.toString('base64'))).toEqual(Uint8Array.from(data))
      expect(fromBase64Url(data.toString('base64url'))).toEqual(Uint8Array.from(data))
      expect(fromHex(toHex(data))).toEqual(Uint8Array.from(data))
    }
  })

  it.each(['AA', 'AAA', 'AB==', 'AAB=', 'AA==\n', 'A A=', 'AA-=', '====', 'A===', 'AA==AA=='])(
    'has one text for one value: %j is refused',
    (text) => expect(() => fromBase64(text)).toThrow(RangeError),
  )

  it('refuses padding and the other alphabet in URL-safe base64, and upper-case hexadecimal', () => {
    for (const text of ['AA==', '++', 'A', 'AB']) expect(() => fromBase64Url(text)).toThrow(RangeError)
    for (const text of ['AB', 'a', 'zz']) expect(() => fromHex(text)).toThrow(RangeError)
  })
})

describe('canonical JSON', () => {
  const cycle: unknown[] = []
  cycle.push(cycle)

  it.each([
    ['a float', 1.5],
    ['an unsafe integer', 2 ** 53],
    ['NaN', NaN],
    ['infinity', Infinity],
    ['undefined', undefined],
    ['an undefined member', { a: undefined }],
    ['an undefined element', [undefined]],
    ['a hole', Array(1)],
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate in a key', { '\udc00': 1 }],
    ['a Map', new Map([['a', 1]])],
    ['a Date', new Date(0)],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['a symbol key', { [Symbol('a')]: 1 }],
    ['bytes', new Uint8Array(2)],
    ['an object with another prototype', Object.create({ inherited: 1 })],
    ['a cycle', cycle],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson({ value })).toThrow(CanonicalJsonError)
  })

  it('says where the value is', () => {
    expect(() => canonicalJson({ a: [{ b: 0.5 }] })).toThrow('$.a[0].b is 0.5, not a safe integer')
  })

  it('does not ask a value how it would like to be written', () => {
    expect(() => canonicalJson({ toJSON: () => 'harmless' })).toThrow(CanonicalJsonError)
  })

  it('reads its own bytes and no other spelling of them', () => {
    const value = { a: [1, 'ä', null], b: { c: false } }
    expect(parseCanonical(canonicalBytes(value))).toEqual(value)
    for (const text of [
      '{"b":1,"a":2}',
      '{"a": 1}',
      '{"a":1,"a":1}',
      '{"a":1.0}',
      '"\\u0041"',
      '[1',
      '1e2',
      '-0',
    ]) {
      expect(() => parseCanonical(utf8(text))).toThrow(CanonicalJsonError)
    }
    expect(() => parseCanonical(Uint8Array.of(0x22, 0xff, 0x22))).toThrow(CanonicalJsonError)
    expect(() => parseCanonical(utf8('\ufeff1'))).toThrow(CanonicalJsonError)
  })

  it('keeps a key named __proto__ as data', () => {
    expect(textOf(canonicalBytes(JSON.parse('{"__proto__":{"a":1}}')))).toBe('{"__proto__":{"a":1}}')
  })
})

describe('a commitment', () => {
  const salt = randomBytes(32)
  const opening = { field: 'decision', value: { reason: 'pii', action: 'remove' }, salt }

  it('is the HMAC that OpenSSL computes over the canonical value', () => {
    const message = 'audit-commit/v1\ndecision\n{"action":"remove","reason":"pii"}'
    expect(commit(opening)).toBe(createHmac('sha256', salt).update(message).digest('base64url'))
  })

  it('opens with its own opening and with no other value, field or salt', () => {
    const commitment = commit(opening)
    expect(opens(commitment, opening)).toBe(true)
    expect(opens(commitment, { ...opening, value: { reason: 'pii', action: 'keep' } })).toBe(false)
    expect(opens(commitment, { ...opening, field: 'takedown' })).toBe(false)
    expect(opens(commitment, { ...opening, salt: randomBytes(32) })).toBe(false)
  })

  it('takes no salt of another length, which HMAC would pad to the same key', () => {
    for (const length of [0, 31, 33]) {
      expect(() => commit({ ...opening, salt: new Uint8Array(length) })).toThrow(RangeError)
    }
  })

  it('takes no field name that could end the field early', () => {
    expect(() => commit({ ...opening, field: 'a\nb' })).toThrow(RangeError)
  })
})

describe('bundles and checkpoints', () => {
  it('refuses an entry that is too long and a bundle that ends inside an entry', () => {
    expect(() => formatBundle([new Uint8Array(MAX_ENTRY_LENGTH + 1)])).toThrow(RangeError)
    const bundle = formatBundle([utf8('one'), utf8('three')])
    for (const length of [1, 4, bundle.length - 1]) {
      expect(() => parseBundle(bundle.subarray(0, length))).toThrow(RangeError)
    }
    expect(parseBundle(new Uint8Array(0))).toEqual([])
  })

  it('reads a checkpoint with extension lines, and nothing malformed', () => {
    const checkpoint = { origin: 'log.example/x', size: 2 ** 52, root: sha256(utf8('root')) }
    const text = formatCheckpoint(checkpoint)
    expect(parseCheckpoint(text)).toEqual(checkpoint)
    expect(parseCheckpoint(`${text}extension\n`)).toEqual(checkpoint)
    const [origin, size, root] = text.split('\n')
    for (const wrong of [
      `${origin}\n${size}\n${root}`,
      `${origin}\n0${size}\n${root}\n`,
      `${origin}\n-1\n${root}\n`,
      `${origin}\n9007199254740992\n${root}\n`,
      `${origin}\n${size}\nAAAA\n`,
      `\n${size}\n${root}\n`,
    ]) {
      expect(() => parseCheckpoint(wrong)).toThrow(RangeError)
    }
    expect(() => formatCheckpoint({ ...checkpoint, origin: 'two words' })).toThrow(RangeError)
  })
})
