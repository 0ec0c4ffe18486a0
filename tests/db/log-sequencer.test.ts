import { describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { appendEntry } from '@/lib/log/append'
import { checkHead } from '@/lib/log/check-head'
import { latestCheckpoint, listEntries, logVkey, waitUntilSequenced } from '@/lib/log/queries'
import { drainPending, runSequencer } from '@/lib/log/sequencer'
import { fromHex } from '@/lib/tlog/bytes'
import { parseCheckpoint } from '@/lib/tlog/checkpoint'
import { openNote } from '@/lib/tlog/note'
import { ed25519Verifier } from '@/lib/tlog/vkey'
import { logIdentity } from '@/lib/log/identity'
import { verifyEd25519 } from '@/lib/log/key'
import { testDatabase } from '../support/database'
import { aDecision, auditLog, decideOnce, lead } from './log-fixtures'

const database = testDatabase()

/** Runs sequencers while `work` goes on, and stops them once nothing is pending. */
async function withSequencers<T>(count: number, work: () => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const running = Promise.all(Array.from({ length: count }, () => runSequencer({ signal: stop.signal })))
  const worked = work().finally(() => stop.abort())
  await Promise.all([worked, running])
  return worked
}

describe('the sequencer', () => {
  it('signs the empty log when it first starts, so that a checkpoint is there from the beginning', async () => {
    expect(await latestCheckpoint()).toBeNull()
    expect(await drainPending()).toBe(0)
    expect(await latestCheckpoint()).toMatchObject({ size: 0 })
    expect(await checkHead()).toBe(0)
  })

  it('loses, doubles and skips nothing with two sequencers and eight writers, some of which roll back', async () => {
    const perWriter = 120
    const committed: string[] = []
    const writer = async (n: number) => {
      for (let i = 0; i < perWriter; i++) {
        const fails = (i + n) % 5 === 0
        try {
          await transact(async (tx) => {
            const { entryId } = await appendEntry(tx, lead, aDecision())
            if (i % 7 === 0) await new Promise((done) => setTimeout(done, 3))
            if (fails) throw new Error('rolled back')
            committed.push(entryId)
          })
        } catch (error) {
          if (!fails) throw error
        }
      }
    }
    await withSequencers(2, async () => {
      await Promise.all(Array.from({ length: 8 }, (_, n) => writer(n)))
      await waitUntilSequenced(committed)
    })
    expect(committed.length).toBe(8 * perWriter * 0.8)
    const stored = await database.sql<{ entry_id: string }[]>`select entry_id from log_entry`
    expect(stored.map((row) => row.entry_id).sort()).toEqual([...committed].sort())
    expect(await auditLog(database.sql, logIdentity())).toBe(committed.length)
    expect(await checkHead()).toBe(committed.length)
  })

  it('gives entries of transactions that follow each other indices in that order', async () => {
    const ids: string[] = []
    for (let i = 0; i < 20; i++) ids.push((await decideOnce()).entryId)
    await drainPending()
    const page = await listEntries({ limit: 20 })
    expect(page.entries.map(({ entry }) => entry.id).reverse()).toEqual(ids)
  })

  it('takes in a backlog larger than a batch, with tiles', async () => {
    const size = await auditLog(database.sql, logIdentity())
    await database.sql`
      insert into log_pending (entry_id, body)
      select gen_random_uuid(), convert_to('{"n":' || n || '}', 'UTF8') from generate_series(1, 9000) n`
    expect(await drainPending()).toBe(9_000)
    expect(await auditLog(database.sql, logIdentity())).toBe(size + 9_000)
    const sizes = await database.sql<
      { size: string }[]
    >`select size from log_checkpoint order by size desc limit 3`
    expect(sizes.map((row) => Number(row.size))).toEqual([size + 9_000, size + 8_192, size + 4_096])
  })

  it('publishes a checkpoint that a stranger can check with the verifier key alone', async () => {
    const checkpoint = await latestCheckpoint()
    if (!checkpoint) throw new Error('no checkpoint')
    const opened = openNote(checkpoint.note, [ed25519Verifier(logVkey(), verifyEd25519)])
    expect(parseCheckpoint(opened.text)).toEqual({
      origin: 'log.test.invalid/winnow',
      size: checkpoint.size,
      root: fromHex(checkpoint.root),
    })
  })

  it('ends cleanly when it is told to, and while it waits for a database that is not there', async () => {
    const stop = new AbortController()
    const nowhere = runSequencer({ signal: stop.signal, url: 'postgres://nobody@127.0.0.1:1/none' })
    setTimeout(() => stop.abort(), 100)
    await expect(nowhere).resolves.toBeUndefined()
  })
})

describe('waiting for entries', () => {
  it('gives up with a sentence when no sequencer runs', async () => {
    const { entryId } = await decideOnce()
    await expect(waitUntilSequenced([entryId], { timeoutMs: 50 })).rejects.toMatchObject({
      code: 'unavailable',
    })
    await drainPending()
    const { size } = await waitUntilSequenced([entryId])
    expect(size).toBe(await checkHead())
  })
})
