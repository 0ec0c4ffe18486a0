import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { toHex, utf8 } from '@/lib/tlog/bytes'
import { emptyRoot, leafHash, nodeHash, type Hash } from '@/lib/tlog/hash'
import { type FullTile, grow, hashesOf, type PartialTiles, treeOfPartials } from '@/lib/tlog/tile'
import { append, EMPTY_TREE, rootOf, type Tree } from '@/lib/tlog/tree'

const openssl = (data: Uint8Array) => Uint8Array.from(createHash('sha256').update(data).digest())
const leaves = Array.from({ length: 66_200 }, (_, i) => leafHash(utf8(String(i)), openssl))

/** The definition of RFC 6962 §2.1, word for word. */
function definition(hashes: readonly Hash[]): Hash {
  const [only] = hashes
  if (!only) return emptyRoot()
  if (hashes.length === 1) return only
  let k = 1
  while (k * 2 < hashes.length) k *= 2
  return nodeHash(definition(hashes.slice(0, k)), definition(hashes.slice(k)))
}

describe('a growing tree', () => {
  it('has the root of the definition at every size up to 130, however it was batched', () => {
    let tree: Tree = EMPTY_TREE
    for (let size = 0; size <= 130; size++) {
      const expected = definition(leaves.slice(0, size))
      expect(rootOf(tree)).toEqual(expected)
      const cut = Math.floor(size / 3)
      const batched = append(append(EMPTY_TREE, leaves.slice(0, cut)), leaves.slice(cut, size))
      expect(batched).toEqual(tree)
      tree = append(tree, leaves.slice(size, size + 1))
    }
  })

  it('leaves the tree it was given alone', () => {
    const three = append(EMPTY_TREE, leaves.slice(0, 3))
    const before = structuredClone(three)
    append(three, leaves.slice(3, 9))
    expect(three).toEqual(before)
    expect(EMPTY_TREE).toEqual({ size: 0, edge: [] })
  })

  it('refuses an edge that does not belong to its size, and hashes of another length', () => {
    expect(() => append({ size: 3, edge: leaves.slice(0, 1) }, leaves.slice(0, 1))).toThrow(RangeError)
    expect(() => rootOf({ size: 2 ** 53, edge: [] })).toThrow(RangeError)
    expect(() => append(EMPTY_TREE, [new Uint8Array(31)])).toThrow(RangeError)
    expect(() => rootOf({ size: 1, edge: [new Uint8Array(33)] })).toThrow(RangeError)
  })
})

/** Enough to compare by: deep equality walks 8,192 bytes one by one. */
const fingerprint = ({ level, index, hashes, root }: FullTile) => ({
  level,
  index,
  hashes: toHex(openssl(hashes)),
  root,
})

describe('growing tiles', () => {
  it('gives the same tiles and tree in batches of any size, across two tile levels', () => {
    const whole = grow(EMPTY_TREE, [], leaves, openssl)
    expect(whole.fullTiles.filter(({ level }) => level === 0)).toHaveLength(258)
    expect(whole.fullTiles.filter(({ level }) => level === 1)).toHaveLength(1)
    expect(whole.partials.map((hashes) => hashes.length)).toEqual([152, 2, 1])

    let tree: Tree = EMPTY_TREE
    let partials: PartialTiles = []
    const fullTiles = []
    for (let at = 0, width = 1; at < leaves.length; at += width, width = (width * 7) % 4_099) {
      const step = grow(tree, partials, leaves.slice(at, at + width), openssl)
      fullTiles.push(...step.fullTiles)
      ;({ tree, partials } = step)
      expect(treeOfPartials(tree.size, partials, openssl)).toEqual(tree)
    }
    expect(tree).toEqual(whole.tree)
    expect(fullTiles.map(fingerprint)).toEqual(whole.fullTiles.map(fingerprint))
  })

  it('makes tiles of 8,192 bytes whose root is the tree hash over them', () => {
    const { fullTiles } = grow(EMPTY_TREE, [], leaves.slice(0, 600))
    expect(fullTiles.map(({ level, index }) => [level, index])).toEqual([
      [0, 0],
      [0, 1],
    ])
    for (const { index, hashes, root } of fullTiles) {
      expect(hashes.length).toBe(8_192)
      expect(hashesOf(hashes)).toEqual(leaves.slice(index * 256, (index + 1) * 256))
      expect(root).toEqual(definition(hashesOf(hashes)))
    }
  })

  it('refuses partial tiles of another size', () => {
    const { tree, partials } = grow(EMPTY_TREE, [], leaves.slice(0, 300))
    expect(() => grow(tree, [partials[0]?.slice(1) ?? [], ...partials.slice(1)], [])).toThrow(RangeError)
    expect(() => grow(tree, partials.slice(0, 1), [])).toThrow(RangeError)
  })
})
