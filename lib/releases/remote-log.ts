import 'server-only'
import { unavailable } from '@/lib/errors'
import { httpSource } from '@/lib/log/http-source'
import { verifyEd25519 } from '@/lib/log/key'
import { MissingResource, readResource, type LogSource } from '@/lib/log/log-source'
import { sha256 } from '@/lib/log/sha256'
import { parseBundle } from '@/lib/tlog/bundle'
import { equal } from '@/lib/tlog/bytes'
import { openCheckpoint, parseCheckpoint, type Checkpoint } from '@/lib/tlog/checkpoint'
import { leafHash } from '@/lib/tlog/hash'
import { provesExtension } from '@/lib/tlog/light-client'
import { parseNote } from '@/lib/tlog/note'
import { TILE_WIDTH } from '@/lib/tlog/tile'
import { tilePath } from '@/lib/tlog/tile-path'
import { readHashes, TileError, type SignedTree, type TileSource } from '@/lib/tlog/tile-reader'
import { ed25519Verifier } from '@/lib/tlog/vkey'

export type RemoteLog = Checkpoint & {
  isSigned: boolean
  /** Whether this tree begins with the other one. */
  extends(older: SignedTree): Promise<boolean>
  /** Entries from an index on, each proven to be in the tree. */
  entriesFrom(index: number): AsyncGenerator<Uint8Array>
}

/**
 * A log as it is served now, at the address that stands before `/checkpoint`.
 *
 * @param vkeys its keys, or null: then its newest checkpoint is taken as it is
 * @throws AppError `unavailable` for whatever keeps us from reading it, and for bytes that do not lead to its root
 */
export const openRemoteLog = (
  address: string,
  vkeys: readonly string[] | null,
  signal?: AbortSignal,
): Promise<RemoteLog> => openLog(httpSource(address, signal), address, vkeys)

/** The same, wherever its resources come from; `address` is what messages call it. */
export async function openLog(
  source: LogSource,
  address: string,
  vkeys: readonly string[] | null,
): Promise<RemoteLog> {
  const tree = checkpointOf(await believed(() => source('checkpoint'), address), vkeys, address)
  const tiles: TileSource = (wanted) => Promise.all(wanted.map((tile) => readResource(source, tile)))
  return {
    ...tree,
    isSigned: vkeys !== null,
    extends: (older) => believed(() => provesExtension(older, tree, tiles, sha256), address),
    entriesFrom: (index) => provenEntries({ tree, tiles, source, address }, index),
  }
}

type Reading = {
  tree: SignedTree
  tiles: TileSource
  source: LogSource
  address: string
}

async function* provenEntries(
  { tree, tiles, source, address }: Reading,
  from: number,
): AsyncGenerator<Uint8Array> {
  for (let n = Math.floor(from / TILE_WIDTH); n * TILE_WIDTH < tree.size; n++) {
    const first = n * TILE_WIDTH
    const width = Math.min(TILE_WIDTH, tree.size - first)
    const bundle = { level: 'entries', index: n, width } as const
    const leaves = Array.from({ length: width }, (_, i) => ({ level: 0, index: first + i }))
    const [entries, hashOf] = await Promise.all([
      believed(async () => parseBundle(await readResource(source, bundle)), address),
      believed(() => readHashes(tree, leaves, tiles, sha256), address),
    ])
    for (const [i, leaf] of leaves.entries()) {
      const entry = entries[i]
      if (!entry || entries.length !== width || !equal(leafHash(entry, sha256), hashOf(leaf)))
        throw unavailable(`${tilePath(bundle)} of ${address} is not what its log has signed.`)
      if (leaf.index >= from) yield entry
    }
  }
}

function checkpointOf(bytes: Uint8Array, vkeys: readonly string[] | null, address: string): Checkpoint {
  try {
    if (!vkeys) return parseCheckpoint(parseNote(bytes).text)
    const verifiers = vkeys.map((vkey) => ed25519Verifier(vkey, verifyEd25519, sha256))
    return openCheckpoint(bytes, verifiers).checkpoint
  } catch (error) {
    throw unavailable(`The checkpoint of ${address} cannot be believed (${messageOf(error)}).`)
  }
}

/** What a log serves wrongly is no fault of the release. */
async function believed<T>(read: () => Promise<T>, address: string): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof TileError || error instanceof RangeError || error instanceof MissingResource)
      throw unavailable(`The log at ${address} does not serve what it has signed (${error.message}).`)
    throw error
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
