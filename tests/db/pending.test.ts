import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { logIdentity } from '@/lib/log/identity'
import { verifyEd25519 } from '@/lib/log/key'
import { pendingResponse } from '@/lib/pending/serve'
import { apply } from '@/lib/releases/apply'
import { releaseByVersion } from '@/lib/releases/queries'
import { writeOut } from '@/lib/releases/write-out'
import { openPending, pendingRows } from '@/lib/release-format/pending'
import { parseVkey } from '@/lib/tlog/vkey'
import { testDatabase } from '@/tests/support/database'
import { decided, decideRoutine, publishNow, runReleaseJobs } from './fulfilment-world'
import { type TakedownWorld, takedownWorld } from './takedown-world'

const database = testDatabase()
vi.setConfig({ testTimeout: 60_000 })
let world: TakedownWorld

const ROWS = Array.from({ length: 40 }, (_, i) => ({
  id: `r${i}`,
  text: i === 7 || i === 8 ? 'The same words twice.' : `Row ${i}: write to someone.${i}@mail.example.org`,
  url: `https://site-${i % 10}.example/page-${i}`,
}))
const quote = (i: number) => `“${ROWS[i]?.text}”`

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
  await publishNow(database, world)
})

async function answer(query = '', audience: 'public' | 'holders' = 'public', headers = {}) {
  const request = new Request(`http://winnow.test/pending-removals.json${query}`, { headers })
  return pendingResponse(request, world.slug, audience)
}
const signed = (message: Uint8Array, signature: Uint8Array) =>
  verifyEd25519(parseVkey(logIdentity().vkey).publicKey, message, signature)
async function list(audience: 'public' | 'holders' = 'public') {
  const bytes = Buffer.from(await (await answer('', audience)).arrayBuffer())
  return { bytes, ...openPending(bytes, signed) }
}
const rowsIn = ({ files }: { files: readonly { rows: readonly (readonly [number, number])[] }[] }) =>
  files.flatMap(({ rows }) => rows.flatMap(([start, length]) => Array.from({ length }, (_, i) => start + i)))

describe('the list of pending removals', () => {
  it('is there with the first release, signed with the log’s key and empty', async () => {
    const response = await answer()
    expect(response.headers.get('cache-control')).toBe('public, max-age=60')
    expect(await list()).toMatchObject({ serial: 1, since: null, files: [], back: [] })
    const again = await answer('', 'public', { 'if-none-match': response.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
  })

  it('names the rows as soon as they are decided, of the release that has them, and nothing else about them', async () => {
    await decided(database, world, { kind: 'privacy', targets: quote(7) })
    await runReleaseJobs(database)
    const now = await list()
    expect(rowsIn(now)).toEqual([7, 8])
    expect(now.release.version).toBe('1.0.0')
    expect(now.files).toEqual([{ path: 'train.jsonl', sha256: now.files[0]?.sha256, rows: [[7, 2]] }])
    expect(Object.keys(now).sort()).toEqual(
      [
        'audience',
        'back',
        'bytes',
        'dataset',
        'date',
        'files',
        'profile',
        'release',
        'serial',
        'since',
      ].sort(),
    )
    expect(now.date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it('names every row of a source that was opted out', async () => {
    await decided(database, world, { kind: 'opt_out', targets: 'site-3.example' })
    await runReleaseJobs(database)
    expect(rowsIn(await list())).toEqual([3, 7, 8, 13, 23, 33])
  })

  it('answers what came since a list, each change signed', async () => {
    const changes: unknown[] = await (await answer('?since=2')).json()
    const [change] = changes.map((one) => openPending(Buffer.from(JSON.stringify(one)), signed))
    expect(change).toMatchObject({ since: 2, back: [] })
    expect(change && rowsIn(change).every((row) => row % 10 === 3)).toBe(true)
    const { serial } = await list()
    expect(await (await answer(`?since=${serial}`)).json()).toEqual([])
    const all: unknown[] = await (await answer('?since=nonsense')).json()
    expect(openPending(Buffer.from(JSON.stringify(all[0])), signed)).toMatchObject({ since: null, serial })
  })

  it('is about the next release when that is there, and empty again', async () => {
    await publishNow(database, world)
    expect(await list()).toMatchObject({ release: { version: '2.0.0' }, files: [] })
  })

  it('leaves out what somebody decided whom nobody had asked', async () => {
    await decideRoutine(database, world, ROWS[11]?.text ?? '')
    await runReleaseJobs(database)
    expect(rowsIn(await list())).toEqual([])
  })
})

describe('a copy', () => {
  it('is filtered by a release and the list on top of it, and the receipt says so', async () => {
    await decided(database, world, { kind: 'privacy', targets: quote(15) })
    await runReleaseJobs(database)
    const now = await list()
    expect(rowsIn(now)).toEqual([15])
    const release = await releaseByVersion(world.slug, '2.0.0')
    if (!release) throw new Error('not published')
    const folder = mkdtempSync(path.join(tmpdir(), 'winnow-pending-'))
    await writeOut(release, path.join(folder, 'release'))
    const [base, feed] = [path.join(folder, 'train.jsonl'), path.join(folder, 'list.json')]
    writeFileSync(base, ROWS.map((row) => `${JSON.stringify(row)}\n`).join(''))
    writeFileSync(feed, now.bytes)
    const given = { release: path.join(folder, 'release'), files: [base], out: path.join(folder, 'out') }
    const view = await apply({ ...given, pending: { list: feed, vkey: logIdentity().vkey } })
    expect(view.pending).toMatchObject({ serial: now.serial, rows: pendingRows(now) })
    const copy = readFileSync(path.join(folder, 'out/train.jsonl'), 'utf8').trim().split('\n')
    const ids = copy.map((line): string => JSON.parse(line).id)
    const gone = ['r3', 'r7', 'r8', 'r13', 'r15', 'r23', 'r33']
    expect(ids).toEqual(ROWS.map(({ id }) => id).filter((id) => !gone.includes(id)))
    const receipt = JSON.parse(readFileSync(path.join(folder, 'out/winnow-receipt.json'), 'utf8'))
    expect(receipt.pending).toEqual(view.pending)

    // The same by content, where the rows are known by what they say.
    writeFileSync(
      base,
      [...ROWS]
        .reverse()
        .map((row) => `${JSON.stringify(row)}\n`)
        .join(''),
    )
    const byContent = await apply({
      ...given,
      out: null,
      pending: { list: feed, vkey: logIdentity().vkey },
    })
    expect(byContent.rows).toMatchObject({ in: 40, removed: gone.length })

    const other = now.bytes.toString().replace('"sig":"', '"sig":"AAAA')
    writeFileSync(feed, other.replace(/"sig":"AAAA(.{84}).{4}"/, '"sig":"AAAA$1"'))
    await expect(
      apply({ ...given, out: null, pending: { list: feed, vkey: logIdentity().vkey } }),
    ).rejects.toThrow(/not signed by that key/)
  })

  it('of another release is refused', async () => {
    const release = await releaseByVersion(world.slug, '1.0.0')
    if (!release) throw new Error('not published')
    const folder = mkdtempSync(path.join(tmpdir(), 'winnow-pending-'))
    await writeOut(release, path.join(folder, 'release'))
    const feed = path.join(folder, 'list.json')
    writeFileSync(feed, (await list()).bytes)
    await expect(
      apply({
        release: path.join(folder, 'release'),
        files: [],
        out: null,
        pending: { list: feed, vkey: logIdentity().vkey },
      }),
    ).rejects.toThrow(/apply the newest release first/)
  })
})
