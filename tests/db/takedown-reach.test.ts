import { spawnSync } from 'node:child_process'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { Beyond } from '@/app/(console)/requests/[id]/reach/beyond'
import { transact, type Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { Spoken } from '@/lib/i18n/client'
import { leaveOut, lookOn } from '@/lib/takedowns/look-on'
import { nearTo } from '@/lib/takedowns/nearness'
import { requestView } from '@/lib/takedowns/queries'
import { reachView } from '@/lib/takedowns/reach-view'
import { agreeToReach, lookAt, lookForNear, narrow, settleRest, widen } from '@/lib/takedowns/reach-verbs'
import { widerSources } from '@/lib/takedowns/reach-sources'
import { askInfo } from '@/lib/takedowns/ask-info'
import { giveInfo } from '@/lib/takedowns/give-info'
import { continueScan } from '@/lib/takedowns/scan'
import { program } from '@/tests/support/program'
import { testDatabase } from '@/tests/support/database'
import { newMember } from './review-world'
import { lastEventOf } from './takedown-facts'
import {
  as,
  askFor,
  casesOfRequest,
  decideCase,
  importRows,
  lastLetter,
  logged,
  OPT_OUT,
  PRIVACY,
  requestOf,
  runJobs,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

const POEM =
  'The harbour keeps its lanterns lit for boats that left before the war and every night a woman counts the masts that are not there any more'
const ROWS = [
  ...Array.from({ length: 60 }, (_, i) => ({
    id: `m${i}`,
    text: `Page ${i} of a large site, which is like no other page of it.`,
    url: `https://large.example/${i < 30 ? 'a' : 'b'}/${i}?utm_source=feed`,
    author: i % 2 === 0 ? 'Ana' : 'Bo',
  })),
  { id: 'p1', text: POEM, url: 'https://poems.example/one', author: 'Cyd' },
  { id: 'p2', text: `${POEM} and nobody counts with her`, url: 'https://poems.example/two', author: 'Cyd' },
  { id: 'p3', text: `Somebody quoted: ${POEM} That is all.`, url: 'https://quotes.example/1', author: 'Di' },
  { id: 's1', text: 'A note below a host of its own.', url: 'https://blog.poems.example/x', author: 'Cyd' },
]

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
})

const view = (who = world.lead) => requestOf(database, world).then(({ id }) => reachView(who, id))
const run = async (verb: Parameters<typeof transact<unknown>>[0]) => {
  await transact(verb, world.db)
  await runJobs(database)
}

describe('a request that reaches beyond what one person decides', () => {
  it('opens no case before a lead and somebody else have said that it is meant', async () => {
    await askFor(database, world, { ...OPT_OUT, targets: 'large.example' })
    const { id } = await requestOf(database, world)
    expect(await casesOfRequest(database, id)).toEqual([])
    const { summary, targets } = await view()
    expect(summary).toMatchObject({ rows: 60, ofRows: 64, state: 'waiting' })
    expect(targets).toMatchObject([{ rows: 60, items: 20 }])
    expect(targets[0]?.candidates).toHaveLength(20)

    const covers = summary?.covers?.toString('hex') ?? ''
    await expect(
      run((tx) => agreeToReach(tx, world.maintainer, { requestId: id, covers })),
    ).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(
      run((tx) => agreeToReach(tx, world.reviewer, { requestId: id, covers })),
    ).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(
      run((tx) => agreeToReach(tx, world.lead, { requestId: id, covers: '0'.repeat(64) })),
    ).rejects.toMatchObject({
      code: 'conflict',
    })
    await run((tx) => agreeToReach(tx, world.lead, { requestId: id, covers }))
    await expect(run((tx) => agreeToReach(tx, world.lead, { requestId: id, covers }))).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await casesOfRequest(database, id)).toEqual([])
    await run((tx) => agreeToReach(tx, world.maintainer, { requestId: id, covers }))
    expect(await casesOfRequest(database, id)).toHaveLength(20)
    expect((await view()).summary?.state).toBe('approved')
  })

  it('is held to that by the database', async () => {
    const { id } = await requestOf(database, world)
    await expect(
      database.admin.sql`update takedown_reach set second_by = first_by where request_id = ${id}`,
    ).rejects.toThrow(/takedown_reach_two_people/)
    await expect(
      database.admin
        .sql`update takedown_reach set state = 'approved', second_by = null where request_id = ${id}`,
    ).rejects.toThrow(/takedown_reach_approved/)
    await database.admin.sql
      .begin(async (tx) => {
        await tx`update takedown_reach set state = 'waiting', second_by = null where request_id = ${id}`
        await expect(
          tx.savepoint((inner) => inner`update takedown_request set status = 'actioned' where id = ${id}`),
        ).rejects.toThrow(/beyond what one person may decide/)
        throw new Error('undo')
      })
      .catch((error: unknown) => expect(error).toMatchObject({ message: 'undo' }))
  })
})

describe('a reviewer', () => {
  it('takes what does not belong out of a request, and the case knows of it no more', async () => {
    await askFor(database, world, { ...OPT_OUT, targets: 'id: m50\nid: m51' })
    const { id } = await requestOf(database, world)
    const [first] = (await view()).targets
    const digest = first?.candidates[0]?.digest ?? ''
    await run((tx) =>
      narrow(tx, world.lead, {
        requestId: id,
        targetId: first?.id ?? '',
        drop: [digest],
        why: 'other_thing',
      }),
    )
    const cases = await casesOfRequest(database, id)
    expect(cases.map(({ text }) => text)).toEqual([ROWS[51]?.text])
    const [left] = await database.admin.sql`
      select c.takedowns, (select count(*)::int from suppression_asked a where a.case_id = c.id and a.request_id = ${id}) as asked,
        c.due_at is not null as due
      from review_case c where c.digest = decode(${digest}, 'hex')`
    expect(left, 'nor until when').toEqual({ takedowns: 0, asked: 0, due: false })
    expect((await view()).summary).toMatchObject({ rows: 1 })
  })

  it('widens it to where a row comes from, with the rows of each choice told before', async () => {
    const { id } = await requestOf(database, world)
    const target = (await view()).targets[1]
    const sources = await widerSources(world.db, target?.candidates ?? [])
    expect(sources.map(({ kind, value, rows }) => `${kind} ${value} ${rows}`)).toEqual([
      'author bo 30',
      'url large.example/b/51 1',
      'prefix large.example/b/ 30',
      'host large.example 60',
      'domain large.example 60',
    ])
    await run((tx) =>
      widen(tx, world.lead, {
        requestId: id,
        targetId: target?.id ?? '',
        source: { kind: 'prefix', value: 'large.example/b/' },
      }),
    )
    const { targets, summary } = await view()
    expect(targets[2]).toMatchObject({ kind: 'prefix', added: true, rows: 30, items: 20 })
    expect(summary).toMatchObject({ rows: 30, state: 'open' })
  })

  it('answers a request of which nothing is left', async () => {
    await askFor(database, world, { ...PRIVACY, targets: 'https://quotes.example/1?fbclid=x' })
    const { id } = await requestOf(database, world)
    const [target] = (await view()).targets
    expect(target?.candidates).toHaveLength(1)
    await run((tx) =>
      narrow(tx, world.lead, {
        requestId: id,
        targetId: target?.id ?? '',
        drop: (target?.candidates ?? []).map(({ digest }) => digest),
        why: 'other_thing',
      }),
    )
    expect(await requestOf(database, world)).toMatchObject({ status: 'no_action' })
  })
})

describe('what is nearly a text', () => {
  it('is found in the whole revision with how like it is, and decides nothing', async () => {
    await askFor(database, world, { ...PRIVACY, targets: 'https://blog.poems.example/x' })
    const { id } = await requestOf(database, world)
    await run((tx) => lookForNear(tx, world.lead, { requestId: id, text: POEM, file: undefined }))
    const near = (await view()).targets[1]
    expect(near?.candidates.map(({ similarity, tier }) => [tier, (similarity ?? 0) > 0.5])).toEqual([
      ['fuzzy', true],
      ['fuzzy', true],
      ['fuzzy', true],
    ])
    expect(near?.candidates[0]?.similarity).toBe(1)
    expect(await casesOfRequest(database, id)).toHaveLength(1)
    // An answer waits for the look.
    const [only] = await casesOfRequest(database, id)
    await decideCase(database, world, { caseId: only?.id ?? '', action: 'remove', reasonCode: 'pii.contact' })
    expect(await requestOf(database, world)).toMatchObject({ status: 'under_review' })
  })

  it('is taken as far as a person says that it belongs, and not without a look', async () => {
    const { id } = await requestOf(database, world)
    const near = (await view()).targets[1]
    const targetId = near?.id ?? ''
    await expect(
      run((tx) => settleRest(tx, world.lead, { requestId: id, targetId, rest: 'take' })),
    ).rejects.toMatchObject({ code: 'conflict' })
    const shown = (near?.candidates ?? []).map(({ digest }) => digest)
    await run((tx) => lookAt(tx, world.lead, { requestId: id, targetId, shown, belong: shown.slice(0, 2) }))
    expect(await casesOfRequest(database, id)).toHaveLength(3)
    expect((await view()).targets[1]?.fuzzy).toMatchObject({ drawn: 3, looked: 3, belong: 2, mayTake: false })
  })

  it('is a matter of words and their order', () => {
    const near = nearTo(POEM)
    expect(near(POEM.toUpperCase())).toEqual({ similarity: 1, contained: 1 })
    expect(near(POEM.split(' ').reverse().join(' '))).toBeNull()
    expect(
      near(`Before it stands much else. ${'Other words of another text. '.repeat(20)} ${POEM}`)?.contained,
    ).toBe(1)
    expect(nearTo('Thank you')('thank YOU!')).toEqual({ similarity: 1, contained: 1 })
  })
})

describe('a text that more rows are nearly than are taken in hand at a time', () => {
  let many: TakedownWorld
  const [OWN, OTHER] = ['https://letters.example/1', 'https://letters.example/2']

  beforeAll(async () => {
    many = await takedownWorld(database.db, [
      ...Array.from({ length: 520 }, (_, i) => ({ id: `n${i}`, text: `${POEM}, in copy ${i} of many` })),
      { id: 'own', text: 'A letter to the harbour office about a name.', url: OWN },
      { id: 'other', text: 'An answer of the harbour office about that name.', url: OTHER },
    ])
  })

  const seen = () => requestOf(database, many).then(({ id }) => reachView(many.lead, id))
  const near = async () => (await seen()).targets[1]
  const isBroad = async (id: string) => (await requestView(many.lead, id)).targets[1]?.broad

  /** Somebody names a row, and a lead looks for what is nearly a text besides. */
  async function asked(targets: string) {
    await askFor(database, many, { ...PRIVACY, targets })
    const { id: requestId } = await requestOf(database, many)
    await run((tx) => lookForNear(tx, many.lead, { requestId, text: POEM, file: undefined }))
    return { requestId, targetId: (await near())?.id ?? '' }
  }
  /** What they named is taken out. */
  async function decided(requestId: string) {
    const [only] = await casesOfRequest(database, requestId)
    await decideCase(database, many, { caseId: only?.id ?? '', action: 'remove', reasonCode: 'pii.contact' })
  }
  /** Nothing of what is in hand belongs. */
  async function dropped(at: { requestId: string; targetId: string }) {
    const shown = ((await near())?.candidates ?? []).map(({ digest }) => digest)
    await run((tx) => lookAt(tx, many.lead, { ...at, shown, belong: [] }))
    await run((tx) => settleRest(tx, many.lead, { ...at, rest: 'drop' }))
  }
  /** What the page says of those beyond, in both languages. */
  const said = async () => {
    const target = await near()
    return (['en-GB', 'de'] as const).map((locale) => {
      const value = { locale, messages: CATALOGUES[locale] }
      const props = { requestId: '', inHand: target?.items ?? 0, toSettle: false, denied: null }
      const page = target?.beyond ? createElement(Beyond, { ...props, beyond: target.beyond }) : ''
      return renderToStaticMarkup(createElement(Spoken, { value }, page))
    })
  }

  it('has that said, and no answer goes out before the next ones are looked at, each stretch by a sample of its own', async () => {
    const at = await asked(OWN)
    expect(await near()).toMatchObject({ rows: 520, items: 500, beyond: { rows: 20, left: false } })
    expect(await isBroad(at.requestId)).toBe(true)
    const [english, german] = await said()
    expect(english).toContain('20 more rows are like it, beyond the 500 items in hand')
    expect(german).toContain('20 weitere Zeilen gleichen ihm, über die 500 vorliegenden Einträge hinaus')
    for (const verb of [lookOn, (tx: Tx, who: Member) => leaveOut(tx, who, { ...at, why: 'of_many' })])
      await expect(run((tx) => verb(tx, many.lead, at))).rejects.toThrow(/First say of those in hand/)
    await decided(at.requestId)
    await dropped(at)
    expect((await near())?.fuzzy).toMatchObject({ rest: 0 })
    expect(await requestOf(database, many), 'somebody has to look on').toMatchObject({
      status: 'under_review',
    })
    await expect(run((tx) => lookOn(tx, many.reviewer, at))).rejects.toMatchObject({ code: 'not_found' })
    await run((tx) => lookOn(tx, many.lead, at))
    const next = await near()
    expect(next).toMatchObject({
      ...{ rows: 520, items: 520, dropped: 500, beyond: null },
      fuzzy: { drawn: 20, looked: 0, rest: 20, mayTake: false },
    })
    expect(await isBroad(at.requestId)).toBe(false)
    expect(await said()).toEqual(['', ''])
    const shown = (next?.candidates ?? []).map(({ digest }) => digest)
    await run((tx) => lookAt(tx, many.lead, { ...at, shown, belong: shown }))
    expect(await casesOfRequest(database, at.requestId)).toHaveLength(21)
    await expect(run((tx) => lookOn(tx, many.lead, at))).rejects.toThrow(/No more rows/)
  })

  it('is left like that by a decision with a reason, and whoever asked is told that there is more', async () => {
    const at = await asked(OTHER)
    await decided(at.requestId)
    await dropped(at)
    expect(await requestOf(database, many)).toMatchObject({ status: 'under_review' })
    await run((tx) => leaveOut(tx, many.lead, { ...at, why: 'of_many' }))
    expect(await near()).toMatchObject({ beyond: { rows: 20, left: true } })
    expect(await requestOf(database, many), 'there is more of it').toMatchObject({
      status: 'partially_actioned',
    })
    expect((await lastLetter(database, 'takedown-outcome')).text.replace(/\s+/g, ' ')).toContain(
      'More rows are like it than were looked at one by one.',
    )
    expect((await lastEventOf(database, at.requestId, 'reach_narrowed')).data).toMatchObject({
      ...{ left: 20, why: 'of_many' },
    })
    expect((await logged(database, many)).filter((entry) => entry === 'takedown:message')).not.toEqual([])
  })
})

describe('the reading of files for words', () => {
  it('goes on behind the last row that was written down, and counts no row twice', async () => {
    await importRows(world, [
      ...ROWS,
      ...Array.from({ length: 300 }, (_, i) => ({
        id: `t${i}`,
        text: i % 100 === 7 ? `The same sentence stands in some rows. ${i}` : `Filler ${i}`,
      })),
    ])
    await askFor(database, world, { ...PRIVACY, targets: '"The same sentence stands in some rows."' })
    const { id } = await requestOf(database, world)
    const whole = (await view()).targets[0]
    expect(whole).toMatchObject({ rows: 3, items: 3 })
    const [scan] = await database.admin
      .sql`select rows_read::int as read, rows_total::int as total from takedown_scan where request_id = ${id}`
    expect(scan).toEqual({ read: 364, total: 364 })

    // Again, a few rows at a time: each call stops after its first step.
    await database.admin.sql`delete from takedown_scan where request_id = ${id}`
    await database.admin.sql`delete from takedown_candidate where request_id = ${id}`
    const words = [
      {
        id: whole?.id ?? '',
        target: { kind: 'quote' as const, value: 'The same sentence stands in some rows.' },
      },
    ]
    const job = { requestId: id, datasetId: world.datasetId, words }
    let calls = 1
    while (!(await continueScan(job, { seconds: 0, rowsPerStep: 50 }))) calls++
    expect(calls).toBeGreaterThan(5)
    const found = await database.admin.sql`select rows::int from takedown_candidate where request_id = ${id}`
    expect(found.map(({ rows }) => rows)).toEqual([1, 1, 1])
  })

  it('killed with all it holds, begins again where it was', async () => {
    const { id } = await requestOf(database, world)
    await database.admin.sql`delete from takedown_scan where request_id = ${id}`
    await database.admin.sql`delete from takedown_candidate where request_id = ${id}`
    const [target] = (await view()).targets
    const scan = (failpoint: string) =>
      spawnSync(
        process.execPath,
        [...program('tests/support/scan-child.ts'), id, world.datasetId, target?.id ?? ''],
        { env: { ...process.env, WINNOW_FAILPOINT: failpoint }, encoding: 'utf8' },
      )
    expect(scan('takedown-scan.before-commit:3').signal).toBe('SIGKILL')
    const [{ row } = { row: 0 }] = await database.admin
      .sql`select "row"::int as row from takedown_scan where request_id = ${id}`
    expect(row).toBe(100)
    const { stdout, stderr, status } = scan('')
    expect({ stderr, status, stdout: stdout.trim() }).toEqual({ stderr: '', status: 0, stdout: 'done' })
    const found = await database.admin.sql`select rows::int from takedown_candidate where request_id = ${id}`
    expect(found.map(({ rows }) => rows)).toEqual([1, 1, 1])
  })

  it('begins again where its requester names other words before it came to the end', async () => {
    const token = await askFor(database, world, { ...PRIVACY, targets: '"The same sentence stands in some"' })
    const { id } = await requestOf(database, world)
    await as(world, askInfo, world.lead, { requestId: id, missing: ['targets'], note: undefined })
    // A long file, of which a part was read when somebody asked.
    await database.admin.sql`
      update takedown_scan set ended_at = null, "row" = 200, rows_read = 200 where request_id = ${id}`
    await as(world, giveInfo, visitor, { token, targets: '"A note below a host of its own"' })
    await runJobs(database)
    expect((await view()).targets).toMatchObject([
      { state: 'matched', rows: 3 },
      { state: 'matched', rows: 1 },
    ])
  })
})

it('whoever is no lead of the dataset cannot look at its reach', async () => {
  const { id } = await requestOf(database, world)
  const elsewhere = await newMember(database.db, [])
  for (const nobody of [world.stranger, elsewhere])
    await expect(reachView(nobody, id)).rejects.toMatchObject({ code: 'not_found' })
})

it('shows of what it may mean no address and no number that a detector finds in it', async () => {
  const other = await takedownWorld(database.db, [
    { id: 'x', text: 'Write to anna@mail.example.org, card 4111 1111 1111 1111, about the boat.' },
  ])
  await askFor(database, other, { ...OPT_OUT, targets: 'id: x' })
  const { id } = await requestOf(database, other)
  const mask = '▇'.repeat(8)
  expect((await reachView(other.lead, id)).targets[0]?.candidates[0]?.text).toEqual({
    state: 'shown',
    text: `Write to ${mask}, card ${mask}, about the boat.`,
    marks: [],
  })
})
