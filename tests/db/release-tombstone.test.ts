import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { BLOB_REFERENCES } from '@/lib/blobs/references'
import { hasBlob } from '@/lib/blobs/store'
import { errorView } from '@/lib/http/error-view'
import { drainPending } from '@/lib/log/sequencer'
import { bagResponse } from '@/lib/releases/bag-zip'
import { releaseDiff } from '@/lib/releases/diff'
import { releaseResponse } from '@/lib/releases/download'
import { noticeForm } from '@/lib/releases/input'
import { noteRelease } from '@/lib/releases/notice'
import { publish } from '@/lib/releases/publish'
import { releaseByVersion } from '@/lib/releases/queries'
import { removeReleaseFiles } from '@/lib/releases/tombstone'
import { testDatabase } from '@/tests/support/database'
import { importRows, type TakedownWorld, takedownWorld } from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

const REASON = 'A court has ordered it.\nSee the dataset’s page.'
const publishNext = () =>
  publish(world.maintainer, { datasetId: world.datasetId }, { sequence: drainPending })
const request = () => new Request('http://localhost/')

beforeAll(async () => {
  world = await takedownWorld(database.db, [{ id: 'a1', text: 'A line.' }])
  await publishNext()
  await importRows(world, [
    { id: 'a1', text: 'A line.' },
    { id: 'a2', text: 'Another.' },
  ])
  await publishNext()
})

const blobsOf = async (version: string) => {
  const files = (await releaseByVersion(world.slug, version))?.files ?? []
  const there = await Promise.all(files.map(({ sha256 }) => hasBlob(Buffer.from(sha256, 'hex'))))
  return new Map(files.map(({ path, sha256 }, i) => [path, { sha256, there: there[i] }]))
}

const say = (kind: string, confirm: string, reason = REASON) =>
  noticeForm.safeParse({
    datasetId: world.datasetId,
    version: '1.0.0',
    profile: 'world',
    kind,
    reason,
    confirm,
  })

describe('the screen that withdraws a release', () => {
  it('wants a reason, and the version typed again', () => {
    expect(say('withdrawn', '1.0.0').success).toBe(true)
    expect(say('withdrawn', '2.0.0').success).toBe(false)
    expect(say('withdrawn', '1.0.0', '  ').success).toBe(false)
    expect(say('burnt', '1.0.0').success).toBe(false)
  })
})

describe('a release that a law removes', () => {
  it('is refused as removed from that moment on, and not as something that never was', async () => {
    const input = say('removed_for_legal_reasons', '1.0.0')
    if (!input.success) throw input.error
    await expect(transact((tx) => noteRelease(tx, world.lead, input.data))).rejects.toMatchObject({
      code: 'forbidden',
    })
    await transact((tx) => noteRelease(tx, world.maintainer, input.data))
    for (const ask of [
      () => releaseResponse(request(), world.slug, '1.0.0', 'data/manifest.csv'),
      () => releaseResponse(request(), world.slug, '1.0.0', 'release.json'),
      () => bagResponse(request(), world.slug, '1.0.0'),
    ]) {
      const error: unknown = await ask().then(
        () => null,
        (reason: unknown) => reason,
      )
      expect(errorView(error)).toMatchObject({ status: 451, code: 'lawfully_gone' })
    }
    expect((await releaseResponse(request(), world.slug, '1.1.0', 'release.json')).status).toBe(200)
  })

  it('loses its bytes, but for those that another release has too, and keeps its names and digests', async () => {
    const before = await blobsOf('1.0.0')
    const release = await releaseByVersion(world.slug, '1.0.0')
    await removeReleaseFiles({ datasetId: world.datasetId, releaseId: release?.id ?? '' })
    const after = await blobsOf('1.0.0')
    expect([...after.keys()]).toEqual([...before.keys()])
    const others = new Set([...(await blobsOf('1.1.0')).values()].map(({ sha256 }) => sha256))
    for (const [path, { sha256, there }] of after) expect(there, path).toBe(others.has(sha256))
    expect(after.get('data/manifest.csv')?.there).toBe(false)
    expect([...(await blobsOf('1.1.0')).values()].every(({ there }) => there)).toBe(true)
  })

  it('says so on its page with the reason, which is not in the log', async () => {
    const release = await releaseByVersion(world.slug, '1.0.0')
    expect(release).toMatchObject({
      removed: true,
      hasDiff: false,
      notices: [{ kind: 'removed_for_legal_reasons', reason: REASON }],
    })
    const entries = await database.admin.sql<{ body: Buffer }[]>`
      select body from log_pending union all select body from log_entry`
    const said = entries.map(({ body }) => body.toString('utf8'))
    expect(said.filter((text) => text.includes('removed_for_legal_reasons'))).toHaveLength(1)
    expect(said.join()).not.toContain('court')
  })

  it('is in no later backup', async () => {
    const manifest = (await blobsOf('1.0.0')).get('data/manifest.csv')?.sha256 ?? ''
    const referred = await database.admin.sql.unsafe<{ hex: string }[]>(
      `select encode(digest, 'hex') as hex from (${BLOB_REFERENCES}) as blobs`,
    )
    expect(referred.map(({ hex }) => hex)).not.toContain(manifest)
    expect(referred.length).toBeGreaterThan(5)
  })

  it('does not keep the next one from being made, which then has nothing to be compared with', async () => {
    expect(await releaseDiff(world.slug, '1.1.0')).not.toBe(null)
    await transact((tx) =>
      noteRelease(tx, world.maintainer, {
        datasetId: world.datasetId,
        version: '1.1.0',
        kind: 'removed_for_legal_reasons',
      }),
    )
    const head = await releaseByVersion(world.slug, '1.1.0')
    await removeReleaseFiles({ datasetId: world.datasetId, releaseId: head?.id ?? '' })
    expect(await releaseDiff(world.slug, '1.1.0')).toBe(null)
    const { version } = await publishNext()
    expect(await releaseDiff(world.slug, version)).toBe(null)
    expect(await releaseByVersion(world.slug, version)).toMatchObject({ isHead: true, hasDiff: false })
    expect([...(await blobsOf(version)).values()].every(({ there }) => there)).toBe(true)
  })
})
