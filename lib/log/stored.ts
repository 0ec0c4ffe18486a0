import 'server-only'
import type postgres from 'postgres'
import { concat, equal } from '@/lib/tlog/bytes'
import {
  hashesOf,
  type PartialTiles,
  partialWidth,
  TILE_WIDTH,
  tileLevelCount,
  treeOfPartials,
} from '@/lib/tlog/tile'
import { rootOf, type Tree } from '@/lib/tlog/tree'
import { damaged } from './head-error'
import { sha256 } from './sha256'

/** A connection or a transaction on one. */
export type Reader = postgres.Sql | postgres.TransactionSql

/** The one mutable row of the log. */
export type Head = { origin: string; root: Uint8Array; tree: Tree }

/** The head, or undefined before the first start of a sequencer. With `lock` nobody else can move it meanwhile. */
export async function readHead(sql: Reader, { lock = false } = {}): Promise<Head | undefined> {
  const [row] = await sql<{ origin: string; size: string; root: Buffer; edge: Buffer }[]>`
    select origin, size, root, edge from log_head where one = 1 ${lock ? sql`for update` : sql``}`
  return (
    row && { origin: row.origin, root: row.root, tree: { size: Number(row.size), edge: hashesOf(row.edge) } }
  )
}

/**
 * The partial tiles of the tree at `size`, which may be any size the log has had: nothing is stored for them, as they
 * are prefixes of leaves and of full tiles' hashes. At most 255 rows for each of up to seven levels.
 */
export async function readPartials(sql: Reader, size: number): Promise<PartialTiles> {
  const partials: Buffer[][] = []
  for (let level = 0; level < tileLevelCount(size); level++) {
    const end = Math.floor(size / TILE_WIDTH ** level)
    const start = end - (end % TILE_WIDTH)
    const rows =
      level === 0
        ? await sql<{ hash: Buffer }[]>`
            select leaf as hash from log_entry where idx >= ${start} and idx < ${end} order by idx`
        : await sql<{ hash: Buffer }[]>`
            select root as hash from log_tile where level = ${level - 1} and n >= ${start} and n < ${end} order by n`
    partials.push(rows.map(({ hash }) => hash))
  }
  return partials
}

/** The tree at `size` as the stored rows have it. Throws LogHeadError `damaged` when some of them are missing. */
export function treeOf(size: number, partials: PartialTiles): Tree {
  partials.forEach((hashes, level) => {
    const width = partialWidth(size, level)
    if (hashes.length !== width) {
      throw damaged(
        `${width - hashes.length} of the last hashes of tile level ${level} are missing at size ${size}`,
      )
    }
  })
  return treeOfPartials(size, partials, sha256)
}

/** What is signed must follow from the rows that are there, not from a head that somebody edited. */
export function assertFollows(head: Head, partials: PartialTiles): void {
  const { size, edge } = treeOf(head.tree.size, partials)
  const follows =
    equal(concat(...edge), concat(...head.tree.edge)) && equal(rootOf(head.tree, sha256), head.root)
  if (!follows) throw damaged(`its head at size ${size} does not follow from its entries`)
}
