import { concat } from './bytes'
import { assertHash, type Hash, HASH_LENGTH } from './hash'
import { sha256 as ownSha256, type Sha256 } from './sha256'
import { append, assertSize, assertTree, EMPTY_TREE, type Tree } from './tree'

/** Hashes of a full tile, and entries of a full bundle (c2sp.org/tlog-tiles). */
export const TILE_WIDTH = 256
const TILE_HEIGHT = 8

/** A full tile: 256 hashes of subtrees of height `8 · level`, and the hash over them, stored one level up. */
export type FullTile = {
  readonly level: number
  readonly index: number
  readonly hashes: Uint8Array
  readonly root: Hash
}

/** For each tile level from 0 on, the hashes of its partial tile: all that is needed to continue a tree. */
export type PartialTiles = readonly (readonly Hash[])[]

export type Growth = {
  readonly tree: Tree
  readonly partials: PartialTiles
  readonly fullTiles: readonly FullTile[]
}

/** Appends leaf hashes and says which tiles became full. Throws a RangeError when the partials are not the tree's. */
export function grow(
  tree: Tree,
  partials: PartialTiles,
  leaves: Iterable<Hash>,
  sha256: Sha256 = ownSha256,
): Growth {
  assertTree(tree)
  const growing = tileLevels(tree.size, partials).map((hashes) => [...hashes])
  const fullTiles: FullTile[] = []
  const grown = append(tree, leaves, {
    sha256,
    onComplete: ({ level, index }, hash) => {
      if (level % TILE_HEIGHT !== 0) return
      const tileLevel = level / TILE_HEIGHT
      if (tileLevel > 0) {
        const hashes = concat(...(growing[tileLevel - 1] ?? []))
        fullTiles.push({ level: tileLevel - 1, index, hashes, root: hash })
        growing[tileLevel - 1] = []
      }
      ;(growing[tileLevel] ??= []).push(hash)
    },
  })
  return { tree: grown, partials: growing, fullTiles }
}

/** The tree of `size` whose partial tiles these are: how a stored edge is checked against the stored tiles. */
export function treeOfPartials(size: number, partials: PartialTiles, sha256: Sha256 = ownSha256): Tree {
  const edges = tileLevels(size, partials).map((hashes) => append(EMPTY_TREE, hashes, { sha256 }).edge)
  return { size, edge: edges.reverse().flat() }
}

/** Hashes in the partial tile of `level` at `size`: floor(size / 256^level) mod 256. 0: there is none to serve. */
export function partialWidth(size: number, level: number): number {
  return Math.floor(assertSize(size) / TILE_WIDTH ** level) % TILE_WIDTH
}

/** Tile levels a tree of `size` has hashes at: 0 for the empty tree, at most 7 below 2^53 entries. */
export function tileLevelCount(size: number): number {
  let levels = 0
  for (let rest = assertSize(size); rest > 0; rest = Math.floor(rest / TILE_WIDTH)) levels++
  return levels
}

function tileLevels(size: number, partials: PartialTiles): PartialTiles {
  const levels = tileLevelCount(size)
  if (partials.length < levels) throw new RangeError(`a tree of ${size} leaves has ${levels} levels of tiles`)
  partials.forEach((hashes, level) => {
    const width = partialWidth(size, level)
    if (hashes.length !== width) {
      throw new RangeError(
        `tile level ${level} of ${size} leaves ends in ${width} hashes, not ${hashes.length}`,
      )
    }
    hashes.forEach(assertHash)
  })
  return partials
}

/** The hashes that lie side by side in a tile's bytes. Throws a RangeError unless they are whole and at most 256. */
export function hashesOf(tile: Uint8Array): Hash[] {
  const width = tile.length / HASH_LENGTH
  if (!Number.isInteger(width) || width > TILE_WIDTH) throw new RangeError(`no tile has ${tile.length} bytes`)
  return Array.from({ length: width }, (_, i) => tile.slice(i * HASH_LENGTH, (i + 1) * HASH_LENGTH))
}
