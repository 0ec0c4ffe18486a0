import { formatBundle, parseBundle } from '@/lib/tlog/bundle'
import { HASH_LENGTH } from '@/lib/tlog/hash'
import { TILE_WIDTH } from '@/lib/tlog/tile'
import { type TileAddress, tilePath } from '@/lib/tlog/tile-path'

/**
 * Reads a resource of a log by its path below the log's address. Nothing it answers is trusted. Throws MissingResource
 * for what the log says it does not have, and anything else when it cannot be asked.
 */
export type LogSource = (path: string) => Promise<Uint8Array>

/** The log answered, and has no such resource: of one that its checkpoint demands, a fault of the log. */
export class MissingResource extends Error {
  override readonly name = 'MissingResource'
  constructor(readonly path: string) {
    super(`${path} is not served`)
  }
}

/**
 * A tile, or an entry bundle. A log may drop a partial one once the full one is there, which begins with it
 * (c2sp.org/tlog-tiles), so that is asked for next.
 */
export async function readResource(source: LogSource, address: TileAddress): Promise<Uint8Array> {
  try {
    return await source(tilePath(address))
  } catch (error) {
    if (!(error instanceof MissingResource) || address.width === TILE_WIDTH) throw error
    const full = await whole(source, address)
    if (!full) throw error
    return address.level === 'entries'
      ? formatBundle(parseBundle(full).slice(0, address.width))
      : full.slice(0, address.width * HASH_LENGTH)
  }
}

async function whole(source: LogSource, address: TileAddress): Promise<Uint8Array | undefined> {
  try {
    return await source(tilePath({ ...address, width: TILE_WIDTH }))
  } catch (error) {
    if (error instanceof MissingResource) return undefined
    throw error
  }
}
