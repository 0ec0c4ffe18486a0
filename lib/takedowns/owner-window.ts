import 'server-only'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { takedownOwnerWindow } from '@/db/schema'
import type { Actor, Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { system } from '@/lib/auth/load-actor'
import { clockOf } from '@/lib/clocks/clock'
import { conflict } from '@/lib/errors'
import type { Locale } from '@/lib/i18n/locales'
import { say, voiceOf } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { enqueueMail } from '@/lib/mail/outbox'
import { takedownOwner, takedownOwnerTold } from '@/lib/mail/templates/takedown-owner'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { requestSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { openAll, sealFor } from '@/lib/crypto/subject-seal'
import { LANGUAGE_OF_STAFF, membersOf } from '@/lib/people/members'
import { endRulesInEffect } from '@/lib/suppression/end-in-effect'
import type { TakedownKind } from './attestations'
import { contactOf } from './contact'
import { answeredIn, askedOf } from './form-version'
import { goOnLooking } from './go-on-looking'
import { KIND_FORMS } from './kinds'
import { ourDay } from './our-day'
import type { answerOwnerInput, notifyOwnerInput, ofRequest } from './process-input'
import { refreshLists } from './promise'
import { promisesOf } from './promises'
import { type LockedRequest, lockRequest, recordEvent } from './request-row'
import { decidedMatches, targetsOf } from './results'
import { keepWords } from './said'
import { settle } from './settle'
import { may } from './status'
import { handled, take } from './take'
import { describeTarget } from './words'
import { writeTo } from './write-to'

/** The kinds in which a change by the maintainer can settle the matter. */
const KINDS_WITH_OWNER: readonly TakedownKind[] = ['copyright', 'licence']
export const hasOwnerWindow = (kind: TakedownKind): boolean => KINDS_WITH_OWNER.includes(kind)

const TARGETS_IN_LETTER = 25

/**
 * Tells the maintainers of the dataset what is claimed, and gives them the working days that the dataset has set for that to change it or
 * to say why not. They get what the
 * law makes a claim of, never who claims or where they live. The requester is told of it.
 */
export async function notifyOwner(
  tx: Tx,
  actor: Member,
  { requestId, note }: z.output<typeof notifyOwnerInput>,
): Promise<{ requestId: string }> {
  const request = await handled(tx, actor, requestId)
  const owners = await membersOf(tx, request.datasetId, 'maintainer')
  if (!hasOwnerWindow(request.kind) || request.restricted) throw conflict(say('process.errors.noOwnerWindow'))
  if (owners.length === 0) throw conflict(say('process.errors.noMaintainer'))
  const { ownerDays } = await promisesOf(tx, request.datasetId)
  if (ownerDays === 0) throw conflict(say('process.errors.ownerNotAsked'))
  const dueAt = workingDaysAfter(new Date(), ownerDays)
  const taken = await take(tx, actor, request, 'notify_owner', {
    type: 'owner_notified',
    data: { until: dueAt.toISOString(), n: owners.length },
  })
  await keepWords(tx, taken, note)
  await tx.insert(takedownOwnerWindow).values({ eventId: taken.eventId, requestId, dueAt })
  await tellOwners(tx, request, { owners, dueAt, note })
  await writeTo(tx, request, takedownOwnerTold, {
    reference: request.reference,
    dataset: request.datasetName,
    until: ourDay(dueAt),
  })
  await awaitOwner(tx, requestId, dueAt)
  return { requestId }
}

/** One more working day, once, when the maintainers ask for it. */
export async function extendOwner(
  tx: Tx,
  actor: Member,
  { requestId }: z.output<typeof ofRequest>,
): Promise<{ requestId: string }> {
  const { request, open } = await openWindow(tx, actor, requestId)
  if (open.extendedAt) throw conflict(say('process.errors.extendedOnce'))
  const dueAt = workingDaysAfter(open.dueAt, 1)
  await tx
    .update(takedownOwnerWindow)
    .set({ dueAt, extendedAt: new Date() })
    .where(eq(takedownOwnerWindow.eventId, open.eventId))
  await recordEvent(tx, actor, request, 'owner_extended', { until: dueAt.toISOString() })
  await awaitOwner(tx, requestId, dueAt)
  return { requestId }
}

/** A maintainer has changed something, disputes the claim, or will do nothing: the time ends, and people decide. */
export async function answerOwner(
  tx: Tx,
  actor: Member,
  { requestId, did, answer }: z.output<typeof answerOwnerInput>,
): Promise<{ requestId: string }> {
  const { request } = await openWindow(tx, actor, requestId)
  await endWindow(tx, actor, request, { how: did, answer })
  return { requestId }
}

/** The time of the maintainers is over. Does nothing when it ended before, was extended, or the request is held. */
export async function ownerTimeOver(tx: Tx, requestId: string): Promise<void> {
  const request = await lockRequest(tx, requestId)
  const open = await windowOf(tx, requestId)
  if (!may(request.status, 'end_owner_window') || !open || open.endedAt || open.dueAt > new Date()) return
  await endWindow(tx, system('takedown'), request, { how: 'silence' })
}

export const awaitOwner = (tx: Tx, requestId: string, runAt: Date): Promise<void> =>
  enqueue(tx, 'takedown.owner-window', { requestId }, { runAt })

/** The last window of a request, with what the maintainers answered; null when there was none. */
export async function ownerWindowOf(on: Db | Tx, requestId: string) {
  const found = await windowOf(on, requestId)
  if (!found) return null
  const { answer, ...rest } = found
  const [text] = answer ? await openAll(on, [{ place: 'takedown_owner_window', sealed: answer }]) : []
  return { ...rest, answer: text?.toString('utf8') ?? null }
}

async function openWindow(tx: Tx, actor: Member, requestId: string) {
  const request = await lockRequest(tx, requestId)
  authorize(actor, 'takedown.answer', request)
  const open = await windowOf(tx, requestId)
  if (!may(request.status, 'end_owner_window') || !open || open.endedAt)
    throw conflict(say('process.errors.ownerTimeOver'))
  return { request, open }
}

async function endWindow(
  tx: Tx,
  actor: Actor,
  request: LockedRequest,
  { how, answer }: { how: string; answer?: string },
): Promise<void> {
  const key = answer ? await keyFor(tx, requestSubject(request.id)) : null
  const sealed = key && answer ? sealFor(key, 'takedown_owner_window', Buffer.from(answer)) : null
  await tx
    .update(takedownOwnerWindow)
    .set({ endedAt: new Date(), answer: sealed })
    .where(and(eq(takedownOwnerWindow.requestId, request.id), isNull(takedownOwnerWindow.endedAt)))
  const taken = await take(tx, actor, request, 'end_owner_window', { type: 'owner_ended', data: { how } })
  await goOnLooking(tx, request.id)
  // What was decided meanwhile takes effect from here on.
  const cases = (await decidedMatches(tx, request.id)).map(({ caseId }) => caseId)
  await endRulesInEffect(tx, system('takedown'), request, [...new Set(cases)])
  await refreshLists(tx, request.datasetId)
  await settle(tx, taken)
}

async function windowOf(on: Db | Tx, requestId: string) {
  const [row] = await on
    .select({
      eventId: takedownOwnerWindow.eventId,
      dueAt: takedownOwnerWindow.dueAt,
      extendedAt: takedownOwnerWindow.extendedAt,
      endedAt: takedownOwnerWindow.endedAt,
      answer: takedownOwnerWindow.answer,
    })
    .from(takedownOwnerWindow)
    .where(eq(takedownOwnerWindow.requestId, requestId))
    .orderBy(desc(takedownOwnerWindow.createdAt))
    .limit(1)
  return row ?? null
}

/** The end of so many working days, where we answer from. */
function workingDaysAfter(from: Date, amount: number): Date {
  const rule = {
    ...{ term: { unit: 'business_day', amount } as const, rollsOver: false, canPause: false },
    ...{ longest: null, ...env().place },
  }
  const { dueAt } = clockOf(rule, [{ type: 'started', at: from }])
  if (!dueAt) throw new Error('a clock that nobody stopped has no end')
  return dueAt
}

type Told = { owners: readonly { email: string }[]; dueAt: Date; note: string | undefined }

async function tellOwners(tx: Tx, request: LockedRequest, { owners, dueAt, note }: Told): Promise<void> {
  const contact = await contactOf(tx, request.id)
  const targets = await targetsOf(tx, request.id)
  const language = LANGUAGE_OF_STAFF
  const voice = voiceOf(language)
  const data = {
    reference: request.reference,
    dataset: request.datasetName,
    kind: voice(`labels.takedownKind.${request.kind}`),
    claim: claimOf(language, request.kind, contact?.answers ?? {}),
    targets: targets.slice(0, TARGETS_IN_LETTER).map(({ target }) => describeTarget(voice, target)),
    more: Math.max(0, targets.length - TARGETS_IN_LETTER),
    note: note ?? null,
    until: ourDay(dueAt),
    url: env().url + paths.request(request.id),
    counterUrl: env().url + paths.takedownNew('counter_notice', request.slug),
  }
  for (const { email } of owners)
    await enqueueMail(tx, { to: email, language, template: takedownOwner, data, requestId: request.id })
}

/** What is claimed, question by question: the part of the form about the matter, never the part about the person. */
function claimOf(
  language: Locale,
  kind: TakedownKind,
  answers: Readonly<Record<string, string>>,
): { question: string; answer: string }[] {
  return KIND_FORMS[kind].about.flatMap(({ name }) => {
    const said = answers[name]
    if (!said) return []
    return [{ question: askedOf(language, kind, name), answer: answeredIn(language, kind, name, said) }]
  })
}
