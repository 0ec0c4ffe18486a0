import 'server-only'
import { database } from '@/db/client'
import { formatBundle } from '@/lib/tlog/bundle'
import { concat } from '@/lib/tlog/bytes'
import { HASH_LENGTH } from '@/lib/tlog/hash'
import { TILE_WIDTH } from '@/lib/tlog/tile'
import type { TileAddress } from '@/lib/tlog/tile-path'
import type { Reader } from './stored'

/**
 * The bytes of a tile or an entry bundle as c2sp.org/tlog-tiles serves them, or null when the published log does not
 * reach that far. Read by index, from at most 256 rows; nothing partial is stored, as it is a prefix of what is. For the
 * same reason every width up to the present one is answered, which is more than the specification asks.
 */
export async function readTile(address: TileAddress): Promise<Uint8Array | null> {
  const { sql } = database()
  if (!isWithin(address, await publishedSize(sql))) return null
  return readTileOf(sql, address)
}

/** The same of a log that is known to reach that far, on any connection that may read it. */
export async function readTileOf(sql: Reader, address: TileAddress): Promise<Uint8Array> {
  return address.level === 'entries'
    ? readBundle(sql, address)
    : readHashes(sql, { ...address, level: address.level })
}

/**
 * Entries of the newest checkpoint that was signed: a tile beyond it would show what nobody vouches for. The checkpoint that is
 * shown may be some seconds older, while witnesses sign; its size may then fall back, and tiles must not.
 */
async function publishedSize(sql: Reader): Promise<number> {
  const [row] = await sql<{ size: string }[]>`select size from log_checkpoint order by size desc limit 1`
  return Number(row?.size ?? 0)
}

function isWithin({ level, index, width }: TileAddress, size: number): boolean {
  const hashes = Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level))
  return index * TILE_WIDTH + width <= hashes
}

async function readBundle(sql: Reader, { index, width }: TileAddress): Promise<Uint8Array> {
  const [from, to] = rangeOf(index, width)
  const rows = await sql<{ body: Buffer }[]>`
    select body from log_entry where idx >= ${from} and idx < ${to} order by idx`
  requireWhole(rows.length, width, `entries ${from} to ${to}`)
  return formatBundle(rows.map(({ body }) => body))
}

async function readHashes(
  sql: Reader,
  { level, index, width }: { level: number; index: number; width: number },
): Promise<Uint8Array> {
  const [full] = await sql<{ hashes: Buffer }[]>`
    select hashes from log_tile where level = ${level} and n = ${index}`
  if (full) return full.hashes.subarray(0, width * HASH_LENGTH)
  const [from, to] = rangeOf(index, width)
  const rows =
    level === 0
      ? await sql<{ hash: Buffer }[]>`
          select leaf as hash from log_entry where idx >= ${from} and idx < ${to} order by idx`
      : await sql<{ hash: Buffer }[]>`
          select root as hash from log_tile where level = ${level - 1} and n >= ${from} and n < ${to} order by n`
  requireWhole(rows.length, width, `hashes ${from} to ${to} of level ${level}`)
  return concat(...rows.map(({ hash }) => hash))
}

const rangeOf = (index: number, width: number): [from: number, to: number] => [
  index * TILE_WIDTH,
  index * TILE_WIDTH + width,
]

/** Rows that a checkpoint counts are there, unless somebody deleted them: then a short answer would be a wrong one. */
function requireWhole(found: number, width: number, what: string): void {
  if (found !== width) throw new Error(`the log has ${found} of ${width} rows for ${what}`)
}
