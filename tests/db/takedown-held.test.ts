import { beforeAll, describe, expect, it, vi } from 'vitest'
import { transact } from '@/db/client'
import { pendingResponse } from '@/lib/pending/serve'
import { openPending } from '@/lib/release-format/pending'
import { releaseByVersion } from '@/lib/releases/queries'
import { hold, resume } from '@/lib/takedowns/hold'
import { holdInput } from '@/lib/takedowns/process-input'
import { testDatabase } from '@/tests/support/database'
import { decided, publishNow, runReleaseJobs } from './fulfilment-world'
import { statusOf } from './takedown-facts'
import {
  casesOfRequest,
  decideCase,
  importRows,
  lettersOf,
  type TakedownWorld,
  takedownWorld,
} from './takedown-world'

const database = testDatabase()
vi.setConfig({ testTimeout: 60_000 })
let world: TakedownWorld

const ROWS = Array.from({ length: 20 }, (_, i) => ({
  id: `r${i}`,
  text: `Row number ${i} that a court may hold.`,
  url: `https://site-${i % 4}.example/${i}`,
}))
const ask = (row: number) => decided(database, world, { kind: 'privacy', targets: `“${ROWS[row]?.text}”` })

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
  await publishNow(database, world)
})

const holdIt = async (requestId: string) => {
  const input = holdInput.parse({ requestId, reason: 'court_order' })
  await transact((tx) => hold(tx, world.lead, input), world.db)
  await runReleaseJobs(database)
}
const letGo = async (requestId: string) => {
  await transact((tx) => resume(tx, world.lead, { requestId }), world.db)
  await runReleaseJobs(database)
}
async function listed(): Promise<number[]> {
  const response = await pendingResponse(new Request('http://winnow.test/list'), world.slug, 'public')
  const { files } = openPending(Buffer.from(await response.text()), null)
  return files.flatMap(({ rows }) => rows.map(([row]) => row))
}
/** Publishes, and counts the rows that the release leaves out. */
async function removed(): Promise<number | undefined> {
  const made = await publishNow(database, world)
  return (await releaseByVersion(world.slug, made?.version ?? ''))?.rows?.removed
}

describe('a removal that is decided and in no release when a court holds it', () => {
  it('is on no list and in no release meanwhile, and in the next when it goes on', async () => {
    const { id } = await ask(3)
    const { id: other } = await ask(5)
    await runReleaseJobs(database, { byItself: false })
    expect(await listed()).toEqual([3, 5])
    await holdIt(id)
    expect(await statusOf(database, id)).toBe('on_hold')
    expect(await listed()).toEqual([5])
    expect(await removed()).toBe(1)
    expect([await statusOf(database, id), await statusOf(database, other)]).toEqual(['on_hold', 'closed'])

    await letGo(id)
    expect(await statusOf(database, id)).toBe('actioned')
    expect(await listed()).toEqual([3])
    expect(await removed()).toBe(2)
    expect(await statusOf(database, id)).toBe('closed')
  })

  it('takes effect all the same for somebody else who was told of it', async () => {
    const { id } = await ask(7)
    await ask(7)
    await holdIt(id)
    expect(await listed()).toEqual([7])
    expect(await removed()).toBe(3)
  })

  it('holds up the rule that it made, too', async () => {
    const { id } = await decided(database, world, { kind: 'opt_out', targets: 'site-1.example' })
    await holdIt(id)
    await importRows(world, [
      ...ROWS,
      { id: 'new', text: 'Another page.', url: 'https://site-1.example/new' },
    ])
    expect(await removed()).toBe(3)
    await letGo(id)
    // Of the five rows of that site one was out already.
    expect(await removed()).toBe(8)
  })
})

it('what a release leaves out already is not given back by a hold', async () => {
  const { id } = await ask(8)
  const before = await removed()
  // As it is between a release and the letter about it.
  await database.admin.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update takedown_request set status = 'actioned', closed_at = now() where id = ${id}`
  })
  await holdIt(id)
  expect(await listed()).toEqual([])
  expect(await removed()).toBe(before)
})

it('what is decided otherwise while it is held is answered anew when it goes on', async () => {
  const { id } = await ask(10)
  await holdIt(id)
  const [found] = await casesOfRequest(database, id)
  await decideCase(database, world, { caseId: found?.id ?? '', action: 'keep', reasonCode: 'pii.example' })
  expect(await statusOf(database, id)).toBe('on_hold')
  const answers = (await lettersOf(database, 'takedown-outcome')).length
  await letGo(id)
  expect(await statusOf(database, id)).toBe('no_action')
  expect(await lettersOf(database, 'takedown-outcome')).toHaveLength(answers + 1)
})

it('a rule that a release has is not given back by a hold, although no row comes from there at present', async () => {
  const rows = [...ROWS, { id: 'late', text: 'One more page.', url: 'https://site-2.example/late' }]
  await importRows(world, rows)
  const { id } = await decided(database, world, { kind: 'opt_out', targets: 'site-2.example' })
  const before = await removed()
  await importRows(
    world,
    rows.filter(({ url }) => !url.includes('site-2')),
  )
  await removed()
  // As it is between a release and the letter about it.
  await database.admin.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update takedown_request set status = 'actioned', closed_at = now() where id = ${id}`
  })
  await holdIt(id)
  await importRows(world, [
    ...rows,
    { id: 'last', text: 'The last page.', url: 'https://site-3.example/last' },
  ])
  expect(await removed()).toBe(before)
})
