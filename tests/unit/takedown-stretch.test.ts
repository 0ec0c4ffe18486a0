import { describe, expect, it } from 'vitest'
import { stretchOf } from '@/lib/takedowns/stretch'

describe('a stretch of a long list', () => {
  it('leads through all of it and back, each of it once', () => {
    const seen: number[] = []
    for (let at: number | null = 0; at !== null;) {
      const { from, to, earlier, later } = stretchOf(403, String(at), 200)
      expect(earlier).toBe(from === 0 ? null : from - 200)
      for (let i = from; i < to; i++) seen.push(i)
      at = later
    }
    expect(seen).toEqual(Array.from({ length: 403 }, (_, i) => i))
  })

  it.each([undefined, '', '-200', '1e3', '0x10', '12345678', '403', '999', ['200', '200'], {}])(
    'is the first where an address asks for %j',
    (said) => {
      expect(stretchOf(403, said, 200)).toEqual({ from: 0, to: 200, all: 403, earlier: null, later: 200 })
    },
  )

  it('is the one in which the asked one is', () => {
    expect(stretchOf(403, '399', 200)).toMatchObject({ from: 200, to: 400 })
  })

  it('is all of a short list, and nothing of none', () => {
    expect(stretchOf(3, undefined, 50)).toEqual({ from: 0, to: 3, all: 3, earlier: null, later: null })
    expect(stretchOf(0, '50', 50)).toEqual({ from: 0, to: 0, all: 0, earlier: null, later: null })
  })
})
