import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { concat, toHex, utf8 } from '@/lib/tlog/bytes'
import { type Hash, leafHash, nodeHash } from '@/lib/tlog/hash'
import { proveConsistency, proveInclusion, provesExtension } from '@/lib/tlog/light-client'
import { planConsistency, planInclusion, verifyConsistency, verifyInclusion } from '@/lib/tlog/proof'
import { grow, hashesOf } from '@/lib/tlog/tile'
import { tilePath } from '@/lib/tlog/tile-path'
import { authenticate, type HashTile, rightEdge, tilesFor, type TileSource } from '@/lib/tlog/tile-reader'
import { append, EMPTY_TREE, rootOf, type Subtree } from '@/lib/tlog/tree'

const openssl = (data: Uint8Array) => Uint8Array.from(createHash('sha256').update(data).digest())
const leaves = Array.from({ length: 70_000 }, (_, i) => leafHash(utf8(`entry ${i}`), openssl))

/** A log as a server would hold it, and the tiles it would serve. */
function logOf(size: number) {
  const { tree, partials, fullTiles } = grow(EMPTY_TREE, [], leaves.slice(0, size), openssl)
  const tiles = new Map(
    fullTiles.map(({ level, index, hashes }) => [tilePath({ level, index, width: 256 }), hashes]),
  )
  for (const tile of rightEdge(size)) tiles.set(tilePath(tile), concat(...(partials[tile.level] ?? [])))
  const source: TileSource = async (wanted) => wanted.map((tile) => served(tile))
  const served = (tile: HashTile) => tiles.get(tilePath(tile)) ?? new Uint8Array(0)
  return { tree: { size, root: rootOf(tree, openssl) }, source, served, tiles }
}

const roots = new Map<number, Hash>()
function rootAt(size: number): Hash {
  const known = roots.get(size)
  const root = known ?? rootOf(append(EMPTY_TREE, leaves.slice(0, size), { sha256: openssl }), openssl)
  roots.set(size, root)
  return root
}

const flipped = (bytes: Uint8Array, at: number) => bytes.map((byte, i) => (i === at ? byte ^ 0x10 : byte))
const leafAt = (index: number): Hash => leaves[index] ?? new Uint8Array()

describe('proofs out of tiles that anybody may have served', () => {
  it.each([1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 66_000, 70_000])(
    'hold for entries of a log of %i and for its older sizes',
    async (size) => {
      const { tree, source } = logOf(size)
      const places = [0, 255, 256, 32_999, 65_534, size - 257, size - 1]
      for (const index of new Set(places.filter((at) => at >= 0 && at < size))) {
        const proof = await proveInclusion(tree, index, source, openssl)
        expect(verifyInclusion({ leaf: leafAt(index), index, ...tree, proof }, openssl)).toBe(true)
        const oldSize = index + 1
        const oldRoot = rootAt(oldSize)
        const consistent = await proveConsistency(oldSize, tree, source, openssl)
        const claim = { oldSize, newSize: size, oldRoot, newRoot: tree.root, proof: consistent }
        expect(verifyConsistency(claim, openssl)).toBe(true)
        expect(await provesExtension({ size: oldSize, root: oldRoot }, tree, source, openssl)).toBe(true)
      }
    },
  )

  it('show that one log has two histories, whichever of its entries was changed', async () => {
    const { tree, source } = logOf(600)
    for (const changed of [0, 255, 256, 510]) {
      const other = leaves.slice(0, 511).map((leaf, i) => (i === changed ? leafAt(599) : leaf))
      const root = rootOf(append(EMPTY_TREE, other, { sha256: openssl }), openssl)
      expect(await provesExtension({ size: 511, root }, tree, source, openssl)).toBe(false)
    }
    expect(await provesExtension(logOf(601).tree, tree, source, openssl)).toBe(false)
    expect(await provesExtension(logOf(0).tree, tree, source, openssl)).toBe(true)
    expect(await provesExtension({ size: 0, root: tree.root }, tree, source, openssl)).toBe(false)
  })
})

describe('a served tile', () => {
  // The Go client before golang.org/x/mod v0.40.0 believed tile/0/000 of a log of 66,000 whatever it held (CVE-2026-56865).
  it.each([66_000, 70_000])('of a log of %i is not believed before it leads to the root', (size) => {
    const { tree, served } = logOf(size)
    const index = 17
    const tiles = tilesFor(size, planInclusion(index, size).flat())
    expect(tiles.map(tilePath)).toContain('tile/0/000')
    for (const tile of tiles) {
      const bytes = served(tile)
      for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
        const given = tiles.map((other) => ({
          ...other,
          bytes: other === tile ? flipped(bytes, at) : served(other),
        }))
        expect(() => authenticate(tree, given, openssl), `${tilePath(tile)} byte ${at}`).toThrow(
          expect.objectContaining({ name: 'TileError', path: expect.stringContaining(tilePath(tile)) }),
        )
      }
    }
  })

  it('is refused when it is cut, padded, empty, or without the parent that vouches for it', () => {
    const { tree, served } = logOf(66_000)
    const tiles = tilesFor(66_000, [{ level: 0, index: 3 }])
    const given = tiles.map((tile) => ({ ...tile, bytes: served(tile) }))
    expect(authenticate(tree, given, openssl)({ level: 0, index: 3 })).toEqual(leafAt(3))
    for (const [i] of given.entries()) {
      for (const change of [
        (bytes: Uint8Array) => bytes.subarray(0, -32),
        (bytes: Uint8Array) => concat(bytes, bytes.subarray(0, 32)),
        () => new Uint8Array(0),
      ]) {
        const changed = given.map((tile, at) => (at === i ? { ...tile, bytes: change(tile.bytes) } : tile))
        expect(() => authenticate(tree, changed, openssl)).toThrow(
          expect.objectContaining({ name: 'TileError' }),
        )
      }
      const without = given.filter((_, at) => at !== i)
      expect(() => authenticate(tree, without, openssl)({ level: 0, index: 3 })).toThrow(RangeError)
    }
  })

  it('answers no hash of a subtree that was not asked for, is not complete, or is none', () => {
    const { tree, served } = logOf(66_000)
    const tiles = tilesFor(66_000, [{ level: 0, index: 3 }])
    const hashOf = authenticate(
      tree,
      tiles.map((tile) => ({ ...tile, bytes: served(tile) })),
      openssl,
    )
    for (const [level, index] of [
      [0, 256],
      [0, 66_000],
      [17, 0],
      [0, -1],
      [-1, 0],
      [0.5, 0],
    ] as const) {
      expect(() => hashOf({ level, index })).toThrow(RangeError)
    }
  })

  it('of the same content under another address is not believed', () => {
    const { tree, served } = logOf(66_000)
    const tiles = tilesFor(66_000, [{ level: 0, index: 3 }])
    const given = tiles.map((tile) => ({
      ...tile,
      bytes: served(tile.level === 0 && tile.index === 0 ? { ...tile, index: 1 } : tile),
    }))
    expect(() => authenticate(tree, given, openssl)).toThrow(expect.objectContaining({ path: 'tile/0/000' }))
  })
})

describe('what has to be fetched', () => {
  it('is the right edge of the tree and the tiles on the way up, parents first, each once', () => {
    const paths = (size: number, index: number) =>
      tilesFor(size, planInclusion(index, size).flat()).map(tilePath)
    expect(paths(1, 0)).toEqual(['tile/0/000.p/1'])
    expect(paths(256, 7)).toEqual(['tile/1/000.p/1', 'tile/0/000'])
    expect(paths(70_000, 0)).toEqual([
      'tile/2/000.p/1',
      'tile/1/000',
      'tile/1/001.p/17',
      'tile/0/000',
      'tile/0/273.p/112',
    ])
    expect(rightEdge(0)).toEqual([])
  })
})

describe('sizes that a 32-bit number does not hold', () => {
  /** Every leaf alike, so that a tree of any size is known from one hash for each height. */
  const alike: Hash[] = [leafHash(utf8('again'), openssl)]
  for (let level = 0; level < 53; level++) {
    const below = alike[level] ?? new Uint8Array()
    alike.push(nodeHash(below, below, openssl))
  }
  const heightHash = (level: number): Hash => alike[level] ?? new Uint8Array()
  const rootOfAlike = (size: number): Hash => {
    const edge: Hash[] = []
    for (let [rest, level] = [size, 0]; rest > 0; rest = Math.floor(rest / 2), level++) {
      if (rest % 2 === 1) edge.unshift(heightHash(level))
    }
    return rootOf({ size, edge }, openssl)
  }
  const source: TileSource = async (wanted) =>
    wanted.map(({ level, width }) => concat(...Array.from({ length: width }, () => heightHash(8 * level))))

  it.each([2 ** 31 - 1, 2 ** 31, 2 ** 31 + 1, 2 ** 32, 2 ** 32 + 300, 2 ** 40 + 12_345, 2 ** 53 - 1])(
    'are proven, addressed and checked right: %i',
    async (size) => {
      const tree = { size, root: rootOfAlike(size) }
      for (const index of [0, 2 ** 31 - 2, size - 2, size - 1].filter((at) => at < size)) {
        const proof = await proveInclusion(tree, index, source, openssl)
        const claim = { leaf: heightHash(0), index, ...tree, proof }
        expect(verifyInclusion(claim, openssl)).toBe(true)
        expect(verifyInclusion({ ...claim, root: rootOfAlike(size - 1) }, openssl)).toBe(false)
      }
      for (const oldSize of [1, 2 ** 30, 2 ** 31 - 1, size - 1, size]) {
        const old = { size: oldSize, root: rootOfAlike(oldSize) }
        expect(await provesExtension(old, tree, source, openssl)).toBe(true)
        if (oldSize === size) continue
        const proof = await proveConsistency(oldSize, tree, source, openssl)
        const claim = { oldSize, newSize: size, oldRoot: old.root, newRoot: tree.root, proof }
        expect(verifyConsistency({ ...claim, oldRoot: rootOfAlike(oldSize + 1) }, openssl)).toBe(false)
      }
    },
  )

  it('plan their tiles as tlog-tiles numbers them', () => {
    const index = 2 ** 40 + 5
    const paths = tilesFor(2 ** 40 + 12_345, [{ level: 0, index }]).map(tilePath)
    expect(paths).toContain('tile/0/x004/x294/x967/296')
    expect(paths[0]).toBe('tile/5/000.p/1')
  })

  it('grow on without losing a digit', () => {
    const size = 2 ** 33 + 255
    const edge = [heightHash(33), ...[7, 6, 5, 4, 3, 2, 1, 0].map(heightHash)]
    const partials = [
      Array.from({ length: 255 }, () => heightHash(0)),
      [],
      [],
      [],
      [heightHash(32), heightHash(32)],
    ]
    const grown = grow({ size, edge }, partials, [heightHash(0), heightHash(0)], openssl)
    expect(grown.tree.size).toBe(size + 2)
    expect(toHex(rootOf(grown.tree, openssl))).toBe(toHex(rootOfAlike(size + 2)))
    expect(grown.fullTiles.map(({ level, index }) => [level, index])).toEqual([[0, 2 ** 25]])
    expect(hashesOf(grown.fullTiles[0]?.hashes ?? new Uint8Array())).toHaveLength(256)
    const plan: Subtree[] = planConsistency(size, size + 2).flat()
    expect(plan.every(({ level, index }) => (index + 1) * 2 ** level <= size + 2)).toBe(true)
  })
})
