import { describe, expect, it } from 'vitest'
import { fromHex, toHex } from '@/lib/tlog/bytes'
import { leafHash } from '@/lib/tlog/hash'
import {
  assembleProof,
  planConsistency,
  planInclusion,
  verifyConsistency,
  verifyInclusion,
} from '@/lib/tlog/proof'
import { append, EMPTY_TREE, rootOf, type Subtree } from '@/lib/tlog/tree'

/** The eight leaves and their tree hashes that Certificate Transparency implementations check each other with. */
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => leafHash(fromHex(hex)))

const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

const stored = new Map<string, Uint8Array>()
const key = ({ level, index }: Subtree) => `${level}/${index}`
append(EMPTY_TREE, leaves, { onComplete: (subtree, hash) => stored.set(key(subtree), hash) })
const hashOf = (subtree: Subtree) => stored.get(key(subtree)) ?? new Uint8Array()
const rootAt = (size: number) => fromHex(roots[size] ?? '')

describe('RFC 6962 tree hashes', () => {
  it.each(roots.map((root, size) => ({ size, root })))(
    'has the known root at size $size',
    ({ size, root }) => {
      expect(toHex(rootOf(append(EMPTY_TREE, leaves.slice(0, size))))).toBe(root)
    },
  )

  // RFC 6962 §2.1.3 works these paths out on seven leaves; leaf 6 has the short one.
  it.each([
    {
      index: 0,
      path: [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '837dbb152e9b079010717e84e865da4ebc0fa198a806d59d31bf15accef22d0e',
      ],
    },
    {
      index: 6,
      path: [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
  ])('proves leaf $index of seven with the known path', ({ index, path }) => {
    const proof = assembleProof(planInclusion(index, 7), hashOf)
    expect(proof.map(toHex)).toEqual(path)
    const leaf = leaves[index] ?? new Uint8Array()
    expect(verifyInclusion({ leaf, index, size: 7, proof, root: rootAt(7) })).toBe(true)
  })

  it.each([
    { from: 3, to: 7, length: 4 },
    { from: 4, to: 7, length: 1 },
    { from: 6, to: 8, length: 3 },
    { from: 1, to: 8, length: 3 },
    { from: 8, to: 8, length: 0 },
  ])('proves that size $to extends size $from in $length hashes', ({ from, to, length }) => {
    const proof = assembleProof(planConsistency(from, to), hashOf)
    expect(proof).toHaveLength(length)
    const claim = { oldSize: from, newSize: to, oldRoot: rootAt(from), newRoot: rootAt(to), proof }
    expect(verifyConsistency(claim)).toBe(true)
  })
})
