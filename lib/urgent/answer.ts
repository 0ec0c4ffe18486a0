import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { reviewCase, takedownMatch, takedownReach, urgentReport } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { conflict, forbidden, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { policyInForce } from '@/lib/policies/queries'
import { lockCase } from '@/lib/review/case-row'
import { refusedDirectly } from '@/lib/review/refused-directly'
import { resolve } from '@/lib/review/resolve'
import { findingsNow } from '@/lib/review/seen'
import { ledToNothing } from '@/lib/takedowns/answer-unfound'
import { takeExact } from '@/lib/takedowns/candidates'
import { type LockedRequest, recordEvent } from '@/lib/takedowns/request-row'
import { closeWithoutMatch } from '@/lib/takedowns/match'
import { handled } from '@/lib/takedowns/take'
import type { answerUrgentInput, closeUnfoundInput, passInput } from './input'

/** Cases that one press decides. More wait for the next. */
const MOST_AT_ONCE = 200

/**
 * A safety officer's answer to a report as a whole, in one press: `confirm` takes what it led to out of the dataset, `clear` gives it
 * back to everybody. Each case gets a decision of its own, with the first reason that the policy has for that in this category.
 */
export async function answerUrgent(
  tx: Tx,
  actor: Member,
  { requestId, answer }: z.output<typeof answerUrgentInput>,
): Promise<{ requestId: string; decided: number }> {
  const request = await handledRestricted(tx, actor, requestId)
  const open = await openCasesOf(tx, request)
  if (open.length === 0) throw conflict(say('urgent.errors.nothingOpen'))
  const action = answer === 'clear' ? 'keep' : 'remove'
  const policy = await policyInForce(tx, request.datasetId)
  const reason = policy.reasons.find(
    ({ category, actions }) => category === request.category && actions.includes(action),
  )
  if (!reason) throw conflict(say('urgent.errors.noReason'))
  for (const caseId of open) {
    const found = await lockCase(tx, request.datasetId, caseId)
    if (found?.status !== 'open') continue
    const denied = await refusedDirectly(tx, actor, found)
    if (denied) throw forbidden(denied)
    await resolve(tx, actor, {
      ...{ found, policy, action, reasonCode: reason.code, spans: [] },
      kind: 'override',
      seen: await findingsNow(tx, found),
    })
  }
  return { requestId, decided: open.length }
}

/** Takes out of sight what is beyond the limits of what is hidden unseen: an officer has seen where it comes from, and that it is meant. */
export async function letPass(
  tx: Tx,
  actor: Member,
  { requestId }: z.output<typeof passInput>,
): Promise<{ requestId: string }> {
  const request = await handledRestricted(tx, actor, requestId)
  const waiting = await tx
    .update(takedownReach)
    .set({ state: 'open' })
    .where(and(eq(takedownReach.requestId, requestId), eq(takedownReach.state, 'waiting')))
    .returning({ rows: takedownReach.rows })
  if (waiting.length === 0) throw conflict(say('urgent.errors.notWaiting'))
  await tx
    .update(urgentReport)
    .set({ passedBy: actor.id, passedAt: new Date() })
    .where(eq(urgentReport.requestId, requestId))
  await takeExact(tx, requestId, actor.id)
  await recordEvent(tx, actor, request, 'urgent_passed')
  await enqueue(tx, 'takedown.take', { requestId }, { first: true })
  return { requestId }
}

/** Ends a report of which nothing was found: by a person, and told as one of which everything was given back. */
export async function closeUnfound(
  tx: Tx,
  actor: Member,
  { requestId }: z.output<typeof closeUnfoundInput>,
): Promise<{ requestId: string }> {
  const request = await handledRestricted(tx, actor, requestId)
  if (!(await ledToNothing(tx, requestId))) throw conflict(say('urgent.errors.found'))
  await closeWithoutMatch(tx, request, actor)
  return { requestId }
}

/** The request, locked, if it is one of the restricted kinds; the same answer to everybody else as of one that is not there. */
export async function handledRestricted(tx: Tx, actor: Member, requestId: string): Promise<LockedRequest> {
  const request = await handled(tx, actor, requestId)
  if (!request.restricted) throw notFound('request')
  return request
}

/** In the order of their items, in which everybody locks them. */
async function openCasesOf(
  tx: Tx,
  { id, datasetId, category }: Pick<LockedRequest, 'id' | 'datasetId' | 'category'>,
): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: reviewCase.id, digest: reviewCase.digest })
    .from(takedownMatch)
    .innerJoin(
      reviewCase,
      and(eq(reviewCase.datasetId, takedownMatch.datasetId), eq(reviewCase.id, takedownMatch.caseId)),
    )
    .where(
      and(
        eq(takedownMatch.requestId, id),
        eq(takedownMatch.datasetId, datasetId),
        eq(reviewCase.category, category),
        eq(reviewCase.status, 'open'),
      ),
    )
    .orderBy(asc(reviewCase.digest))
    .limit(MOST_AT_ONCE)
  return rows.map((row) => row.id)
}
