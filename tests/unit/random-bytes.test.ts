import { describe, expect, it } from 'vitest'
import { randomBytes } from '@/lib/crypto/random-bytes'

describe('random bytes', () => {
  it('are never handed out twice, over many fillings of the pool', () => {
    const seen = new Set<string>()
    for (let i = 0; i < 4_000; i++) seen.add(randomBytes(12 + (i % 3) * 10).toString('hex'))
    expect(seen.size).toBe(4_000)
  })

  it('belong to whoever asked: what comes later leaves them alone', () => {
    const first = randomBytes(32)
    const copy = first.toString('hex')
    for (let i = 0; i < 1_000; i++) randomBytes(32).fill(0)
    expect(first.toString('hex')).toBe(copy)
    expect(randomBytes(64)).toHaveLength(64)
    expect(() => randomBytes(65)).toThrow(RangeError)
  })
})
