import { describe, expect, it } from 'vitest'
import { utf8 } from '@/lib/tlog/bytes'
import { leafHash } from '@/lib/tlog/hash'
import { append, EMPTY_TREE, rootOf } from '@/lib/tlog/tree'
import { subtreesBetween, Walk } from '@/lib/tlog/walk'
import { random } from '@/lib/demo/random'

const leaves = Array.from({ length: 600 }, (_, i) => leafHash(utf8(`entry ${i}`)))

/** The tree of the first leaves, with the hash of every complete subtree. */
function treeOf(size: number) {
  const hashes = new Map<string, Uint8Array>()
  const tree = append(EMPTY_TREE, leaves.slice(0, size), {
    onComplete: ({ level, index }, hash) => void hashes.set(`${level}/${index}`, hash),
  })
  const between = (from: number, to: number) =>
    subtreesBetween(from, to).map(({ level, index }) => hashes.get(`${level}/${index}`) ?? new Uint8Array())
  return { root: rootOf(tree), between }
}

function walkOver(size: number, indices: readonly number[]) {
  const { between } = treeOf(size)
  let from = 0
  return [...indices, size].map((to) => {
    const hashes = between(from, to)
    from = to + 1
    return { to, hashes, leaf: leaves[to] ?? new Uint8Array() }
  })
}

function rootAfter(steps: ReturnType<typeof walkOver>, size: number): Uint8Array {
  const walk = new Walk()
  for (const { to, hashes, leaf } of steps) {
    walk.skipTo(to, hashes)
    if (to < size) walk.leaf(leaf)
  }
  return walk.root()
}

describe('a walk over a tree', () => {
  it('ends at the root of every size, whichever leaves it stops at', () => {
    const { below } = random(3)
    for (let size = 1; size <= 70; size++) {
      const { root } = treeOf(size)
      for (let round = 0; round < 12; round++) {
        const density = 1 + below(8)
        const indices = Array.from({ length: size }, (_, i) => i).filter(() => below(density) === 0)
        expect(rootAfter(walkOver(size, indices), size), `${size}: ${indices.join()}`).toEqual(root)
      }
    }
  })

  it('needs no hash between neighbours, and few between leaves far apart', () => {
    const all = Array.from({ length: 600 }, (_, i) => i)
    expect(walkOver(600, all).flatMap(({ hashes }) => hashes)).toEqual([])
    const single = walkOver(600, [300]).flatMap(({ hashes }) => hashes).length
    expect(single).toBeLessThan(2 * Math.log2(600))
  })

  it('ends elsewhere with any other leaf or hash, or a leaf at another index', () => {
    const size = 45
    const { root } = treeOf(size)
    const steps = walkOver(size, [0, 7, 8, 31, 44])
    for (const [at, { hashes, leaf }] of steps.entries()) {
      for (const target of [...hashes, ...(leaf.length > 0 && at < steps.length - 1 ? [leaf] : [])]) {
        target[5] = (target[5] ?? 0) ^ 1
        expect(rootAfter(steps, size)).not.toEqual(root)
        target[5] = (target[5] ?? 0) ^ 1
      }
    }
    const [first, second, ...rest] = steps
    if (!first || !second) throw new Error('no steps')
    const swapped = [{ ...first, leaf: second.leaf }, { ...second, leaf: first.leaf }, ...rest]
    expect(rootAfter(swapped, size)).not.toEqual(root)
  })

  it('takes exactly the hashes that belong between two leaves, and never goes back', () => {
    const walk = new Walk()
    const [one, two] = leaves
    if (!one || !two) throw new Error('no leaves')
    expect(() => walk.root()).toThrow(RangeError)
    expect(() => walk.skipTo(2, [one, two])).toThrow(RangeError)
    expect(() => walk.skipTo(2, [])).toThrow(RangeError)
    expect(() => walk.skipTo(2, [one.slice(1)])).toThrow(RangeError)
    walk.skipTo(2, [one])
    expect(() => walk.skipTo(1, [])).toThrow(RangeError)
  })

  it('is right beyond 2^31', () => {
    const far = 2 ** 40 + 5
    expect(subtreesBetween(0, far)).toEqual([
      { level: 40, index: 0 },
      { level: 2, index: 2 ** 38 },
      { level: 0, index: 2 ** 40 + 4 },
    ])
    const walk = new Walk()
    const [hash] = leaves
    if (!hash) throw new Error('no leaves')
    walk.skipTo(far, [hash, hash, hash])
    expect(walk.size).toBe(far)
  })
})
