import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { system } from '@/lib/auth/load-actor'
import { appeal } from '@/lib/review/appeal'
import { contest } from '@/lib/takedowns/appeal'
import { clocksOf, type RequestClock } from '@/lib/takedowns/clock-rows'
import {
  extendClock,
  extendClockInput,
  pauseClock,
  pauseClockInput,
  resumeClock,
  resumeClockInput,
} from '@/lib/takedowns/clock-verbs'
import { clockViews } from '@/lib/takedowns/clock-view'
import { pauseClocks, resumeClocks, startClocks } from '@/lib/takedowns/clocks'
import { untilWhen } from '@/lib/takedowns/due-words'
import { hold } from '@/lib/takedowns/hold'
import { contestInput } from '@/lib/takedowns/input'
import { holdInput } from '@/lib/takedowns/process-input'
import { changePromises, promisesInput } from '@/lib/takedowns/promises'
import { lockRequest } from '@/lib/takedowns/request-row'
import { trackingView } from '@/lib/takedowns/tracking'
import { testDatabase } from '@/tests/support/database'
import {
  askFor,
  casesOfRequest,
  decideCase,
  lastLetter,
  linkIn,
  logged,
  OPT_OUT,
  PRIVACY,
  press,
  requestOf,
  submit,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld
beforeAll(async () => {
  world = await takedownWorld(
    database.db,
    Array.from({ length: 25 }, (_, n) => ({
      id: `c${n}`,
      text: `The address of person number ${n} in Quarry Lane.`,
      author: `author-${n}`,
    })),
  )
})
afterEach(() => void vi.useRealTimers())

const DAY = 86_400_000
const later = (days: number) =>
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * DAY }).getMockedSystemTime()

async function asked(fields: Record<string, string>): Promise<{ id: string; tracking: string }> {
  const tracking = await askFor(database, world, fields)
  return { id: (await requestOf(database, world)).id, tracking }
}

let rows = 1
/** Each about a row that nobody else asks about. */
const privacy = () =>
  asked({ ...PRIVACY, targets: `"The address of person number ${rows++} in Quarry Lane."` })
const optOut = () => asked({ ...OPT_OUT, targets: `author: author-${rows++}` })

async function clock(requestId: string, law: string): Promise<RequestClock> {
  const found = (await clocksOf(database.db, requestId)).findLast((candidate) => candidate.law === law)
  if (!found) throw new Error(`no clock ${law}`)
  return found
}

async function projected(requestId: string) {
  const [row] = await database.admin.sql<{ dueAt: string | null; nearAt: string | null }[]>`
    select due_at as "dueAt", near_at as "nearAt" from takedown_request where id = ${requestId}`
  return { dueAt: time(row?.dueAt), nearAt: time(row?.nearAt) }
}

const time = (text: string | null | undefined) => (text ? new Date(text) : null)

async function caseDue(requestId: string) {
  const [found] = await casesOfRequest(database, requestId)
  const [row] = await database.admin.sql<{ dueAt: string | null; priority: number }[]>`
    select due_at as "dueAt", priority from review_case where id = ${found?.id ?? null}`
  if (!row) throw new Error('no case')
  return { dueAt: time(row.dueAt), priority: row.priority }
}

const pause = (who: Member, clockId: string, reason = 'clarification', note?: string) =>
  transact((tx) => pauseClock(tx, who, pauseClockInput.parse({ clockId, reason, note })), world.db)
const resume = (who: Member, clockId: string) =>
  transact((tx) => resumeClock(tx, who, resumeClockInput.parse({ clockId })), world.db)
const extend = (who: Member, clockId: string, amount: number, note?: string) =>
  transact(
    (tx) => extendClock(tx, who, extendClockInput.parse({ clockId, amount, reason: 'complex', note })),
    world.db,
  )

describe('a confirmed request', () => {
  it('has the clocks of its law, counted from its submission, and its cases are due with them', async () => {
    const { id } = await privacy()
    const gdpr = await clock(id, 'gdpr')
    expect(gdpr).toMatchObject({ state: 'running', right: 'erasure', amount: 1 })
    const [row] = await database.admin.sql<{ at: string }[]>`
      select submitted_at as at from takedown_request where id = ${id}`
    expect(gdpr.startedAt).toEqual(time(row?.at))
    expect(await projected(id)).toEqual({ dueAt: gdpr.dueAt, nearAt: gdpr.nearAt })
    expect((await caseDue(id)).dueAt).toEqual(gdpr.dueAt)
    expect((await lastLetter(database, 'takedown-receipt')).text).toMatch(
      /by \d+ \w+ \d{4},\s+because\s+the\s+GDPR\s+gives\s+us\s+one month/,
    )
  })

  it('counts a law from the submission, however late it is confirmed, and our word for the receipt from then', async () => {
    await submit(world, { ...OPT_OUT, targets: 'author: author-0' })
    const token = linkIn((await lastLetter(database, 'takedown-confirm')).text, 'confirm')
    const { id } = await requestOf(database, world)
    later(2)
    await press(world, token)
    const [decide, receipt] = [await clock(id, 'promise_decide'), await clock(id, 'promise_acknowledge')]
    expect(receipt.startedAt.getTime() - decide.startedAt.getTime()).toBeGreaterThan(1.9 * DAY)
    expect(receipt).toMatchObject({ state: 'satisfied', events: [{}, { reason: 'receipt' }] })
    expect(decide).toMatchObject({ state: 'running', amount: 5 })
  })
})

describe('a clock of a law', () => {
  it('is not stopped where the law knows no stopping, and is made longer once within its first term', async () => {
    const { id, tracking } = await privacy()
    const before = await clock(id, 'gdpr')
    await expect(pause(world.lead, before.id)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('does not let this clock stand'),
    })
    await extend(world.lead, before.id, 3, 'There are 412 rows.\u202e')
    const after = await clock(id, 'gdpr')
    expect(after.amount).toBe(3)
    expect(after.dueAt?.getTime()).toBeGreaterThan((before.dueAt?.getTime() ?? 0) + 50 * DAY)
    expect(await projected(id)).toEqual({ dueAt: after.dueAt, nearAt: after.nearAt })
    expect((await caseDue(id)).dueAt).toEqual(after.dueAt)
    const { text } = await lastLetter(database, 'takedown-clock')
    expect(text).toContain('because the request is complex')
    expect(text).toContain('> There are 412 rows.')
    expect(text).toContain('GDPR Art. 77')
    expect(linkIn(text, 'track')).toBe(tracking)
    expect(await logged(database, world)).toContain('takedown:extended')
    await expect(extend(world.lead, before.id, 3)).rejects.toMatchObject({
      message: 'An extension has to be longer than what there is.',
    })
    await expect(extend(world.lead, before.id, 4)).rejects.toMatchObject({
      message: 'It cannot be made longer than 3 months.',
    })
  })

  it('is not made longer when its first term is over, which is when its requester had to be told', async () => {
    const { id } = await privacy()
    const { id: clockId } = await clock(id, 'gdpr')
    await extend(world.lead, clockId, 2)
    later(40)
    await expect(extend(world.lead, clockId, 3)).rejects.toMatchObject({
      message: expect.stringContaining('within the first term'),
    })
  })

  it('is moved by a lead of its dataset and by nobody else', async () => {
    const { id } = await optOut()
    const { id: clockId } = await clock(id, 'promise_decide')
    for (const who of [world.reviewer, world.maintainer, world.stranger, world.officer])
      await expect(pause(who, clockId)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(pause(world.lead, world.datasetId)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a promise', () => {
  it('stands while its requester has to say more, and ends later by the working days that it stood', async () => {
    const { id } = await optOut()
    const before = await clock(id, 'promise_decide')
    const pressing = (await caseDue(id)).priority
    await pause(world.lead, before.id, 'identity', 'Is it your site?')
    expect((await lastLetter(database, 'takedown-clock')).text).toContain('The time stands from today')
    expect(await clock(id, 'promise_decide')).toMatchObject({ state: 'paused', dueAt: null })
    expect(await projected(id)).toEqual({ dueAt: null, nearAt: null })
    const waiting = await caseDue(id)
    expect(waiting.dueAt, 'it presses nobody while it stands').toBeNull()
    expect(waiting.priority).toBeLessThan(pressing)
    await expect(pause(world.lead, before.id)).rejects.toMatchObject({ code: 'conflict' })
    later(14)
    await resume(world.lead, before.id)
    const after = await clock(id, 'promise_decide')
    expect(after.dueAt?.getTime()).toBeGreaterThan((before.dueAt?.getTime() ?? 0) + 13 * DAY)
    const again = await caseDue(id)
    expect(again.dueAt).toEqual(after.dueAt)
    expect(again.priority).toBeGreaterThan(waiting.priority)
    expect(again.priority).toBeLessThan(pressing)
    expect((await lastLetter(database, 'takedown-clock')).text).toContain('goes on from today')
  })

  it('is stopped with every other clock that may stand, and says of the rest why they run on', async () => {
    const { id } = await privacy()
    await transact(async (tx) => {
      const request = await lockRequest(tx, id)
      const actor = system('takedown')
      await startClocks(tx, actor, request, [{ law: 'promise_decide', promised: 5 }], { at: new Date() })
      const { moved, refused } = await pauseClocks(tx, actor, request, { reason: 'needs_info' })
      expect(moved.map(({ law }) => law)).toEqual(['promise_decide'])
      expect(refused.map(({ clock: { law }, why }) => [law, why])).toEqual([['gdpr', 'unpausable']])
      const again = await resumeClocks(tx, actor, request)
      expect(again.moved.map(({ law, state }) => [law, state])).toEqual([['promise_decide', 'running']])
      expect(again.refused).toEqual([])
    }, world.db)
  })

  it('stands for whatever keeps us from it; access under UK law only for what its requester has to say', async () => {
    const { id } = await optOut()
    await transact(async (tx) => {
      const [request, actor] = [await lockRequest(tx, id), system('takedown')]
      const access = { law: 'uk_gdpr_access', right: 'access' } as const
      await startClocks(tx, actor, request, [access], { at: new Date() })
      const held = await pauseClocks(tx, actor, request, { reason: 'on_hold' })
      expect(held.moved.map(({ law }) => law)).toEqual(['promise_decide'])
      expect(held.refused.map(({ clock: { law }, why }) => [law, why])).toEqual([
        ['uk_gdpr_access', 'unpausable'],
      ])
      const asked = await pauseClocks(tx, actor, request, { reason: 'needs_info' })
      expect(asked.moved.map(({ law }) => law)).toEqual(['uk_gdpr_access'])
    }, world.db)
    const { id: clockId } = await clock(id, 'uk_gdpr_access')
    await resume(world.lead, clockId)
    await expect(pause(world.lead, clockId, 'elsewhere')).rejects.toMatchObject({ code: 'conflict' })
    await pause(world.lead, clockId, 'clarification')
  })

  it('is what the maintainers of a dataset say, from then on; refused when another changed it meanwhile', async () => {
    const change = (
      who: Member,
      opened: number,
      acknowledgeDays: number,
      decideDays: number,
      ownerDays = 1,
    ) =>
      transact(
        (tx) =>
          changePromises(
            tx,
            who,
            promisesInput.parse({
              datasetId: world.datasetId,
              opened,
              acknowledgeDays,
              decideDays,
              ownerDays,
            }),
          ),
        world.db,
      )
    const { id } = await optOut()
    expect(await change(world.maintainer, 0, 2, 8)).toMatchObject({ changed: true })
    expect(await change(world.lead, 0, 2, 8), 'it stands like that already').toMatchObject({ changed: false })
    await expect(change(world.lead, 0, 3, 9)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('2 working days for the receipt, 8 working days for the answer'),
    })
    await expect(change(world.reviewer, 1, 3, 9)).rejects.toMatchObject({ code: 'forbidden' })
    expect(
      promisesInput.safeParse({
        ...{ datasetId: world.datasetId, opened: 1, acknowledgeDays: 9, decideDays: 3, ownerDays: 1 },
      }).success,
    ).toBe(false)
    expect(await clock(id, 'promise_decide'), 'what was promised before holds').toMatchObject({ amount: 5 })
    expect(await clock((await optOut()).id, 'promise_decide')).toMatchObject({ amount: 8 })
    const both = await Promise.allSettled([change(world.lead, 1, 1, 5), change(world.maintainer, 1, 1, 6)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('whoever asked', () => {
  it('reads by when there is an answer, why then, and what has moved it, until the answer is there', async () => {
    const { id, tracking } = await privacy()
    const lines = async () => (await trackingView(tracking))?.clocks.lines
    const gdpr = await clock(id, 'gdpr')
    const until = untilWhen(gdpr)
    expect(await lines()).toEqual([
      [expect.stringContaining(`by ${until}, because the GDPR gives us one month`)],
    ])
    await extend(world.lead, gdpr.id, 2)
    expect(await lines()).toEqual([
      [
        expect.stringContaining(`by ${untilWhen(await clock(id, 'gdpr'))}`),
        expect.stringMatching(/^On .* it was made longer, to 2 months in all: the request is complex\.$/),
      ],
    ])
    later(100)
    expect((await lines())?.[0]).toEqual([
      expect.stringContaining('You should have had an answer by'),
      expect.stringContaining('made longer'),
      'We are late. Those who handle requests know it.',
    ])
    expect((await clockViews(id))[0]).toMatchObject({ state: 'over', pauseFor: [], extendTo: null })
    vi.useRealTimers()
    const [found] = await casesOfRequest(database, id)
    await decideCase(database, world, { caseId: found?.id ?? '', action: 'keep', reasonCode: 'pii.not' })
    expect(await lines()).toEqual([
      [expect.stringMatching(/^You had your answer on /)],
      [expect.stringMatching(/^You can contest the outcome until /)],
    ])
    expect((await clockViews(id)).map(({ state }) => state)).toEqual(['satisfied', 'running'])
  })

  it('reads that the time stands, and afterwards from when to when', async () => {
    const { id, tracking } = await optOut()
    const { id: clockId } = await clock(id, 'promise_decide')
    const lines = async () => (await trackingView(tracking))?.clocks
    await pause(world.lead, clockId)
    expect(await lines()).toMatchObject({
      until: null,
      lines: [[expect.stringMatching(/^The time stands since .*: we had to ask what exactly is meant\./)]],
    })
    later(3)
    await resume(world.lead, clockId)
    expect((await lines())?.lines[0]?.[1]).toMatch(/^It stood from .* to .*: we had to ask/)
  })
})

describe('an answer', () => {
  it('ends the clock, keeps the day it was measured by, and begins the time in which it can be contested', async () => {
    const { id, tracking } = await privacy()
    const before = await clock(id, 'gdpr')
    const [found] = await casesOfRequest(database, id)
    await decideCase(database, world, { caseId: found?.id ?? '', action: 'keep', reasonCode: 'pii.not' })
    const met = await clock(id, 'gdpr')
    expect(met).toMatchObject({ state: 'satisfied', dueAt: before.dueAt, nearAt: null })
    expect(met.events.at(-1)).toMatchObject({ type: 'satisfied', reason: 'outcome', dueAt: before.dueAt })
    expect(await projected(id)).toEqual({ dueAt: before.dueAt, nearAt: null })
    await expect(extend(world.lead, met.id, 3)).rejects.toMatchObject({ code: 'conflict' })
    const window = await clock(id, 'complaint_window')
    expect(window.dueAt?.getTime()).toBeGreaterThan(Date.now() + 180 * DAY)
    await expect(extend(world.lead, window.id, 7)).rejects.toMatchObject({ code: 'conflict' })

    later(200)
    expect((await trackingView(tracking))?.mayContest).toBe(false)
    const grounds = 'It is about me after all.'
    const again = () =>
      transact((tx) => contest(tx, visitor, contestInput.parse({ token: tracking, grounds })), world.db)
    await expect(again()).rejects.toMatchObject({ message: expect.stringContaining('is over since') })
    vi.useRealTimers()
    expect((await trackingView(tracking))?.mayContest).toBe(true)
    await again()
    expect(await clock(id, 'promise_complaint')).toMatchObject({ state: 'running' })
    expect(await clock(id, 'complaint_window')).toMatchObject({ state: 'satisfied' })
  })
})

describe('what happened to a clock', () => {
  it('is never changed, not even by whoever owns the table', async () => {
    const { id } = await privacy()
    await expect(
      database.sql`update takedown_clock_event set at = now() where request_id = ${id}`,
    ).rejects.toThrow(/permission denied/)
    await expect(
      database.admin.sql`update takedown_clock_event set at = now() where request_id = ${id}`,
    ).rejects.toThrow(/append-only/)
    await expect(database.admin.sql`truncate takedown_clock_event`).rejects.toThrow(/append-only/)
  })

  it('follows one event by one: two at the same moment do not both stand', async () => {
    const { id } = await optOut()
    const { id: clockId } = await clock(id, 'promise_decide')
    const both = await Promise.allSettled([pause(world.lead, clockId), pause(world.lead, clockId)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { events } = await clock(id, 'promise_decide')
    expect(events.map(({ ordinal, type }) => [ordinal, type])).toEqual([
      [0, 'started'],
      [1, 'paused'],
    ])
  })

  it('is what the request says: its due date follows from the events alone', async () => {
    const rows = await database.admin.sql<{ id: string; dueAt: string | null; nearAt: string | null }[]>`
      select id, due_at as "dueAt", near_at as "nearAt" from takedown_request where confirmed_at is not null`
    expect(rows.length).toBeGreaterThan(8)
    for (const { id, dueAt, nearAt } of rows) {
      const clocks = await clocksOf(database.db, id)
      const ours = clocks.filter(({ law }) => law !== 'complaint_window')
      const ends = (of: readonly RequestClock[]) =>
        of.flatMap(({ dueAt: end }) => (end ? [end.getTime()] : [])).sort((a, b) => a - b)[0] ?? null
      const running = ours.filter(({ state }) => state === 'running')
      const waits = ours.some(({ state }) => state === 'paused')
      const expected =
        running.length > 0 || waits
          ? ends(running)
          : ends(ours.filter(({ law }) => law !== 'promise_acknowledge'))
      expect([id, time(dueAt)?.getTime() ?? null]).toEqual([id, expected])
      expect(nearAt === null).toBe(running.length === 0)
    }
  })
})

describe('a case that is opened anew', () => {
  it('is due with those who wait for an answer, and not with who had theirs, though a court has it held since', async () => {
    const targets = `"The address of person number ${rows++} in Quarry Lane."`
    const first = await asked({ ...PRIVACY, targets })
    const [found] = await casesOfRequest(database, first.id)
    const at = { datasetId: world.datasetId, caseId: found?.id ?? '' }
    await decideCase(database, world, { caseId: at.caseId, action: 'restrict', reasonCode: 'pii.profile' })
    await transact(
      (tx) => hold(tx, world.lead, holdInput.parse({ requestId: first.id, reason: 'litigation' })),
      world.db,
    )
    expect(await projected(first.id)).toEqual({ dueAt: expect.any(Date), nearAt: null })
    const [decided] = await casesOfRequest(database, first.id)
    const grounds = 'Nobody is named in it.'
    const contested = { ...at, decisionId: decided?.decision ?? '', grounds }
    await transact((tx) => appeal(tx, world.maintainer, contested), world.db)
    expect((await caseDue(first.id)).dueAt, 'they have their answer').toBeNull()

    // The last test: what is asked then stays the newest.
    later(20)
    const second = await asked({ ...PRIVACY, targets })
    const { id: clockId, dueAt } = await clock(second.id, 'gdpr')
    expect((await caseDue(second.id)).dueAt).toEqual(dueAt)
    await extend(world.lead, clockId, 2)
    expect((await caseDue(second.id)).dueAt).toEqual((await clock(second.id, 'gdpr')).dueAt)
  })
})
