import 'server-only'
import { and, eq, notInArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { counterNotice } from '@/db/schema'
import type { Actor, Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { can } from '@/lib/auth/permissions'
import { system } from '@/lib/auth/load-actor'
import { conflict, forbidden, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { link } from '@/lib/takedowns/links'
import { type LockedRequest, lockRequest, recordEvent } from '@/lib/takedowns/request-row'
import { decidedMatches } from '@/lib/takedowns/results'
import { may, nextStatus } from '@/lib/takedowns/status'
import { take } from '@/lib/takedowns/take'
import { type Answering, answering, named, notBound } from './bind'
import type { approveCounterInput, checkCounterInput, refuseCounterInput } from './input'
import { leadsTo } from './leads-to'
import { putBackTerm, startPutBack } from './put-back-clocks'
import { maintainersOf } from './tell'
import { tellOfCounter, tellOfRefusal } from './tell-of-counter'

export type Counter = typeof counterNotice.$inferSelect

/**
 * A confirmed counter notice: bound to the removal it names, when that was made on a copyright request and nobody has answered it yet,
 * and laid before the leads. Anything else is answered as if there were no such removal.
 */
export async function fileCounter(tx: Tx, requestId: string): Promise<void> {
  const asked = await answering(tx, requestId)
  if (!asked) return
  const of = await named(tx, asked)
  const against = of && (await canBeCountered(tx, of)) ? await casesAgainst(tx, of, asked) : null
  if (!of || !against || against.caseIds.length === 0) return notBound(tx, asked, 'counter_notice')

  const { request } = asked
  const filer = (await maintainersOf(tx, of.datasetId)).find(
    ({ email }) => email === asked.email.trim().toLowerCase(),
  )
  await tx.insert(counterNotice).values({
    ...{ requestId, ofRequestId: of.id, ...against, receivedAt: new Date() },
    filerId: filer?.id,
    identifiedAs: filer ? 'maintainer' : null,
  })
  await link(tx, requestId, of.id, 'counters')
  await take(tx, system('takedown'), request, 'match', {
    type: 'matched',
    data: { items: against.caseIds.length },
  })
}

/** Once for each action; another one only when it was refused. The index refuses two at the same time. */
async function canBeCountered(tx: Tx, of: LockedRequest): Promise<boolean> {
  if (of.kind !== 'copyright' || of.restricted || !may(of.status, 'counter')) return false
  const [other] = await tx
    .select({ id: counterNotice.requestId })
    .from(counterNotice)
    .where(and(eq(counterNotice.ofRequestId, of.id), notInArray(counterNotice.state, ['refused', 'lapsed'])))
  return other === undefined
}

/** The cases that removed something on that request and are listed; without a list all of them. */
async function casesAgainst(
  tx: Tx,
  of: LockedRequest,
  { list }: Answering,
): Promise<{ caseIds: string[]; strangers: number }> {
  const removed = (await decidedMatches(tx, of.id)).filter(
    ({ status, action }) => status === 'decided' && action !== null && action !== 'keep',
  )
  const listed = await leadsTo(tx, of, list)
  const means = new Set(listed.flatMap(({ digests }) => digests))
  const cases = removed.filter(({ digest }) => list.length === 0 || means.has(digest.toString('hex')))
  const known = new Set(removed.map(({ digest }) => digest.toString('hex')))
  return {
    caseIds: [...new Set(cases.map(({ caseId }) => caseId))],
    strangers: listed.filter(({ digests }) => !digests.some((digest) => known.has(digest))).length,
  }
}

/** A lead finds it complete, and says how whoever sent it was shown to be the one whose material it is. */
export async function checkCounter(
  tx: Tx,
  actor: Member,
  { requestId, identifiedAs }: z.output<typeof checkCounterInput>,
): Promise<{ requestId: string }> {
  const { request, counter } = await lockCounter(tx, requestId)
  authorize(actor, 'takedown.handle', request)
  refuseFiler(actor, counter)
  if (counter.state !== 'filed') throw conflict(say('otherSide.errors.checked'))
  await change(tx, counter, { state: 'checked', checkedBy: actor.id, checkedAt: new Date(), identifiedAs })
  await recordEvent(tx, actor, request, 'counter_checked', { how: identifiedAs })
  return { requestId }
}

/**
 * Somebody else agrees: it goes to the claimant with everything in it, and the clock of the put-back runs from the day it was received
 * (17 U.S.C. § 512(g)(2)(B) and (C)).
 */
export async function approveCounter(
  tx: Tx,
  actor: Member,
  { requestId }: z.output<typeof approveCounterInput>,
): Promise<{ requestId: string }> {
  const { request, counter } = await lockCounter(tx, requestId)
  if (!can(actor, 'people.manage')) authorize(actor, 'takedown.handle', request)
  refuseFiler(actor, counter)
  if (counter.state !== 'checked') throw conflict(say('otherSide.errors.notChecked'))
  if (counter.checkedBy === actor.id) throw forbidden(say('otherSide.errors.secondPerson'))
  const of = await lockRequest(tx, counter.ofRequestId)
  nextStatus(of.status, 'counter')

  const term = putBackTerm(counter.receivedAt)
  await change(tx, counter, { state: 'valid', approvedBy: actor.id, approvedAt: new Date(), ...term })
  await take(tx, actor, of, 'counter', {
    type: 'countered',
    data: {
      items: counter.caseIds.length,
      ...{ earliest: day(term.earliestAt), latest: day(term.latestAt) },
    },
  })
  await startPutBack(tx, actor, of, counter.receivedAt)
  await enqueue(
    tx,
    'takedown.put-back',
    { requestId: of.id },
    { runAt: new Date(term.earliestAt.getTime() + 1_000), maxAttempts: 25 },
  )
  await take(tx, actor, request, 'act', {
    type: 'counter_passed_on',
    data: { items: counter.caseIds.length },
  })
  await tellOfCounter(tx, { request, of, items: counter.caseIds.length, ...term })
  return { requestId }
}

/** It is not what the law asks for: its sender is told what is missing, and can send another. Nothing goes to the other side. */
export async function refuseCounter(
  tx: Tx,
  actor: Member,
  { requestId, missing }: z.output<typeof refuseCounterInput>,
): Promise<{ requestId: string }> {
  const { request, counter } = await lockCounter(tx, requestId)
  authorize(actor, 'takedown.handle', request)
  refuseFiler(actor, counter)
  if (counter.state !== 'filed' && counter.state !== 'checked')
    throw conflict(say('otherSide.errors.checked'))
  await change(tx, counter, { state: 'refused', endedAt: new Date() })
  await take(tx, actor, request, 'decline', { type: 'counter_refused', data: { missing } })
  await tellOfRefusal(tx, request, missing)
  return { requestId }
}

/** The counter notice before the request it answers: everybody locks them in this order. */
export async function lockCounter(
  tx: Tx,
  requestId: string,
): Promise<{ request: LockedRequest; counter: Counter }> {
  const request = await lockRequest(tx, requestId)
  const [counter] = await tx.select().from(counterNotice).where(eq(counterNotice.requestId, requestId))
  if (!counter) throw notFound('request')
  return { request, counter }
}

function refuseFiler(actor: Actor, { filerId }: Counter): void {
  if (actor.kind === 'member' && actor.id === filerId) throw forbidden(say('otherSide.errors.own'))
}

export const change = (tx: Tx, { requestId }: Counter, set: Partial<Counter>) =>
  tx.update(counterNotice).set(set).where(eq(counterNotice.requestId, requestId))

/** As events keep a day: in UTC. */
const day = (at: Date) => at.toISOString().slice(0, 10)
