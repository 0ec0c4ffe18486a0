import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Database, transact } from '@/db/client'
import { appendEntries } from '@/lib/log/append'
import { checkHead } from '@/lib/log/check-head'
import { logIdentity } from '@/lib/log/identity'
import { drainPending } from '@/lib/log/sequencer'
import { formatBundle } from '@/lib/tlog/bundle'
import { tilePath } from '@/lib/tlog/tile-path'
import { testDatabase } from '../support/database'
import { elsewhere, type Ended, winnow } from '../support/winnow'
import { decideOn, erasureWorld } from './erasure-world'
import { aDecision, auditLog, lead } from './log-fixtures'

const database = testDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'winnow-recover-'))
const backup = path.join(folder, 'backup')
const keys = path.join(folder, 'today.keys')
const published = path.join(folder, 'published')

let before: number
let shown: number
let restored: Database
let settings: ReturnType<typeof elsewhere>
const name = `t_recover_${process.pid}`

/** A backup, life after it, the published log of today, and the backup restored beside it. */
beforeAll(async () => {
  const world = await erasureWorld('harbour')
  await drainPending()
  before = await checkHead()
  succeeded(await winnow(['backup', '--out', backup]))
  await decideOn(world, 'remove')
  // Over the edge of a bundle, so that whole and partial ones are read.
  const events = Array.from({ length: 300 }, () => aDecision('harbour'))
  await transact((tx) => appendEntries(tx, lead, events))
  await drainPending()
  shown = await checkHead()
  succeeded(await winnow(['backup', '--keys-only', '--keys', keys]))
  await writeCopy(published)

  await database.admin.sql`create database ${database.admin.sql(name)}`
  settings = elsewhere(database.urls.admin, name, folder)
  const ended = await winnow(['restore', backup, '--keys', keys, '--json'], settings)
  succeeded(ended)
  expect(JSON.parse(ended.stdout)).toMatchObject({ logSize: before, isBehind: true })
  restored = connect(settings.DATABASE_URL)
})

afterAll(async () => {
  await restored?.close()
  const admin = postgres(database.urls.admin, { max: 1, onnotice: () => undefined })
  await admin`drop database if exists ${admin(name)} with (force)`
  await admin.end()
  rmSync(folder, { recursive: true, force: true })
})

function succeeded({ exit, stderr }: Ended): void {
  if (exit !== 0) throw new Error(`ended with ${String(exit)}: ${stderr}`)
}

/** As it is served below /log. */
async function writeCopy(to: string): Promise<void> {
  const rows = await database.sql<{ body: Buffer }[]>`select body from log_entry order by idx`
  for (let index = 0; index * 256 < rows.length; index++) {
    const entries = rows.slice(index * 256, index * 256 + 256).map(({ body }) => body)
    const file = path.join(to, tilePath({ level: 'entries', index, width: entries.length }))
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, formatBundle(entries))
  }
  const [latest] = await database.sql<{ note: string }[]>`
    select note from log_checkpoint order by size desc limit 1`
  writeFileSync(path.join(to, 'checkpoint'), latest?.note ?? '')
}

const size = async () => {
  const [head] = await restored.sql<{ size: string }[]>`select size from log_head`
  return Number(head?.size)
}
const recover = (from?: string, extra: Record<string, string> = {}) =>
  winnow(['log', 'recover', ...(from === undefined ? [] : ['--from', from]), '--json'], {
    ...settings,
    ...extra,
  })
const register = () =>
  winnow(['dataset', 'create', 'another', '--name', 'Another', '--licence', 'CC0-1.0', '--json'], settings)

describe('a database behind the checkpoints that were shown', () => {
  it('is open to readers, and every write is refused with one sentence', async () => {
    expect(await size()).toBe(before)
    const read = await winnow(['reasons', 'harbour', '--json'], settings)
    expect(read).toMatchObject({ exit: 0, stderr: expect.stringContaining('read-only') })
    const written = await register()
    expect(written.exit).toBe(2)
    expect(JSON.parse(written.stdout)).toMatchObject({
      error: { code: 'unavailable', message: expect.stringContaining('log recover') },
    })
    expect(await restored.sql`select 1 from dataset where slug = 'another'`).toHaveLength(0)
  })

  it('is not continued from nowhere, from a copy that ends early, or from one with a changed byte', async () => {
    expect(await recover()).toMatchObject({ exit: 2, stderr: expect.stringContaining('--from') })
    const short = path.join(folder, 'short')
    cpSync(published, short, { recursive: true })
    rmSync(path.join(short, tilePath({ level: 'entries', index: 1, width: shown - 256 })))
    expect(await recover(short)).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('tile/entries/001'),
    })

    const changed = path.join(folder, 'changed')
    cpSync(published, changed, { recursive: true })
    const file = path.join(changed, tilePath({ level: 'entries', index: 0, width: 256 }))
    const bytes = readFileSync(file)
    // A digit of the commitment of an entry that is missing here.
    const at = bytes.lastIndexOf('"c":"') + 10
    bytes[at] = bytes[at] === 65 ? 66 : 65
    writeFileSync(file, bytes)
    expect(await recover(changed)).toMatchObject({ exit: 2, stderr: expect.stringContaining('another root') })
    expect(await recover(published, { WINNOW_FAILPOINT: 'recover.before-commit' })).toMatchObject({
      signal: 'SIGKILL',
    })
    expect(await size()).toBe(before)
  })

  it('gets the missing entries back, says what has no counterpart, and goes on', async () => {
    const ended = await recover(published)
    succeeded(ended)
    const view = JSON.parse(ended.stdout)
    expect(view).toMatchObject({ from: before, to: shown, factsWithoutEntry: [] })
    expect(view.entriesWithoutFact).toHaveLength(shown - before)
    expect(view.entriesWithoutFact[0]).toMatchObject({ index: before, type: 'decision' })
    expect(await auditLog(restored.sql, logIdentity())).toBe(shown)
    succeeded(await register())
    const sequencer = { ...settings, WINNOW_FAILPOINT: '' }
    const again = await winnow(['log', 'recover', '--json'], sequencer)
    expect(again).toMatchObject({ exit: 0, stderr: '' })
    expect(JSON.parse(again.stdout)).toMatchObject({ from: shown, to: shown, entriesWithoutFact: [] })
  })

  it('names rows whose entry the log does not have', async () => {
    const entryId = crypto.randomUUID()
    await restored.sql`update revision set entry_id = ${entryId} where number = 1`
    const ended = await recover()
    expect(JSON.parse(ended.stdout)).toMatchObject({ factsWithoutEntry: [{ table: 'revision', entryId }] })
  })
})

it('what only waited when the backup was made is recovered from the database itself', async () => {
  const other = `${name}_waiting`
  const place = elsewhere(database.urls.admin, other, folder)
  await transact((tx) => appendEntries(tx, lead, [aDecision('a'), aDecision('b'), aDecision('c')]))
  succeeded(await winnow(['backup', '--out', path.join(folder, 'waiting')]))
  await drainPending()
  const later = path.join(folder, 'later.keys')
  succeeded(await winnow(['backup', '--keys-only', '--keys', later]))
  await database.admin.sql`create database ${database.admin.sql(other)}`
  try {
    succeeded(await winnow(['restore', path.join(folder, 'waiting'), '--keys', later], place))
    const ended = await winnow(['log', 'recover', '--json'], place)
    succeeded(ended)
    expect(JSON.parse(ended.stdout)).toMatchObject({ to: shown + 3, factsWithoutEntry: [] })
    const at = connect(place.DATABASE_URL)
    expect(await auditLog(at.sql, logIdentity())).toBe(shown + 3)
    expect(await at.sql`select 1 from log_pending`).toHaveLength(0)
    await at.close()
  } finally {
    await database.admin.sql`drop database if exists ${database.admin.sql(other)} with (force)`
  }
})
