import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { senderMeasure } from '@/db/schema'
import type { Member, Visitor } from '@/lib/auth/actor'
import { refuseIf } from '@/lib/auth/authorize'
import { requester } from '@/lib/auth/load-actor'
import { requestSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { openAll, sealFor } from '@/lib/crypto/subject-seal'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { type LockedRequest, lockRequest } from '@/lib/takedowns/request-row'
import { requestOfLink } from '@/lib/takedowns/take'
import { cannotJudgeSender, conductOf, isNeverHeld } from './conduct'
import type { contestSenderInput, letThroughInput } from './input'
import { record } from './senders'

/**
 * Whether a confirmed request waits for a look at its sender, who is suspended. It goes on by itself when the suspension ends, at the
 * latest.
 */
export async function heldForLook(tx: Tx, requestId: string): Promise<boolean> {
  const request = await lockRequest(tx, requestId)
  const until = await heldUntil(tx, request)
  if (until === null) return false
  await enqueue(tx, 'takedown.match', { requestId }, { runAt: until })
  return true
}

/** Until when it waits; null when it does not. */
export async function heldUntil(
  on: Db | Tx,
  request: Pick<LockedRequest, 'id' | 'kind' | 'restricted' | 'status'>,
): Promise<Date | null> {
  if (request.status !== 'received' || isNeverHeld(request)) return null
  const suspended = (await conductOf(on, request.id))?.suspended
  if (!suspended?.inForce) return null
  const [through] = await on
    .select({ id: senderMeasure.id })
    .from(senderMeasure)
    .where(and(eq(senderMeasure.requestId, request.id), eq(senderMeasure.measure, 'let_through')))
  return through ? null : suspended.until
}

/** A lead who did not send it has looked: it is worked on like any other. */
export async function letThrough(
  tx: Tx,
  actor: Member,
  { requestId }: z.output<typeof letThroughInput>,
): Promise<{ requestId: string }> {
  const request = await lockRequest(tx, requestId)
  refuseIf(await cannotJudgeSender(tx, actor, request))
  if ((await heldUntil(tx, request)) === null) throw conflict(say('otherSide.errors.already'))
  await record(tx, actor, request, { measure: 'let_through' })
  await enqueue(tx, 'takedown.match', { requestId })
  return { requestId }
}

/** Whoever was suspended contests it, on the page of any request of theirs; somebody else than who decided answers. */
export async function contestSuspension(
  tx: Tx,
  _visitor: Visitor,
  { token, grounds }: z.output<typeof contestSenderInput>,
): Promise<{ contested: true }> {
  const { id } = await requestOfLink(tx, token)
  const suspended = (await conductOf(tx, id))?.suspended
  if (!suspended?.inForce || suspended.contested) throw conflict(say('otherSide.errors.already'))
  const request = await lockRequest(tx, suspended.requestId)
  const again = (await conductOf(tx, request.id))?.suspended
  if (again?.contested) throw conflict(say('otherSide.errors.already'))
  const key = await keyFor(tx, requestSubject(request.id))
  await record(tx, requester(request.id), request, {
    measure: 'contested',
    grounds: sealFor(key, 'sender_measure.grounds', Buffer.from(grounds)),
  })
  return { contested: true }
}

/** What they said against it; null when they said nothing or it was erased. */
export async function suspensionGrounds(on: Db | Tx, requestId: string): Promise<string | null> {
  const [row] = await on
    .select({ grounds: senderMeasure.grounds })
    .from(senderMeasure)
    .where(
      and(
        eq(senderMeasure.requestId, requestId),
        eq(senderMeasure.measure, 'contested'),
        sql`${senderMeasure.grounds} is not null`,
      ),
    )
  if (!row?.grounds) return null
  const [opened] = await openAll(on, [{ place: 'sender_measure.grounds', sealed: row.grounds }])
  return opened?.toString('utf8') ?? null
}
