import 'server-only'
import { parseBundle } from '@/lib/tlog/bundle'
import { concat, equal } from '@/lib/tlog/bytes'
import type { Checkpoint } from '@/lib/tlog/checkpoint'
import { type Hash, HASH_LENGTH, leafHash } from '@/lib/tlog/hash'
import { hashesOf, TILE_WIDTH, tileLevelCount } from '@/lib/tlog/tile'
import { tilePath } from '@/lib/tlog/tile-path'
import {
  authenticate,
  type HashTile,
  parentOf,
  rightEdge,
  type ServedTile,
  TileError,
} from '@/lib/tlog/tile-reader'
import { append, EMPTY_TREE, rootOf } from '@/lib/tlog/tree'
import type { Findings } from './findings'
import { inOrder } from './in-order'
import { type LogSource, readResource } from './log-source'
import { sha256 } from './sha256'

/** The hash tiles of a log, believed from the signed root down. Keeps those above level 0, and the right edge. */
export class BelievedTiles {
  private readonly believed = new Map<string, readonly Hash[]>()

  constructor(
    private readonly checkpoint: Checkpoint,
    private readonly source: LogSource,
    private readonly concurrency: number,
    private readonly findings: Findings,
  ) {}

  /** Reads the right edge, then every full tile from the top down to level 1. False: the edge is not that of the root. */
  async readUpper(): Promise<boolean> {
    const { size } = this.checkpoint
    const edge = await this.readAll(rightEdge(size))
    if (edge.length < rightEdge(size).length) return false
    try {
      authenticate(this.checkpoint, edge, sha256)
    } catch (error) {
      if (!(error instanceof TileError)) throw error
      await this.blame(edge)
      return false
    }
    for (const tile of edge) this.believed.set(tilePath(tile), hashesOf(tile.bytes))
    for (let level = tileLevelCount(size) - 1; level > 0; level--) {
      const tiles = inOrder(fullTiles(size, level), this.concurrency, (tile) => this.read(tile))
      for await (const tile of tiles) {
        const hashes = tile && this.believe(tile)
        if (hashes) this.believed.set(tilePath(tile), hashes)
      }
    }
    return true
  }

  /** Believed hashes of a tile of level 0; undefined, and a problem, when it is wrong or is not served. */
  async leaves(tile: HashTile): Promise<readonly Hash[] | undefined> {
    const known = this.believed.get(tilePath(tile))
    if (known) return known
    const served = await this.read(tile)
    return served && this.believe(served)
  }

  /** The hashes of a full tile when its parent, which was believed before, vouches for them. */
  private believe(tile: ServedTile): readonly Hash[] | undefined {
    const parent = tilePath(parentOf(this.checkpoint.size, tile))
    const expected = this.believed.get(parent)?.[tile.index % TILE_WIDTH]
    // Without it the parent is the one that is wrong, and is named already.
    if (!expected) return undefined
    const hashes = hashesOf(tile.bytes)
    if (equal(rootOver(hashes), expected)) return hashes
    this.findings.problem('tiles', tilePath(tile), `it does not hash to what ${parent} holds for it`)
    return undefined
  }

  /** Of the tiles that make the root together, names those that contradict what lies below; if none does, the root. */
  private async blame(edge: readonly ServedTile[]): Promise<void> {
    const { problems } = this.findings
    const before = problems.length
    for (const tile of edge) {
      const below = await this.hashesBelow(tile)
      if (below && !equal(below, tile.bytes))
        this.findings.problem('tiles', tilePath(tile), 'it does not follow from what lies below it')
    }
    if (problems.length > before) return
    const { size } = this.checkpoint
    this.findings.problem(
      'tiles',
      'checkpoint',
      `its root is not that of the ${size} entries that are served`,
    )
  }

  private async hashesBelow({ level, index, width }: HashTile): Promise<Uint8Array | undefined> {
    if (level === 0) {
      const address = { level: 'entries', index, width } as const
      const reading = readResource(this.source, address).then(parseBundle)
      const entries = await this.findings.fetched('entries', tilePath(address), reading)
      return entries && concat(...entries.map((entry) => leafHash(entry, sha256)))
    }
    const children = Array.from({ length: width }, (_, i) => {
      return { level: level - 1, index: index * TILE_WIDTH + i, width: TILE_WIDTH }
    })
    const served = await this.readAll(children)
    if (served.length < width) return undefined
    return concat(...served.map(({ bytes }) => rootOver(hashesOf(bytes))))
  }

  private async readAll(tiles: readonly HashTile[]): Promise<ServedTile[]> {
    const served: ServedTile[] = []
    for await (const tile of inOrder(tiles, this.concurrency, (tile) => this.read(tile))) {
      if (tile) served.push(tile)
    }
    return served
  }

  private async read(tile: HashTile): Promise<ServedTile | undefined> {
    const path = tilePath(tile)
    const bytes = await this.findings.fetched('tiles', path, readResource(this.source, tile))
    if (!bytes) return undefined
    if (bytes.length !== tile.width * HASH_LENGTH) {
      const says = `it has ${bytes.length} bytes, not ${tile.width * HASH_LENGTH}`
      this.findings.problem('tiles', path, says)
      return undefined
    }
    this.findings.tiles++
    return { ...tile, bytes }
  }
}

/** Every tile of level 0, the partial one last. */
export function* leafTiles(size: number): Generator<HashTile> {
  yield* fullTiles(size, 0)
  yield* rightEdge(size).filter(({ level }) => level === 0)
}

function* fullTiles(size: number, level: number): Generator<HashTile> {
  const count = Math.floor(size / TILE_WIDTH ** (level + 1))
  for (let index = 0; index < count; index++) yield { level, index, width: TILE_WIDTH }
}

const rootOver = (hashes: readonly Hash[]): Hash => rootOf(append(EMPTY_TREE, hashes, { sha256 }), sha256)
