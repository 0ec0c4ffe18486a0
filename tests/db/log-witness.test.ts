import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { logIdentity } from '@/lib/log/identity'
import { latestCheckpoint, witnessViews } from '@/lib/log/queries'
import { drainPending } from '@/lib/log/sequencer'
import { runWitnesses, witnessNewest } from '@/lib/log/witnessing'
import { witnesses } from '@/lib/log/witnesses'
import { forgetEnv } from '@/lib/runtime/env'
import { parseCheckpoint } from '@/lib/tlog/checkpoint'
import { openNote, parseNote } from '@/lib/tlog/note'
import { testDatabase } from '../support/database'
import { startWitness, type TestWitness } from '../support/witness'
import { decideOnce } from './log-fixtures'

const database = testDatabase()
let one: TestWitness
let two: TestWitness
const never = new AbortController().signal

beforeAll(async () => {
  one = await startWitness(logIdentity().vkey, 'one.witness.example', 1)
  two = await startWitness(logIdentity().vkey, 'two.witness.example', 2)
  process.env.WINNOW_WITNESSES = `${one.vkey} ${one.url}/\n${two.vkey} ${two.url}`
  forgetEnv()
})

afterAll(async () => {
  await Promise.all([one.close(), two.close()])
  delete process.env.WINNOW_WITNESSES
  forgetEnv()
})

beforeEach(() => {
  one.answer = two.answer = null
})

async function grow(entries: number): Promise<number> {
  for (let i = 0; i < entries; i++) await decideOnce()
  await drainPending()
  const [row] = await database.sql<{ size: string }[]>`select size from log_head`
  return Number(row?.size)
}

const configured = () => {
  const [first, second] = witnesses()
  if (!first || !second) throw new Error('two witnesses')
  return { first, second }
}
const submit = (which: 'first' | 'second') =>
  witnessNewest(database.sequencer.sql, configured()[which], never)

/** Runs the loop until `done`, as the worker does beside the sequencer. */
async function runUntil(done: () => Promise<boolean>): Promise<void> {
  const stop = new AbortController()
  const running = runWitnesses({ signal: stop.signal, url: database.urls.sequencer, everyMs: 10 })
  try {
    await expect.poll(done, { timeout: 10_000 }).toBe(true)
  } finally {
    stop.abort()
    await running
  }
}

describe('a checkpoint', () => {
  it('is shown with the signatures of every witness, which say that the log only grew', async () => {
    const size = await grow(3)
    await runUntil(async () => (await witnessViews()).every((view) => view.size === size))
    const shown = await latestCheckpoint()
    expect(shown?.size).toBe(size)
    const verifiers = [logIdentity().verifier, ...witnesses().map(({ verifier }) => verifier)]
    expect(openNote(shown?.note ?? '', verifiers).signatures.map(({ name }) => name)).toEqual([
      logIdentity().origin,
      'one.witness.example',
      'two.witness.example',
    ])
    expect(one.submitted[0]).toMatch(/^old 0\n\n/)
  })

  it('that follows is submitted with the proof from what the witness has seen, and an unchanged one not again', async () => {
    const before = one.seen?.size
    const size = await grow(5)
    await submit('first')
    expect(one.submitted.at(-1)).toMatch(new RegExp(`^old ${before}\\n[A-Za-z0-9+/=]{44}\\n`))
    expect(one.seen?.size).toBe(size)
    const count = one.submitted.length
    await submit('first')
    expect(one.submitted).toHaveLength(count)
  })

  it('reaches a witness that knows more of the log than we remember, from where it is', async () => {
    const size = await grow(2)
    await database.admin.sql.begin(async (tx) => {
      await tx`alter table log_cosignature disable trigger all`
      await tx`delete from log_cosignature where witness = ${one.vkey}`
      await tx`alter table log_cosignature enable always trigger log_cosignature_append_only`
      await tx`alter table log_cosignature enable always trigger log_cosignature_no_truncate`
    })
    await submit('first')
    expect(one.submitted.slice(-2).map((body) => body.split('\n')[0])).toEqual([
      'old 0',
      expect.stringMatching(/^old [1-9]/),
    ])
    expect(one.seen?.size).toBe(size)
  })
})

describe('a witness', () => {
  it('that is down is shown as silent, is asked again, and holds nothing up', async () => {
    two.answer = (response) => response.destroy()
    const size = await grow(2)
    await runUntil(async () => {
      const [first, second] = await witnessViews()
      return first?.size === size && second?.failingSince !== null
    })
    const [, silent] = await witnessViews()
    expect(silent?.problem).toMatch(/^two\.witness\.example does not answer/)
    const shown = await latestCheckpoint()
    expect(parseCheckpoint(parseNote(shown?.note ?? '').text).size).toBe(size)
    expect(parseNote(shown?.note ?? '').signatures.map(({ name }) => name)).not.toContain(
      'two.witness.example',
    )

    two.answer = null
    await runUntil(async () => (await witnessViews())[1]?.size === size)
    expect((await witnessViews())[1]).toMatchObject({ failingSince: null, problem: null })
  })

  it('that none of is heard for a while leaves the newest checkpoint shown, without them', async () => {
    await database.admin.sql.begin(async (tx) => {
      await tx`alter table log_checkpoint disable trigger all`
      await tx`update log_checkpoint set created_at = created_at - interval '1 minute'`
      await tx`alter table log_checkpoint enable always trigger log_checkpoint_append_only`
      await tx`alter table log_checkpoint enable always trigger log_checkpoint_no_truncate`
    })
    const size = await grow(1)
    const shown = await latestCheckpoint()
    expect(shown?.size).toBe(size)
    expect(parseNote(shown?.note ?? '').signatures).toHaveLength(1)
    await submit('first')
    expect(parseNote((await latestCheckpoint())?.note ?? '').signatures).toHaveLength(2)
  })

  it.each<[string, number, string, RegExp]>([
    ['refuses the proof', 422, 'no', /answers 422: no/],
    ['does not know the log', 404, '', /answers 404/],
    ['answers with nothing', 200, '', /does not hold|without a cosignature/],
    ['answers with words', 200, 'thank you\n', /does not hold/],
    [
      'answers with the line of somebody else',
      200,
      '— nobody AAAAAAAA\n',
      /does not hold|without a cosignature/,
    ],
    ['answers without end', 200, 'x'.repeat(200_000), /more than 65536 bytes/],
    ['has seen more than there is', 409, '999999\n', /has seen this log at 999999 entries/],
  ])('that %s is not believed', async (_, status, body, problem) => {
    one.answer = (response) => response.writeHead(status).end(body)
    await grow(1)
    const [before] = await database.sql`select count(*) as n from log_cosignature`
    await expect(submit('first')).rejects.toThrow(problem)
    expect(await database.sql`select count(*) as n from log_cosignature`).toEqual([before])
  })

  it('that signs another text is not believed', async () => {
    await grow(1)
    const other = await startWitness(logIdentity().vkey, 'one.witness.example', 5)
    one.answer = (response) => {
      const sent = one.submitted.at(-1) ?? ''
      void fetch(`${other.url}/add-checkpoint`, {
        method: 'POST',
        body: sent.replace(/^old \d+\n[^]*?\n\n/, 'old 0\n\n'),
      })
        .then((answer) => answer.text())
        .then((text) => response.writeHead(200).end(text))
    }
    await expect(submit('first')).rejects.toThrow(/without a cosignature|does not hold|no known/)
    await other.close()
  })
})

it('a cosignature cannot be changed, by the product or by the owner of the table', async () => {
  for (const { sql } of [database, database.sequencer])
    await expect(sql`update log_cosignature set line = ''`).rejects.toThrow(/permission denied/)
  await expect(database.admin.sql`update log_cosignature set line = ''`).rejects.toThrow(/append-only/)
  await expect(database.admin.sql`truncate log_cosignature`).rejects.toThrow(/append-only/)
})
