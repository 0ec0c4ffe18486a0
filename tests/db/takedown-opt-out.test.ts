import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { itemDigest } from '@/lib/datasets/digest'
import { blobPath } from '@/lib/blobs/store'
import { drainPending } from '@/lib/log/sequencer'
import { publish } from '@/lib/releases/publish'
import { releaseByVersion } from '@/lib/releases/queries'
import { countExclusions, exclusionsOf } from '@/lib/takedowns/exclusions'
import { LIMITS } from '@/lib/takedowns/found'
import { loadSuppression } from '@/lib/suppression/match'
import { testDatabase } from '@/tests/support/database'
import {
  agreeToAll,
  askFor,
  casesOfRequest,
  decideCase,
  expectNowhereInClear,
  importRows,
  lastLetter,
  logged,
  OPT_OUT,
  requestOf,
  type TakedownWorld,
  takedownWorld,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

const ROWS = [
  { id: 'a1', text: 'The first story of the author.', url: 'https://www.stories.example/one' },
  { id: 'a2', text: 'The second story of the author.', url: 'http://stories.example/two?x=1#top' },
  { id: 'b1', text: 'Thanks!' },
  { id: 'b2', text: 'Thanks!' },
  { id: 'c1', text: 'A line somebody else wrote.', url: 'https://elsewhere.example/notstories.example' },
  { id: 'd1', text: 'A single note.', url: 'https://notes.example/1' },
]

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
})

async function optOut(targets: string) {
  await askFor(database, world, { ...OPT_OUT, targets })
  await agreeToAll(database, world)
  const request = await requestOf(database, world)
  return { ...request, cases: await casesOfRequest(database, request.id) }
}

const decideAll = async (cases: { id: string }[], action: 'remove' | 'keep') => {
  for (const { id } of cases) {
    const reasonCode = action === 'remove' ? 'optout.own' : 'optout.unproven'
    await decideCase(database, world, { caseId: id, action, reasonCode })
  }
}

const rules = () => database.admin.sql<{ kind: string; ended: boolean; hmac: Buffer }[]>`
  select kind, ended_at is not null as ended, hmac from suppression_rule where dataset_id = ${world.datasetId} order by created_at`

const row = (sourceId: string, url: string | null) => ({ digest: Buffer.alloc(32, 1), sourceId, url })

describe('an upheld opt-out of a domain', () => {
  it('finds every page of it, however its address is written, and no other', async () => {
    const { cases } = await optOut('stories.example')
    expect(cases.map(({ text }) => text)).toEqual([ROWS[0]?.text, ROWS[1]?.text])
    await decideAll(cases.slice(0, 1), 'remove')
    expect(await rules()).toMatchObject([{ kind: 'source_id', ended: false }])
    await decideAll(cases.slice(1), 'remove')
    expect((await rules()).filter(({ kind }) => kind === 'domain')).toMatchObject([{ ended: false }])
    expect(await logged(database, world)).toContain('suppression')
  })

  it('is obeyed for rows that did not exist when it was made', async () => {
    const suppression = await loadSuppression(database.db, world.datasetId)
    expect(suppression.matches(row('new', 'https://www.stories.example:443/three'))).toBe(true)
    expect(suppression.matches(row('new', 'https://blog.stories.example/four'))).toBe(true)
    expect(suppression.matches(row('new', 'https://mystories.example/'))).toBe(false)
    expect(suppression.matches(row('new', 'https://elsewhere.example/?u=stories.example'))).toBe(false)
    expect(suppression.matches(row('new', null))).toBe(false)
  })

  it('is listed for the team with its request and its case; everybody else learns how many there are', async () => {
    const [first] = await exclusionsOf(world.lead, world.datasetId)
    const { id, reference } = await requestOf(database, world)
    expect(first).toMatchObject({ kind: 'domain', endedAt: null, request: { id, reference }, items: 0 })
    const cases = await casesOfRequest(database, id)
    expect(cases.map((found) => found.id)).toContain(first?.caseId)
    expect(await countExclusions(world.datasetId)).toBe((await rules()).filter(({ ended }) => !ended).length)
    for (const nobody of [world.reviewer, world.stranger, world.officer])
      await expect(exclusionsOf(nobody, world.datasetId)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('is obeyed by the next import', async () => {
    await importRows(world, [
      ...ROWS,
      { id: 'a3', text: 'A third story, written since.', url: 'https://stories.example/three' },
    ])
    const flagged = await database.admin.sql<{ digest: string }[]>`
      select encode(digest, 'hex') as digest from flag
      where dataset_id = ${world.datasetId} and detector like 'rule:%'`
    const digests = flagged.map(({ digest }) => digest)
    expect(digests).toContain(itemDigest(['A third story, written since.']).toString('hex'))
    expect(digests).not.toContain(itemDigest(['A line somebody else wrote.']).toString('hex'))
  })

  it('does not say whom it is about, in the table or to another dataset', async () => {
    await expectNowhereInClear(database, 'Ada Example')
    const [rule] = await rules()
    const found = await database.admin
      .sql`select 1 from suppression_rule where position('stories' in encode(hmac, 'escape')) > 0`
    expect(found).toHaveLength(0)
    expect(rule?.hmac).toHaveLength(32)
    const elsewhere = await loadSuppression(database.db, '00000000-0000-4000-8000-000000000000')
    expect(elsewhere.size).toBe(0)
  })
})

describe('an opt-out that is not upheld', () => {
  it('makes no rule', async () => {
    const before = (await rules()).length
    const { cases } = await optOut('https://notes.example/1')
    await decideAll(cases, 'keep')
    expect(await requestOf(database, world)).toMatchObject({ status: 'no_action' })
    expect(await rules()).toHaveLength(before)
  })

  it('after all ends the rule it had made', async () => {
    const { cases, id } = await optOut('https://notes.example/1')
    await decideAll(cases, 'remove')
    const made = (await rules()).filter(({ kind }) => kind === 'url')
    expect(made).toMatchObject([{ ended: false }])
    await decideAll(await casesOfRequest(database, id), 'keep')
    expect((await rules()).filter(({ kind }) => kind === 'url')).toMatchObject([{ ended: true }])
    expect(
      (await loadSuppression(database.db, world.datasetId)).matches(row('d1', 'https://notes.example/1')),
    ).toBe(false)
  })
})

describe('an opt-out of one row', () => {
  it('is about its author, not about all who wrote the same words', async () => {
    const { cases } = await optOut('train.jsonl#2')
    expect(cases.map(({ text }) => text)).toEqual(['Thanks!'])
    await decideAll(cases, 'remove')
    const suppression = await loadSuppression(database.db, world.datasetId)
    expect(suppression.matches(row('b1', null))).toBe(true)
    expect(suppression.matches(row('b2', null))).toBe(false)
    const [made] = await database.admin.sql<{ scope: string; rules: string[]; ofRule: string[] }[]>`
      select d.scope, d.target -> 'ruleIds' as rules, array(
        select id::text from suppression_rule where decision_id = d.id) as "ofRule"
      from decision d where d.case_id = ${cases[0]?.id ?? ''}`
    expect(made).toMatchObject({ scope: 'source', rules: made?.ofRule })
  })

  it('takes that row out of the next release, and leaves the others in', async () => {
    const view = await publish(world.maintainer, { datasetId: world.datasetId }, { sequence: drainPending })
    const release = await releaseByVersion(world.slug, view.version)
    const manifest = release?.files.find(({ path: name }) => name === 'data/manifest.csv')
    const text = readFileSync(blobPath(Buffer.from(manifest?.sha256 ?? '', 'hex')), 'utf8')
    expect(text).toContain(',b2,')
    expect(text).not.toContain(',b1,')
  })

  it('is asked again by the other author: the case opens once more, and then both are out', async () => {
    const { cases } = await optOut('train.jsonl#3')
    expect(cases).toMatchObject([{ text: 'Thanks!', status: 'open', takedowns: 2 }])
    await decideAll(cases, 'remove')
    const suppression = await loadSuppression(database.db, world.datasetId)
    expect(suppression.matches(row('b2', null))).toBe(true)
    expect(suppression.matches(row('b3', null))).toBe(false)
  })

  it('that is decided otherwise after all leaves nothing of it in force', async () => {
    await decideAll(await casesOfRequest(database, (await requestOf(database, world)).id), 'keep')
    const suppression = await loadSuppression(database.db, world.datasetId)
    expect(suppression.matches(row('b1', null))).toBe(false)
    expect(suppression.matches(row('b2', null))).toBe(false)
  })
})

it('a rule that two cases rest on outlives the first of them', async () => {
  const one = await optOut('https://elsewhere.example/notstories.example')
  await decideAll(one.cases, 'remove')
  const made = (await rules()).length
  await importRows(world, [
    ...ROWS,
    { id: 'c2', text: 'Another line there.', url: 'https://elsewhere.example/notstories.example' },
  ])
  const two = await database.admin.sql<{ id: string; decision: string | null }[]>`
    select c.id, c.decision_id as decision from review_case c
    where c.dataset_id = ${world.datasetId} and c.category = 'opt_out'
      and c.digest = ${itemDigest(['Another line there.'])}`
  expect(two).toHaveLength(1)
  await decideAll([...two], 'remove')
  expect(await rules()).toHaveLength(made)
  await decideAll(await casesOfRequest(database, one.id), 'keep')
  expect((await rules()).filter(({ ended }) => !ended).length).toBeGreaterThan(0)
  const suppression = await loadSuppression(database.db, world.datasetId)
  expect(suppression.matches(row('c9', 'https://elsewhere.example/notstories.example'))).toBe(true)
})

it('a bare number is a row where no row has it for its id', async () => {
  const { cases } = await optOut('4')
  expect(cases.map(({ text }) => text)).toEqual(['A line somebody else wrote.'])
})

it('a domain of many pages is looked at by a sample, and its rule is about all of them', async () => {
  const pages = Array.from({ length: 60 }, (_, n) => ({
    id: `m${n}`,
    text: `Page ${n} of many.`,
    url: `https://many.example/${n}`,
  }))
  await importRows(world, [...ROWS, ...pages])
  const { id, cases } = await optOut('many.example')
  expect(cases).toHaveLength(LIMITS.domain)
  await decideAll(cases, 'remove')
  expect((await lastLetter(database, 'takedown-outcome')).text).toContain(
    'It has more items: 20 of them were',
  )
  const suppression = await loadSuppression(database.db, world.datasetId)
  expect(pages.every(({ id, url }) => suppression.matches(row(id, url)))).toBe(true)
  expect(await casesOfRequest(database, id)).toHaveLength(LIMITS.domain)
})

it('a domain of which only what is there now is to go is looked at page by page: all of it goes, and no rule is made', async () => {
  const pages = Array.from({ length: LIMITS.domain + 2 }, (_, n) => ({
    id: `n${n}`,
    text: `Page ${n} that is there now.`,
    url: `https://now.example/${n}`,
  }))
  await importRows(world, [...ROWS, ...pages])
  await askFor(database, world, { ...OPT_OUT, include_future: 'no', targets: 'now.example' })
  await agreeToAll(database, world)
  const { id } = await requestOf(database, world)
  const made = (await rules()).length
  const cases = await casesOfRequest(database, id)
  expect(cases).toHaveLength(pages.length)
  await decideAll(cases, 'remove')
  expect(await requestOf(database, world)).toMatchObject({ status: 'actioned' })
  expect(await rules()).toHaveLength(made)
})
