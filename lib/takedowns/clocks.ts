import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takedownClock } from '@/db/schema'
import { type Actor, actorRef } from '@/lib/auth/actor'
import { type ClockEvent, whyNot, type WhyRefused } from '@/lib/clocks/clock'
import { type ClockName, mayPauseFor, type Purpose, purposeOf, ruleOf } from '@/lib/clocks/rules'
import { requestSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { sealJsonFor } from '@/lib/crypto/subject-seal'
import { env } from '@/lib/runtime/env'
import { counted, clocksOf, isOurs, type RequestClock, standing, type StoredEvent } from './clock-rows'
import { wakeAt } from './clock-jobs'
import { moveCases } from './due-cases'

/** What a caller holds the lock of. */
type Locked = { id: string; datasetId: string }

/** A clock to start: of a right under a law; of a promise, with its length where it is not the usual one. */
export type NewClock = { law: ClockName; right?: string; promised?: number | null }

/**
 * Starts clocks of a request that are not running already, from `at` (for what the law counts from its receipt: the submission). The
 * caller holds the lock of the request. Answers all of its clocks.
 */
export async function startClocks(
  tx: Tx,
  actor: Actor,
  request: Locked,
  names: readonly NewClock[],
  { at }: { at: Date },
): Promise<RequestClock[]> {
  const known = await clocksOf(tx, request.id)
  const wanted = names.filter(
    ({ law, right = '' }) =>
      !known.some((clock) => clock.law === law && clock.right === right && clock.state !== 'satisfied'),
  )
  if (wanted.length === 0) return known
  const { place } = env()
  const rows = await tx
    .insert(takedownClock)
    .values(
      wanted.map(({ law, right = '', promised = null }) => ({
        ...{ requestId: request.id, law, right, promised, startedAt: at },
        ...{ zone: place.zone, calendar: place.calendar },
      })),
    )
    .returning({ id: takedownClock.id, law: takedownClock.law, right: takedownClock.right })
  const changes = rows.map(({ id, law, right }): Change => {
    const asked = wanted.find((clock) => clock.law === law && (clock.right ?? '') === right)
    if (!asked) throw new Error(`a clock ${law} that nobody asked for`)
    const row = { id, law: asked.law, right, rule: ruleOf(asked.law, place, asked.promised) }
    return { clock: { ...row, events: [] }, event: { type: 'started', at } }
  })
  return write(tx, actor, request, known, changes)
}

/** A clock that was not moved, and why. */
export type NotMoved = { clock: RequestClock; why: WhyRefused }

/**
 * Stops every clock of the request that its law allows to stop, while somebody else has to do something. What stands already, or ran
 * out, or may not be stopped goes on, and is answered with why.
 */
export const pauseClocks = (
  tx: Tx,
  actor: Actor,
  request: Locked,
  given: { reason: string; at?: Date },
): Promise<{ moved: RequestClock[]; refused: NotMoved[] }> =>
  moveAll(tx, actor, request, { type: 'paused', ...given })

/** Lets every clock of the request that stands run on. */
export const resumeClocks = (
  tx: Tx,
  actor: Actor,
  request: Locked,
  given: { reason?: string; at?: Date } = {},
): Promise<{ moved: RequestClock[]; refused: NotMoved[] }> =>
  moveAll(tx, actor, request, { type: 'resumed', ...given })

/** Ends the clocks of these purposes that are not over, because what they wait for has happened, or is not waited for any more. */
export async function satisfyClocks(
  tx: Tx,
  actor: Actor,
  request: Locked,
  purposes: Purpose | readonly Purpose[],
  reason: string,
): Promise<void> {
  const clocks = await clocksOf(tx, request.id)
  const at = new Date()
  const changes = clocks
    .filter(({ law, state }) => [purposes].flat().includes(purposeOf(law)) && state !== 'satisfied')
    .map((clock): Change => ({ clock, event: { type: 'satisfied', at, reason } }))
  await write(tx, actor, request, clocks, changes)
}

/** An event of one clock, as a person or a job makes it. */
export type Move = Partial<Pick<StoredEvent, 'amount' | 'reason' | 'letterId'>> & {
  type: StoredEvent['type']
  at: Date
  /** In words, sealed. */
  note?: string
}

/** Moves one clock. Throws ClockRefused when its law does not allow it. */
export async function moveClock(
  tx: Tx,
  actor: Actor,
  request: Locked,
  clockId: string,
  { note, ...event }: Move,
): Promise<RequestClock> {
  const clocks = await clocksOf(tx, request.id)
  const clock = clocks.find(({ id }) => id === clockId)
  if (!clock) throw new Error('a clock of another request')
  const key = note === undefined ? null : await keyFor(tx, requestSubject(request.id))
  const sealed = key && sealJsonFor(key, 'takedown_clock_event.note', note)
  const all = await write(tx, actor, request, clocks, [{ clock, event: { ...event, note: sealed } }])
  return all.find(({ id }) => id === clockId) ?? clock
}

async function moveAll(
  tx: Tx,
  actor: Actor,
  request: Locked,
  { type, reason, at = new Date() }: { type: 'paused' | 'resumed'; reason?: string; at?: Date },
): Promise<{ moved: RequestClock[]; refused: NotMoved[] }> {
  const clocks = await clocksOf(tx, request.id)
  const changes: Change[] = []
  const refused: NotMoved[] = []
  for (const clock of clocks) {
    if (!isOurs(clock) || clock.state === 'satisfied') continue
    const event: ClockEvent = type === 'paused' ? { type, at, reason: reason ?? '' } : { type, at }
    const why =
      event.type === 'paused' && !mayPauseFor(clock.law, event.reason)
        ? 'unpausable'
        : whyNot(clock.rule, counted(clock.events), event)
    if (why === null) changes.push({ clock, event: { type, at, reason } })
    else if (why !== 'runs' && why !== 'stands') refused.push({ clock, why })
  }
  const all = await write(tx, actor, request, clocks, changes)
  return { moved: all.filter(({ id }) => changes.some(({ clock }) => clock.id === id)), refused }
}

type Change = {
  clock: Pick<RequestClock, 'id' | 'law' | 'right' | 'rule' | 'events'>
  event: Pick<StoredEvent, 'type' | 'at'> & Partial<Pick<StoredEvent, Said>>
}
type Said = 'amount' | 'reason' | 'note' | 'letterId'

/**
 * Writes events, and with the same statement what follows from them: the earliest end of the clocks that run. Then tells the cases
 * that the request led to, and asks to be woken when one of them gets near its end.
 */
async function write(
  tx: Tx,
  actor: Actor,
  request: Locked,
  before: readonly RequestClock[],
  changes: readonly Change[],
): Promise<RequestClock[]> {
  if (changes.length === 0) return [...before]
  const changed = changes.map(({ clock, event }) =>
    standing(clock, [
      ...clock.events,
      {
        ...{ clockId: clock.id, ordinal: clock.events.length, requestId: request.id },
        ...{ type: event.type, at: event.at, amount: event.amount ?? null, reason: event.reason ?? null },
        ...{ note: event.note ?? null, letterId: event.letterId ?? null, actor: actorRef(actor) },
        // Filled in by the statement below.
        ...{ dueAt: null, nearAt: null, createdAt: event.at },
      },
    ]),
  )
  const after = [...before.filter(({ id }) => !changed.some((clock) => clock.id === id)), ...changed]
  const { dueAt, nearAt } = earliest(after)
  const rows = changed.map((clock) => {
    const event = clock.events.at(-1)
    if (!event) throw new Error('a clock without an event')
    return sql`(${clock.id}::uuid, ${event.ordinal}::int, ${request.id}::uuid, ${event.type}, ${iso(event.at)}::timestamptz,
      ${event.amount}::int, ${event.reason}, ${event.note}::bytea, ${event.letterId}::uuid, ${event.actor},
      ${iso(clock.dueAt)}::timestamptz, ${iso(clock.nearAt)}::timestamptz)`
  })
  await tx.execute(sql`
    with written as (
      insert into takedown_clock_event
        (clock_id, ordinal, request_id, type, at, amount, reason, note, letter_id, actor, due_at, near_at)
      values ${sql.join(rows, sql`, `)})
    update takedown_request set due_at = ${iso(dueAt)}::timestamptz, near_at = ${iso(nearAt)}::timestamptz
    where id = ${request.id}`)
  await moveCases(tx, request)
  for (const clock of changed) await wakeAt(tx, clock)
  return after
}

/**
 * The earliest end of the clocks that run. Of a request that waits for somebody else there is none; of one that was answered it is
 * the day by which what was decided has to be done as well.
 */
function earliest(clocks: readonly RequestClock[]): { dueAt: Date | null; nearAt: Date | null } {
  const ours = clocks.filter(isOurs)
  const running = ours.filter(({ state }) => state === 'running')
  const met = ours.filter(({ law }) => purposeOf(law) === 'answer')
  const counting = running.length > 0 || ours.some(({ state }) => state === 'paused') ? running : met
  return {
    dueAt: first(counting.map(({ dueAt }) => dueAt)),
    nearAt: first(running.map(({ nearAt }) => nearAt)),
  }
}

function first(times: readonly (Date | null)[]): Date | null {
  const known = times.flatMap((time) => (time ? [time.getTime()] : []))
  return known.length > 0 ? new Date(Math.min(...known)) : null
}

const iso = (time: Date | null): string | null => time?.toISOString() ?? null
