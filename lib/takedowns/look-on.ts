import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { takedownCandidate, takedownTarget } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Beyond, beyondOf } from './beyond'
import { refuseToDropAgain } from './not-meant'
import type { leaveInput, nextInput } from './reach-input'
import { lookedAt } from './reach-sample'
import { lockOpen, refuseWhileReading } from './reach-verbs'
import { recordEvent } from './request-row'

type Done = { requestId: string }
type At = { requestId: string; targetId: string }

/**
 * Takes in hand the next of what is nearly a text, when it is said of those before what becomes of them. The files are read again; what a
 * person has said stays, and of the next ones others are drawn by lot: those before speak for none of them.
 */
export async function lookOn(tx: Tx, actor: Member, at: z.output<typeof nextInput>): Promise<Done> {
  const { requestId, targetId } = at
  const request = await lockOpen(tx, actor, requestId, 'takedown.handle')
  await refuseWhileReading(tx, requestId)
  const { rows: more } = await beyondLooked(tx, at)
  const { looked, belong } = await lookedAt(tx, requestId, targetId)
  await tx
    .update(takedownCandidate)
    .set({ drawn: false })
    .where(
      and(
        eq(takedownCandidate.datasetId, request.datasetId),
        eq(takedownCandidate.requestId, requestId),
        eq(takedownCandidate.targetId, targetId),
      ),
    )
  await tx.update(takedownTarget).set({ state: 'pending' }).where(eq(takedownTarget.id, targetId))
  const data = { kind: 'near', target: targetId, more, looked, belong }
  await recordEvent(tx, actor, request, 'reach_widened', data)
  await enqueue(tx, 'takedown.match', { requestId })
  return { requestId }
}

/**
 * Leaves those that are not in hand as they are, with a reason: a decision like that about one that does not belong. Whoever asked is told
 * that there are more than were looked at.
 */
export async function leaveOut(
  tx: Tx,
  actor: Member,
  { why, ...at }: z.output<typeof leaveInput>,
): Promise<Done> {
  const request = await lockOpen(tx, actor, at.requestId, 'takedown.handle')
  await refuseToDropAgain(tx, actor, request.id)
  const { rows, left } = await beyondLooked(tx, at)
  if (left) throw conflict(say('reach.errors.noMore'))
  const data = { n: rows, exact: 0, target: at.targetId, why, left: rows }
  await recordEvent(tx, actor, request, 'reach_narrowed', data)
  await enqueue(tx, 'takedown.match', { requestId: request.id })
  return { requestId: request.id }
}

/** The rows beyond those in hand, when something was said of all of these. */
async function beyondLooked(tx: Tx, { requestId, targetId }: At): Promise<Beyond> {
  const beyond = (await beyondOf(tx, requestId)).find((one) => one.targetId === targetId)
  if (!beyond) throw conflict(say('reach.errors.noMore'))
  if ((await lookedAt(tx, requestId, targetId)).rest > 0) throw conflict(say('reach.errors.lookFirst'))
  return beyond
}
