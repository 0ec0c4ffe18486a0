import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { takedownMatch } from '@/lib/jobs/takedown-match'
import { override } from '@/lib/review/override'
import { decideNamed } from '@/lib/takedowns/decide-named'
import { hold, resume } from '@/lib/takedowns/hold'
import { locate } from '@/lib/takedowns/locate'
import { recordMatches, targetsToFind } from '@/lib/takedowns/match'
import { reachView } from '@/lib/takedowns/reach-view'
import { agreeToReach, narrow, widen } from '@/lib/takedowns/reach-verbs'
import { lockRequest } from '@/lib/takedowns/request-row'
import { settle } from '@/lib/takedowns/settle'
import { shownNow } from '@/tests/support/shown'
import { testDatabase } from '@/tests/support/database'
import { targetStates } from './takedown-facts'
import {
  agreeToAll,
  askFor,
  casesOfRequest,
  importRows,
  lastLetter,
  linkIn,
  OPT_OUT,
  press,
  PRIVACY,
  requestOf,
  runJobs,
  submit,
  type TakedownWorld,
  takedownWorld,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

const LOST = { id: 'lost', text: 'Only the first revision has this text.', url: 'https://lost.example/1' }
const ROWS = [
  ...Array.from({ length: 80 }, (_, i) => ({
    id: `m${i}`,
    text: `Page ${i} of a large site.`,
    url: `https://large.example/${i}`,
  })),
  ...Array.from({ length: 10 }, (_, i) => ({
    id: `o${i}`,
    text: `Somebody else wrote page ${i}.`,
    url: `https://other.example/${i}`,
  })),
  ...Array.from({ length: 3 }, (_, i) => ({
    id: `q${i}`,
    text: `The same sentence stands in some rows. ${i}`,
    url: `https://quotes.example/${i}`,
  })),
  { id: '7', text: 'A row whose id is a number.', url: 'https://numbers.example/1' },
]

beforeAll(async () => {
  world = await takedownWorld(database.db, [LOST, ...ROWS])
})

const now = async () => {
  const { id } = await requestOf(database, world)
  return reachView(world.lead, id)
}
const run = async (verb: Parameters<typeof transact<unknown>>[0]) => {
  await transact(verb, world.db)
  await runJobs(database)
}
const domain = (value: string) => ({ kind: 'domain' as const, value })

describe('what two people have agreed to', () => {
  it('is these targets and rows, and not as many of something else', async () => {
    await askFor(database, world, { ...OPT_OUT, targets: 'large.example' })
    await agreeToAll(database, world)
    const { id } = await requestOf(database, world)
    const { summary, targets } = await now()
    expect(summary).toMatchObject({ rows: 80, state: 'approved' })
    const targetId = targets[0]?.id ?? ''
    const drop = (targets[0]?.candidates ?? []).slice(0, 10).map(({ digest }) => digest)
    await transact(
      (tx) => narrow(tx, world.lead, { requestId: id, targetId, drop, why: 'other_thing' }),
      world.db,
    )
    await run((tx) => widen(tx, world.lead, { requestId: id, targetId, source: domain('other.example') }))

    const after = await now()
    expect(after.summary).toMatchObject({ rows: 80, state: 'waiting', firstBy: null, secondBy: null })
    const texts = (await casesOfRequest(database, id)).map(({ text }) => text)
    expect(texts.filter((text) => text.startsWith('Somebody else'))).toEqual([])
  })

  it('is what was on the screen: a word for what it reached before is refused', async () => {
    const { id } = await requestOf(database, world)
    const { summary, targets } = await now()
    const seen = summary?.covers?.toString('hex') ?? ''
    const targetId = targets[0]?.id ?? ''
    const [one] = targets[0]?.candidates.filter(({ state }) => state !== 'dropped') ?? []
    const drop = [one?.digest ?? '']
    await transact(
      (tx) => narrow(tx, world.lead, { requestId: id, targetId, drop, why: 'other_thing' }),
      world.db,
    )
    const agree = () =>
      transact((tx) => agreeToReach(tx, world.lead, { requestId: id, covers: seen }), world.db)
    // Not counted yet, then counted: it is something else.
    await expect(agree()).rejects.toMatchObject({ code: 'conflict' })
    await runJobs(database)
    expect((await now()).summary).toMatchObject({ rows: 79, state: 'waiting' })
    await expect(agree()).rejects.toMatchObject({ code: 'conflict' })
  })

  it('stays when the same is counted again', async () => {
    const { id } = await requestOf(database, world)
    await agreeToAll(database, world)
    await takedownMatch({ requestId: id })
    expect((await now()).summary).toMatchObject({ rows: 79, state: 'approved' })
  })

  it('is held to that by the database', async () => {
    const { id } = await requestOf(database, world)
    const { sql } = database.admin
    await expect(
      sql`update takedown_reach set covers = decode(repeat('00', 32), 'hex') where request_id = ${id}`,
    ).rejects.toThrow(/takedown_reach_agreed/)
    await expect(
      sql`insert into takedown_target (request_id, ordinal, kind, sealed) values (${id}, 99, 'domain', '\\x00')`,
    ).rejects.toThrow(/something else than people have agreed to/)
    await expect(
      sql`update takedown_candidate set state = 'dropped', by = ${world.lead.id} where request_id = ${id} and state = 'taken'`,
    ).rejects.toThrow(/something else than people have agreed to/)
  })
})

describe('what a lead took out of a request', () => {
  const again = async (id: string) => {
    await database.admin.sql`update takedown_request set status = 'received' where id = ${id}`
    await takedownMatch({ requestId: id })
    await runJobs(database)
  }
  const dropFirst = async () => {
    const { id } = await requestOf(database, world)
    const { targets } = await now()
    const drop = targets[0]?.candidates.slice(0, 1).map(({ digest }) => digest) ?? []
    await run((tx) =>
      narrow(tx, world.lead, { requestId: id, targetId: targets[0]?.id ?? '', drop, why: 'other_thing' }),
    )
    return id
  }

  it('stays out when its words are looked for anew', async () => {
    await askFor(database, world, { ...PRIVACY, targets: '"The same sentence stands in some rows."' })
    const id = await dropFirst()
    expect(await casesOfRequest(database, id)).toHaveLength(2)
    await again(id)
    expect(await casesOfRequest(database, id)).toHaveLength(2)
    expect((await now()).summary).toMatchObject({ rows: 2 })
  })

  it('is not taken for the number of a row because no row with that id is left', async () => {
    await askFor(database, world, { ...PRIVACY, targets: 'id: 7\nid: m20' })
    const id = await dropFirst()
    await again(id)
    expect((await casesOfRequest(database, id)).map(({ text }) => text)).toEqual(['Page 20 of a large site.'])
  })

  it('stays out although only an earlier revision had it', async () => {
    const { digest } = await itemOf(LOST.text)
    await importRows(world, ROWS)
    await askFor(database, world, { ...PRIVACY, targets: `${digest}\nid: m21` })
    const id = await dropFirst()
    await again(id)
    expect((await casesOfRequest(database, id)).map(({ text }) => text)).toEqual(['Page 21 of a large site.'])
  })

  /** Known to reviewers because somebody asked about it before. */
  async function itemOf(text: string) {
    await askFor(database, world, { ...PRIVACY, targets: 'https://lost.example/1' })
    const { id } = await requestOf(database, world)
    expect((await casesOfRequest(database, id)).map((found) => found.text)).toEqual([text])
    const [row] = await database.admin.sql<{ digest: string }[]>`
      select encode(digest, 'hex') as digest from takedown_match where request_id = ${id}`
    return { digest: row?.digest ?? '' }
  }
})

describe('what is still looked for', () => {
  async function widened(targets: string, source: string) {
    await askFor(database, world, { ...PRIVACY, targets })
    const { id } = await requestOf(database, world)
    const targetId = (await now()).targets[0]?.id ?? ''
    await transact(
      (tx) => widen(tx, world.lead, { requestId: id, targetId, source: domain(source) }),
      world.db,
    )
    return id
  }

  it('is waited for before anybody is answered', async () => {
    const id = await widened('id: m30', 'quotes.example')
    const [only] = await casesOfRequest(database, id)
    await transact(
      async (tx) =>
        override(tx, world.lead, {
          ...(await shownNow(tx, { datasetId: world.datasetId, caseId: only?.id ?? '' })),
          ...{ datasetId: world.datasetId, caseId: only?.id ?? '', policyVersionId: world.policyId },
          ...{ action: 'remove', reasonCode: 'pii.contact', spans: [], passages: [], queue: '' },
          ...{ label: undefined, note: undefined, supersedes: null },
        }),
      world.db,
    )
    expect(await transact(async (tx) => settle(tx, await lockRequest(tx, id)), world.db)).toBe(false)
    await runJobs(database)
    expect(await casesOfRequest(database, id)).toHaveLength(4)
    expect(await requestOf(database, world)).toMatchObject({ status: 'under_review' })
  })

  it('is looked for again where a hold ends that began before the job came', async () => {
    const id = await widened('id: m31', 'quotes.example')
    await run((tx) => hold(tx, world.lead, { requestId: id, reason: 'litigation', note: undefined }))
    expect((await now()).targets[1]).toMatchObject({ state: 'pending' })
    await run((tx) => resume(tx, world.lead, { requestId: id }))
    expect((await now()).targets[1]).toMatchObject({ state: 'matched', items: 3 })
    expect(await casesOfRequest(database, id)).toHaveLength(4)
  })

  /** A request that one job has looked for and not written down yet, while another did both. */
  async function lookedForTwice(fields: Record<string, string>) {
    await submit(world, fields)
    await press(world, linkIn((await lastLetter(database, 'takedown-confirm')).text, 'confirm'))
    const { id } = await requestOf(database, world)
    const early = await transact((tx) => targetsToFind(tx, id), world.db)
    if (!early) throw new Error('nothing to look for')
    const located = await locate(world.db, early)
    await runJobs(database)
    const none = { gone: 0, masked: 0, kept: 0, asked: 0, requests: 0 }
    return { id, write: () => transact((tx) => recordMatches(tx, early, located, none), world.db) }
  }

  it('what somebody decided meanwhile is not undone by a job that had looked before', async () => {
    const { id, write } = await lookedForTwice({ ...OPT_OUT, targets: 'id: m40\nhttps://nowhere.example/1' })
    await transact(
      (tx) => decideNamed(tx, world.lead, { requestId: id, action: 'remove', reasonCode: 'optout.own' }),
      world.db,
    )
    await write()
    expect(await targetStates(database, id)).toEqual(['matched', 'kept_out'])
  })

  it('what a lead took out meanwhile stays out, although a job had found it before', async () => {
    const { id, write } = await lookedForTwice({ ...PRIVACY, targets: 'id: m41\nid: m42' })
    const [target] = (await now()).targets
    const drop = target?.candidates.map(({ digest }) => digest) ?? []
    await run((tx) =>
      narrow(tx, world.lead, { requestId: id, targetId: target?.id ?? '', drop, why: 'other_thing' }),
    )
    expect(await casesOfRequest(database, id)).toHaveLength(1)
    await write()
    expect(await casesOfRequest(database, id)).toHaveLength(1)
    const told = await database.admin.sql<{ items: number }[]>`
      select (data ->> 'items')::int as items from takedown_event where request_id = ${id} and type = 'matched'`
    expect(told, 'and what was found is told once').toEqual([{ items: 2 }])
  })
})
