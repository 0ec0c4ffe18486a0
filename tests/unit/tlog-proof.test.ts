import { describe, expect, it } from 'vitest'
import { concat, utf8 } from '@/lib/tlog/bytes'
import { leafHash, nodeHash, type Hash } from '@/lib/tlog/hash'
import {
  assembleProof,
  planConsistency,
  planInclusion,
  type Proof,
  verifyConsistency,
  verifyInclusion,
} from '@/lib/tlog/proof'
import { append, EMPTY_TREE, rootOf, type Subtree } from '@/lib/tlog/tree'

const SIZES = 40
const leaves = Array.from({ length: SIZES }, (_, i) => leafHash(utf8(`entry ${i}`)))
const stored = new Map<string, Hash>()
const key = ({ level, index }: Subtree) => `${level}/${index}`
append(EMPTY_TREE, leaves, { onComplete: (subtree, hash) => stored.set(key(subtree), hash) })
const hashOf = (subtree: Subtree) => {
  const hash = stored.get(key(subtree))
  if (!hash) throw new Error(`${key(subtree)} is not complete`)
  return hash
}
const rootAt = (size: number) => rootOf(append(EMPTY_TREE, leaves.slice(0, size)))
const leafAt = (index: number) => leaves[index] ?? new Uint8Array()
const sizes = Array.from({ length: SIZES }, (_, i) => i + 1)

/** Everything a forger could hand over instead: a bit of each hash flipped, one too few, one too many, swapped. */
function* forgeries(proof: Proof): Generator<Proof> {
  for (let i = 0; i < proof.length; i++) {
    yield proof.map((hash, at) => (at === i ? hash.map((byte, b) => (b === 31 ? byte ^ 1 : byte)) : hash))
    yield proof.filter((_, at) => at !== i)
    yield proof.map((hash, at) => (at === i ? hash.subarray(0, 31) : hash))
  }
  yield [...proof, leafAt(0)]
  yield [leafAt(0), ...proof]
  yield [...proof, new Uint8Array(0)]
  const reversed = [...proof].reverse()
  if (proof.length > 1) yield reversed
}

describe('inclusion proofs', () => {
  it('hold for every entry of every tree up to 40, and no forgery of them does', () => {
    for (const size of sizes) {
      const root = rootAt(size)
      for (let index = 0; index < size; index++) {
        const proof = assembleProof(planInclusion(index, size), hashOf)
        const claim = { leaf: leafAt(index), index, size, proof, root }
        expect(verifyInclusion(claim)).toBe(true)
        for (const forged of forgeries(proof))
          expect(verifyInclusion({ ...claim, proof: forged })).toBe(false)
        for (const other of [index - 1, index + 1, index + 0.5, size, -1, NaN, 2 ** 53]) {
          expect(verifyInclusion({ ...claim, index: other })).toBe(false)
        }
        expect(verifyInclusion({ ...claim, leaf: leafHash(utf8('another entry')) })).toBe(false)
        expect(verifyInclusion({ ...claim, root: rootAt((size % SIZES) + 1) })).toBe(false)
      }
    }
  })

  it('refuse to be planned for an entry that is not in the tree', () => {
    for (const [index, size] of [
      [0, 0],
      [3, 3],
      [-1, 3],
      [1.5, 3],
      [0, 2 ** 53],
    ] as const) {
      expect(() => planInclusion(index, size)).toThrow(RangeError)
    }
  })
})

describe('consistency proofs', () => {
  it('hold between all trees up to 40, and no forgery of them does', () => {
    for (const newSize of sizes) {
      for (let oldSize = 1; oldSize <= newSize; oldSize++) {
        const proof = assembleProof(planConsistency(oldSize, newSize), hashOf)
        const claim = { oldSize, newSize, oldRoot: rootAt(oldSize), newRoot: rootAt(newSize), proof }
        expect(verifyConsistency(claim)).toBe(true)
        for (const forged of forgeries(proof))
          expect(verifyConsistency({ ...claim, proof: forged })).toBe(false)
        expect(verifyConsistency({ ...claim, oldRoot: leafHash(utf8('fork')) })).toBe(false)
        expect(verifyConsistency({ ...claim, newRoot: leafHash(utf8('fork')) })).toBe(false)
        expect(verifyConsistency({ ...claim, newSize: oldSize - 1 })).toBe(false)
      }
    }
  })

  it('say nothing about the empty tree: every tree begins with it', () => {
    expect(() => planConsistency(0, 3)).toThrow(RangeError)
    const claim = { oldSize: 0, newSize: 3, oldRoot: rootAt(1), newRoot: rootAt(3), proof: [] }
    expect(verifyConsistency(claim)).toBe(false)
  })
})

describe('sizes near 2^53', () => {
  // Of a tree whose leaves are all alike every complete subtree of a level has the same hash, so that any size is at hand.
  const alike: Hash[] = [leafHash(utf8('alike'))]
  for (let level = 0; level < 53; level++) {
    const below = alike[level] ?? new Uint8Array()
    alike.push(nodeHash(below, below))
  }
  const hashAtLevel = ({ level }: Subtree) => alike[level] ?? new Uint8Array()
  const edgeOf = (size: number) =>
    [...size.toString(2)].flatMap((bit, i, bits) =>
      bit === '1' ? [hashAtLevel({ level: bits.length - 1 - i, index: 0 })] : [],
    )
  const rootOfAlike = (size: number) => rootOf({ size, edge: edgeOf(size) })
  const [leaf = new Uint8Array()] = alike
  const MAX = Number.MAX_SAFE_INTEGER

  it.each([
    [2 ** 32 + 5, 2 ** 33 + 7],
    [2 ** 31, 2 ** 32],
    [MAX - 1, MAX],
    [0, MAX],
    [2 ** 52, MAX],
  ])('prove entry %i of %i', (index, size) => {
    const proof = assembleProof(planInclusion(index, size), hashAtLevel)
    const claim = { leaf, index, size, proof, root: rootOfAlike(size) }
    expect(verifyInclusion(claim)).toBe(true)
    expect(verifyInclusion({ ...claim, root: rootOfAlike(size - 1) })).toBe(false)
  })

  it.each([
    [2 ** 32 + 5, 2 ** 33 + 7],
    [2 ** 32, 2 ** 40 + 1],
    [MAX - 1, MAX],
    [1, MAX],
  ])('prove that %i was extended to %i', (oldSize, newSize) => {
    const proof = assembleProof(planConsistency(oldSize, newSize), hashAtLevel)
    const claim = { oldSize, newSize, oldRoot: rootOfAlike(oldSize), newRoot: rootOfAlike(newSize), proof }
    expect(verifyConsistency(claim)).toBe(true)
    expect(verifyConsistency({ ...claim, oldSize: oldSize + 1 })).toBe(false)
  })

  it('append up to the last safe size and refuse to go beyond it', () => {
    const tree = { size: MAX - 1, edge: edgeOf(MAX - 1) }
    const full = append(tree, [leaf])
    expect(full).toEqual({ size: MAX, edge: edgeOf(MAX) })
    expect(() => append(full, [leaf])).toThrow(RangeError)
    expect(concat(...full.edge).length).toBe(53 * 32)
  })
})
