import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Action } from '@/lib/review/status'
import { requestView } from '@/lib/takedowns/queries'
import { reachView } from '@/lib/takedowns/reach-view'
import { narrow, widen } from '@/lib/takedowns/reach-verbs'
import { trackingView } from '@/lib/takedowns/tracking'
import { testDatabase } from '@/tests/support/database'
import { askWithRoom } from './takedown-room'
import {
  agreeToAll,
  askFor,
  casesOfRequest,
  decideCase,
  importRows,
  lettersOf,
  OPT_OUT,
  PRIVACY,
  requestOf,
  runJobs,
  type TakedownWorld,
  takedownWorld,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

const rowsOf = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => ({
    id: `m${from + i}`,
    text: `Page ${from + i} of a site. Every page ends with the same greeting of its keeper.`,
    url: `https://${from + i < 26 ? 'few' : 'other'}.example/${from + i}`,
  }))
const ROWS = rowsOf(0, 40)
const QUOTE = '"ends with the same greeting of its keeper"'

// What one test decided about an item another would find decided.
beforeEach(async () => {
  world = await takedownWorld(database.db, ROWS)
})

type Verdict = { action: Action; reasonCode: string }
const OUT: Verdict = { action: 'remove', reasonCode: 'pii.contact' }
const STAYS: Verdict = { action: 'keep', reasonCode: 'pii.not' }

const all = () => requestOf(database, world).then(({ id }) => casesOfRequest(database, id))
const isOpen = ({ status }: { status: string }) => status === 'open'

/** Decides what is open of the last request, each as `how` has it. */
async function decideOpen(how: (i: number) => Verdict = () => OUT): Promise<void> {
  for (const [i, { id: caseId }] of (await all()).filter(isOpen).entries())
    await decideCase(database, world, { caseId, ...how(i) })
}

const outcomes = async () => {
  const { reference } = await requestOf(database, world)
  return (await lettersOf(database, 'takedown-outcome')).filter(({ letter }) =>
    letter?.subject.includes(reference),
  )
}

describe('a request for more than is looked at in one go', () => {
  it('is followed to the last of its items, and has one answer', async () => {
    const targets = ROWS.slice(0, 30)
      .map(({ id }) => `id: ${id}`)
      .join('\n')
    const token = await askWithRoom(database, world, { ...PRIVACY, targets }, { request: 10 })
    expect(await all()).toHaveLength(10)
    expect((await requestView(world.lead, (await requestOf(database, world)).id)).targets).toMatchObject(
      Array.from({ length: 30 }, (_, i) => ({ broad: i >= 10 })),
    )
    await decideOpen()
    expect(await requestOf(database, world), 'it is not over').toMatchObject({ status: 'under_review' })
    expect(await outcomes()).toEqual([])
    const cases = await all()
    expect(cases).toHaveLength(30)
    expect(cases.filter(isOpen)).toHaveLength(20)
    await decideOpen()
    expect(await requestOf(database, world)).toMatchObject({ status: 'actioned' })
    expect(await outcomes()).toHaveLength(1)
    const page = await trackingView(token)
    const found = page?.events.filter(({ type }) => type === 'matched')
    expect(found?.map(({ data }) => data.items)).toEqual([10, 20])
    expect(page?.targets.map(({ results }) => results.length)).toEqual(Array.from({ length: 30 }, () => 1))
  })

  it('goes on with a passage behind the items in which it was found', async () => {
    await askWithRoom(database, world, { ...PRIVACY, targets: QUOTE }, { quote: 12 })
    expect(await all()).toHaveLength(12)
    await decideOpen((i) => (i === 0 ? OUT : STAYS))
    expect(await all()).toHaveLength(40)
    await decideOpen()
    expect(await requestOf(database, world)).toMatchObject({ status: 'partially_actioned' })
    expect((await outcomes())[0]?.letter?.text).not.toMatch(/more items/)
  })

  it('leaves the rest where all that was looked at stays, and says so', async () => {
    await askWithRoom(database, world, { ...PRIVACY, targets: QUOTE }, { quote: 12 })
    await decideOpen(() => STAYS)
    expect(await all()).toHaveLength(12)
    expect(await requestOf(database, world)).toMatchObject({ status: 'no_action' })
    expect((await outcomes())[0]?.letter?.text.replace(/\s+/g, ' ')).toContain(
      'All that were looked at stay, and so do the others.',
    )
  })

  it('leaves it also where none of it was meant', async () => {
    await askWithRoom(database, world, { ...PRIVACY, targets: QUOTE }, { quote: 12 })
    const { id: requestId } = await requestOf(database, world)
    const [target] = (await reachView(world.lead, requestId)).targets
    const drop = (target?.candidates ?? []).map(({ digest }) => digest)
    await transact(
      (tx) => narrow(tx, world.lead, { requestId, targetId: target?.id ?? '', drop, why: 'of_many' }),
      world.db,
    )
    await runJobs(database)
    expect(await requestOf(database, world)).toMatchObject({ status: 'no_action' })
  })

  it('looks at all of a source of which some of the sample is to stay, and makes no rule of the source', async () => {
    await askFor(database, world, { ...OPT_OUT, targets: 'few.example' })
    expect(await all()).toHaveLength(20)
    const own: Verdict = { action: 'remove', reasonCode: 'optout.own' }
    await decideOpen((i) => (i === 3 ? { action: 'keep', reasonCode: 'optout.unproven' } : own))
    expect((await all()).filter(isOpen)).toHaveLength(6)
    await decideOpen(() => own)
    const { id, status } = await requestOf(database, world)
    expect(status).toBe('partially_actioned')
    const rules = await database.admin.sql<{ kind: string; n: number }[]>`
      select kind::text, count(*)::int as n from suppression_rule where request_id = ${id} group by 1`
    expect(rules).toEqual([{ kind: 'source_id', n: 25 }])
  })

  it('goes on without asking two people again for what they have agreed to, when its items are told apart', async () => {
    world = await takedownWorld(database.db, rowsOf(0, 60))
    await askWithRoom(database, world, { ...PRIVACY, targets: QUOTE }, { quote: 12 })
    await agreeToAll(database, world)
    expect(await all()).toHaveLength(12)
    await decideOpen()
    expect((await all()).filter(isOpen)).toHaveLength(48)
    const { id } = await requestOf(database, world)
    expect((await reachView(world.lead, id)).summary).toMatchObject({ state: 'approved', rows: 60 })
    await decideOpen()
    expect(await requestOf(database, world)).toMatchObject({ status: 'actioned' })
  })

  it('waits again for two people where as many rows are something else by then', async () => {
    // More than one person decides about.
    world = await takedownWorld(database.db, rowsOf(0, 60))
    await askWithRoom(database, world, { ...PRIVACY, targets: QUOTE }, { quote: 12 })
    expect(await all()).toEqual([])
    await agreeToAll(database, world)
    expect(await all()).toHaveLength(12)
    // Another revision comes while people decide.
    await importRows(world, rowsOf(1, 61))
    await decideOpen()
    expect(await all()).toHaveLength(12)
    expect(await requestOf(database, world)).toMatchObject({ status: 'under_review' })
    await agreeToAll(database, world)
    expect((await all()).filter(isOpen)).toHaveLength(49)
    await decideOpen()
    expect(await requestOf(database, world)).toMatchObject({ status: 'actioned' })
  })
})

it('is looked at a stretch at a time, what the team has added to it first', async () => {
  await askFor(database, world, { ...PRIVACY, targets: ROWS.map(({ id }) => `id: ${id}`).join('\n') })
  const { id: requestId } = await requestOf(database, world)
  const first = await reachView(world.lead, requestId)
  expect([first.stretch, first.targets.length]).toEqual([
    { from: 0, to: 20, all: 40, earlier: null, later: 20 },
    20,
  ])
  const behind = await reachView(world.lead, requestId, '20')
  expect(new Set([...first.targets, ...behind.targets].map(({ id }) => id)).size).toBe(40)
  expect(behind.targets.map(({ candidates }) => candidates.length)).toEqual(
    Array.from({ length: 20 }, () => 1),
  )
  const targetId = behind.targets[19]?.id ?? ''
  const source = { kind: 'host' as const, value: 'few.example' }
  await transact((tx) => widen(tx, world.lead, { requestId, targetId, source }), world.db)
  await runJobs(database)
  expect((await reachView(world.lead, requestId)).targets[0]).toMatchObject({ kind: 'host', added: true })
})
