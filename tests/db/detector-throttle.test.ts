import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { publishFirstPolicy } from '@/lib/policies/first-policy'
import { locateItem, overrideByDigest } from '@/lib/review/override-by-digest'
import { recuse } from '@/lib/review/preferences'
import { heldBy } from '@/lib/throttle/queries'
import { changeThrottle } from '@/lib/throttle/settings'
import { dropDetector, letGoOn, settleHeld } from '@/lib/throttle/settle'
import { root } from '@/lib/runtime/root'
import { testDatabase } from '../support/database'
import { importFiles, newDataset, writeFiles } from '../support/datasets'
import { claim, newMember } from './review-world'

const database = testDatabase()
beforeAll(() => transact(publishFirstPolicy))

/** Of three rows so many have an address in them; where any has, each fiftieth has a card number. */
function shard(name: string, { rows = 300, words = 1, ofThree = 1 } = {}): string {
  return Array.from({ length: rows }, (_, i) => {
    const address = i % 3 < ofThree ? `write to person.${i}@mail.example.org ` : ''
    const card = ofThree > 0 && i % 50 === 0 ? 'card 4111 1111 1111 1111 ' : ''
    return `${JSON.stringify({ id: `${name}${i}`, text: `${address}${card}${name} ${i} ${'calm water '.repeat(words)}` })}\n`
  }).join('')
}

/** An address and a card number in each row. */
const cards = () =>
  Array.from(
    { length: 150 },
    (_, i) =>
      `${JSON.stringify({ id: i, text: `harbour rows ${i} to person.${i}@mail.example.org or 4111 1111 1111 1111 and harbour` })}\n`,
  ).join('')

/** A dataset of which a hundred rows were scanned before, by other versions of the detectors than there are now; a pause after as many. */
async function world(slug: string) {
  const datasetId = await newDataset(slug)
  const lead = await newMember(database.db, [['lead', datasetId]])
  const maintainer = await newMember(database.db, [
    ['lead', datasetId],
    ['maintainer', datasetId],
  ])
  await settings(datasetId, lead, { throttleLeast: 100 })
  await importFiles(datasetId, writeFiles({ 'calm.jsonl': shard('calm', { rows: 100, ofThree: 0 }) }))
  await database.admin.sql`update detector_watch set version = 'before' where dataset_id = ${datasetId}`
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

const settings = (datasetId: string, lead: Member, change: object) =>
  transact((tx) =>
    changeThrottle(tx, lead, {
      ...{ datasetId, opened: undefined, throttleShare: 0.05, throttleLeast: 1_000, throttleFirstShare: 0.5 },
      ...change,
    }),
  )

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

    const held = await heldBy(email, lead)
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

  it('shows in its sample what it found, masked as everywhere, and of the rest of a text no more than any list does', async () => {
    const { datasetId, lead, email } = await world('sampled')
    await importFiles(datasetId, writeFiles({ 'a.jsonl': cards() }))
    const sample = async () => (await heldBy(email, lead)).sample.map(({ snippet }) => snippet)
    const before = await sample()
    expect(before).toHaveLength(10)
    for (const snippet of before) {
      expect(snippet?.text).not.toMatch(/@|4111/)
      expect(snippet?.text).toContain('and harbour')
      expect(snippet?.marks).toMatchObject([{ label: 'email' }])
    }
    // The card was found by a detector that is paused as well; what one found that is not is kept back the same way.
    expect(await watch(datasetId)).toMatchObject({ 'credit-card': { state: 'paused' } })
    for (const { digest } of await database.sql<{ digest: Buffer }[]>`
      select distinct digest from held_flag where dataset_id = ${datasetId}`)
      await claim({ db: database.db, datasetId }, digest, [
        { detector: 'names', type: 'name', spans: [{ field: 'text', start: 0, end: 12 }] },
      ])
    expect(before.every((snippet) => snippet?.text.includes('rows'))).toBe(true)
    for (const snippet of await sample()) expect(snippet?.text).toMatch(/^▇{8} \d+ to ▇{8} or ▇{8} and/)
    // Nobody is shown in a list what they want blurred or covered.
    for (const way of ['blur', 'cover']) {
      await database.sql`
        insert into reviewer_preference (person_id, categories, viewing) values (${lead.id}, '{}', ${JSON.stringify({ pii: [way] })}::text::jsonb)
        on conflict (person_id) do update set viewing = excluded.viewing`
      expect(await sample()).toEqual(before.map(() => null))
    }
  })

  it('leaves out of its sample what must not be seen, and shows again what officers kept', async () => {
    const { datasetId, lead, email } = await world('kept')
    await importFiles(datasetId, writeFiles({ 'a.jsonl': cards() }))
    const sample = async () => (await heldBy(email, lead)).sample
    const [first] = await sample()
    const digest = first?.digest ?? ''
    const officer = await newMember(database.db, [], ['safety_officer'])
    const say = (action: 'keep' | 'remove', reasonCode: string) =>
      locateItem('kept', digest).then((located) =>
        transact((tx) =>
          overrideByDigest(tx, officer, {
            ...{ ...located, dataset: 'kept', digest, action, reasonCode, spans: [] },
            ...{ policyVersionId: undefined, label: undefined, note: undefined },
          }),
        ),
      )
    const digests = async () => (await sample()).map((one) => one.digest)
    await claim({ db: database.db, datasetId }, Buffer.from(digest, 'hex'), [
      { category: 'ncii', type: 'report', detector: 'report', severity: 4 },
    ])
    expect(await digests()).not.toContain(digest)
    await say('keep', 'ncii.cleared')
    expect((await sample())[0]).toEqual(first)
    await say('remove', 'ncii.restricted')
    expect(await digests()).not.toContain(digest)
  })

  it('that a lead drops, who declared no conflict of interest, raises nothing there any more, and its held flags are gone', async () => {
    const { datasetId, lead, maintainer, email } = await world('dropped')
    await importFiles(datasetId, writeFiles({ 'a.jsonl': shard('a') }))
    expect(await counts(datasetId)).toMatchObject({ held: 100, email: 0 })
    const reviewer = await newMember(database.db, [['reviewer', datasetId]])
    await expect(transact((tx) => dropDetector(tx, reviewer, email))).rejects.toMatchObject({
      code: 'forbidden',
    })
    await transact((tx) => recuse(tx, lead.id, datasetId))
    for (const verb of [dropDetector, letGoOn])
      await expect(transact((tx) => verb(tx, lead, email))).rejects.toThrow('conflict of interest')
    expect(await watch(datasetId)).toMatchObject({ email: { state: 'paused' } })
    await transact((tx) => dropDetector(tx, maintainer, email))
    await settleHeld(email)
    await importFiles(datasetId, writeFiles({ 'b.jsonl': shard('b') }))
    expect(await counts(datasetId)).toMatchObject({ held: 0, email: 0, other: 12 })
    await expect(transact((tx) => dropDetector(tx, maintainer, email))).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('is watched at the first import too, where half of the rows are allowed and every detector is new', async () => {
    const [below, above] = [await newDataset('first-below'), await newDataset('first-above')]
    await importFiles(below, writeFiles({ 'a.jsonl': shard('a', { rows: 2_000 }) }))
    expect(await counts(below)).toMatchObject({ held: 0, email: 667 })
    expect(await watch(below)).toMatchObject({ email: { state: 'watched', seen: 2_000, hit: 667 } })
    await importFiles(above, writeFiles({ 'a.jsonl': shard('a', { rows: 2_000, ofThree: 2 }) }))
    expect(await counts(above)).toMatchObject({ held: 1_334, email: 0, other: 40 })
    const [paused] = await database.sql`
      select allowed from detector_watch where dataset_id = ${above} and detector = 'email'`
    expect(paused).toEqual({ allowed: 0.5 })
    expect(await watch(above)).toMatchObject({ 'credit-card': { state: 'watched' } })
  })

  it('is as much as the dataset says there, and none where it says all', async () => {
    const [less, all] = [await newDataset('first-less'), await newDataset('first-all')]
    const lead = await newMember(database.db, [
      ['lead', less],
      ['lead', all],
    ])
    await settings(less, lead, { throttleFirstShare: 0.3 })
    await settings(all, lead, { throttleFirstShare: 1 })
    await importFiles(less, writeFiles({ 'a.jsonl': shard('a', { rows: 2_000 }) }))
    expect(await counts(less)).toMatchObject({ held: 667, email: 0 })
    await importFiles(all, writeFiles({ 'a.jsonl': shard('a', { rows: 2_000, ofThree: 3 }) }))
    expect(await counts(all)).toMatchObject({ held: 0, email: 2_000 })
  })

  it('is not made known by a trial of a few rows: the flood behind it is held', async () => {
    const datasetId = await newDataset('trial')
    await importFiles(datasetId, writeFiles({ 'a.jsonl': shard('a', { rows: 10 }) }))
    expect(await counts(datasetId)).toMatchObject({ held: 0, email: 4 })
    expect(await watch(datasetId)).toMatchObject({ email: { state: 'watched', seen: 10 } })
    await importFiles(datasetId, writeFiles({ 'b.jsonl': shard('b', { rows: 2_000, ofThree: 2 }) }))
    expect(await watch(datasetId)).toMatchObject({
      email: { state: 'paused', hit: 1_334 },
      'credit-card': { state: 'watched' },
    })
    expect(await counts(datasetId)).toMatchObject({ held: 1_334, email: 4 })
  })

  it('is judged by the usual share once a first import of enough rows is complete', async () => {
    const datasetId = await newDataset('after-first')
    await importFiles(datasetId, writeFiles({ 'a.jsonl': shard('a', { rows: 2_000 }) }))
    await database.admin.sql`
      update detector_watch set version = 'before' where dataset_id = ${datasetId} and detector = 'email'`
    await importFiles(datasetId, writeFiles({ 'b.jsonl': shard('b', { rows: 2_000 }) }))
    expect(await watch(datasetId)).toMatchObject({
      email: { state: 'paused' },
      'credit-card': { state: 'known' },
    })
    expect(await counts(datasetId)).toMatchObject({ held: 667, email: 667 })
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
