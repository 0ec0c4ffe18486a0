import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { policyInForce } from '@/lib/policies/queries'
import type { PrepareRequestsInput } from '@/lib/request-bulk/input'
import {
  agreeToRequests,
  prepareRequests,
  prepareRequestsUndo,
  startRequests,
} from '@/lib/request-bulk/prepare'
import { requestBulkView } from '@/lib/request-bulk/queries'
import { contest } from '@/lib/takedowns/appeal'
import { decideNamed } from '@/lib/takedowns/decide-named'
import { contestInput } from '@/lib/takedowns/input'
import { testDatabase } from '@/tests/support/database'
import { newDataset, newMember } from './review-world'
import { statusOf, targetStates } from './takedown-facts'
import {
  askFor,
  casesOfRequest,
  decideCase,
  importRows,
  OPT_OUT,
  requestOf,
  runJobs,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

const ROWS = [
  { id: 's1', text: 'A story that two people ask about.', url: 'https://stories.example/1' },
  { id: 's2', text: 'A story that one of them asks about.', url: 'https://stories.example/2' },
  ...Array.from({ length: 90 }, (_, i) => ({
    id: `m${i}`,
    text: `What author number ${i} wrote about the sea.`,
    url: `https://authors.example/${i}`,
  })),
]

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
})

async function bulk(wanted: Partial<PrepareRequestsInput> = {}, by = world.lead) {
  const { bulkId } = await transact(
    async (tx) =>
      prepareRequests(tx, by, {
        ...{ datasetId: world.datasetId, kind: 'opt_out', exact: false, proven: false, action: 'remove' },
        ...{ reasonCode: 'optout.own', policyVersionId: (await policyInForce(tx, world.datasetId)).id },
        ...wanted,
      }),
    world.db,
  )
  return { datasetId: world.datasetId, bulkId }
}
type At = Awaited<ReturnType<typeof bulk>>
const start = async (at: At, by = world.lead) => {
  await transact((tx) => startRequests(tx, by, at), world.db)
  await runJobs(database)
}
const agree = (at: At, who = world.maintainer) => transact((tx) => agreeToRequests(tx, who, at), world.db)
const undo = async ({ datasetId, bulkId }: At) => {
  const back = await transact((tx) => prepareRequestsUndo(tx, world.lead, { datasetId, bulkId }), world.db)
  await start({ datasetId, bulkId: back.bulkId })
  return requestBulkView(world.lead, world.slug, back.bulkId)
}
const ask = async (targets: string) => {
  await askFor(database, world, { ...OPT_OUT, targets })
  return (await requestOf(database, world)).id
}
const rules = async () => {
  const [row] = await database.admin.sql<{ n: number }[]>`
    select count(*)::int as n from suppression_rule where dataset_id = ${world.datasetId} and ended_at is null`
  return row?.n
}

describe('what a bulk decision removed and is taken back', () => {
  it('stays removed where somebody else, who asked since, has been answered by it', async () => {
    const first = await ask('id: s1\nid: s2')
    const at = await bulk()
    await start(at)
    expect(await statusOf(database, first)).toBe('actioned')
    // The item is out already: this one is answered at once, by the same decision.
    const second = await ask('id: s1')
    expect(await statusOf(database, second)).toBe('actioned')
    expect(await undo(at)).toMatchObject({ decided: 1, skipped: 0 })
    expect(await statusOf(database, first)).toBe('under_review')
    expect((await casesOfRequest(database, first)).map(({ text, status }) => [text, status])).toEqual([
      [ROWS[1]?.text, 'open'],
      [ROWS[0]?.text, 'decided'],
    ])
    expect(await statusOf(database, second)).toBe('actioned')
    const [held] = await database.admin.sql<{ action: string }[]>`
      select d.action::text from takedown_match m join review_case c on c.id = m.case_id join decision d on d.id = c.decision_id
      where m.request_id = ${second}`
    expect(held?.action).toBe('remove')
    // What two had asked for is one rule: it is in force for the one who is followed.
    expect(await rules()).toBe(1)
  })

  it('is not taken back where nothing of it is theirs alone, and that is said', async () => {
    const at = await bulk()
    await start(at)
    const third = await ask('id: s2')
    expect(await statusOf(database, third)).toBe('actioned')
    const view = await undo(at)
    expect(view).toMatchObject({ decided: 0, skipped: 1, counts: [{ why: 'shared', n: 1 }] })
    expect(await statusOf(database, third)).toBe('actioned')
  })

  it('ends the rule about a source without rows with the last who named it, and not before', async () => {
    const before = await rules()
    const [one, two] = [await ask('nowhere.example'), await ask('nowhere.example')]
    const at = await bulk()
    await start(at)
    expect([await statusOf(database, one), await statusOf(database, two)]).toEqual(['actioned', 'actioned'])
    expect(await rules()).toBe((before ?? 0) + 1)
    const elsewhere = await ask('nowhere.example')
    await transact(
      (tx) =>
        decideNamed(tx, world.lead, { requestId: elsewhere, action: 'remove', reasonCode: 'optout.own' }),
      world.db,
    )
    await runJobs(database)
    expect(await statusOf(database, elsewhere)).toBe('actioned')
    expect(await undo(at)).toMatchObject({ decided: 2 })
    expect([await statusOf(database, one), await statusOf(database, two)]).toEqual([
      'under_review',
      'under_review',
    ])
    expect(await rules()).toBe((before ?? 0) + 1)

    // The same two again, without the third: now it ends.
    const again = await bulk()
    await start(again)
    await database.admin.sql`update takedown_request set status = 'retracted' where id = ${elsewhere}`
    expect(await undo(again)).toMatchObject({ decided: 2 })
    expect(await rules()).toBe(before)
  })

  it('leaves alone what a lead had decided about a source in person', async () => {
    await database.admin
      .sql`update takedown_request set status = 'withdrawn', closed_at = now() where status = 'under_review'`
    const id = await ask('id: m80\nby-hand.example')
    const before = (await rules()) ?? 0
    await transact(
      (tx) => decideNamed(tx, world.lead, { requestId: id, action: 'remove', reasonCode: 'optout.own' }),
      world.db,
    )
    expect(await rules()).toBe(before + 1)
    const at = await bulk()
    await start(at)
    expect(await undo(at)).toMatchObject({ decided: 1 })
    expect(await targetStates(database, id)).toEqual(['matched', 'kept_out'])
    expect(await rules()).toBe(before + 1)
  })

  it('and a refusal about a source without rows is taken back too: a lead decides again', async () => {
    await database.admin
      .sql`update takedown_request set status = 'withdrawn', closed_at = now() where status = 'under_review'`
    const id = await ask('refused.example')
    const at = await bulk({ action: 'keep', reasonCode: 'optout.unproven' })
    await start(at)
    expect([await statusOf(database, id), await targetStates(database, id)]).toEqual([
      'no_action',
      ['declined'],
    ])
    expect(await undo(at)).toMatchObject({ decided: 1, skipped: 0 })
    expect([await statusOf(database, id), await targetStates(database, id)]).toEqual([
      'under_review',
      ['not_found'],
    ])
  })
})

describe('what came from the address of somebody who decides together with others', () => {
  it('is left out, whether they prepared it, agreed to it or started it, and the results say so', async () => {
    const [preparing, agreeing, starting] = await Promise.all(
      [1, 2, 3].map(() => newMember(world.db, [['lead', world.datasetId]])),
    )
    if (!preparing || !agreeing || !starting) throw new Error('nobody')
    await importRows(world, ROWS)
    const pages = (from: number, to: number) =>
      ROWS.slice(from, to)
        .map(({ url }) => url)
        .join('\n')
    const own: string[] = []
    for (const [i, { id }] of [preparing, agreeing, starting].entries()) {
      const [row] = await database.sql<{ email: string }[]>`select email from person where id = ${id}`
      await askFor(database, world, { ...OPT_OUT, targets: pages(10 + i, 11 + i), email: row?.email ?? '' })
      own.push((await requestOf(database, world)).id)
    }
    const others = [await ask(pages(20, 55)), await ask(pages(55, 90))]
    const at = await bulk({}, preparing)
    await agree(at, agreeing)
    await start(at, starting)
    for (const id of others) expect(await statusOf(database, id)).toBe('actioned')
    for (const id of own) expect(await statusOf(database, id)).toBe('under_review')
    const view = await requestBulkView(preparing, world.slug, at.bulkId)
    expect(view.counts).toEqual([{ why: 'own', n: 3 }])

    const rest = await bulk()
    expect((await requestBulkView(world.lead, world.slug, rest.bulkId)).total).toBe(3)
    await start(rest)
    for (const id of own) expect(await statusOf(database, id), 'by others').toBe('actioned')
  })
})

describe('what a requester contests', () => {
  it('is not answered together with others by who answered it before, whether they prepare that or start it', async () => {
    await importRows(world, ROWS)
    const other = await newMember(world.db, [['lead', world.datasetId]])
    const tracking = await askFor(database, world, { ...OPT_OUT, targets: 'https://authors.example/89' })
    const { id } = await requestOf(database, world)
    const refusal = { action: 'keep' as const, reasonCode: 'optout.unproven' }
    for (const { id: caseId } of await casesOfRequest(database, id))
      await decideCase(database, world, { caseId, ...refusal })
    expect(await statusOf(database, id)).toBe('no_action')
    const grounds = 'The address is mine, as the page says.'
    await transact((tx) => contest(tx, visitor, contestInput.parse({ token: tracking, grounds })), world.db)
    for (const [preparing, starting] of [
      [world.lead, other],
      [other, world.lead],
    ] as const) {
      const at = await bulk(refusal, preparing)
      await start(at, starting)
      expect(await statusOf(database, id)).toBe('under_review')
      const { counts } = await requestBulkView(other, world.slug, at.bulkId)
      expect(counts).toEqual([{ why: 'part', n: 1 }])
    }
    await start(await bulk(refusal, other), other)
    expect(await statusOf(database, id)).toBe('no_action')
  })
})

describe('many small bulk decisions', () => {
  const part = async (from: number, to: number) => {
    for (let i = from; i < to; i++) await ask(`https://authors.example/${i}`)
  }

  beforeAll(async () => {
    const { datasetId, slug } = await newDataset(database.db)
    const lead = await newMember(database.db, [['lead', datasetId]])
    const maintainer = await newMember(database.db, [['maintainer', datasetId]])
    world = { ...world, datasetId, slug, lead, maintainer }
    await importRows(world, ROWS)
    await part(0, 6)
    // As if each of these authors had ten rows: counting sixty requests shows no more.
    await database.admin.sql`update takedown_reach set rows = 10 where dataset_id = ${datasetId}`
  }, 60_000)

  it('are one large one: what would be too much together needs somebody else, whoever prepares it', async () => {
    const draft = await bulk()
    const first = await bulk()
    expect(await requestBulkView(world.lead, world.slug, first.bulkId)).toMatchObject({
      rows: 60,
      needsSecond: true,
    })
    await database.admin.sql`update takedown_reach set rows = 5 where dataset_id = ${world.datasetId}`
    const small = await bulk()
    const twin = await bulk()
    expect(await requestBulkView(world.lead, world.slug, small.bulkId)).toMatchObject({
      rows: 30,
      needsSecond: false,
    })
    await start(small)
    // Prepared before the other was started, and refused by what has been started since.
    await expect(start(twin)).rejects.toMatchObject({ code: 'conflict' })
    expect(await requestBulkView(world.lead, world.slug, twin.bulkId)).toMatchObject({ needsSecond: true })
    await expect(agree(twin, world.lead)).rejects.toMatchObject({ code: 'forbidden' })
    await agree(twin)
    await start(twin)
    await expect(start(draft)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('count for a week, and not when somebody else had agreed', async () => {
    const draftOf = async (rows: number) => {
      await part(10, 11)
      await database.admin.sql`
        update takedown_reach r set rows = ${rows} from takedown_request q
        where q.id = r.request_id and q.dataset_id = ${world.datasetId} and q.status = 'under_review'`
      return requestBulkView(world.lead, world.slug, (await bulk()).bulkId)
    }
    expect(await draftOf(30)).toMatchObject({ rows: 30, needsSecond: true })
    await database.admin.sql`
      update takedown_bulk set started_at = started_at - interval '8 days' where dataset_id = ${world.datasetId} and second_by is null and started_at is not null`
    expect(await draftOf(20)).toMatchObject({ rows: 40, needsSecond: false })
  })
})
