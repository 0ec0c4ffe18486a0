import { describe, expect, it } from 'vitest'
import { random } from '@/lib/demo/random'
import { choose, type Extent, type Pair } from '@/lib/other-side/choose'
import { canonicalReference } from '@/lib/takedowns/links'
import type { Target } from '@/lib/takedowns/parse-targets'

const url = (n: number): Target => ({ kind: 'url', value: `https://code.example/fork/${n}` })
const keyOf = ({ targetId, digest }: Pair) => `${targetId} ${digest}`

/** A request for `n` forks, each of which is one item. */
const request = (n: number) => ({
  targets: Array.from({ length: n }, (_, i) => ({ id: `t${i}`, target: url(i) })),
  pairs: Array.from({ length: n }, (_, i) => ({ targetId: `t${i}`, digest: `d${i}` })),
})
const list = (numbers: readonly number[]) => numbers.map((n) => ({ target: url(n), digests: [] }))

describe('what a retraction means', () => {
  it('is all of a request for 8,100 forks except the 97 that it lists', () => {
    const kept = Array.from({ length: 97 }, (_, i) => i * 80)
    const { pairs, targetIds, strangers } = choose('except', request(8_100), list(kept))
    expect(pairs).toHaveLength(8_003)
    expect(targetIds).toHaveLength(8_003)
    expect(strangers).toEqual([])
    expect(pairs.some(({ targetId }) => targetId === 't80')).toBe(false)
  })

  it('is the same thing however its address is written, and names what was never asked for', () => {
    const written: Target[] = [
      { kind: 'url', value: 'HTTPS://Code.Example:443/fork/2#readme' },
      { kind: 'url', value: 'https://code.example/fork/77' },
    ]
    const { pairs, strangers } = choose(
      'part',
      request(5),
      written.map((target) => ({ target, digests: [] })),
    )
    expect(pairs).toEqual([{ targetId: 't2', digest: 'd2' }])
    expect(strangers).toEqual(written.slice(1))
  })

  it('is an item by whatever target it was named, and leaves the rest of that target', () => {
    const wide = {
      targets: [{ id: 'all', target: { kind: 'domain', value: 'code.example' } as const }],
      pairs: [1, 2, 3].map((n) => ({ targetId: 'all', digest: `d${n}` })),
    }
    const { pairs, targetIds } = choose('part', wide, [{ target: url(2), digests: ['d2'] }])
    expect(pairs).toEqual([{ targetId: 'all', digest: 'd2' }])
    expect(targetIds, 'something is left of it').toEqual([])
  })

  it('divides a request in two: what a list takes back, and what the same list excepts', () => {
    const r = random(5)
    for (let round = 0; round < 200; round++) {
      const n = 1 + r.below(40)
      const listed = Array.from({ length: r.below(30) }, () => r.below(60))
      const by = (extent: Extent) => choose(extent, request(n), list(listed))
      const [part, except, whole] = [by('part'), by('except'), by('whole')]
      expect([...part.pairs, ...except.pairs].map(keyOf).sort()).toEqual(whole.pairs.map(keyOf).sort())
      const excepted = new Set(except.pairs.map(keyOf))
      expect(part.pairs.filter((pair) => excepted.has(keyOf(pair)))).toEqual([])
      expect(part.strangers.length).toBe(listed.filter((one) => one >= n).length)
    }
  })
})

describe('a reference', () => {
  it.each([
    ['7qk4-m2xd', '7QK4-M2XD'],
    [' 7QK4 – M2XD ', '7QK4-M2XD'],
    ['7QK4M2XD', '7QK4-M2XD'],
    ['#O1LI-0000', '0111-0000'],
    ['7QK4-M2X', null],
    ["' or 1=1 --", null],
  ])('written %s is %s', (written, reference) => {
    expect(canonicalReference(written)).toBe(reference)
  })
})
