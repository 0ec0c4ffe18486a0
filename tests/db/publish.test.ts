import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transact } from '@/db/client'
import { drainPending } from '@/lib/log/sequencer'
import { logVkey } from '@/lib/log/queries'
import { apply } from '@/lib/releases/apply'
import { buildRelease } from '@/lib/releases/build'
import { EffectiveSet, withheldDigests } from '@/lib/releases/effective-set'
import { loadFrozen } from '@/lib/releases/frozen'
import { logPosition } from '@/lib/releases/log-position'
import { continueRelease, publish } from '@/lib/releases/publish'
import { latestReleases, publishPreview, releaseByVersion, releasesOf } from '@/lib/releases/queries'
import { stageRelease } from '@/lib/releases/stage'
import { statementSigners } from '@/lib/releases/statement-signers'
import { verify } from '@/lib/releases/verify'
import { blobPath } from '@/lib/blobs/store'
import { importChunk } from '@/db/schema'
import { openings } from '@/lib/release-format/openings'
import { testDatabase } from '../support/database'
import { newDataset } from '../support/datasets'
import { buildRelease as expectedRelease } from '../support/release'
import { baseFiles, decide, expectedRows, publishTo, publishWorld, rule, rulings } from './publish-world'
import { newMember } from './review-world'

const database = testDatabase()

describe.each(['full', 'rows', 'kept-only'] as const)('a release that discloses %s', (disclosure) => {
  it('is, byte for byte, what the rows and the decisions say, and the log has it', async () => {
    const world = await publishWorld(`bytes-${disclosure}`, disclosure)
    await decide(world, rulings())
    const { folder, file, view, release } = await publishTo(world)

    const newlyWithheld = rulings().filter(({ action }) => action !== 'keep').length
    const shape = {
      files: baseFiles(),
      rows: expectedRows(rulings()),
      contentFields: ['text'],
      idField: 'id',
    }
    const expected = expectedRelease({ ...shape, disclosure, newlyWithheld })
    for (const [name, bytes] of expected)
      // Salts and what follows from them are of this log alone: `backed` checks them.
      if (name.startsWith('data/') && name !== openings.path)
        expect(file(name), name).toBe(Buffer.from(bytes).toString())
    expect([...expected.keys()].sort()).toEqual(release.files.map(({ path: name }) => name).sort())
    expect(release.reasons === null).toBe(disclosure !== 'full')
    expect(view.rows).toEqual(JSON.parse(file('release.json')).rows)

    const report = await verify({ release: folder, base: world.files, vkey: logVkey() })
    expect(report).toMatchObject({ exit: 0, integrity: { state: 'valid' }, rebuilt: { state: 'valid' } })
    expect(report.backed.state).toBe(disclosure === 'full' ? 'valid' : 'not_checked')
    expect(report.integrity.says.join(' ')).toMatch(/is this release.*signed by the key/)
  })
})

describe('publishing', () => {
  it('gives rows that can be counted in the filtered copy', async () => {
    const world = await publishWorld('applied')
    await decide(world, rulings())
    const { folder, view } = await publishTo(world)
    const out = path.join(mkdtempSync(path.join(tmpdir(), 'winnow-out-')), 'out')
    const applied = await apply({ release: folder, files: world.files, out })
    expect(applied.rows).toEqual(view.rows)
    const text = readFileSync(path.join(out, 'z.jsonl'), 'utf8')
    for (const { text: row, action } of rulings()) {
      const address = /guest\S+/.exec(row)?.[0] ?? ''
      if (!address.includes('.z@')) continue
      expect(text.includes(address)).toBe(action === 'keep')
    }
  })

  it('is the same bytes again from a shuffled database under another locale, time zone and address', async () => {
    const world = await publishWorld('again', 'full')
    await decide(world, rulings())
    const { release } = await publishTo(world)
    // New row versions at the end of the heap, in another order: what a scan without ORDER BY would see.
    await database.admin.sql`alter table release_effect disable trigger all`
    await database.admin.sql`
      with taken as (delete from release_effect where release_id = ${release.id} returning *)
      insert into release_effect select * from taken order by md5(id::text)`
    const before = { ...process.env }
    Object.assign(process.env, {
      ...{ TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      ...{ WINNOW_URL: 'https://elsewhere.example', PORT: '4444' },
    })
    const rebuilt = await rebuildFiles(world.datasetId, release.id)
    process.env = before
    const byPath = (files: { path: string; sha256: string }[]) =>
      files.map((f) => `${f.path} ${f.sha256}`).sort()
    expect(byPath(rebuilt.files)).toEqual(byPath(release.files))
    expect(rebuilt.digest).toBe(release.digest)
  })

  it('freezes what is in force: a decision made while the release is made belongs to the next', async () => {
    const world = await publishWorld('frozen')
    const [first, second] = rulings()
    if (!first || !second) throw new Error('two rulings')
    await rule(world, first)
    const { releaseId } = await transact((tx) =>
      stageRelease(tx, world.maintainer, { datasetId: world.datasetId }),
    )
    await rule(world, second)
    const view = await continueRelease({ datasetId: world.datasetId, releaseId }, { sequence: drainPending })
    expect(view).toMatchObject({ version: '1.0.0', rows: { redacted: 0 } })
    const { view: next } = await publishTo(world)
    expect(next).toMatchObject({ version: '2.0.0', rows: { redacted: 1 } })
  })

  it('waits until the log has every decision, and says so when nothing takes them in', async () => {
    const world = await publishWorld('unsequenced')
    await decide(world, rulings(8))
    const staged = await transact((tx) => stageRelease(tx, world.maintainer, { datasetId: world.datasetId }))
    const signal = AbortSignal.timeout(500)
    await expect(continueRelease({ datasetId: world.datasetId, ...staged }, { signal })).rejects.toThrow()
    expect(await releasesOf(world.datasetId)).toEqual([])
    const { view } = await publishTo(world)
    expect(view).toMatchObject({ releaseId: staged.releaseId, resumed: true })
    const [entry] = await database.sql<{ body: Buffer }[]>`
      select body from log_entry e join release r on r.entry_id = e.entry_id where r.id = ${staged.releaseId}`
    const { log_size: size } = JSON.parse(entry?.body.toString() ?? '{}')
    const [late] = await database.sql`
      select 1 from decision d join log_entry e on e.entry_id = d.entry_id where d.dataset_id = ${world.datasetId} and e.idx >= ${size}`
    expect(late).toBeUndefined()
  })

  it('records the release in the log in the same transaction, and moves the head', async () => {
    const world = await publishWorld('logged')
    const { release, view } = await publishTo(world)
    expect(release).toMatchObject({ isHead: true, state: 'published', previous: null, version: '1.0.0' })
    expect(release.logIndex).not.toBeNull()
    const [entry] = await database.sql<
      { body: Buffer }[]
    >`select body from log_entry where entry_id = ${release.entryId}`
    expect(JSON.parse(entry?.body.toString() ?? '{}')).toMatchObject({
      t: 'release',
      dataset: 'logged',
      release: view.digest,
      manifest: release.manifestDigest,
      rows: view.rows,
    })
    const { release: next } = await publishTo(world)
    expect(next).toMatchObject({ isHead: true, previous: '1.0.0', version: '1.0.1' })
    expect((await releaseByVersion('logged', '1.0.0'))?.isHead).toBe(false)
    expect((await latestReleases(1))[0]).toMatchObject({ version: '1.0.1', dataset: { slug: 'logged' } })
  })

  it('tells no reasons when fewer than 20 rows are newly withheld, though many were before', async () => {
    const world = await publishWorld('newly', 'full')
    await decide(world, rulings(60))
    expect((await publishTo(world)).release.reasons).not.toBeNull()
    await decide(world, rulings(68).slice(60))
    expect((await publishTo(world)).release.reasons).toBeNull()
  })
})

describe('versions', () => {
  it('are major when something is taken away, minor when something is given back, patch when nothing changes', async () => {
    const world = await publishWorld('versions')
    const [first] = rulings()
    if (!first) throw new Error('a ruling')
    expect(await publishPreview(world.datasetId)).toMatchObject({
      proposedVersion: '1.0.0',
      head: null,
      revision: { number: 1 },
    })
    expect((await publishTo(world)).view.version).toBe('1.0.0')
    expect((await publishPreview(world.datasetId)).proposedVersion).toBe('1.0.1')
    await rule(world, first)
    expect((await publishPreview(world.datasetId)).proposedVersion).toBe('2.0.0')
    expect((await publishTo(world)).view.version).toBe('2.0.0')
    await rule(world, { ...first, action: 'keep', reason: 'pii.example' })
    expect((await publishPreview(world.datasetId)).proposedVersion).toBe('2.1.0')
  })

  it('never go back', async () => {
    const world = await publishWorld('backwards')
    await publishTo(world, '3.1.0')
    await expect(publishTo(world, '3.0.9')).rejects.toThrow(/after 3\.1\.0/)
    await expect(publishTo(world, '3.1.0')).rejects.toThrow(/after 3\.1\.0/)
    expect((await publishTo(world, '10.0.0')).view.version).toBe('10.0.0')
  })
})

describe('refused', () => {
  it('is anybody but a maintainer of the dataset', async () => {
    const world = await publishWorld('roles')
    const strangers = [world.lead, await newMember(db(), []), await newMember(db(), [], ['admin'])]
    for (const member of strangers)
      await expect(publish(member, { datasetId: world.datasetId })).rejects.toMatchObject({
        code: 'forbidden',
      })
    await expect(
      transact((tx) => stageRelease(tx, world.lead, { datasetId: world.datasetId })),
    ).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await publishPreview(world.datasetId)).toMatchObject({ staged: null })
  })

  it('is a dataset without a complete revision', async () => {
    const datasetId = await newDataset('empty')
    const maintainer = await newMember(db(), [['maintainer', datasetId]])
    await expect(publish(maintainer, { datasetId })).rejects.toThrow(/nothing to publish/)
  })

  it('is the second of two people who publish at once, and one release comes of it', async () => {
    const world = await publishWorld('twice')
    const stage = () => transact((tx) => stageRelease(tx, world.maintainer, { datasetId: world.datasetId }))
    const results = await Promise.allSettled([stage(), stage(), stage()])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'conflict' })
  })

  it('is a change of a published release by the product', async () => {
    for (const table of ['release_effect', 'release_file', 'release_rule'])
      for (const statement of [
        `update ${table} set dataset_id = dataset_id`,
        `delete from ${table}`,
        `truncate ${table}`,
      ])
        await expect(db().execute(sql.raw(statement))).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})

describe('made by two processes at once', () => {
  it('a release is committed once', async () => {
    const world = await publishWorld('race')
    await decide(world, rulings(12))
    const staged = await transact((tx) => stageRelease(tx, world.maintainer, { datasetId: world.datasetId }))
    await drainPending()
    const both = await Promise.all(
      [1, 2].map(() => continueRelease({ datasetId: world.datasetId, ...staged })),
    )
    expect(both[0]).toEqual(both[1])
    const [entries] = await database.sql`
      select count(*)::int as n from log_pending where convert_from(body, 'UTF8') like '%"t":"release"%' and convert_from(body, 'UTF8') like '%"race"%'`
    expect(entries?.n).toBe(1)
  })
})

async function rebuildFiles(datasetId: string, releaseId: string) {
  const frozen = await loadFrozen(db(), datasetId, releaseId)
  const chunks = await db()
    .select({ ordinal: importChunk.ordinal, segment: importChunk.segment })
    .from(importChunk)
    .where(sql`dataset_id = ${datasetId} and revision_id = ${frozen.revisionId}`)
    .orderBy(importChunk.ordinal, importChunk.chunk)
  const segments = new Map(
    frozen.files.map(({ ordinal }) => [
      ordinal,
      chunks.filter((chunk) => chunk.ordinal === ordinal).map(({ segment }) => blobPath(segment)),
    ]),
  )
  const effects = await EffectiveSet.load(database.sql, datasetId, releaseId)
  const withheldBefore = await withheldDigests(database.sql, datasetId, frozen.previous?.id)
  const log = await logPosition(frozen)
  const signers = statementSigners()
  return buildRelease({ frozen, log, signers, effects, withheldBefore, segments, sql: database.sql })
}
