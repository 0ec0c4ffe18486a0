import { beforeAll, describe, expect, it } from 'vitest'
import { transact, type Tx } from '@/db/client'
import { clocksOf, type RequestClock } from '@/lib/takedowns/clock-rows'
import { lookAtClock, remind } from '@/lib/takedowns/reminders'
import { timeliness } from '@/lib/takedowns/timeliness'
import { isHandled, unhandled } from '@/lib/people/members'
import { testDatabase } from '@/tests/support/database'
import { newMember } from './review-world'
import {
  askFor,
  casesOfRequest,
  decideCase,
  lettersOf,
  OPT_OUT,
  PRIVACY,
  requestOf,
  type TakedownWorld,
  takedownWorld,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld
beforeAll(async () => {
  world = await takedownWorld(
    database.db,
    Array.from({ length: 20 }, (_, n) => ({
      id: `r${n}`,
      text: `The address of person number ${n} in Quarry Lane.`,
      author: `author-${n}`,
    })),
  )
})

const DAY = 86_400_000
let rows = 0
async function asked(
  law: string,
  fields: Record<string, string>,
): Promise<{ id: string; clock: RequestClock }> {
  await askFor(database, world, fields)
  const { id } = await requestOf(database, world)
  return { id, clock: await clockOf(id, law) }
}
async function clockOf(id: string, law: string): Promise<RequestClock> {
  const clock = (await clocksOf(database.db, id)).find((found) => found.law === law)
  if (!clock) throw new Error(`no clock ${law}`)
  return clock
}
const optOut = () => asked('promise_decide', { ...OPT_OUT, targets: `author: author-${rows++}` })

const near = ({ nearAt }: RequestClock) => new Date(nearAt?.getTime() ?? 0)
const over = ({ dueAt }: RequestClock) => new Date((dueAt?.getTime() ?? 0) + 1_000)
const look = (clock: RequestClock, now: Date) => transact((tx) => lookAtClock(tx, clock.id, now), world.db)
const write = (personId: string, now: Date) => transact((tx) => remind(tx, personId, now), world.db)
const reminders = async (to?: string) =>
  (await lettersOf(database, 'takedown-reminder')).filter(
    ({ letter }) => to === undefined || letter?.to === to,
  )
async function addressOf(personId: string): Promise<string> {
  const [row] = await database.admin.sql<{ email: string }[]>`select email from person where id = ${personId}`
  return row?.email ?? ''
}
async function waiting(personId: string): Promise<Date[]> {
  const found = await database.admin.sql<{ at: string }[]>`
    select run_at as at from graphile_worker.jobs where key = ${`takedown.remind/${personId}`}`
  return found.map(({ at }) => new Date(at))
}
const types = async ({ id }: { id: string }, law = 'promise_decide') =>
  (await clockOf(id, law)).events.map(({ type }) => type)

describe('a clock that gets near its end', () => {
  it('is noted once, and once that it has run out, with the moment it did', async () => {
    const { id, clock } = await optOut()
    await look(clock, new Date(near(clock).getTime() - 1))
    expect(await types({ id })).toEqual(['started'])
    await Promise.all([look(clock, near(clock)), look(clock, near(clock))])
    expect(await types({ id })).toEqual(['started', 'reminded'])
    await look(clock, new Date(clock.dueAt ?? 0))
    expect(await types({ id }), 'its last second is in time').toEqual(['started', 'reminded'])
    await look(clock, over(clock))
    await look(clock, over(clock))
    const { events } = await clockOf(id, 'promise_decide')
    expect(events.map(({ type }) => type)).toEqual(['started', 'reminded', 'breached'])
    expect(events.at(-1)?.at).toEqual(clock.dueAt)
    expect(await waiting(world.lead.id), 'however many clocks ask for it').toHaveLength(1)
    expect(await waiting(world.maintainer.id)).toEqual([])
  })

  it('asks to be looked at when it is near, and when it is over', async () => {
    const { clock } = await optOut()
    const jobs = await database.admin.sql<{ at: string }[]>`
      select j.run_at as at from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
      where j.task_identifier = 'takedown.clock' and p.payload->>'clockId' = ${clock.id} order by j.run_at`
    expect(jobs.map(({ at }) => new Date(at).getTime())).toEqual([
      near(clock).getTime(),
      over(clock).getTime(),
    ])
  })
})

describe('a letter about what is due', () => {
  it('goes to each lead once, names nothing but the request, and is one a day', async () => {
    const [first, second] = [await optOut(), await optOut()]
    const to = await addressOf(world.lead.id)
    const before = (await reminders(to)).length
    const now = near(second.clock)
    await Promise.all([write(world.lead.id, now), write(world.lead.id, now)])
    const [letter, ...more] = (await reminders(to)).slice(before)
    expect(more).toEqual([])
    for (const { id } of [first, second]) expect(letter?.letter?.text).toContain(`/requests/${id}`)
    expect(letter?.letter?.text).not.toContain('author-')
    await write(world.lead.id, now)
    expect(await reminders(to)).toHaveLength(before + 1)
    await write(world.reviewer.id, now)
    await write(world.stranger.id, now)
    expect(await reminders()).toHaveLength(before + 1)

    const third = await optOut()
    await write(world.lead.id, near(third.clock))
    const sameDay = near(third.clock).toISOString().slice(0, 10) === now.toISOString().slice(0, 10)
    expect(sameDay).toBe(true)
    expect(await reminders(to), 'what comes later that day waits').toHaveLength(before + 1)
    const morning = new Date(`${now.toISOString().slice(0, 10)}T06:00:00Z`).getTime() + DAY
    expect((await waiting(world.lead.id)).map((at) => at.getTime())).toEqual([morning])
    await write(world.lead.id, new Date(morning))
    expect(await reminders(to)).toHaveLength(before + 2)
    await write(world.lead.id, over(third.clock))
    const last = (await reminders(to)).at(-1)?.letter
    expect(last?.subject, 'being overdue is told anew').toBe('Requests are overdue')
    expect(last?.text).toContain(`/requests/${third.id}`)
  })

  it('is neither lost nor doubled by a crash between the outbox and the end of the transaction', async () => {
    const { clock } = await optOut()
    const to = await addressOf(world.lead.id)
    const before = (await reminders(to)).length
    const now = new Date(over(clock).getTime() + 3 * DAY)
    const crash = async (tx: Tx) => {
      await remind(tx, world.lead.id, now)
      throw new Error('the worker died')
    }
    await expect(transact(crash, world.db)).rejects.toThrow('the worker died')
    expect(await reminders(to)).toHaveLength(before)
    await write(world.lead.id, now)
    await write(world.lead.id, new Date(now.getTime() + DAY))
    expect(await reminders(to)).toHaveLength(before + 1)
  })

  it('is not written about what was answered meanwhile', async () => {
    const { id, clock } = await asked('gdpr', {
      ...PRIVACY,
      targets: `"The address of person number ${rows++} in Quarry Lane."`,
    })
    const [found] = await casesOfRequest(database, id)
    await decideCase(database, world, { caseId: found?.id ?? '', action: 'keep', reasonCode: 'pii.not' })
    await look(clock, over(clock))
    expect(await types({ id }, 'gdpr')).toEqual(['started', 'satisfied'])
  })

  it('about something restricted goes to safety officers alone, and says nothing of what it is', async () => {
    const { clock, id } = await asked('intimate_image', {
      kind: 'illegal_content',
      concern: 'ncii',
      statement: 'It shows somebody who has never agreed to it.',
      name: 'Ada Example',
      targets: `"The address of person number ${rows++} in Quarry Lane."`,
      attest_good_faith: 'on',
    })
    await look(clock, near(clock))
    expect(await waiting(world.officer.id)).toHaveLength(1)
    await write(world.officer.id, near(clock))
    const [letter] = await reminders(await addressOf(world.officer.id))
    expect(letter?.letter?.text).toContain(`/requests/${id}`)
    expect(letter?.letter?.text).not.toMatch(/TAKE IT DOWN|image|A forum/)
    const leads = await reminders(await addressOf(world.lead.id))
    for (const { letter: theirs } of leads) expect(theirs?.text).not.toContain(id)
  })
})

describe('how soon requests are answered', () => {
  it('is counted by kind and UTC month: times, what was in time, what was moved and what ran out', async () => {
    const own = await takedownWorld(database.db, [
      { id: 't1', text: 'Barney Rubble lives next door.' },
      { id: 't2', text: 'Betty Rubble lives there too.' },
      { id: 't3', text: 'Bamm-Bamm Rubble as well.' },
    ])
    const ids: string[] = []
    for (const text of [
      'Barney Rubble lives next door.',
      'Betty Rubble lives there too.',
      'Bamm-Bamm Rubble as well.',
    ]) {
      await askFor(database, own, { ...PRIVACY, targets: `"${text}"` })
      ids.push((await requestOf(database, own)).id)
    }
    const [first, second, third] = ids
    const month = new Date().toISOString().slice(0, 7)
    // Sent 10 and 20 days ago; the clocks were theirs, so one has run out before its answer.
    await database.admin
      .sql`update takedown_request set submitted_at = date_trunc('month', now()) + interval '1 second',
      confirmed_at = date_trunc('month', now()) + interval '101 seconds' where id = ${first ?? ''}`
    await database.admin
      .sql`update takedown_request set submitted_at = date_trunc('month', now()) + interval '1 second',
      confirmed_at = date_trunc('month', now()) + interval '301 seconds' where id in ${database.admin.sql([second ?? '', third ?? ''])}`
    const late = await clockOf(second ?? '', 'gdpr')
    await transact((tx) => lookAtClock(tx, late.id, over(late)), own.db)
    for (const id of [first ?? '', second ?? '']) {
      const [found] = await casesOfRequest(database, id)
      await decideCase(database, own, { caseId: found?.id ?? '', action: 'keep', reasonCode: 'pii.not' })
    }
    const of = {
      from: new Date(`${month}-01T00:00:00Z`),
      to: new Date(Date.now() + DAY),
      datasetIds: [own.datasetId],
    }
    const [row, ...others] = await timeliness(database.db, of)
    expect(others).toEqual([])
    expect(row).toMatchObject({
      ...{ month, kind: 'privacy', received: 3, decided: 2 },
      ...{ acknowledgeMedian: 300, acknowledgeP90: 300 },
      ...{ clocks: 2, inTime: 1, breaches: 1, pauses: 0, extensions: 0 },
    })
    expect(row?.decideMedian).toBeGreaterThan(0)
    expect(row?.lookMedian).toBeLessThanOrEqual(row?.decideMedian ?? 0)
    expect(await timeliness(database.db, { ...of, to: of.from })).toEqual([])
    expect(await timeliness(database.db, { ...of, datasetIds: [] })).toEqual([])
  })
})

describe('where nobody handles requests', () => {
  it('the admins hear of it, once a day for a dataset, and nothing of the request', async () => {
    const admin = await addressOf((await newMember(database.db, [], ['admin'])).id)
    const own = await takedownWorld(database.db, [
      { id: 'n', text: 'The address of a person in Nobody’s Lane.' },
    ])
    const told = async () =>
      (await lettersOf(database, 'nobody-handles')).filter(({ letter }) => letter?.to === admin)
    await askFor(database, own, { ...PRIVACY, targets: '"The address of a person in Nobody’s Lane."' })
    const { id, reference } = await requestOf(database, own)
    const clock = await clockOf(id, 'gdpr')
    expect((await unhandled()).datasets).not.toContain(own.slug)
    await database.admin.sql`delete from membership where dataset_id = ${own.datasetId} and role = 'lead'`
    const [{ name } = { name: '' }] = await database.admin.sql<{ name: string }[]>`
      select name from dataset where id = ${own.datasetId}`
    expect((await unhandled()).datasets).toContain(name)
    expect(await isHandled(own.datasetId)).toBe(false)
    expect(await isHandled(world.datasetId)).toBe(true)
    await look(clock, near(clock))
    await look(clock, near(clock))
    expect((await clockOf(id, 'gdpr')).events.map(({ type }) => type)).toEqual(['started', 'reminded'])
    const [letter, ...more] = await told()
    expect(more).toEqual([])
    const text = `${letter?.letter?.subject} ${letter?.letter?.text}`
    expect(text).toContain(name)
    expect(text).toContain('/team')
    expect(text).not.toContain(reference)
    expect(text).not.toContain('Lane')
    await database.admin.sql`delete from rate_limit`
    await look(clock, over(clock))
    expect(await told(), 'again when it is over').toHaveLength(2)
    const before = (await told()).length
    const handled = await optOut()
    await look(handled.clock, near(handled.clock))
    expect(await told(), 'not where somebody does').toHaveLength(before)
  })
})
