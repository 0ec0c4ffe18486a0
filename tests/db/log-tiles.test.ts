import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { GET, HEAD } from '@/app/log/tile/[...path]/route'
import { drainPending } from '@/lib/log/sequencer'
import { latestCheckpoint } from '@/lib/log/queries'
import { sha256 } from '@/lib/log/sha256'
import { formatBundle, parseBundle } from '@/lib/tlog/bundle'
import { concat, fromHex, toHex } from '@/lib/tlog/bytes'
import { type Hash, leafHash } from '@/lib/tlog/hash'
import { grow, TILE_WIDTH } from '@/lib/tlog/tile'
import { tilePath } from '@/lib/tlog/tile-path'
import { rightEdge } from '@/lib/tlog/tile-reader'
import { EMPTY_TREE, rootOf } from '@/lib/tlog/tree'
import { testDatabase } from '../support/database'
import { pendMany } from './log-fixtures'

const database = testDatabase()

const ask = (path: string, headers: Record<string, string> = {}) =>
  GET(new Request(`http://log.test.invalid/log/${path}`, { headers }))
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())

/** Entries as they are stored: what everything that is served must follow from. */
async function entries(): Promise<Uint8Array[]> {
  const rows = await database.sql<{ body: Buffer }[]>`select body from log_entry order by idx`
  return rows.map(({ body }) => body)
}

async function growTo(size: number): Promise<void> {
  const [have] = await database.sql<{ n: string }[]>`select count(*) as n from log_entry`
  await pendMany(database.sql, size - Number(have?.n ?? 0))
  await drainPending()
}

/** Every resource of the log by its path, computed from the entries alone. */
function resources(bodies: readonly Uint8Array[]): Map<string, Uint8Array> {
  const { partials, fullTiles } = grow(
    EMPTY_TREE,
    [],
    bodies.map((body) => leafHash(body, sha256)),
    sha256,
  )
  const all = new Map<string, Uint8Array>()
  for (const { level, index, hashes } of fullTiles)
    all.set(tilePath({ level, index, width: TILE_WIDTH }), hashes)
  for (const tile of rightEdge(bodies.length))
    all.set(tilePath(tile), concat(...(partials[tile.level] ?? [])))
  for (let index = 0; index * TILE_WIDTH < bodies.length; index++) {
    const held = bodies.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH)
    all.set(tilePath({ level: 'entries', index, width: held.length }), formatBundle(held))
  }
  return all
}

describe('the served log', () => {
  it('of a size of 0 has no tile at all', async () => {
    await drainPending()
    expect((await latestCheckpoint())?.size).toBe(0)
    for (const path of ['tile/0/000', 'tile/0/000.p/1', 'tile/entries/000.p/1', 'tile/entries/000']) {
      expect((await ask(path)).status, path).toBe(404)
    }
  })

  it.each([1, 255, 256, 257, 511, 512, 65_536, 65_537, 70_000])(
    'of a size of %i is, in every tile and bundle, what its entries make it',
    async (size) => {
      await growTo(size)
      const bodies = await entries()
      expect(bodies).toHaveLength(size)
      const all = resources(bodies)
      for (const [path, expected] of all) {
        const response = await ask(path)
        expect(response.status, path).toBe(200)
        expect(Buffer.compare(await bytesOf(response), expected), path).toBe(0)
      }
      const root = rootOf(
        grow(
          EMPTY_TREE,
          [],
          bodies.map((body) => leafHash(body, sha256)),
          sha256,
        ).tree,
        sha256,
      )
      expect((await latestCheckpoint())?.root).toBe(toHex(root))
    },
    300_000,
  )

  it('still has the partial tiles of every size it ever had', async () => {
    const bodies = await entries()
    for (const size of [1, 255, 257, 65_537]) {
      for (const [path, expected] of resources(bodies.slice(0, size))) {
        if (!path.includes('.p/')) continue
        const response = await ask(path)
        expect(Buffer.compare(await bytesOf(response), expected), `${path} at ${size}`).toBe(0)
      }
    }
  })

  it('ends where its checkpoint ends, at every level', async () => {
    // 70,000 entries: 273 full tiles and 112 hashes, one full tile and 17 hashes, one hash.
    const last = ['tile/0/272', 'tile/0/273.p/112', 'tile/1/000', 'tile/1/001.p/17', 'tile/2/000.p/1']
    const beyond = [
      ...['tile/0/273', 'tile/0/273.p/113', 'tile/0/273.p/255', 'tile/0/274.p/1'],
      ...[
        'tile/1/001',
        'tile/1/001.p/18',
        'tile/2/000',
        'tile/2/000.p/2',
        'tile/3/000.p/1',
        'tile/63/000.p/1',
      ],
      ...['tile/entries/273', 'tile/entries/273.p/113', 'tile/entries/274.p/1', 'tile/0/x999/x999/x999/999'],
    ]
    for (const path of last) expect((await ask(path)).status, path).toBe(200)
    for (const path of [...last, 'tile/entries/273.p/112'].map((path) => path.replace(/\d+$/, '0')))
      if (path.includes('.p/')) expect((await ask(path)).status, path).toBe(404)
    for (const path of beyond) {
      const response = await ask(path)
      expect(response.status, path).toBe(404)
      expect(response.headers.get('cache-control'), path).toBe('no-store')
    }
  })

  it('does not show entries that no checkpoint vouches for yet', async () => {
    await pendMany(database.sql, 1)
    expect((await ask('tile/entries/273.p/113')).status).toBe(404)
  })

  it('has one spelling for each resource', async () => {
    for (const path of [
      ...['tile/0/0', 'tile/00/000', 'tile/0/x000/000', 'tile/0/000/', 'tile/0/0000', 'tile/0/000.p/256'],
      ...['tile/0/000.p/0', 'tile/0/000.p/01', 'tile/0/000.p/', 'tile/0/000.p/-1', 'tile/0/000.p/1.0'],
      ...[
        'tile/entries/0',
        'tile/Entries/000',
        'tile/data/000',
        'tile/64/000',
        'tile/-1/000',
        'tile/0/%30%30%30',
      ],
      ...['tile', 'tile/', 'tile/0', 'tile/8/0/000', 'tile/entries/000.p/256', 'tile//0/000'],
    ]) {
      expect((await ask(path)).status, path).toBe(404)
    }
  })
})

describe('how it is served', () => {
  it('may be kept for ever, is asked for anew by its tag, and has a head', async () => {
    const whole = await ask('tile/0/000')
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '8192',
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    })
    const etag = whole.headers.get('etag') ?? ''
    const again = await ask('tile/0/000', { 'if-none-match': `"other", ${etag}` })
    expect([again.status, (await bytesOf(again)).length]).toEqual([304, 0])
    expect((await ask('tile/0/001', { 'if-none-match': etag })).status).toBe(200)

    const request = new Request('http://log.test.invalid/log/tile/0/000', { method: 'HEAD' })
    const head = await HEAD(request)
    expect([head.status, head.headers.get('content-length'), head.headers.get('etag')]).toEqual([
      200,
      '8192',
      etag,
    ])
    expect(head.body).toBeNull()
  })

  it('compresses entries for whoever accepts it, hashes for nobody', async () => {
    const plain = await ask('tile/entries/000')
    const packed = await ask('tile/entries/000', { 'accept-encoding': 'br, gzip;q=0.5' })
    expect([plain.headers.get('content-encoding'), packed.headers.get('content-encoding')]).toEqual([
      null,
      'gzip',
    ])
    const [bytes, gzipped] = [await bytesOf(plain), await bytesOf(packed)]
    expect(gzipped.length).toBeLessThan(bytes.length / 2)
    expect(packed.headers.get('content-length')).toBe(String(gzipped.length))
    expect(Buffer.compare(gunzipSync(gzipped), bytes)).toBe(0)
    expect(parseBundle(bytes)).toHaveLength(TILE_WIDTH)
    expect(packed.headers.get('vary')).toBe('Accept-Encoding')
    expect(packed.headers.get('etag')).not.toBe(plain.headers.get('etag'))
    for (const refusal of ['identity', 'gzip;q=0', 'br', '*;q=0']) {
      const response = await ask('tile/entries/000', { 'accept-encoding': refusal })
      expect(response.headers.get('content-encoding'), refusal).toBeNull()
    }
    expect(
      (await ask('tile/0/000', { 'accept-encoding': 'gzip' })).headers.get('content-encoding'),
    ).toBeNull()
  })

  it('reads by index, never through the whole table', async () => {
    const plan = async (query: string) =>
      (await database.sql.unsafe<{ 'QUERY PLAN': string }[]>(`explain ${query}`))
        .map((row) => row['QUERY PLAN'])
        .join('\n')
    await database.admin.sql`analyze log_entry`
    await database.admin.sql`analyze log_tile`
    for (const query of [
      'select body from log_entry where idx >= 65536 and idx < 65792 order by idx',
      'select leaf as hash from log_entry where idx >= 69888 and idx < 70000 order by idx',
      'select size from log_checkpoint order by size desc limit 1',
    ]) {
      expect(await plan(query)).not.toMatch(/Seq Scan/)
    }
  })

  it('says that it is broken rather than serve a bundle with an entry missing', async () => {
    const [entry] = await database.sql<{ leaf: Buffer }[]>`select leaf from log_entry where idx = 69_999`
    const run = (statement: string) =>
      database.admin.sql.begin(async (tx) => {
        await tx.unsafe('set local session_replication_role = replica')
        await tx.unsafe('alter table log_entry disable trigger all')
        await tx.unsafe(statement)
      })
    const stored: Hash = fromHex(entry?.leaf.toString('hex') ?? '')
    expect(stored).toHaveLength(32)
    await run('delete from log_entry where idx = 69999')
    expect((await ask('tile/entries/273.p/112')).status).toBe(500)
    expect((await ask('tile/0/273.p/112')).status).toBe(500)
    expect((await ask('tile/0/273.p/111')).status).toBe(200)
  })
})
