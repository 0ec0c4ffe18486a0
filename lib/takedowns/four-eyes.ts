import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { decision, review, takedownSecond } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize, refuseIf } from '@/lib/auth/authorize'
import { can } from '@/lib/auth/permissions'
import { conflict, forbidden } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { tellComplainants } from './complained'
import { whoDropped } from './not-meant'
import { refuseOwnRequest } from './own-request'
import { whoAnswered } from './part-in-answer'
import type { agreeInput } from './process-input'
import { refreshLists } from './promise'
import { rejectedByYou, rejectNow } from './reject'
import { type LockedRequest, lockRequest, recordEvent } from './request-row'
import { type DecidedMatch, decidedMatches } from './results'
import { wordsOf } from './said'
import { type Awaited, awaitedSecond } from './second'
import { settle } from './settle'

/** A lead or an administrator who had no part in what was decided agrees to the outcome, and it is sent. */
export async function agree(
  tx: Tx,
  actor: Member,
  { requestId, eventId }: z.output<typeof agreeInput>,
): Promise<{ requestId: string }> {
  const request = await lockRequest(tx, requestId)
  if (!can(actor, 'takedown.agree')) authorize(actor, 'takedown.handle', request)
  await refuseOwnRequest(tx, actor, requestId)
  const awaited = await awaitedSecond(tx, request)
  if (awaited?.eventId !== eventId) throw conflict(say('process.errors.decidedAnew'))
  const firstBy = await firstOf(tx, request, awaited)
  if (firstBy.includes(actor.id)) throw forbidden(say('process.errors.youDecided'))
  const { outcome, decided } = awaited
  await tx.insert(takedownSecond).values({ eventId, requestId, firstBy, secondBy: actor.id, decided })
  await recordEvent(tx, actor, request, 'second_agreed', { outcome })
  await send(tx, actor, request, awaited)
  await tellComplainants(tx, request)
  // What nobody had agreed to was on no list of what is going to go.
  await refreshLists(tx, request.datasetId)
  return { requestId }
}

async function send(tx: Tx, actor: Member, request: LockedRequest, awaited: Awaited): Promise<void> {
  if (awaited.outcome !== 'rejected') {
    if (!(await settle(tx, request, { agreed: true }))) throw conflict(say('process.errors.decidedAnew'))
    return
  }
  refuseIf(await rejectedByYou(tx, actor, request.id))
  const note = (await wordsOf(tx, request.id)).get(awaited.eventId)
  await rejectNow(tx, actor, request, { reason: awaited.reason, note, by: awaited.actor })
}

/** Everybody who had a part in what waits for a second person, and, where an answer is contested, in that. */
export async function firstOf(
  on: Db | Tx,
  { id, datasetId }: Pick<LockedRequest, 'id' | 'datasetId'>,
  { actor }: Pick<Awaited, 'actor'>,
): Promise<string[]> {
  // Who wants it without deciding about the items, as not to take it up.
  const proposer = memberOf(actor)
  const deciders = await decidersOf(on, datasetId, await decidedMatches(on, id))
  const droppers = (await whoDropped(on, id)).flatMap(memberOf)
  return [...new Set([...proposer, ...deciders, ...droppers, ...(await whoAnswered(on, id))])].sort()
}

const memberOf = (actor: string): string[] =>
  actor.startsWith('member:') ? [actor.slice('member:'.length)] : []

/** Everybody who had a part in the decisions in force about the items of a request. */
async function decidersOf(
  on: Db | Tx,
  datasetId: string,
  matches: readonly DecidedMatch[],
): Promise<string[]> {
  const ids = [...new Set(matches.flatMap(({ decisionId }) => decisionId ?? []))]
  if (ids.length === 0) return []
  const decisions = await on
    .select({ deciderId: decision.deciderId, actor: decision.actor, reviewIds: decision.reviewIds })
    .from(decision)
    .where(and(eq(decision.datasetId, datasetId), inArray(decision.id, ids)))
  const votes = [...new Set(decisions.flatMap(({ reviewIds }) => reviewIds))]
  const voters =
    votes.length === 0
      ? []
      : await on
          .selectDistinct({ id: review.reviewerId })
          .from(review)
          .where(and(eq(review.datasetId, datasetId), inArray(review.id, votes)))
  return [
    ...decisions.flatMap(({ deciderId, actor }) => [...(deciderId ? [deciderId] : []), ...memberOf(actor)]),
    ...voters.map(({ id }) => id),
  ]
}
