import 'server-only'
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { senderMeasure } from '@/db/schema'
import type { Actor, Member } from '@/lib/auth/actor'
import { refuseIf } from '@/lib/auth/authorize'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { senderAnswered, senderSuspended, senderWarned } from '@/lib/mail/templates/takedown-conduct'
import { type LockedRequest, recordEvent } from '@/lib/takedowns/request-row'
import { handled } from '@/lib/takedowns/take'
import { writeTo } from '@/lib/takedowns/write-to'
import {
  cannotAnswerSender,
  cannotJudgeSender,
  type Conduct,
  conductOf,
  couldBeUnfounded,
  isNeverHeld,
} from './conduct'
import type { answerSenderInput, findSenderInput, suspendSenderInput, warnSenderInput } from './input'
import { SENDER_POLICY } from './numbers'

type Measure = (typeof senderMeasure.$inferSelect)['measure']
type Done = { requestId: string }

/** A lead's finding about one answered request: manifestly unfounded or not. A later one takes the place of an earlier. */
export async function findSender(
  tx: Tx,
  actor: Member,
  { requestId, finding }: z.output<typeof findSenderInput>,
): Promise<Done> {
  const { request, conduct } = await locked(tx, actor, requestId)
  if (!couldBeUnfounded(request.status)) throw conflict(say('otherSide.errors.notEnough'))
  if (conduct.finding === finding) throw conflict(say('otherSide.errors.already'))
  await record(tx, actor, request, { measure: finding })
  return { requestId }
}

/** Warned first, always (Regulation (EU) 2022/2065 Art. 23(2)). */
export async function warnSender(
  tx: Tx,
  actor: Member,
  { requestId }: z.output<typeof warnSenderInput>,
): Promise<Done> {
  const { request, conduct } = await locked(tx, actor, requestId)
  if (!conduct.mayWarn) throw conflict(say('otherSide.errors.notEnough'))
  await record(tx, actor, request, { measure: 'warned' })
  await writeTo(tx, request, senderWarned, {
    references: conduct.references,
    from: SENDER_POLICY.suspendFrom,
  })
  return { requestId }
}

/** For a time: their requests are accepted meanwhile and wait until a lead has looked. */
export async function suspendSender(
  tx: Tx,
  actor: Member,
  { requestId, days }: z.output<typeof suspendSenderInput>,
): Promise<Done> {
  const { request, conduct } = await locked(tx, actor, requestId)
  if (!conduct.maySuspend)
    throw conflict(say(`otherSide.errors.${conduct.warnedAt ? 'notEnough' : 'notWarned'}`))
  const until = new Date(Date.now() + days * 86_400_000)
  await record(tx, actor, request, { measure: 'suspended', until })
  await writeTo(tx, request, senderSuspended, {
    references: conduct.references,
    until,
  })
  return { requestId }
}

/** Somebody who had no part in the suspension answers its being contested; the database refuses who decided it. */
export async function answerSender(
  tx: Tx,
  actor: Member,
  { requestId, answer }: z.output<typeof answerSenderInput>,
): Promise<Done> {
  const { request, conduct } = await locked(tx, actor, requestId)
  const { suspended } = conduct
  if (!suspended?.contested || suspended.answered) throw conflict(say('otherSide.errors.notEnough'))
  refuseIf(cannotAnswerSender(actor, suspended))
  await record(tx, actor, request, { measure: answer, answers: suspended.by })
  if (answer === 'lifted') await goOnWithHeld(tx, requestId)
  await writeTo(tx, request, senderAnswered, {
    ...{ reference: request.reference, lifted: answer === 'lifted' },
    until: suspended.until,
  })
  return { requestId }
}

/** What waited for the end of the suspension need not any more. */
async function goOnWithHeld(tx: Tx, requestId: string): Promise<void> {
  const held = await tx.execute<{ id: string }>(sql`
    select r.id from takedown_contact c
    join takedown_contact o on o.email_hmac = c.email_hmac
    join takedown_request r on r.id = o.request_id
    where c.request_id = ${requestId} and r.status::text = 'received'`)
  for (const { id } of held) await enqueue(tx, 'takedown.match', { requestId: id })
}

/** For a lead who is not the sender. */
async function locked(
  tx: Tx,
  actor: Member,
  requestId: string,
): Promise<{ request: LockedRequest; conduct: Conduct }> {
  const request = await handled(tx, actor, requestId)
  if (isNeverHeld(request)) throw conflict(say('otherSide.errors.neverHeld'))
  refuseIf(await cannotJudgeSender(tx, actor, request))
  await oneAtATime(tx, requestId)
  const conduct = await conductOf(tx, requestId)
  if (!conduct) throw conflict(say('otherSide.errors.noContact'))
  return { request, conduct }
}

/** Two leads about the same sender, on two of their requests. */
async function oneAtATime(tx: Tx, requestId: string): Promise<void> {
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended('winnow/sender/' || encode(email_hmac, 'hex'), 0))
    from takedown_contact where request_id = ${requestId}`)
}

/** The fact, and the event with its log entry. */
export async function record(
  tx: Tx,
  actor: Actor,
  request: LockedRequest,
  fact: { measure: Measure; until?: Date; answers?: string; grounds?: Buffer },
): Promise<void> {
  const type = fact.measure === 'let_through' ? 'let_through' : 'sender_measure'
  const { entryId } = await recordEvent(tx, actor, request, type, { measure: fact.measure })
  await tx.insert(senderMeasure).values({
    ...{ requestId: request.id, entryId, ...fact },
    decidedBy: actor.kind === 'member' ? actor.id : null,
  })
}
