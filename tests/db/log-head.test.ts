import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { checkHead } from '@/lib/log/check-head'
import { logIdentity } from '@/lib/log/identity'
import { logKey } from '@/lib/log/key'
import { latestMirrored, mirror, mirrorFolder } from '@/lib/log/mirror'
import { sequence } from '@/lib/log/sequence'
import { drainPending, runSequencer } from '@/lib/log/sequencer'
import { readEnv } from '@/lib/runtime/env'
import { toHex } from '@/lib/tlog/bytes'
import { formatCheckpoint } from '@/lib/tlog/checkpoint'
import { signNote } from '@/lib/tlog/note'
import { testDatabase } from '../support/database'
import { decideOnce, ORIGIN, testLog } from './log-fixtures'

const database = testDatabase()

/** As a superuser who switches the triggers off, which no grant can prevent; put back afterwards. */
async function tampered(statement: string, undo: string, look: () => Promise<void>): Promise<void> {
  const run = (sql: string) =>
    database.admin.sql.begin(async (tx) => {
      const triggers = await tx<{ table: string; name: string }[]>`
        select tgrelid::regclass::text as table, tgname as name from pg_trigger
        where not tgisinternal and tgrelid::regclass::text like 'log_%'`
      for (const { table, name } of triggers) await tx.unsafe(`alter table ${table} disable trigger ${name}`)
      await tx.unsafe(sql)
      for (const { table, name } of triggers)
        await tx.unsafe(`alter table ${table} enable always trigger ${name}`)
    })
  await run(statement)
  try {
    await look()
  } finally {
    await run(undo)
  }
  await expect(checkHead()).resolves.toBeGreaterThan(0)
}

beforeEach(async () => {
  for (let i = 0; i < 3; i++) await decideOnce()
  await drainPending()
})

describe('the head at start', () => {
  it('is fine when nothing was changed, also when the mirror is behind', async () => {
    const size = await checkHead()
    await decideOnce()
    await sequence(database.sequencer.sql, logIdentity())
    expect((await latestMirrored(mirrorFolder()))?.size).toBe(size)
    expect(await checkHead()).toBe(size + 1)
  })

  it('refuses another origin, and the sequencer does too', async () => {
    const log = testLog('other.invalid/log')
    await expect(checkHead({ log })).rejects.toMatchObject({
      code: 'origin_changed',
      message: expect.stringContaining(`WINNOW_LOG_ORIGIN=${ORIGIN}`),
    })
    await decideOnce()
    const signal = new AbortController().signal
    await expect(runSequencer({ signal, log })).rejects.toMatchObject({ code: 'origin_changed' })
    await expect(sequence(database.sequencer.sql, log)).rejects.toMatchObject({ code: 'origin_changed' })
  })

  it('refuses another key', async () => {
    await expect(checkHead({ log: testLog(ORIGIN, 9) })).rejects.toMatchObject({ code: 'key_changed' })
  })

  it('refuses a database that is older than what was shown', async () => {
    const size = await checkHead()
    const folder = await mkdtemp(path.join(path.dirname(mirrorFolder()), 'mirror-'))
    const log = logIdentity()
    const shown = signNote(
      formatCheckpoint({ origin: ORIGIN, size: size + 5, root: Buffer.alloc(32) }),
      log.signers,
    )
    await mirror(folder, { size: size + 5, note: shown })
    await expect(checkHead({ folder })).rejects.toMatchObject({ code: 'behind' })
    await expect(runSequencer({ signal: new AbortController().signal, folder })).rejects.toMatchObject({
      code: 'behind',
    })
  })

  it('refuses a log whose beginning is not the one that was shown', async () => {
    const folder = await mkdtemp(path.join(path.dirname(mirrorFolder()), 'mirror-'))
    const log = logIdentity()
    const shown = signNote(
      formatCheckpoint({ origin: ORIGIN, size: 2, root: Buffer.alloc(32, 1) }),
      log.signers,
    )
    await mirror(folder, { size: 2, note: shown })
    await expect(checkHead({ folder })).rejects.toMatchObject({ code: 'forked' })
  })

  it('refuses a mirrored checkpoint that somebody edited', async () => {
    const latest = await latestMirrored(mirrorFolder())
    if (!latest) throw new Error('nothing mirrored')
    await writeFile(latest.file, latest.note.replace(/\n\d+\n/, '\n1\n'))
    await expect(checkHead()).rejects.toMatchObject({ code: 'damaged' })
    await writeFile(latest.file, latest.note)
    await expect(checkHead()).resolves.toBe(latest.size)
  })

  it('refuses a changed leaf, a lost entry, a surplus entry and a moved head', async () => {
    const size = await checkHead()
    const last = size - 1
    const [entry] = await database.sql<{ leaf: Buffer; body: Buffer; entry_id: string }[]>`
      select leaf, body, entry_id from log_entry where idx = ${last}`
    const leaf = entry?.leaf.toString('hex') ?? ''
    const head = `select size, root, edge from log_head`
    const [was] = await database.sql.unsafe<{ root: Buffer; edge: Buffer }[]>(head)
    const damaged = async () => {
      await expect(checkHead()).rejects.toMatchObject({ code: 'damaged' })
    }
    await tampered(
      `update log_entry set leaf = sha256(leaf) where idx = ${last}`,
      `update log_entry set leaf = '\\x${leaf}' where idx = ${last}`,
      damaged,
    )
    await tampered(
      `delete from log_entry where idx = ${last}`,
      `insert into log_entry (idx, entry_id, body, leaf) values
        (${last}, '${entry?.entry_id}', '\\x${entry?.body.toString('hex')}', '\\x${leaf}')`,
      damaged,
    )
    await tampered(
      `insert into log_entry (idx, entry_id, body, leaf) values (${size}, gen_random_uuid(), 'x', sha256('x'))`,
      `delete from log_entry where idx = ${size}`,
      damaged,
    )
    await tampered(
      `update log_head set root = sha256(root)`,
      `update log_head set root = '\\x${was?.root.toString('hex')}'`,
      damaged,
    )
    await tampered(
      `update log_head set size = ${last}`,
      `update log_head set size = ${size}, edge = '\\x${was?.edge.toString('hex')}'`,
      damaged,
    )
  })

  it('does not build on a leaf that was changed while it runs', async () => {
    const last = (await checkHead()) - 1
    const [entry] = await database.sql<{ leaf: Buffer }[]>`select leaf from log_entry where idx = ${last}`
    await decideOnce()
    await tampered(
      `update log_entry set leaf = sha256(leaf) where idx = ${last}`,
      `update log_entry set leaf = '\\x${entry?.leaf.toString('hex')}' where idx = ${last}`,
      async () => {
        await expect(sequence(database.sequencer.sql, logIdentity())).rejects.toMatchObject({
          code: 'damaged',
        })
      },
    )
  })
})

describe('the key', () => {
  it('is made once, readable by its owner alone, and stays the same', async () => {
    const file = path.join(path.dirname(mirrorFolder()), 'keys', 'log.seed')
    const first = toHex(logKey().publicKey)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700)
    expect(toHex(logKey().publicKey)).toBe(first)
    expect(await readdir(path.dirname(file))).toEqual(['log.seed'])
  })

  it('is the one of WINNOW_LOG_KEY when that is set, and a malformed one is refused at start', async () => {
    const dataDir = path.dirname(mirrorFolder())
    const seed = Buffer.alloc(32, 7).toString('base64')
    expect(toHex(logKey({ dataDir, logKey: seed }).publicKey)).toBe(
      'ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c',
    )
    expect(readEnv({ ...process.env, WINNOW_LOG_KEY: seed }).logKey).toBe(seed)
    expect(() => readEnv({ ...process.env, WINNOW_LOG_KEY: 'short' })).toThrow('WINNOW_LOG_KEY must be')
    expect((await readFile(path.join(dataDir, 'keys', 'log.seed'), 'utf8')).trim()).toHaveLength(44)
  })
})

describe('the mirror', () => {
  it('keeps the newest checkpoints and no drafts', async () => {
    const folder = await mkdtemp(path.join(path.dirname(mirrorFolder()), 'mirror-'))
    for (let size = 1; size <= 40; size++) await mirror(folder, { size, note: `note ${size}\n` })
    const names = await readdir(folder)
    expect(names).toHaveLength(32)
    expect(names.every((name) => /^\d{16}\.note$/.test(name))).toBe(true)
    expect(await latestMirrored(folder)).toMatchObject({ size: 40, note: 'note 40\n' })
    await rm(folder, { recursive: true })
    expect(await latestMirrored(folder)).toBeUndefined()
  })
})
