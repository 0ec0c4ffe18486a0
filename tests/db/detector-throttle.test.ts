import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { publishFirstPolicy } from '@/lib/policies/first-policy'
import { heldBy } from '@/lib/throttle/queries'
import { changeThrottle } from '@/lib/throttle/settings'
import { dropDetector, letGoOn, settleHeld } from '@/lib/throttle/settle'
import { beginWatch } from '@/lib/throttle/watch'
import { root } from '@/lib/runtime/root'
import { testDatabase } from '../support/database'
import { importFiles, newDataset, writeFiles } from '../support/datasets'
import { newMember } from './review-world'

const database = testDatabase()
beforeAll(() => transact(publishFirstPolicy))

/** A third of the rows have an address in them, each third of those a card number too. */
function shard(name: string, { rows = 300, words = 1 } = {}): string {
  return Array.from({ length: rows }, (_, i) => {
    const address = i % 3 === 0 ? `write to person.${i}@mail.example.org ` : ''
    const card = i % 50 === 0 ? 'card 4111 1111 1111 1111 ' : ''
    return `${JSON.stringify({ id: `${name}${i}`, text: `${address}${card}${name} ${i} ${'calm water '.repeat(words)}` })}\n`
  }).join('')
}

/** A dataset that was scanned before, by other versions of the detectors than there are now; a pause after 100 rows. */
async function world(slug: string) {
  const datasetId = await newDataset(slug)
  const lead = await newMember(database.db, [['lead', datasetId]])
  const maintainer = await newMember(database.db, [
    ['lead', datasetId],
    ['maintainer', datasetId],
  ])
  await transact((tx) => beginWatch(tx, datasetId, [{ detector: 'email', version: 'before' }]))
  await transact((tx) =>
    changeThrottle(tx, lead, { datasetId, throttleShare: 0.05, throttleLeast: 100, throttleFirst: false }),
  )
  const [email] = await import('@/lib/detection/registry').then(({ DETECTORS }) =>
    DETECTORS.filter(({ id }) => id === 'email'),
  )
  return {
    datasetId,
    lead,
    maintainer,
    email: { datasetId, detector: 'email', version: email?.version ?? '' },
  }
}

const counts = async (datasetId: string) =>
  (
    await database.sql`
      select (select count(*)::int from held_flag where dataset_id = ${datasetId}) as held,
        (select count(*)::int from flag where dataset_id = ${datasetId} and detector = 'email') as email,
        (select count(*)::int from flag where dataset_id = ${datasetId} and detector <> 'email') as other,
        (select count(*)::int from review_case where dataset_id = ${datasetId}) as cases`
  )[0]
const watch = async (datasetId: string) =>
  Object.fromEntries(
    (
      await database.sql`
        select detector, state, rows_seen::int as seen, rows_hit::int as hit from detector_watch
        where dataset_id = ${datasetId} and version <> 'before'`
    ).map(({ detector, ...rest }) => [detector, rest]),
  )
const letters = async () =>
  (await database.sql`select count(*)::int as n from mail_message where template = 'detector-paused'`)[0]?.n

describe('a detector that is new to a dataset', () => {
  it('is paused when it finds something in too many rows: its flags are held, the rest goes on, leads are told once', async () => {
    const { datasetId, lead, email } = await world('throttled')
    const before = Number(await letters())
    await importFiles(datasetId, writeFiles({ 'a.jsonl': shard('a') }))
    expect(await counts(datasetId)).toEqual({ held: 100, email: 0, other: 6, cases: 6 })
    expect(await watch(datasetId)).toMatchObject({
      email: { state: 'paused', seen: 300, hit: 100 },
      'credit-card': { state: 'watched', hit: 6 },
    })
    expect(Number(await letters()) - before).toBe(2)

    const held = await heldBy(email)
    expect(held.types).toEqual([
      { category: 'pii', categoryLabel: 'Personal data', type: 'email', flags: 100 },
    ])
    expect(held.sample).toHaveLength(10)
    // What it found stays masked in a list.
    for (const { snippet } of held.sample) expect(snippet?.text).not.toContain('@')
    await transact((tx) => letGoOn(tx, lead, email))
    await settleHeld(email)
    expect(await counts(datasetId)).toEqual({ held: 0, email: 100, other: 6, cases: 104 })
    await importFiles(datasetId, writeFiles({ 'b.jsonl': shard('b') }))
    expect(await counts(datasetId)).toMatchObject({ held: 0, email: 200 })
    expect(await watch(datasetId)).toMatchObject({
      email: { state: 'known' },
      'credit-card': { state: 'known' },
    })
  })

  it('that a lead drops raises nothing there any more, and its held flags are gone', async () => {
    const { datasetId, maintainer, email } = await world('dropped')
    await importFiles(datasetId, writeFiles({ 'a.jsonl': shard('a') }))
    expect(await counts(datasetId)).toMatchObject({ held: 100, email: 0 })
    const reviewer = await newMember(database.db, [['reviewer', datasetId]])
    await expect(transact((tx) => dropDetector(tx, reviewer, email))).rejects.toMatchObject({
      code: 'forbidden',
    })
    await transact((tx) => dropDetector(tx, maintainer, email))
    await settleHeld(email)
    await importFiles(datasetId, writeFiles({ 'b.jsonl': shard('b') }))
    expect(await counts(datasetId)).toMatchObject({ held: 0, email: 0, other: 12 })
    await expect(transact((tx) => dropDetector(tx, maintainer, email))).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('is not watched at the first import, where every detector is new, unless the dataset asks for that', async () => {
    const plain = await newDataset('first')
    await importFiles(plain, writeFiles({ 'a.jsonl': shard('a', { rows: 2_000 }) }))
    expect(await counts(plain)).toMatchObject({ held: 0, email: 667 })
    const asked = await newDataset('first-watched')
    const lead = await newMember(database.db, [['lead', asked]])
    const settings = { datasetId: asked, throttleShare: 0.05, throttleLeast: 1_000, throttleFirst: true }
    await transact((tx) => changeThrottle(tx, lead, settings))
    await importFiles(asked, writeFiles({ 'a.jsonl': shard('a', { rows: 2_000 }) }))
    expect(await counts(asked)).toMatchObject({ held: 667, email: 0, other: 40 })
  })

  it('is counted right by an import that was killed and went on', async () => {
    const { datasetId } = await world('killed')
    const before = Number(await letters())
    // Rows of 20 KB: a block of 1 MiB holds fifty. What is found before a hundred rows were read is raised.
    const files = writeFiles({ 'a.jsonl': shard('a', { words: 1_800 }) })
    expect(await runChild(datasetId, files, 'import.before-commit:4')).toBe('SIGKILL')
    const { email } = await watch(datasetId)
    expect(email?.state).toBe('paused')
    const cut = await counts(datasetId)
    expect(cut?.['email']).toBeGreaterThan(0)
    expect(cut?.['held']).toBeGreaterThan(0)
    expect(Number(cut?.['email']) + Number(cut?.['held'])).toBe(email?.hit)
    expect(email?.seen).toBeLessThan(300)
    await importFiles(datasetId, files)
    expect(await watch(datasetId)).toMatchObject({ email: { state: 'paused', seen: 300, hit: 100 } })
    const whole = await counts(datasetId)
    expect(whole?.['email']).toBe(cut?.['email'])
    expect(Number(whole?.['email']) + Number(whole?.['held'])).toBe(100)
    expect(Number(await letters()) - before).toBe(2)
  })
})

async function runChild(datasetId: string, files: readonly string[], failpoint: string) {
  const script = path.join(root, 'tests/support/import-child.ts')
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', script, datasetId, '0', ...files],
    {
      cwd: root,
      env: { ...process.env, WINNOW_FAILPOINT: failpoint },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const [, signal]: (number | string | null)[] = await once(child, 'exit')
  return signal
}
