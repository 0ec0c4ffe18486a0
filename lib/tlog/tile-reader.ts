import { concat, equal } from './bytes'
import { type Hash } from './hash'
import { sha256 as ownSha256, type Sha256 } from './sha256'
import { hashesOf, partialWidth, TILE_WIDTH, tileLevelCount, treeOfPartials } from './tile'
import { tilePath } from './tile-path'
import { append, assertSize, EMPTY_TREE, foldEdge, rootOf, type Subtree } from './tree'

/*
 * Reading a log through its tiles without trusting whoever serves them.
 *
 * A hash is believed for one of two reasons only. The hashes of the partial tiles along the right edge fold to the root
 * of the checkpoint, all of them together. A full tile hashes to the value its parent tile holds for it, and the parent
 * was believed before. There is no third way in, and no shortcut that counts tiles: CVE-2026-56865 was one.
 */

/** A tree whose root somebody vouches for: a checkpoint that was opened with a known key. */
export type SignedTree = { readonly size: number; readonly root: Hash }

export type HashTile = { readonly level: number; readonly index: number; readonly width: number }
export type ServedTile = HashTile & { readonly bytes: Uint8Array }

/** A served tile that is not the one the root commits to. `path` names it; for the right edge, every tile it may be. */
export class TileError extends Error {
  override readonly name = 'TileError'
  constructor(
    readonly path: string,
    message: string,
  ) {
    super(message)
  }
}

/**
 * The tiles to fetch so that the hashes of `subtrees` can be believed: the right edge, and for each subtree its tile
 * with all parents. Each once, parents first. Throws a RangeError when a subtree is not complete at `size`.
 */
export function tilesFor(size: number, subtrees: readonly Subtree[]): HashTile[] {
  const wanted = new Map<string, HashTile>()
  const want = (tile: HashTile) => wanted.set(tilePath(tile), tile)
  rightEdge(size).forEach(want)
  for (const subtree of subtrees) {
    for (let tile = tileOf(size, subtree); tile.width === TILE_WIDTH; tile = parentOf(size, tile)) want(tile)
  }
  return [...wanted.values()].sort((a, b) => b.level - a.level || a.index - b.index)
}

/**
 * Believes the tiles of `tilesFor`, in any order, and answers the hashes of subtrees from them. Throws a TileError that
 * names the tile which is not the log's, and a RangeError when one that is needed was not given.
 */
export function authenticate(
  tree: SignedTree,
  tiles: readonly ServedTile[],
  sha256: Sha256 = ownSha256,
): (subtree: Subtree) => Hash {
  const believed = new Map(rightEdgeHashes(tree, tiles, sha256))
  const full = tiles.filter(({ width }) => width === TILE_WIDTH)
  for (const tile of full.sort((a, b) => b.level - a.level)) {
    const path = tilePath(tile)
    const parent = parentOf(tree.size, tile)
    const expected = believed.get(tilePath(parent))?.[tile.index % TILE_WIDTH]
    if (!expected) throw new RangeError(`${path} came without its parent ${tilePath(parent)}`)
    const hashes = hashesIn(tile)
    if (!equal(hashOver(hashes, sha256), expected)) {
      throw new TileError(path, `${path} does not hash to what ${tilePath(parent)} holds for it`)
    }
    believed.set(path, hashes)
  }
  return (subtree) => {
    const tile = tileOf(tree.size, subtree)
    const hashes = believed.get(tilePath(tile))
    if (!hashes) throw new RangeError(`${tilePath(tile)} was not given`)
    const width = 2 ** (subtree.level % TILE_HEIGHT)
    const from = (subtree.index * width) % TILE_WIDTH
    return hashOver(hashes.slice(from, from + width), sha256)
  }
}

/** Fetches tiles, all at once and in the order asked for. What it answers is not trusted. */
export type TileSource = (tiles: readonly HashTile[]) => Promise<readonly Uint8Array[]>

/** Believed hashes of `subtrees` by way of `source`. Throws a TileError for a tile that is not the log's. */
export async function readHashes(
  tree: SignedTree,
  subtrees: readonly Subtree[],
  source: TileSource,
  sha256: Sha256 = ownSha256,
): Promise<(subtree: Subtree) => Hash> {
  const tiles = tilesFor(tree.size, subtrees)
  const bodies = await source(tiles)
  return authenticate(
    tree,
    tiles.map((tile, i) => ({ ...tile, bytes: bodies[i] ?? new Uint8Array(0) })),
    sha256,
  )
}

const TILE_HEIGHT = 8

/** All partial tiles of `size`, which together make its root. */
export function rightEdge(size: number): HashTile[] {
  const levels = Array.from({ length: tileLevelCount(size) }, (_, level) => level)
  return levels.flatMap((level) => {
    const width = partialWidth(size, level)
    return width === 0 ? [] : [{ level, index: Math.floor(size / TILE_WIDTH ** (level + 1)), width }]
  })
}

function rightEdgeHashes(tree: SignedTree, tiles: readonly ServedTile[], sha256: Sha256): [string, Hash[]][] {
  const served = new Map(tiles.map((tile) => [tilePath(tile), tile]))
  const edge = rightEdge(tree.size).map((address): [HashTile, Hash[]] => {
    const tile = served.get(tilePath(address))
    if (!tile) throw new RangeError(`${tilePath(address)} was not given`)
    return [address, hashesIn(tile)]
  })
  const partials = Array.from(
    { length: tileLevelCount(tree.size) },
    (_, level) => edge.find(([address]) => address.level === level)?.[1] ?? [],
  )
  if (!equal(rootOf(treeOfPartials(tree.size, partials, sha256), sha256), tree.root)) {
    const paths = edge.map(([address]) => tilePath(address)).join(', ')
    throw new TileError(paths, `${paths || 'an empty tree'} does not hash to the root of size ${tree.size}`)
  }
  return edge.map(([address, hashes]) => [tilePath(address), hashes])
}

function hashesIn(tile: ServedTile): Hash[] {
  const path = tilePath(tile)
  if (tile.bytes.length !== tile.width * 32) {
    throw new TileError(path, `${path} has ${tile.bytes.length} bytes, not ${tile.width * 32}`)
  }
  return hashesOf(tile.bytes)
}

/** The tile that holds the hashes below a complete subtree of the tree at `size`. */
function tileOf(size: number, { level, index }: Subtree): HashTile {
  const end = (index + 1) * 2 ** level
  const isPlace = [level, index].every((n) => Number.isSafeInteger(n) && n >= 0)
  if (!isPlace || end > assertSize(size)) {
    throw new RangeError(`no complete subtree ${level}/${index} in a tree of ${size}`)
  }
  const tileLevel = Math.floor(level / TILE_HEIGHT)
  const first = index * 2 ** (level % TILE_HEIGHT)
  return tileAt(size, tileLevel, Math.floor(first / TILE_WIDTH))
}

/** The tile that holds the hash of a full tile. */
export function parentOf(size: number, { level, index }: HashTile): HashTile {
  return tileAt(size, level + 1, Math.floor(index / TILE_WIDTH))
}

function tileAt(size: number, level: number, index: number): HashTile {
  const isFull = (index + 1) * TILE_WIDTH ** (level + 1) <= size
  return { level, index, width: isFull ? TILE_WIDTH : partialWidth(size, level) }
}

/** The hash over a power of two of hashes that lie side by side. */
function hashOver(hashes: readonly Hash[], sha256: Sha256): Hash {
  const hash = foldEdge(append(EMPTY_TREE, hashes, { sha256 }).edge, sha256)
  if (!hash) throw new RangeError(`no hash over ${concat(...hashes).length} bytes`)
  return hash
}
