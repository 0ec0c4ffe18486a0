import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { connect, type Database, db, transact } from '@/db/client'
import { keepAttachments } from '@/lib/attachments/keep'
import { readFile } from '@/lib/attachments/read-file'
import { system } from '@/lib/auth/load-actor'
import { checkBackup } from '@/lib/backup/check-backup'
import { keysById } from '@/lib/crypto/subject-keys'
import { keyIdIn, openAll } from '@/lib/crypto/subject-seal'
import { beginErasure } from '@/lib/erasure/begin'
import { finishErasures } from '@/lib/erasure/finish'
import { logIdentity } from '@/lib/log/identity'
import { drainPending } from '@/lib/log/sequencer'
import { itemFields } from '@/lib/review/item-fields'
import { contactOf } from '@/lib/takedowns/contact'
import { erasePersonalData } from '@/lib/takedowns/erase'
import { lockRequest } from '@/lib/takedowns/request-row'
import { testDatabase } from '../support/database'
import { inFolder, tracesOf } from '../support/traces'
import { elsewhere, type Ended, winnow } from '../support/winnow'
import { decideOn, type ErasureWorld, erasureWorld, HEX, NEEDLES, SECRET, TEXT_DIGEST } from './erasure-world'
import { auditLog } from './log-fixtures'
import { publishTo } from './publish-world'
import { askFor, PRIVACY, requestOf, takedownWorld } from './takedown-world'

const database = testDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'winnow-backup-'))
const backup = path.join(folder, 'monday')
const mondayKeys = `${backup}.keys`
const tuesdayKeys = path.join(folder, 'tuesday.keys')

let world: ErasureWorld
let requestId: string
/** Erased after the backup was made. */
let goneId: string
let goneFrom: string
let restored = 0
const opened: Database[] = []
const databases: string[] = []

beforeAll(async () => {
  world = await erasureWorld('kept', 'jsonl.gz')
  await decideOn(world, 'remove')
  await publishTo({ ...world, files: [world.file] })
  const people = await takedownWorld(database.db, [{ id: 'r1', text: 'A recipe for soup.' }])
  await askFor(database, people, { ...PRIVACY, targets: '"A recipe for soup."' })
  requestId = (await requestOf(database, people)).id
  const note = await readFile({ name: 'note.txt', bytes: Buffer.from('A letter of Ada Example.') })
  await transact((tx) => keepAttachments(tx, { id: requestId, restricted: false }, [note]), database.db)
  await askFor(database, people, { ...PRIVACY, targets: '"A recipe for soup."' })
  goneId = (await requestOf(database, people)).id
  goneFrom = people.datasetId
  const about = await readFile({ name: 'about.txt', bytes: Buffer.from('What is to be forgotten.') })
  await transact((tx) => keepAttachments(tx, { id: goneId, restricted: false }, [about]), database.db)
  await drainPending()
  const made = await winnow(['backup', '--out', backup, '--json'])
  succeeded(made)
  expect(JSON.parse(made.stdout)).toMatchObject({
    out: backup,
    keyFile: mondayKeys,
    rows: expect.any(Number),
  })
})

afterAll(async () => {
  await Promise.all(opened.map((one) => one.close()))
  const admin = postgres(database.urls.admin, { max: 1, onnotice: () => undefined })
  for (const name of databases) await admin`drop database if exists ${admin(name)} with (force)`
  await admin.end()
  rmSync(folder, { recursive: true, force: true })
})

/** An empty database and a data folder that does not exist yet. */
async function emptyPlace() {
  const name = `t_restored_${process.pid}_${restored++}`
  await database.admin.sql`create database ${database.admin.sql(name)}`
  databases.push(name)
  const settings = elsewhere(database.urls.admin, name, folder)
  const at = connect(settings.DATABASE_URL)
  opened.push(at)
  return { settings, at, data: settings.WINNOW_DATA }
}

const restore = (settings: Record<string, string>, keys: string, from = backup) =>
  winnow(['restore', from, '--keys', keys, '--json'], settings)

function succeeded({ exit, stderr }: Ended): void {
  if (exit !== 0) throw new Error(`ended with ${String(exit)}: ${stderr}`)
}

/** Every row of every table as text, but what differs by nature. */
async function contents({ sql }: Database): Promise<Record<string, string[]>> {
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('rate_limit', 'case_tally') order by 1`
  const all: Record<string, string[]> = {}
  for (const { name } of tables) {
    const rows = await sql.unsafe<{ line: string }[]>(`select t::text as line from "${name}" t order by 1`)
    all[name] = rows.map(({ line }) => line)
  }
  // Which rows add up to a count differs, the count does not.
  const counts = await sql<{ line: string }[]>`
    select concat_ws(' ', kind_id, status, sum(cases)) as line from case_tally
    group by kind_id, status having sum(cases) <> 0 order by 1`
  return { ...all, case_tally: counts.map(({ line }) => line) }
}

describe('a backup', () => {
  it('restored elsewhere is the same database, the same files, the same log', async () => {
    const { settings, at, data } = await emptyPlace()
    const ended = await restore(settings, mondayKeys)
    succeeded(ended)
    const admin = connect(database.urls.admin)
    opened.push(admin)
    expect(await contents(at)).toEqual(await contents(admin))
    const jobs = (one: Database) =>
      one.sql`select task_identifier, queue_name, run_at, max_attempts from graphile_worker.jobs order by 1, run_at, queue_name`
    expect([...(await jobs(at))]).toEqual([...(await jobs(admin))])
    for (const { blob } of await at.sql<{ blob: Buffer }[]>`
      select coalesce(stored_sha256, sha256) as blob from revision_file union select segment from import_chunk union select sha256 from release_file
      union select blob from takedown_attachment`)
      expect(
        existsSync(path.join(data, 'blobs', blob.toString('hex').slice(0, 2), blob.toString('hex').slice(2))),
      ).toBe(true)
    expect(await auditLog(at.sql, logIdentity())).toBeGreaterThan(0)
    expect(await itemFields(at.db, world.datasetId, TEXT_DIGEST)).toMatchObject({
      text: expect.stringContaining(SECRET),
    })
    expect(await contactOf(at.db, requestId)).toMatchObject({ name: 'Ada Example' })
    const [file] = await at.sql<
      { blob: Buffer }[]
    >`select blob from takedown_attachment where request_id = ${requestId}`
    const sealed = readFileSync(
      path.join(data, 'blobs', file?.blob.toString('hex').replace(/^../, '$&/') ?? ''),
    )
    const [letter] = await openAll(at.db, [{ place: 'takedown_attachment.content', sealed }])
    expect(letter?.toString()).toBe('A letter of Ada Example.')
    // It goes on: an identity that was copied is not given again.
    const again = await winnow(['reasons', 'kept', '--json'], settings)
    expect({ exit: again.exit, stderr: again.stderr }).toEqual({ exit: 0, stderr: '' })
  })

  it('has no key in it, and no personal data in clear but in the base files', async () => {
    expect(await inFolder(['A letter of Ada'], path.join(backup, 'blobs'))).toEqual([])
    const names = readdirSync(backup, { recursive: true }).map(String)
    expect(names.filter((name) => /(?:^|[^a-z])keys?(?:[^a-z]|$)/.test(name))).toEqual([])
    expect(statSync(mondayKeys).mode & 0o777).toBe(0o600)
    expect(await inFolder(['Ada Example', SECRET], path.join(backup, 'tables'))).toEqual([])
  })

  it('is refused where there is something already', async () => {
    const full = await winnow(['backup', '--out', backup])
    expect(full).toMatchObject({ exit: 1, stderr: expect.stringContaining('not empty') })
    const { settings } = await emptyPlace()
    succeeded(await restore(settings, mondayKeys))
    expect(await restore(settings, mondayKeys)).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('not empty'),
    })
  })

  it('that is killed while it is written leaves nothing that looks like one', async () => {
    const out = path.join(folder, 'killed')
    const ended = await winnow(['backup', '--out', out], { WINNOW_FAILPOINT: 'backup.after-tables' })
    expect(ended.signal).toBe('SIGKILL')
    expect([existsSync(out), existsSync(`${out}.keys`)]).toEqual([false, false])
  })
})

describe('a backup that is damaged', () => {
  const copy = path.join(folder, 'damaged')
  const files = () =>
    readdirSync(backup, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && statSync(path.join(entry.parentPath, entry.name)).size > 0)
      .map((entry) => path.relative(backup, path.join(entry.parentPath, entry.name)))

  it('is refused before the first write, whichever byte of whichever file it is', async () => {
    for (const file of files()) {
      rmSync(copy, { recursive: true, force: true })
      cpSync(backup, copy, { recursive: true })
      const bytes = readFileSync(path.join(copy, file))
      const at = Math.floor(bytes.length / 2)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      rmSync(path.join(copy, file))
      writeFileSync(path.join(copy, file), bytes)
      // A changed byte of backup.json is a changed checksum, a changed count or no JSON; of madeAt it is only another time.
      if (file === 'backup.json') continue
      await expect(checkBackup(copy), file).rejects.toMatchObject({
        code: 'invalid',
        message: expect.stringContaining(file),
      })
    }
  })

  it('leaves database and data folder empty', async () => {
    const { settings, at, data } = await emptyPlace()
    expect(await restore(settings, mondayKeys, copy)).toMatchObject({ exit: 1 })
    const tables = await at.sql`select 1 from pg_tables where schemaname = 'public'`
    expect(tables).toHaveLength(0)
    expect(existsSync(data)).toBe(false)
    const keys = path.join(folder, 'cut.keys')
    writeFileSync(keys, readFileSync(mondayKeys).subarray(0, -20))
    expect(await restore(settings, keys)).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('cut off'),
    })
    const foreign = await restore(
      { ...settings, WINNOW_KEY: 'another key of at least thirty-two chars' },
      mondayKeys,
    )
    expect(foreign).toMatchObject({ exit: 1, stderr: expect.stringContaining('WINNOW_KEY') })
  })
})

describe('a restore that is killed', () => {
  it('before its end has written nothing, and can be done again', async () => {
    const { settings, at } = await emptyPlace()
    const killed = await restore({ ...settings, WINNOW_FAILPOINT: 'restore.before-commit' }, mondayKeys)
    expect(killed.signal).toBe('SIGKILL')
    expect(await at.sql`select 1 from dataset union all select 1 from log_entry`).toHaveLength(0)
    succeeded(await restore(settings, mondayKeys))
    expect(await itemFields(at.db, world.datasetId, TEXT_DIGEST)).not.toBeNull()
  })
})

describe('after an erasure', () => {
  beforeAll(async () => {
    const { datasetId } = await transact((tx) =>
      beginErasure(tx, world.officer, {
        what: 'item',
        dataset: 'kept',
        digest: HEX,
        basis: 'right_to_erasure',
      }),
    )
    await finishErasures(datasetId)
    await transact(
      async (tx) =>
        erasePersonalData(tx, system('takedown'), await lockRequest(tx, goneId), 'right_to_erasure'),
      database.db,
    )
    await finishErasures(goneFrom)
    await drainPending()
    expect(await winnow(['backup', '--keys-only', '--keys', tuesdayKeys])).toMatchObject({ exit: 0 })
  })

  it('neither the live keys nor an older backup with today’s key store open the text', async () => {
    expect(await itemFields(db(), world.datasetId, TEXT_DIGEST)).toBeNull()
    expect(
      await tracesOf(NEEDLES, { sql: database.admin.sql, folder: process.env.WINNOW_DATA ?? '' }),
    ).toEqual([])

    const sealed = sealedInBackup()
    expect(readFileSync(mondayKeys, 'utf8')).toContain(keyIdIn(sealed) ?? 'no key')
    expect(readFileSync(tuesdayKeys, 'utf8')).not.toContain(keyIdIn(sealed) ?? 'no key')
    expect((await keysById(db(), [keyIdIn(sealed) ?? ''])).size).toBe(0)

    const { settings, at, data } = await emptyPlace()
    const ended = await restore(settings, tuesdayKeys)
    succeeded(ended)
    expect(JSON.parse(ended.stdout)).toMatchObject({ erasures: 2 })
    expect(await itemFields(at.db, world.datasetId, TEXT_DIGEST)).toBeNull()
    expect(await tracesOf(NEEDLES, { sql: at.sql, folder: data })).toEqual([])
    // The others are as they were, and so is the log.
    expect(await contactOf(at.db, requestId)).toMatchObject({ name: 'Ada Example' })
    expect(await auditLog(at.sql, logIdentity())).toBeGreaterThan(0)
    const [state] = await at.sql`select state, digest from erasure where digest is not null`
    expect(state).toMatchObject({ state: 'done', digest: TEXT_DIGEST })
  })

  it('a restore that was killed before it could do it again is done by whoever opens the database next', async () => {
    const { settings, at, data } = await emptyPlace()
    const killed = await restore({ ...settings, WINNOW_FAILPOINT: 'restore.after-commit' }, tuesdayKeys)
    expect(killed.signal).toBe('SIGKILL')
    expect(await tracesOf(NEEDLES, { sql: at.sql, folder: data })).not.toEqual([])
    expect(await winnow(['reasons', 'kept'], settings)).toMatchObject({ exit: 0 })
    expect(await tracesOf(NEEDLES, { sql: at.sql, folder: data })).toEqual([])
  })

  it('even keys that were kept from before do not bring it back where the list of erasures is known', async () => {
    const { settings, at, data } = await emptyPlace()
    cpSync(path.join(process.env.WINNOW_DATA ?? '', 'erasures'), path.join(data, 'erasures'), {
      recursive: true,
    })
    succeeded(await restore(settings, mondayKeys))
    expect(await itemFields(at.db, world.datasetId, TEXT_DIGEST)).toBeNull()
    expect(await tracesOf(NEEDLES, { sql: at.sql, folder: data })).toEqual([])
  })

  it('the files that came with an erased request are gone with it, also where its old key came back', async () => {
    const { settings, at, data } = await emptyPlace()
    cpSync(path.join(process.env.WINNOW_DATA ?? '', 'erasures'), path.join(data, 'erasures'), {
      recursive: true,
    })
    const [was] = attachmentsInBackup().filter((row) => row.request_id === goneId)
    if (!was) throw new Error('the backup was made before')
    succeeded(await restore(settings, mondayKeys))
    expect(await contactOf(at.db, goneId)).toBeNull()
    const left = await at.sql<{ id: string }[]>`select request_id as id from takedown_attachment`
    expect(left.map(({ id }) => id)).toEqual([requestId])
    const sealed = Buffer.from(was.sealed.replace('\\x', ''), 'hex')
    expect((await keysById(at.db, [keyIdIn(sealed) ?? ''])).size, 'what opens its blob').toBe(0)
    const jobs = await at.sql<{ payload: { digests: string[] } }[]>`
      select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'blobs.remove'`
    expect(jobs.flatMap(({ payload }) => payload.digests)).toContain(was.blob.replace('\\x', ''))
  })

  function attachmentsInBackup() {
    const lines = readFileSync(path.join(backup, 'tables/takedown_attachment.ndjson'), 'utf8').split('\n')
    const row = z.object({ request_id: z.string(), sealed: z.string(), blob: z.string() })
    return lines.filter(Boolean).map((line) => row.parse(JSON.parse(line)))
  }

  /** The content of the text as the backup has it. */
  function sealedInBackup(): Buffer {
    const line = readFileSync(path.join(backup, 'tables/item_content.ndjson'), 'utf8')
      .split('\n')
      .find((row) => row.includes(HEX))
    const { body } = z.object({ body: z.string() }).parse(JSON.parse(line ?? '{}'))
    return Buffer.from(body.replace('\\x', ''), 'hex')
  }
})
