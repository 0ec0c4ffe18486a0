import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { tasks } from '@/lib/jobs/tasks'
import { addressFingerprint } from '@/lib/takedowns/contact'
import { erasePersonalData } from '@/lib/takedowns/erase'
import { sendLate, WAITING_OF_NETWORK } from '@/lib/takedowns/late-letters'
import {
  ADDRESS_LIMIT,
  ADDRESS_LIMIT_LATE,
  ADDRESS_LIMIT_OF_ALL,
  nextDay,
} from '@/lib/takedowns/letter-limits'
import { lockRequest } from '@/lib/takedowns/request-row'
import { system } from '@/lib/auth/load-actor'
import { testDatabase } from '@/tests/support/database'
import { runQueue } from '@/tests/support/queue'
import { statusOf } from './takedown-facts'
import {
  linkIn,
  lettersOf,
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
let email: string
let victims = 0
beforeAll(async () => {
  world = await takedownWorld(database.db, [{ id: 'a1', text: 'Wilma Flint lives at 3 Quarry Lane.' }])
})
beforeEach(() => {
  email = `victim-${victims++}@people.example`
})

const from = (network: number) => ({
  kind: 'visitor' as const,
  network: network.toString(16).padStart(64, '0'),
})
const send = (network: number) => submit(world, { ...PRIVACY, targets: 'row 0', email }, from(network))
const sendMany = async (network: number, n: number) => {
  for (let i = 0; i < n; i++) await send(network)
}
/** Three networks send all that goes to an address in a day. */
const useUpToday = async () => {
  for (const network of [1, 2, 3]) await sendMany(network, ADDRESS_LIMIT.max)
}
/** What was counted is counted by the day. */
const anotherDay = () => database.admin.sql`delete from rate_limit`
const sendWaiting = (now = new Date()) =>
  transact((tx) => sendLate(tx, addressFingerprint(email), now), world.db)

const arrived = async () =>
  (await lettersOf(database, 'takedown-confirm')).flatMap(({ letter }) =>
    letter?.to === email ? [letter.text] : [],
  )
/** What waits for the address, by its network. */
const waiting = async () =>
  (
    await database.admin.sql<{ network: string }[]>`
      select network from takedown_waiting_letter where email_hmac = ${addressFingerprint(email)} order by turn, created_at`
  ).map(({ network }) => Number.parseInt(network, 16))
const jobs = async (task: string) =>
  database.admin.sql<{ runAt: string; payload: Record<string, string> }[]>`
    select j.run_at::text as "runAt", j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${task} order by j.run_at`
const ofVictim = async () =>
  (await jobs('takedown.late-letters')).filter(
    ({ payload }) => payload.address === addressFingerprint(email).toString('hex'),
  )

describe('a letter for which there is no room today', () => {
  it('comes the next day, whatever is sent then, and its link holds from then on', async () => {
    await useUpToday()
    expect(await arrived()).toHaveLength(ADDRESS_LIMIT_OF_ALL.max)
    expect(await send(4), 'answered like any other').toEqual({ received: true })
    const { id } = await requestOf(database, world)
    expect(await arrived(), 'a mailbox is not filled').toHaveLength(ADDRESS_LIMIT_OF_ALL.max)
    const [job, ...more] = await ofVictim()
    expect(more).toEqual([])
    expect(new Date(job?.runAt ?? '')).toEqual(nextDay(new Date()))

    await anotherDay()
    await useUpToday()
    const before = (await arrived()).length
    const sentAt = Date.now()
    const linkEnds = (at: number) => at >= sentAt + 72 * 3_600_000 && at < sentAt + 73 * 3_600_000
    await database.admin.sql`
      update graphile_worker._private_jobs set run_at = now() where key = ${`takedown.late-letters/${String(job?.payload.address)}`}`
    await runQueue(database, { 'takedown.late-letters': tasks['takedown.late-letters'] })
    expect(await arrived()).toHaveLength(before + 1)
    const [link] = await database.admin.sql<{ until: string }[]>`
      select extract(epoch from expires_at) * 1000 as until from takedown_confirmation where request_id = ${id}`
    expect(linkEnds(Number(link?.until))).toBe(true)
    const lapses = (await jobs('takedown.expire')).filter(({ payload }) => payload.requestId === id)
    expect(
      lapses.map(({ runAt }) => linkEnds(new Date(runAt).getTime())),
      'with its link, and at the end of the week in any case',
    ).toEqual([true, false])
    const token = linkIn((await arrived()).at(-1) ?? '', 'confirm')
    await press(world, token)
    expect(await statusOf(database, id)).toBe('received')
    expect(await ofVictim(), 'nothing waits any more').toEqual([])
  })

  it('is one for each request, and five of a network', async () => {
    await sendMany(1, ADDRESS_LIMIT.max + WAITING_OF_NETWORK + 2)
    expect(await arrived()).toHaveLength(ADDRESS_LIMIT.max)
    expect(await waiting()).toEqual(Array(WAITING_OF_NETWORK).fill(1))
    await sendWaiting()
    expect(await arrived(), 'its network has had its five of today').toHaveLength(ADDRESS_LIMIT.max)
    await anotherDay()
    await sendWaiting()
    await sendWaiting()
    expect(await arrived()).toHaveLength(ADDRESS_LIMIT.max + WAITING_OF_NETWORK)
    expect(await waiting()).toEqual([])
  })

  it('comes before the second of any other network, and no more of them in a day than are kept free for that', async () => {
    await useUpToday()
    await sendMany(4, WAITING_OF_NETWORK)
    const single = Array.from({ length: ADDRESS_LIMIT_LATE.max + 1 }, (_, n) => 10 + n)
    for (const network of single) await send(network)
    const sent = (await arrived()).length
    await anotherDay()
    await sendWaiting()
    expect(await arrived()).toHaveLength(sent + ADDRESS_LIMIT_LATE.max)
    // Of the flood one, of the others each but the two that came last.
    expect(await waiting()).toEqual([...single.slice(-2), 4, 4, 4, 4])
    expect(await ofVictim(), 'the rest another day').toHaveLength(1)
    await sendWaiting()
    expect(await arrived(), 'not the same day').toHaveLength(sent + ADDRESS_LIMIT_LATE.max)

    await send(4)
    await anotherDay()
    await sendWaiting()
    expect(await arrived(), 'and the one that had room').toHaveLength(sent + ADDRESS_LIMIT_LATE.max + 1 + 6)
  })

  it('waits for a week at most: then its request lapses like any that nobody confirms', async () => {
    await useUpToday()
    await send(4)
    const { id } = await requestOf(database, world)
    await database.admin.sql`
      update takedown_waiting_letter set created_at = now() - interval '7 days 1 minute' where request_id = ${id}`
    await anotherDay()
    const before = await arrived()
    await sendWaiting()
    expect(await arrived()).toEqual(before)
    expect(await waiting()).toEqual([])
    await runJobs(database)
    expect(await statusOf(database, id)).toBe('expired')
  })

  it('is gone with who asked', async () => {
    await useUpToday()
    await send(4)
    const { id } = await requestOf(database, world)
    expect(await waiting()).toEqual([4])
    await transact(
      async (tx) => erasePersonalData(tx, system('takedown'), await lockRequest(tx, id), 'never_confirmed'),
      world.db,
    )
    expect(await waiting()).toEqual([])
    await anotherDay()
    const before = await arrived()
    await sendWaiting()
    expect(await arrived()).toEqual(before)
  })
})
