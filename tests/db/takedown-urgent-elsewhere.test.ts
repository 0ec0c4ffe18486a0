import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { itemDigest } from '@/lib/datasets/digest'
import { importRevision } from '@/lib/datasets/import-revision'
import { importHooks } from '@/lib/jobs/import-hooks'
import { askInfo } from '@/lib/takedowns/ask-info'
import { hold } from '@/lib/takedowns/hold'
import { locate } from '@/lib/takedowns/locate'
import { recordMatches, targetsToFind } from '@/lib/takedowns/match'
import { trackingView } from '@/lib/takedowns/tracking'
import { requestView } from '@/lib/takedowns/queries'
import { tallyOf } from '@/lib/takedowns/reach-record'
import { hideElsewhere, takeTurnElsewhere } from '@/lib/urgent/elsewhere'
import { env } from '@/lib/runtime/env'
import { testDatabase } from '@/tests/support/database'
import { statusOf } from './takedown-facts'
import {
  as,
  askFor,
  importRows,
  sourceOf,
  letters,
  PRIVACY,
  requestOf,
  runJobs,
  takedownWorld,
  type TakedownWorld,
  visitor,
} from './takedown-world'
import { hideInRevision } from '@/lib/urgent/arrived'
import { urgentInput } from '@/lib/urgent/input'
import { receiveUrgent } from '@/lib/urgent/receive'
import { closeUnfound } from '@/lib/urgent/answer'
import { answerReport, CHILD, reportUrgently } from './urgent-world'

const database = testDatabase()
let world: TakedownWorld
let other: TakedownWorld

/** A detector finds the address in the first two, so that reviewers have them on their screens; the last two stand in files only. */
const ROWS = [
  { id: 'a', text: 'Entry 1 of the album of the harbour, by keeper.1@mail.example.org' },
  { id: 'b', text: 'Entry 2 of the album of the harbour, by keeper.2@mail.example.org' },
  { id: 'c', text: 'A boat in the evening, before the rain came.' },
  { id: 'd', text: 'The same boat, after the rain had gone.' },
  { id: 'e', text: 'Entry 5 of the album of the harbour, by keeper.5@mail.example.org' },
]

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
  other = await takedownWorld(database.db, [
    { id: 'z', text: 'Of the other dataset alone.' },
    ...ROWS.toReversed(),
  ])
})

const report = (targets: string) => reportUrgently(database, world, { ...CHILD, email: '', targets })

/** The cases of a text of `ROWS` in a dataset: category, and whether only officers see it. */
async function casesOf({ datasetId }: TakedownWorld, id: string): Promise<string[]> {
  const rows = await database.admin.sql<{ category: string; restricted: boolean }[]>`
    select distinct c.category, c.restricted
    from occurrence o join review_case c on c.dataset_id = o.dataset_id and c.digest = o.digest
    where o.dataset_id = ${datasetId} and o.source_id = ${id} order by c.category`
  return rows.map(({ category, restricted }) => `${category} ${restricted ? 'hidden' : 'seen'}`)
}
const reportsIn = ({ datasetId }: TakedownWorld) =>
  database.admin.sql<{ id: string; status: string; due_at: string | null }[]>`
    select id, status, due_at from takedown_request where dataset_id = ${datasetId} order by submitted_at`
/** How many wait for their turn. */
async function waiting(): Promise<number> {
  const rows = await database.admin.sql`
    select pid from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`
  return rows.length
}

describe('the same item in another dataset', () => {
  it('is out of sight when the report returns, before any job has run', async () => {
    expect(await casesOf(other, 'a')).toEqual(['pii seen'])
    await report('row 0')
    expect(await casesOf(world, 'a')).toEqual(['child_safety hidden', 'pii hidden'])
    expect(await casesOf(other, 'a')).toEqual(['child_safety hidden', 'pii hidden'])
    expect(await casesOf(other, 'b')).toEqual(['pii seen'])
  })

  it('has a clock and an answer of its own there, and writes to nobody', async () => {
    await runJobs(database)
    const [own] = await reportsIn(other)
    expect(own).toMatchObject({ status: 'under_review', due_at: expect.any(String) })
    expect((await requestView(other.officer, own?.id ?? '')).targets.map(({ kind }) => kind)).toEqual([
      'digest',
    ])
    await expect(requestView(other.lead, own?.id ?? '')).rejects.toMatchObject({ code: 'not_found' })
    const sent = (await letters(database)).map(({ template }) => template)
    expect(sent.filter((template) => template !== 'urgent-waits')).toEqual([])
    await answerReport(world, own?.id ?? '', 'clear')
    expect(await casesOf(other, 'a')).toEqual(['child_safety hidden', 'pii seen'])
    expect(await casesOf(world, 'a')).toEqual(['child_safety hidden', 'pii hidden'])
  })

  it('is found in files in which nobody has looked at it', async () => {
    await report('row 2')
    await runJobs(database)
    expect(await casesOf(world, 'c')).toEqual(['child_safety hidden'])
    expect(await casesOf(other, 'c')).toEqual(['child_safety hidden'])
  })

  it('is reported there once, however often it is reported here', async () => {
    const before = (await reportsIn(other)).length
    for (const row of ['row 0', 'row 2', 'row 1', 'row 1']) await report(row)
    await runJobs(database)
    expect(await casesOf(other, 'b')).toEqual(['child_safety hidden', 'pii hidden'])
    expect(await reportsIn(other)).toHaveLength(before + 1)
    expect((await reportsIn(world)).every(({ status }) => status === 'under_review')).toBe(true)
  })

  it('is still looked for when the process ends with the transaction that ended the request', async () => {
    await askFor(database, world, { ...PRIVACY, targets: 'row 3' })
    const { id } = await report('row 3')
    await answerReport(world, id, 'confirm')
    const search = await transact((tx) => targetsToFind(tx, id), database.db)
    if (!search) throw new Error('nothing to look for')
    const located = await locate(database.db, search)
    if (!located) throw new Error('nothing found')
    const tally = await tallyOf(database.db, search, located.reach)
    await transact((tx) => recordMatches(tx, search, located, tally), database.db)
    expect(await statusOf(database, id)).toBe('actioned')
    expect(await casesOf(other, 'd')).toEqual([])
    await runJobs(database)
    expect(await casesOf(other, 'd')).toEqual(['child_safety hidden'])
  })

  it('has its turn before it locks anything, so that whoever has it can lock the same item', async () => {
    const { answer, sent } = await transact(async (tx) => {
      await takeTurnElsewhere(tx)
      const sent = report('row 4')
      await expect.poll(waiting, { timeout: 10_000 }).toBe(1)
      const locked = database.admin.sql`
        select c.id from review_case c join occurrence o on o.dataset_id = c.dataset_id and o.digest = c.digest
        where o.dataset_id = ${world.datasetId} and o.source_id = 'e' for update of c nowait`
      return { answer: await locked.then(() => 'locked', String), sent }
    }, database.db)
    await sent
    expect(answer).toBe('locked')
    expect(await casesOf(other, 'e')).toEqual(['child_safety hidden', 'pii hidden'])
  })

  it('is not looked for when it is not restricted', async () => {
    await askFor(database, world, { ...PRIVACY, targets: 'row 1' })
    const { id } = await requestOf(database, world)
    await database.admin.sql.begin(async (admin) => {
      await admin`lock table item in access exclusive mode`
      const looked = transact(async (tx) => {
        await tx.execute(sql`set local lock_timeout = '1s'`)
        await hideElsewhere(tx, id)
      }, database.db)
      await expect(looked, 'without a look at any item').resolves.toBeUndefined()
    })
  })
})

/** In every one a detector finds the address. */
const ALBUM = Array.from({ length: 8 }, (_, i) => ({
  id: `l${i}`,
  text: `Picture ${i}, by taker.${i}@mail.example.org`,
}))

it('hides by a link the row that it leads to, and not what stands in its place in another revision or dataset', async () => {
  const own = await takedownWorld(database.db, ALBUM.slice(0, 6))
  const other = await takedownWorld(database.db, ALBUM.slice(6, 8))
  await importRows(own, [{ id: 'first', text: 'By somebody.else@mail.example.org' }, ...ALBUM.slice(0, 6)])
  const at = (slug: string, revision: number, row: number) =>
    `${env().url}/datasets/${slug}/revisions/${revision}?file=train.jsonl&row=${row}`
  /** Which of the rows of the first revision nobody but officers sees. */
  const hidden = async () => {
    const rows = await database.admin.sql<{ row: number }[]>`
      select o.row::int from occurrence o
      join revision r on r.dataset_id = o.dataset_id and r.id = o.revision_id and r.number = 1
      where o.dataset_id = ${own.datasetId} and exists (
        select from review_case c where c.dataset_id = o.dataset_id and c.digest = o.digest and c.restricted)
      order by o.row`
    return rows.map(({ row }) => row)
  }
  await reportUrgently(database, own, { ...CHILD, targets: at(own.slug, 1, 2) })
  expect(await hidden()).toEqual([2])
  await reportUrgently(database, own, { ...CHILD, targets: at(own.slug, 2, 2) })
  expect(await hidden()).toEqual([1, 2])
  await reportUrgently(database, own, { ...CHILD, targets: at(other.slug, 1, 1) })
  await runJobs(database)
  expect(await hidden()).toEqual([1, 2])
})

it('has a private page for what it names in each dataset, and one letter with the addresses of all', async () => {
  const email = 'several@people.example'
  const targets = [world, other].map(
    ({ slug }) => `${env().url}/datasets/${slug}/revisions/1?file=train.jsonl&row=0`,
  )
  const input = { ...CHILD, dataset: '', email, targets: targets.join('\n') }
  const sent = await as(
    world,
    receiveUrgent,
    { ...visitor, network: 'a'.repeat(64) },
    urgentInput.parse(input),
  )
  expect(sent.others).toHaveLength(1)
  const pages = [sent.tracking, ...sent.others]
  const views = await Promise.all(pages.map(trackingView))
  expect(views.map((view) => view?.slug)).toEqual([world.slug, other.slug])
  const [letter, ...more] = (await letters(database)).filter((one) => one.letter?.to === email)
  expect(more).toEqual([])
  expect(letter?.template).toBe('takedown-quiet')
  for (const token of pages) expect(letter?.letter?.text).toContain(`${env().url}/takedowns/track/${token}`)
})

describe('what is imported later', () => {
  const SEEN = { id: 's', text: 'By the pier, taken by pier.keeper@mail.example.org' }
  const UNSEEN = { id: 'u', text: 'The pier at noon, and nobody on it.' }
  const GIVEN_BACK = { id: 'g', text: 'The pier at night, with its lamps.' }
  const REST = { id: 'r', text: 'Nothing of this is anywhere else.' }
  let own: TakedownWorld

  beforeAll(async () => {
    own = await takedownWorld(database.db, [SEEN, UNSEEN, GIVEN_BACK])
    const ids: string[] = []
    for (const targets of ['row 0', 'row 1', 'row 2'])
      ids.push((await reportUrgently(database, own, { ...CHILD, email: '', targets })).id)
    await runJobs(database)
    for (const [i, id] of ids.entries()) await answerReport(own, id, i < 2 ? 'confirm' : 'clear')
  })

  it('is out of sight from the first moment, before any job has run, in a new dataset and in a new revision', async () => {
    const fresh = await takedownWorld(database.db, [REST, UNSEEN, SEEN, GIVEN_BACK])
    const grown = await takedownWorld(database.db, [REST])
    await importRows(grown, [REST, GIVEN_BACK, SEEN, UNSEEN])
    for (const one of [fresh, grown]) {
      expect(await casesOf(one, 's')).toEqual(['child_safety hidden', 'pii hidden'])
      expect(await casesOf(one, 'u')).toEqual(['child_safety hidden'])
      expect(await casesOf(one, 'g'), 'an officer gave it back').toEqual([])
      expect(await casesOf(one, 'r')).toEqual([])
    }
    await runJobs(database)
    for (const one of [fresh, grown]) {
      const reports = await reportsIn(one)
      expect(reports.length, 'as many as there are over there').toBe(2)
      for (const { status, due_at } of reports) {
        expect(status).toBe('under_review')
        expect(new Date(due_at ?? 0).getTime(), 'a clock of its own').toBeGreaterThan(Date.now())
      }
    }
    await importRows(grown, [UNSEEN, REST, SEEN])
    await runJobs(database)
    expect(await reportsIn(grown), 'it is in hand there').toHaveLength(2)
  })

  it('is found when the import ends, when it was reported while the import ran', async () => {
    const late = { id: 'l', text: 'The harbour master on the pier, in the rain.' }
    const here = await takedownWorld(database.db, [late])
    const there = await takedownWorld(database.db, [REST])
    const hooks = await importHooks(there.datasetId)
    await reportUrgently(database, here, { ...CHILD, email: '', targets: 'row 0' })
    await runJobs(database)
    const file = sourceOf([REST, late])
    await importRevision(
      there.maintainer,
      { datasetId: there.datasetId, sources: [file], wishes: { id: 'id' } },
      hooks,
    )
    expect(await casesOf(there, 'l')).toEqual([])
    await runJobs(database)
    expect(await casesOf(there, 'l')).toEqual(['child_safety hidden'])
    expect(await reportsIn(there)).toHaveLength(1)
  })

  it('is hidden when somebody had named it before it was there, also when an officer has closed their report since', async () => {
    const coming = [
      { id: 'soon-1', text: 'A picture that is yet to come.' },
      { id: 'soon-2', text: 'Another picture that is yet to come.' },
    ]
    const here = await takedownWorld(database.db, [REST])
    const open = await reportUrgently(database, here, { ...CHILD, email: '', targets: 'id: soon-1' })
    await runJobs(database)
    const closed = await reportUrgently(database, here, { ...CHILD, email: '', targets: 'id: soon-2\nrow 2' })
    await runJobs(database)
    await as(here, closeUnfound, here.officer, { requestId: closed.id })
    await importRows(here, [REST, ...coming.toReversed()])
    await runJobs(database)
    expect(await casesOf(here, 'soon-1')).toEqual(['child_safety hidden'])
    expect(await casesOf(here, 'soon-2')).toEqual(['child_safety hidden'])
    expect(await statusOf(database, open.id)).toBe('under_review')
    expect(await statusOf(database, closed.id), 'its answer stays as it was told').toBe('no_action')
    const matches = await database.admin.sql<{ request_id: string }[]>`
      select request_id from takedown_match where dataset_id = ${here.datasetId}`
    expect(matches.map(({ request_id }) => request_id)).toContain(open.id)
    expect(matches).toHaveLength(2)
    expect(await reportsIn(here)).toHaveLength(3)
  })
  it('is hidden, and for an officer to answer, while the report that named it waits for its sender or for a court', async () => {
    const coming = [
      { id: 'wait-1', text: 'The lighthouse, by wait.1@mail.example.org' },
      { id: 'wait-2', text: 'The lighthouse again, by wait.2@mail.example.org' },
    ]
    const elsewhere = { id: 'wait-3', text: 'The lighthouse from the sea, by wait.3@mail.example.org' }
    const here = await takedownWorld(database.db, [REST])
    const named = `id: wait-1\n${itemDigest([elsewhere.text]).toString('hex')}`
    const asked = await reportUrgently(database, here, {
      ...CHILD,
      email: 'asked@people.example',
      targets: named,
    })
    const held = await reportUrgently(database, here, { ...CHILD, email: '', targets: 'id: wait-2' })
    await runJobs(database)
    await as(here, askInfo, here.officer, { requestId: asked.id, missing: ['targets'], note: undefined })
    await as(here, hold, here.officer, { requestId: held.id, reason: 'court_order', note: undefined })
    const there = await takedownWorld(database.db, [elsewhere])
    await reportUrgently(database, there, { ...CHILD, email: '', targets: 'row 0' })
    await runJobs(database)

    await importRows(here, [REST, ...coming, elsewhere])
    await runJobs(database)
    for (const id of ['wait-1', 'wait-2', 'wait-3'])
      expect(await casesOf(here, id), id).toEqual(['child_safety hidden', 'pii hidden'])
    expect(await casesOf(here, 'r')).toEqual([])
    const reports = await reportsIn(here)
    expect(reports.find(({ id }) => id === asked.id)?.status).toBe('needs_info')
    expect(reports.find(({ id }) => id === held.id)?.status).toBe('on_hold')
    const own = reports.filter(({ id }) => id !== asked.id && id !== held.id)
    expect(own.length, 'an officer has each of them to answer').toBe(3)
    for (const { status, due_at } of own) {
      expect(status).toBe('under_review')
      expect(new Date(due_at ?? 0).getTime()).toBeGreaterThan(Date.now())
    }
    await importRows(here, [elsewhere, REST, ...coming])
    await runJobs(database)
    expect(await reportsIn(here), 'it is in hand there').toHaveLength(5)
  })

  it('is out of sight as soon as it is found by its id or address, before the job that looks for the rest', async () => {
    const coming = { id: 'at-once', text: 'The breakwater, by at.once@mail.example.org' }
    const here = await takedownWorld(database.db, [REST])
    await reportUrgently(database, here, { ...CHILD, email: '', targets: 'id: at-once' })
    await runJobs(database)
    await importRows(here, [REST, coming])
    const [newest] = await database.admin.sql<{ id: string }[]>`
      select id from revision where dataset_id = ${here.datasetId} order by number desc limit 1`
    const revision = { datasetId: here.datasetId, revisionId: newest?.id ?? '' }
    expect(await casesOf(here, 'at-once')).toEqual(['pii seen'])
    await hideInRevision(revision)
    expect(await casesOf(here, 'at-once')).toEqual(['child_safety hidden', 'pii hidden'])
    await hideInRevision(revision)
    await runJobs(database)
    expect(await reportsIn(here)).toHaveLength(1)
    expect(await casesOf(here, 'at-once')).toEqual(['child_safety hidden', 'pii hidden'])
  })
})
