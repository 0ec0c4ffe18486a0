import { createServer } from 'node:http'
import { once } from 'node:events'
import { identityOf, type LogIdentity } from '@/lib/log/identity'
import { keyOfSeed } from '@/lib/log/key'
import { type LogSource, MissingResource } from '@/lib/log/log-source'
import { sha256 } from '@/lib/log/sha256'
import { formatBundle } from '@/lib/tlog/bundle'
import { concat, toHex, utf8 } from '@/lib/tlog/bytes'
import { canonicalBytes } from '@/lib/tlog/canonical-json'
import { formatCheckpoint } from '@/lib/tlog/checkpoint'
import { leafHash } from '@/lib/tlog/hash'
import { type NoteSigner, signNote } from '@/lib/tlog/note'
import { grow, TILE_WIDTH } from '@/lib/tlog/tile'
import { tilePath } from '@/lib/tlog/tile-path'
import { rightEdge } from '@/lib/tlog/tile-reader'
import { EMPTY_TREE, rootOf } from '@/lib/tlog/tree'
import { listening } from './listening'

export const servedIdentity = (seed = 5, origin = 'log.example.org/winnow'): LogIdentity =>
  identityOf(origin, keyOfSeed(new Uint8Array(32).fill(seed)))

/** The bytes of a valid entry, another one for each number. */
export function entryBody(n: number, dataset = 'tea-leaves'): Uint8Array {
  const digest = toHex(sha256(utf8(`${dataset} ${n}`)))
  const id = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`
  const c = digest.slice(0, 43)
  return canonicalBytes({
    at: '2026-11-20T09:00:00Z',
    c,
    dataset,
    id,
    policy: 'ab'.repeat(32),
    t: 'decision',
    v: 1,
  })
}

export const bodies = (count: number, dataset?: string): Uint8Array[] =>
  Array.from({ length: count }, (_, n) => entryBody(n, dataset))

/** Every resource of a log with these entries, by its path. */
export function servedLog(
  entries: readonly Uint8Array[],
  { origin, signers }: { origin: string; signers: readonly NoteSigner[] },
): Map<string, Uint8Array> {
  const leaves = entries.map((entry) => leafHash(entry, sha256))
  const { tree, partials, fullTiles } = grow(EMPTY_TREE, [], leaves, sha256)
  const served = new Map<string, Uint8Array>()
  const root = rootOf(tree, sha256)
  served.set('checkpoint', utf8(signNote(formatCheckpoint({ origin, size: entries.length, root }), signers)))
  for (const { level, index, hashes } of fullTiles)
    served.set(tilePath({ level, index, width: TILE_WIDTH }), hashes)
  for (const tile of rightEdge(entries.length))
    served.set(tilePath(tile), concat(...(partials[tile.level] ?? [])))
  for (let index = 0; index * TILE_WIDTH < entries.length; index++) {
    const held = entries.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH)
    served.set(tilePath({ level: 'entries', index, width: held.length }), formatBundle(held))
  }
  return served
}

export function sourceOf(served: ReadonlyMap<string, Uint8Array>): LogSource {
  return async (path) => {
    const bytes = served.get(path)
    if (!bytes) throw new MissingResource(path)
    return bytes
  }
}

/** The resources over HTTP, below `<address>`; `answer` may say something else for a path. */
export async function serveLog(
  served: ReadonlyMap<string, Uint8Array>,
  answer?: (path: string) => { status: number; body?: Uint8Array } | undefined,
): Promise<{ address: string; asked: string[]; close: () => Promise<void> }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/log\//, '')
    asked.push(path)
    const body = served.get(path)
    const { status, ...special } = answer?.(path) ?? { status: body ? 200 : 404 }
    response.writeHead(status, { 'content-type': 'application/octet-stream' })
    response.end(special.body ?? body)
  })
  const port = await listening(server)
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { address: `http://127.0.0.1:${port}/log`, asked, close }
}
