import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { hasBlob } from '@/lib/blobs/store'
import { DISCLOSURES } from '@/lib/release-format/disclosure'
import { labels, manifest } from '@/lib/release-format/lists'
import { releaseResponse } from '@/lib/releases/download'
import { exportParquet } from '@/lib/releases/export-parquet'
import { noteRelease } from '@/lib/releases/notice'
import { releaseByVersion } from '@/lib/releases/queries'
import { hashFile } from '@/lib/releases/read-file'
import { storeConveniences } from '@/lib/releases/store-conveniences'
import { removeReleaseFiles } from '@/lib/releases/tombstone'
import { verify } from '@/lib/releases/verify'
import { testDatabase } from '../support/database'
import { listedRows, parquetRows } from '../support/lists'
import { decide, publishTo, publishWorld, rulings } from './publish-world'

const database = testDatabase()

const get = async (slug: string, name: string) => {
  const response = await releaseResponse(new Request('http://x/'), slug, '1.0.0', name)
  return { type: response.headers.get('content-type'), bytes: Buffer.from(await response.arrayBuffer()) }
}

describe.each(DISCLOSURES)('the Parquet copies of the lists of a release at %s', (disclosure) => {
  it('are made once it is published, hold what the text holds, and are no part of what is signed', async () => {
    const slug = `copies-${disclosure}`
    const world = await publishWorld(slug, disclosure)
    await decide(world, rulings(100))
    const { view, folder, release, file } = await publishTo(world)
    expect(release.copies).toEqual([])
    const jobs = await database.sql`
      select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'release.conveniences' and payload ->> 'releaseId' = ${view.releaseId}`
    expect(jobs).toHaveLength(1)

    await storeConveniences(world.datasetId, view.releaseId)
    await storeConveniences(world.datasetId, view.releaseId)
    const after = await releaseByVersion(slug, '1.0.0')
    expect(after?.files).toEqual(release.files)
    const lists = release.files.map(({ path: name }) => name).filter((name) => /^data\/(?!counts)/.test(name))
    expect(after?.copies.map(({ from }) => from).sort()).toEqual(
      lists.filter((name) => name !== 'data/openings.jsonl'),
    )

    const served = mkdtempSync(path.join(tmpdir(), 'winnow-copies-'))
    const index = JSON.parse((await get(slug, 'conveniences.json')).bytes.toString())
    expect(index).toMatchObject({ format: 'winnow-conveniences/1', release: view.digest, signed: false })
    for (const copy of after?.copies ?? []) {
      const { type, bytes } = await get(slug, copy.path)
      expect(type).toBe('application/vnd.apache.parquet')
      const saved = path.join(served, path.basename(copy.path))
      writeFileSync(saved, bytes)
      expect(await hashFile(saved)).toEqual({ sha256: copy.sha256, bytes: copy.bytes })
      const rows = listedRows(copy.from, file(copy.from))
      expect(await parquetRows(saved)).toEqual(rows)
      const source = release.files.find(({ path: name }) => name === copy.from)
      expect(index.files).toContainEqual({
        path: copy.path,
        sha256: copy.sha256,
        bytes: copy.bytes,
        rows: rows.length,
        from: { path: copy.from, sha256: source?.sha256 },
      })
    }
    expect(listedRows(manifest.path, file(manifest.path)).length).toBeGreaterThan(100)
    expect(await verify({ release: folder })).toMatchObject({ exit: 0 })

    const out = path.join(served, 'own')
    await exportParquet(folder, out)
    for (const copy of after?.copies ?? [])
      expect(await parquetRows(path.join(out, copy.path))).toEqual(listedRows(copy.from, file(copy.from)))
  })
})

describe('the copies of a release whose files a law took away', () => {
  it('go with them, and are not made again', async () => {
    const slug = 'copies-gone'
    const world = await publishWorld(slug)
    await decide(world, rulings(4))
    const { view } = await publishTo(world)
    await storeConveniences(world.datasetId, view.releaseId)
    await publishTo(world)
    const copies = (await releaseByVersion(slug, '1.0.0'))?.copies ?? []
    expect(copies.length).toBeGreaterThan(2)
    await transact((tx) =>
      noteRelease(tx, world.maintainer, {
        datasetId: world.datasetId,
        version: '1.0.0',
        profile: 'world',
        kind: 'removed_for_legal_reasons',
        reason: 'A court has ordered it.',
      }),
    )
    await removeReleaseFiles({ datasetId: world.datasetId, releaseId: view.releaseId })
    for (const { path: name } of copies)
      await expect(get(slug, name)).rejects.toThrow(/removed for legal reasons/)
    await storeConveniences(world.datasetId, view.releaseId)
    // Of labels there are none here, and other releases have that same copy.
    for (const { sha256, from } of copies)
      expect(await hasBlob(Buffer.from(sha256, 'hex'))).toBe(from === labels.path)
  })

  it('are not made at all where it was sooner', async () => {
    const slug = 'copies-never'
    const world = await publishWorld(slug)
    const { view } = await publishTo(world)
    await publishTo(world)
    await transact((tx) =>
      noteRelease(tx, world.maintainer, {
        datasetId: world.datasetId,
        version: '1.0.0',
        profile: 'world',
        kind: 'removed_for_legal_reasons',
        reason: 'A court has ordered it.',
      }),
    )
    await storeConveniences(world.datasetId, view.releaseId)
    expect((await releaseByVersion(slug, '1.0.0'))?.copies).toEqual([])
  })
})
