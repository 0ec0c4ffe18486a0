import { type ChildProcess, fork } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { checkHead } from '@/lib/log/check-head'
import { logIdentity } from '@/lib/log/identity'
import { mirrorFolder } from '@/lib/log/mirror'
import { waitUntilSequenced } from '@/lib/log/queries'
import { testDatabase } from '../support/database'
import { program } from '../support/program'
import { auditLog, decideOnce } from './log-fixtures'

const database = testDatabase()

function startSequencer(failpoint?: string) {
  const [condition, file] = program('tests/db/log-sequencer.child.ts')
  const child = fork(file, {
    execArgv: [condition],
    env: { ...process.env, ...(failpoint ? { WINNOW_FAILPOINT: failpoint } : {}) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  started.add(child)
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  )
  return { child, ended }
}

/** Ends with the test whatever it asserted, so that no sequencer outlives its database. */
const started = new Set<ChildProcess>()
afterEach(() => {
  for (const child of started) child.kill('SIGKILL')
  started.clear()
})

const state = async () => {
  const [row] = await database.sql<{ entries: number; pending: number; head: number; checkpoints: number }[]>`
    select (select count(*)::int from log_entry) as entries, (select count(*)::int from log_pending) as pending,
           (select size::int from log_head) as head, (select count(*)::int from log_checkpoint) as checkpoints`
  if (!row) throw new Error('no state')
  return row
}
const mirrored = async () => (await readdir(mirrorFolder())).filter((name) => name.endsWith('.note')).length

/** Starts a sequencer, appends while it runs, and stops it when everything has its index. */
async function sequenceWithFreshProcess(ids: string[]) {
  const { child, ended } = startSequencer()
  await new Promise((resolve) => child.once('message', resolve))
  await waitUntilSequenced(ids)
  child.kill('SIGTERM')
  expect(await ended).toEqual({ code: 0, signal: null })
}

/** `WINNOW_TEST_KILLS=200 npm test` for a longer siege. */
const KILLS = Number(process.env.WINNOW_TEST_KILLS ?? 10)

// Each starts several processes; on a busy machine that takes its time.
describe('kill -9 of a sequencer', { timeout: 120_000 + KILLS * 6_000 }, () => {
  const committed: string[] = []

  // Where the process dies, and whether the batch was committed by then.
  it.each([
    { at: 'sequence:after-insert', done: false },
    { at: 'sequence:before-commit', done: false },
    { at: 'sequence:after-commit', done: true },
  ])('at $at loses nothing and doubles nothing', async ({ at, done }) => {
    committed.push((await decideOnce()).entryId)
    await sequenceWithFreshProcess(committed)
    const before = await state()
    const mirroredBefore = await mirrored()

    const batch: string[] = []
    for (let i = 0; i < 300; i++) batch.push((await decideOnce()).entryId)
    committed.push(...batch)
    const { ended } = startSequencer(at)
    expect(await ended).toEqual({ code: null, signal: 'SIGKILL' })

    // Killed mid-step: the rows of the batch are all on one side, and its checkpoint was not shown yet.
    const killed = await state()
    expect(killed.entries - before.entries).toBe(done ? batch.length : 0)
    expect(killed.pending - before.pending).toBe(done ? 0 : batch.length)
    expect(killed.head).toBe(killed.entries)
    expect(killed.checkpoints - before.checkpoints).toBe(done ? 1 : 0)
    expect(await mirrored()).toBe(mirroredBefore)
    expect(await auditLog(database.sql, logIdentity())).toBe(killed.entries)

    await sequenceWithFreshProcess(batch)
    expect(await auditLog(database.sql, logIdentity())).toBe(committed.length)
    expect(await checkHead()).toBe(committed.length)
    const stored = await database.sql<{ entry_id: string }[]>`select entry_id from log_entry`
    expect(stored.map((row) => row.entry_id).sort()).toEqual([...committed].sort())
  })

  it(`at any moment, ${KILLS} times under load with two of them running, loses nothing and doubles nothing`, async () => {
    const before = (await state()).entries
    let writing = true
    const writer = (async () => {
      while (writing) {
        committed.push((await decideOnce()).entryId)
        await sleep(2)
      }
    })()
    const begun = async () => {
      const sequencer = startSequencer()
      await new Promise((resolve) => sequencer.child.once('message', resolve))
      return sequencer
    }
    let older = await begun()
    const signals: (string | null)[] = []
    for (let i = 0; i < KILLS; i++) {
      const younger = await begun()
      await sleep((37 * i) % 400)
      // On a machine that is busy with other things none may have come that far yet: the last one does before it is killed.
      if (i === KILLS - 1)
        await expect.poll(async () => (await state()).entries, { timeout: 60_000 }).toBeGreaterThan(before)
      older.child.kill('SIGKILL')
      signals.push((await older.ended).signal)
      older = younger
    }
    older.child.kill('SIGKILL')
    await older.ended
    writing = false
    await writer
    expect(signals).toEqual(Array(KILLS).fill('SIGKILL'))
    // Not in vain: the killed ones had moved entries, and left others behind.
    const killed = await state()
    expect(killed.entries).toBeGreaterThan(before)
    expect(killed.entries + killed.pending).toBe(committed.length)
    await sequenceWithFreshProcess(committed)
    expect(await auditLog(database.sql, logIdentity())).toBe(committed.length)
  })
})
