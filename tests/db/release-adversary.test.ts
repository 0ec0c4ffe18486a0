import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { closeDatabase, transact } from '@/db/client'
import { publishWhatIsDue } from '@/lib/fulfilment/due-release'
import { diffResponse } from '@/lib/releases/download'
import { releasesOf } from '@/lib/releases/queries'
import { forgetEnv } from '@/lib/runtime/env'
import { testDatabase } from '@/tests/support/database'
import { decided, decideRoutine, publishNow, runReleaseJobs } from './fulfilment-world'
import { letters, takedownWorld } from './takedown-world'

/*
 * The adversary keeps every release and compares it with the one before. Worlds are the same but for why the fifth row goes: a finding
 * of daily work, or a report under a clock of hours, which is on no public list either.
 */
vi.setConfig({ testTimeout: 60_000 })

const WORLDS = [
  { name: 'an address that a detector found', asked: false },
  { name: 'an intimate image that somebody reported', asked: true },
] as const

const HOUR = 3_600_000
const ROWS = Array.from({ length: 12 }, (_, i) => ({
  id: `r${i}`,
  text: `Row ${i}: write to someone.${i}@mail.example.org`,
}))
const textOf = (i: number) => ROWS[i]?.text ?? ''

const seen = new Map<string, unknown>()

describe.each(WORLDS)('a world: $name', ({ name, asked }) => {
  const database = testDatabase()
  beforeAll(forgetEnv)
  afterAll(async () => {
    forgetEnv()
    await closeDatabase()
  })

  it('is published by its maintainers, and by nothing before', async () => {
    const world = await takedownWorld(database.db, ROWS)
    await publishNow(database, world)
    const versions = async () => (await releasesOf(world.datasetId)).map(({ version }) => version)
    await decided(database, world, { kind: 'privacy', targets: `“${textOf(3)}”` })
    if (asked) await decided(database, world, { kind: 'ncii', targets: `“${textOf(5)}”` })
    else await decideRoutine(database, world, textOf(5))
    await runReleaseJobs(database)
    const atOnce = await versions()
    const said = (await letters(database)).filter(({ template }) => template.startsWith('release-'))
    await publishNow(database, world)
    const text = await (await diffResponse(new Request('http://x/'), world.slug, '2.0.0')).text()
    // What rests on salts and on the name of the world.
    const { from: _, to: __, dataset: ___, ...diff } = JSON.parse(text)
    seen.set(name, { atOnce, letters: said.length, after: await versions(), diff })
  })
})

it('to who compares the releases all worlds are the same', () => {
  const [first, ...others] = [...seen.values()]
  expect(first).toMatchObject({
    ...{ atOnce: ['1.0.0'], letters: 0, after: ['2.0.0', '1.0.0'] },
    diff: { rows: { left_out: 2 } },
  })
  expect(others).toEqual([first])
})

describe('what has a clock of hours', () => {
  const database = testDatabase()
  beforeAll(forgetEnv)
  afterAll(async () => {
    forgetEnv()
    await closeDatabase()
  })

  let worlds = 0
  /** Each with texts of its own: what was reported in one dataset is hidden in the next that brings it. */
  const published = async () => {
    const of = `world ${++worlds}`
    const rows = ROWS.map(({ id, text }) => ({ id, text: `${text} (${of})` }))
    const world = await takedownWorld(database.db, rows)
    await publishNow(database, world)
    const at = { datasetId: world.datasetId, profile: 'world' }
    return {
      world,
      fifth: `“${textOf(5)} (${of})”`,
      after: (hours: number) =>
        transact((tx) => publishWhatIsDue(tx, at, new Date(Date.now() + hours * HOUR)), world.db),
    }
  }

  it('waits half a day at most for a release that somebody else makes, and then is published without a word to anybody', async () => {
    const { world, fifth, after } = await published()
    await decided(database, world, { kind: 'ncii', targets: fifth })
    expect(await after(11.5)).toMatchObject({ step: 'waits' })
    expect((await letters(database)).filter(({ template }) => template === 'release-due')).toEqual([])
    expect(await after(12.1)).toMatchObject({ step: 'staged', version: '2.0.0' })
    await runReleaseJobs(database)
  })

  it.each([
    ['in the last half hour of its clock', 0.5],
    ['when its clock has run out', -20],
    ['with half a day left', 11.9],
  ])('is published at once when an officer takes it out %s', async (_, left) => {
    const { world, fifth, after } = await published()
    await decided(database, world, { kind: 'ncii', targets: fifth, left })
    expect(await after(0)).toMatchObject({ step: 'staged', version: '2.0.0' })
    await runReleaseJobs(database)
  })

  it('neither waits for a revision that is read in, nor tells the maintainers that something waits', async () => {
    const { world, fifth, after } = await published()
    await decided(database, world, { kind: 'ncii', targets: fifth })
    await database.admin.sql`
      insert into revision (dataset_id, number, files_digest, state) values (${world.datasetId}, 99, '\\x01', 'importing')`
    expect(await after(12.1)).toMatchObject({ step: 'staged' })
    expect((await letters(database)).filter(({ template }) => template === 'release-refused')).toEqual([])
  })
})
