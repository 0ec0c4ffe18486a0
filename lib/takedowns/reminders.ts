import 'server-only'
import { and, asc, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { category, dataset, person, takedownReminder as told, takedownRequest } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { dateIn, nextMorning } from '@/lib/clocks/clock'
import type { Limit } from '@/lib/http/rate-limit'
import type { Locale } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { enqueueMail } from '@/lib/mail/outbox'
import { type ReminderLine, takedownReminder } from '@/lib/mail/templates/takedown-reminder'
import { paths } from '@/lib/paths'
import { LANGUAGE_OF_STAFF, membersOf, siteMembersOf } from '@/lib/people/members'
import { tellNobodyHandles } from '@/lib/people/nobody-handles'
import { env } from '@/lib/runtime/env'
import { clocksOf, clocksOfAll, isOurs, type RequestClock, requestOfClock } from './clock-rows'
import { moveClock } from './clocks'
import { untilWhen } from './due-words'
import { type LockedRequest, lockRequest } from './request-row'

/** Letters stay readable: the rest is on the page. */
const LINES_IN_MAIL = 40
/** When the letter of the next day goes out, in the time zone of the instance. */
const MORNING = 6
/** How often admins hear that nobody handles a clock of days, and one of hours: as those would hear of it who should. */
const NOBODY_DAILY: Limit = { name: 'takedown/nobody-handles', max: 1, windowSeconds: 86_400 }
export const NOBODY_HOURLY: Limit = { name: 'takedown/nobody-handles-hours', max: 1, windowSeconds: 3_600 }

/**
 * Keeps that a clock is nearly due, or that it has run out, each once for an end, and has those reminded who handle its request. Does
 * nothing when it was met, stands, or ends later by now.
 */
export async function lookAtClock(tx: Tx, clockId: string, now = new Date()): Promise<void> {
  const requestId = await requestOfClock(tx, clockId)
  if (!requestId) return
  const request = await lockRequest(tx, requestId)
  const clock = (await clocksOf(tx, requestId)).find(({ id }) => id === clockId)
  const level = clock && levelOf(clock, now)
  if (!level || wasNoted(clock, level)) return
  await moveClock(tx, system('takedown'), request, clockId, {
    type: level === 'over' ? 'breached' : 'reminded',
    at: level === 'over' && clock.dueAt ? clock.dueAt : now,
    reason: level,
  })
  const handlers = await handlersOf(tx, request)
  for (const personId of handlers) await remindSoon(tx, personId)
  // A term of a law does not stand because nobody has the role.
  if (handlers.length > 0) return
  const { restricted, datasetId: id, datasetName: name } = request
  await (restricted
    ? tellNobodyHandles(tx, NOBODY_HOURLY, null)
    : tellNobodyHandles(tx, NOBODY_DAILY, { id, name }))
}

type Level = 'near' | 'over'

function levelOf({ state, dueAt, nearAt }: RequestClock, now: Date): Level | null {
  if (state !== 'running' || !dueAt || !nearAt || nearAt > now) return null
  return dueAt < now ? 'over' : 'near'
}

/** Whether it was, for the end that it has now. That it ran out happens once: it cannot be made longer afterwards. */
function wasNoted({ events, dueAt }: RequestClock, level: Level): boolean {
  return events.some(
    ({ type, dueAt: end }) =>
      type === (level === 'over' ? 'breached' : 'reminded') && end?.getTime() === dueAt?.getTime(),
  )
}

/** Leads of its dataset; of a restricted one the safety officers, because nobody else may know of it. */
async function handlersOf(tx: Tx, { datasetId, restricted }: LockedRequest): Promise<string[]> {
  const rows = restricted ? await siteMembersOf(tx, 'safety_officer') : await membersOf(tx, datasetId, 'lead')
  return [...new Set(rows.map(({ id }) => id))].sort()
}

/** However many clocks ask for it, one job. */
const remindSoon = (tx: Tx, personId: string, runAt?: Date): Promise<void> =>
  enqueue(tx, 'takedown.remind', { personId }, { key: `takedown.remind/${personId}`, runAt })

/**
 * Writes to somebody about everything of theirs that is overdue or nearly due, if there is something they were not written to about
 * yet. One letter a day: what comes later that day waits for the next morning, unless its clock counts hours. What the letter was about
 * is kept in the transaction that puts it into the outbox, so that no crash doubles or loses it.
 */
export async function remind(tx: Tx, personId: string, now = new Date()): Promise<void> {
  await takeTurns(tx, `takedown.remind/${personId}`)
  const [reader] = await tx
    .select({ email: person.email })
    .from(person)
    .where(and(eq(person.id, personId), isNull(person.disabledAt)))
  if (!reader) return
  const due = await dueFor(tx, personId, now)
  const fresh = await notTold(tx, personId, due)
  if (fresh.length === 0) return
  const { zone } = env().place
  const day = dateIn(now, zone)
  const isHourly = fresh.some(({ clock }) => clock.rule.term.unit === 'hour')
  if (!isHourly && (await wasWrittenTo(tx, personId, day))) {
    await remindSoon(tx, personId, nextMorning(now, zone, MORNING))
    return
  }
  const language = LANGUAGE_OF_STAFF
  const lines = due.slice(0, LINES_IN_MAIL)
  const lineOf = (one: DueClock) => lineIn(language, one)
  const { messageId } = await enqueueMail(tx, {
    to: reader.email,
    language,
    template: takedownReminder,
    data: {
      over: lines.filter(({ level }) => level === 'over').map(lineOf),
      near: lines.filter(({ level }) => level === 'near').map(lineOf),
      more: due.length - lines.length,
      all: env().url + paths.requests(),
    },
  })
  await tx.insert(told).values(
    fresh.map(({ clock, level, dueAt }) => ({
      ...{ personId, clockId: clock.id, level, dueAt, day, messageId },
    })),
  )
}

type DueClock = {
  clock: RequestClock
  level: Level
  dueAt: Date
  request: { id: string; reference: string; dataset: string; restricted: boolean }
}

/** What somebody handles and is overdue or nearly due, the most pressing first. */
async function dueFor(tx: Tx, personId: string, now: Date): Promise<DueClock[]> {
  const requests = await tx
    .select({
      id: takedownRequest.id,
      reference: takedownRequest.reference,
      dataset: dataset.name,
      restricted: sql<boolean>`${category.restricted} = 1`,
    })
    .from(takedownRequest)
    .innerJoin(dataset, eq(dataset.id, takedownRequest.datasetId))
    .innerJoin(category, eq(category.id, takedownRequest.category))
    .where(and(isNotNull(takedownRequest.nearAt), lte(takedownRequest.nearAt, now), isHandledBy(personId)))
    .orderBy(asc(takedownRequest.dueAt), asc(takedownRequest.id))
  const clocks = await clocksOfAll(
    tx,
    requests.map(({ id }) => id),
  )
  return requests.flatMap((request) =>
    (clocks.get(request.id) ?? []).filter(isOurs).flatMap((clock): DueClock[] => {
      const level = levelOf(clock, now)
      return level && clock.dueAt ? [{ clock, level, dueAt: clock.dueAt, request }] : []
    }),
  )
}

const isHandledBy = (personId: string) => sql`case when ${category.restricted} = 1
  then exists (select from site_membership s where s.person_id = ${personId} and s.role = 'safety_officer')
  else exists (select from membership m
    where m.person_id = ${personId} and m.dataset_id = ${takedownRequest.datasetId} and m.role = 'lead') end`

async function notTold(tx: Tx, personId: string, due: readonly DueClock[]): Promise<DueClock[]> {
  if (due.length === 0) return []
  const before = await tx
    .select({ clockId: told.clockId, level: told.level, dueAt: told.dueAt })
    .from(told)
    .where(
      and(
        eq(told.personId, personId),
        inArray(
          told.clockId,
          due.map(({ clock }) => clock.id),
        ),
      ),
    )
  return due.filter(
    ({ clock, level, dueAt }) =>
      !before.some(
        (row) => row.clockId === clock.id && row.level === level && row.dueAt.getTime() === dueAt.getTime(),
      ),
  )
}

async function wasWrittenTo(tx: Tx, personId: string, day: string): Promise<boolean> {
  const [row] = await tx
    .select({ day: told.day })
    .from(told)
    .where(and(eq(told.personId, personId), eq(told.day, day)))
    .limit(1)
  return row !== undefined
}

/** Of a restricted one the letter does not say what it is about: mail is read by others than its reader. */
function lineIn(language: Locale, { clock, request }: DueClock): ReminderLine {
  const law = voiceOf(language)(`clocks.law.${clock.law}`)
  return {
    reference: request.reference,
    about: request.restricted ? null : { dataset: request.dataset, law },
    until: untilWhen(clock, language) ?? '',
    link: env().url + paths.request(request.id),
  }
}
