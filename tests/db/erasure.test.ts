import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { db, transact } from '@/db/client'
import { release, revision, revisionFile } from '@/db/schema'
import { blobPath, hasBlob, storeFile } from '@/lib/blobs/store'
import { itemDigest } from '@/lib/datasets/digest'
import { fileLiteral, openDuck } from '@/lib/datasets/duck'
import { neighboursOf, rowOfItem } from '@/lib/datasets/indexed-rows'
import { isBad } from '@/lib/datasets/read/extract'
import { rowsAt } from '@/lib/datasets/read/row-at'
import { sniff } from '@/lib/datasets/read/sniff'
import { beginErasure } from '@/lib/erasure/begin'
import { finishErasures } from '@/lib/erasure/finish'
import { erasureFolder, listedErasures } from '@/lib/erasure/list'
import { isEmpty, previewErasure } from '@/lib/erasure/preview'
import { erasures } from '@/lib/erasure/queries'
import { sweepBlobs } from '@/lib/erasure/sweep'
import { reader } from '@/lib/i18n/reader.mjs'
import { logIdentity } from '@/lib/log/identity'
import { openingOf } from '@/lib/log/queries'
import { drainPending } from '@/lib/log/sequencer'
import { itemFields } from '@/lib/review/item-fields'
import { root } from '@/lib/runtime/root'
import { opensEntry } from '@/lib/log/commitments'
import { parseEntry } from '@/lib/log/entries'
import { testDatabase } from '../support/database'
import { importFiles, newDataset } from '../support/datasets'
import { program } from '../support/program'
import { tracesOf } from '../support/traces'
import {
  decideOn,
  type ErasureWorld,
  erasureWorld,
  FORMATS,
  HEX,
  NEEDLES,
  rowsOfWorld,
  SECRET,
  shardOf,
  TEXT_DIGEST,
} from './erasure-world'
import { auditLog } from './log-fixtures'
import { newMember } from './review-world'

const database = testDatabase()

const input = (slug: string, digest = HEX) =>
  ({ what: 'item', dataset: slug, digest, basis: 'right_to_erasure' }) as const

async function erase({ officer, slug }: Pick<ErasureWorld, 'officer' | 'slug'>, digest = HEX) {
  const begun = await transact((tx) => beginErasure(tx, officer, input(slug, digest)))
  await finishErasures(begun.datasetId)
  return begun
}

const traces = () => tracesOf(NEEDLES, { sql: database.admin.sql, folder: process.env.WINNOW_DATA ?? '' })

const stateOf = async (datasetId: string) => {
  const rows = await database.sql<{ state: string; error: string | null; entry: string | null }[]>`
    select state, error, entry_id as entry from erasure where dataset_id = ${datasetId} order by created_at`
  return [...rows]
}

/** Every row of the stored file, read again. */
async function storedRows(datasetId: string) {
  const [file] = await db().select().from(revisionFile).where(eq(revisionFile.datasetId, datasetId))
  if (!file) throw new Error('no file')
  const blob = blobPath(file.storedSha256 ?? file.sha256)
  const [latest] = await database.sql<{ segments: string[] }[]>`
    select array_agg(encode(segment, 'hex') order by chunk) as segments from import_chunk where dataset_id = ${datasetId}`
  using duck = await openDuck({ ordered: true })
  const paths = (latest?.segments ?? []).map((hex) => fileLiteral(blobPath(Buffer.from(hex, 'hex'))))
  const reader = await duck.duck.runAndReadAll(
    `SELECT row, "offset", length, lower(hex(digest)), source_id, url FROM read_parquet([${paths.join(', ')}]) ORDER BY row`,
  )
  const index = reader.getRows().map(([row, offset, length, digest, id, url]) => ({
    row: Number(row),
    offset: offset === null ? null : Number(offset),
    length: length === null ? null : Number(length),
    digest: String(digest),
    id,
    url,
  }))
  const plan = { text: ['text'], url: [], mediaHash: null, id: 'id' }
  return { file, index, rows: await rowsAt(blob, await sniff(blob, file.path), plan, index) }
}

describe.each(FORMATS)('erasing a text of a %s file', (format) => {
  it('takes it out of everything that is stored, and every other row stays where it is', async () => {
    const world = await erasureWorld(`whole-${format.replace('.', '-')}`, format)
    const { datasetId } = world
    const before = await storedRows(datasetId)
    expect(await itemFields(db(), datasetId, TEXT_DIGEST)).toMatchObject({
      text: expect.stringContaining(SECRET),
    })
    expect(await rowOfItem(datasetId, TEXT_DIGEST)).toMatchObject({ row: 41 })
    expect(await traces()).not.toEqual([])

    await erase(world)
    expect(await traces()).toEqual([])
    expect(await itemFields(db(), datasetId, TEXT_DIGEST)).toBeNull()
    expect(await rowOfItem(datasetId, TEXT_DIGEST)).toBeNull()
    expect(await stateOf(datasetId)).toEqual([{ state: 'done', error: null, entry: expect.any(String) }])

    const after = await storedRows(datasetId)
    expect(after.file.sha256).toEqual(before.file.sha256)
    expect(after.index.map(({ row, offset, length, digest }) => [row, offset, length, digest])).toEqual(
      before.index.map(({ row, offset, length, digest }) => [row, offset, length, digest]),
    )
    for (const { row, digest, id, url } of after.index) {
      const item = after.rows.get(row)
      if (digest === HEX) {
        expect([item && isBad(item), id, url]).toEqual([true, null, null])
        continue
      }
      expect(item && !isBad(item) && item.digest.toString('hex')).toBe(digest)
      expect(item && !isBad(item) && [item.id, item.url]).toEqual([id, url])
    }
    expect(after.rows.size).toBe(rowsOfWorld().length)
    const [{ id } = { id: '' }] = await db().select().from(revision).where(eq(revision.datasetId, datasetId))
    const around = await neighboursOf({ datasetId, revisionId: id, ordinal: after.file.ordinal, row: 42 })
    expect(around.map(({ row }) => row)).toEqual([40, 43, 44])
  })
})

describe('the log', () => {
  it('keeps every entry and every proof; only what opened the entries about the text is gone', async () => {
    const world = await erasureWorld('logged')
    await drainPending()
    const log = logIdentity()
    const before = await entries()
    const decisions = await decisionEntries(world.datasetId)
    expect(decisions).toHaveLength(1)
    const [decision = ''] = decisions
    const opening = await openingOf(decision)
    const clear = before.find(({ id }) => id === decision)
    expect(clear && opening && 'c' in clear.entry && opensEntry(clear.entry, opening)).toBe(true)

    await erase(world)
    await drainPending()
    expect(await openingOf(decision)).toBeNull()
    const after = await entries()
    expect(after.slice(0, before.length)).toEqual(before)
    // Recomputes every leaf, every tile and every checkpoint that was ever signed from the bytes of the entries.
    expect(await auditLog(database.sql, log)).toBe(after.length)
    const [{ revisionEntry } = { revisionEntry: '' }] = await database.sql<{ revisionEntry: string }[]>`
      select entry_id as "revisionEntry" from revision where dataset_id = ${world.datasetId}`
    expect(after.slice(before.length).map(({ entry }) => entry)).toMatchObject([
      { t: 'erasure', of: decision },
      { t: 'erasure', of: revisionEntry },
    ])
  })

  it('says neither what nor where for a restricted text', async () => {
    const world = await erasureWorld('restricted')
    await database.admin.sql`
      insert into flag (dataset_id, digest, source, detector, category, type, score, severity, spans)
      values (${world.datasetId}, ${TEXT_DIGEST}, 'report', 'person', 'ncii', 'report', 1, 4, '[]')`
    await drainPending()
    const size = (await entries()).length
    await erase(world)
    await drainPending()
    expect((await entries()).slice(size).map(({ entry }) => entry.t)).toEqual(['sealed', 'sealed'])
  })

  async function entries() {
    const rows = await database.sql<{ id: string; body: Buffer }[]>`
      select entry_id as id, body from log_entry order by idx`
    return rows.map(({ id, body }) => ({ id, body: body.toString(), entry: parseEntry(body) }))
  }
  const decisionEntries = async (datasetId: string) =>
    (
      await database.sql<{ id: string }[]>`
        select entry_id as id from decision where dataset_id = ${datasetId}`
    ).map(({ id }) => id)
})

describe('an erasure that is killed', () => {
  it.each([
    'erasure.after-file',
    'erasure.after-rewrite',
    'erasure.after-swap',
    'erasure.after-list',
    'erasure.after-sweep',
  ])('at %s has destroyed what Postgres held, and ends when it is called again', async (failpoint) => {
    const world = await erasureWorld(failpoint.replaceAll('.', '-'))
    expect(await child(world, failpoint)).toEqual({ code: null, signal: 'SIGKILL' })
    expect(await itemFields(db(), world.datasetId, TEXT_DIGEST)).toBeNull()
    expect(await stateOf(world.datasetId)).toMatchObject([{ state: expect.not.stringMatching('done') }])
    expect(await child(world)).toEqual({ code: 0, signal: null })
    expect(await stateOf(world.datasetId)).toMatchObject([{ state: 'done' }])
    expect(await traces()).toEqual([])
  })

  async function child({ officer, slug }: ErasureWorld, failpoint = '') {
    const started = spawn(
      process.execPath,
      [...program('tests/support/erasure-child.ts'), officer.id, slug, HEX],
      {
        cwd: root,
        env: { ...process.env, WINNOW_FAILPOINT: failpoint },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    const [code, signal]: (number | string | null)[] = await once(started, 'exit')
    return { code, signal }
  }
})

describe('erasing again', () => {
  let world: ErasureWorld
  beforeAll(async () => {
    world = await erasureWorld('again')
    expect(await previewErasure(world.officer, input(world.slug))).toMatchObject({
      content: 1,
      sources: 2,
      openings: 1,
      files: [{ path: 'shard.jsonl', rows: 2 }],
      revisions: [1],
    })
    await erase(world)
  })

  it('finds nothing, and changes nothing', async () => {
    expect(isEmpty(await previewErasure(world.officer, input(world.slug)))).toBe(true)
    const before = await storedRows(world.datasetId)
    await erase(world)
    expect((await storedRows(world.datasetId)).file).toEqual(before.file)
  })

  it('reaches a text that came back with a later revision, which does not bring it back to Postgres', async () => {
    const rows = rowsOfWorld().map((row) => ({ ...row, n: row.n + 1 }))
    await importFiles(world.datasetId, [await shardOf('csv', rows)])
    expect(await itemFields(db(), world.datasetId, TEXT_DIGEST)).toBeNull()
    expect(await traces()).not.toEqual([])
    await erase(world)
    expect(await traces()).toEqual([])
  })

  it('works on several texts of one file in one pass', async () => {
    const several = await erasureWorld('several')
    const other = itemDigest([rowsOfWorld()[1]?.text ?? '']).toString('hex')
    await transact((tx) => beginErasure(tx, several.officer, input(several.slug)))
    await transact((tx) => beginErasure(tx, several.officer, input(several.slug, other)))
    await finishErasures(several.datasetId)
    expect(await stateOf(several.datasetId)).toMatchObject([{ state: 'done' }, { state: 'done' }])
    const { rows } = await storedRows(several.datasetId)
    const gone = [...rows].filter(([, item]) => isBad(item)).map(([row]) => row)
    expect(gone).toEqual([1, 41, 257])
  })
})

describe('an erasure is refused', () => {
  let world: ErasureWorld
  beforeAll(async () => {
    world = await erasureWorld('refused')
  })
  const begin = (actor = world.officer, digest = HEX) =>
    transact((tx) => beginErasure(tx, actor, input(world.slug, digest)))

  it('to everybody but safety officers, as if there were no such page', async () => {
    for (const actor of [world.lead, world.maintainer, await newMember(db(), [], ['admin'])])
      await expect(begin(actor)).rejects.toMatchObject({ code: 'not_found' })
    await expect(previewErasure(world.lead, input(world.slug))).rejects.toMatchObject({ code: 'not_found' })
  })

  it('for a text that is nowhere', async () => {
    await expect(previewErasure(world.officer, input(world.slug, 'ab'.repeat(32)))).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('while a release is being made, and while a revision is being imported', async () => {
    const [{ id: revisionId } = { id: '' }] = await db()
      .select()
      .from(revision)
      .where(eq(revision.datasetId, world.datasetId))
    const staged = { datasetId: world.datasetId, version: '9.0.0', disclosure: 'rows', revisionId } as const
    await db()
      .insert(release)
      .values({ ...staged, createdBy: 'system:test' })
    await expect(begin()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('9.0.0'),
    })
    expect(await previewErasure(world.officer, input(world.slug))).toMatchObject({
      blocked: expect.stringContaining('9.0.0'),
    })
    await database.admin.sql`delete from release where dataset_id = ${world.datasetId}`
    await database.admin.sql`update revision set state = 'importing' where dataset_id = ${world.datasetId}`
    await expect(begin()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('imported'),
    })
    await database.admin.sql`update revision set state = 'complete' where dataset_id = ${world.datasetId}`
    expect(await itemFields(db(), world.datasetId, TEXT_DIGEST)).not.toBeNull()
    await erase(world)
  })
})

it('leaves a file alone that is also the base of another dataset, and says so', async () => {
  const world = await erasureWorld('shares-one')
  const other = await newDataset('shares-two')
  await importFiles(other, [world.file], { wishes: { text: ['text'], id: 'id' } })
  await erase(world)
  expect(await stateOf(world.datasetId)).toMatchObject([
    { state: 'done', error: expect.stringContaining('another dataset') },
  ])
  const [listed] = await reader.run({ 'accept-language': 'de' }, () => erasures(world.officer))
  expect(listed?.error).toBe(
    '2 der Dateien gehören auch zu einem anderen Datensatz: Löschen Sie dort ebenfalls.',
  )
  expect(await rowOfItem(world.datasetId, TEXT_DIGEST)).toBeNull()
  expect(await rowOfItem(other, TEXT_DIGEST)).not.toBeNull()
  await erase({ officer: world.officer, slug: 'shares-two' })
  expect(await traces()).toEqual([])
})

it('is written down beside the database, to be done again to an older backup', async () => {
  const listed = await listedErasures(erasureFolder())
  const [{ n } = { n: 0 }] = await database.sql<{ n: number }[]>`select count(*)::int as n from erasure`
  expect(listed).toHaveLength(n)
  expect(listed[0]).toMatchObject({ digest: expect.any(String), basis: 'right_to_erasure', requestId: null })
})

it('removes files that nothing refers to after a day, and no other', async () => {
  const stray = path.join(process.env.WINNOW_DATA ?? '', 'stray')
  await writeFile(stray, 'left by an upload that was refused')
  const { digest } = await storeFile(stray)
  await rm(stray)
  await sweepBlobs([])
  expect(await hasBlob(digest)).toBe(true)
  const old = new Date(Date.now() - 25 * 3_600_000)
  await utimes(blobPath(digest), old, old)
  await sweepBlobs([])
  expect(await hasBlob(digest)).toBe(false)
  const rows = await database.sql<{ blob: Buffer }[]>`
    select coalesce(stored_sha256, sha256) as blob from revision_file union select segment from import_chunk`
  for (const { blob } of rows) expect(await hasBlob(blob)).toBe(true)
})

it('a decision after it stands, under a key of its own', async () => {
  const world = await erasureWorld('decided-after')
  await erase(world)
  await decideOn(world, 'remove')
  const [kept, later] = await database.sql<{ entry: string }[]>`
    select entry_id as entry from decision where dataset_id = ${world.datasetId} order by created_at`
  expect(await openingOf(kept?.entry ?? '')).toBeNull()
  expect(await openingOf(later?.entry ?? '')).toMatchObject({ value: { action: 'remove' } })
  expect(await traces()).toEqual([])
})
