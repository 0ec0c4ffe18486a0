import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { decision, review, takedownSecond } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { can } from '@/lib/auth/permissions'
import { conflict, forbidden } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import type { agreeInput } from './process-input'
import { lockRequest, recordEvent } from './request-row'
import { type DecidedMatch, decidedMatches } from './results'
import { awaitedSecond } from './second'
import { settle } from './settle'

/** A lead or an administrator who had no part in the decisions agrees to the outcome, and it is sent. */
export async function agree(
  tx: Tx,
  actor: Member,
  { requestId, eventId }: z.output<typeof agreeInput>,
): Promise<{ requestId: string }> {
  const request = await lockRequest(tx, requestId)
  if (!can(actor, 'takedown.agree')) authorize(actor, 'takedown.handle', request)
  const awaited = await awaitedSecond(tx, request)
  if (awaited?.eventId !== eventId) throw conflict(say('process.errors.decidedAnew'))
  const firstBy = await decidersOf(tx, request.datasetId, await decidedMatches(tx, requestId))
  if (firstBy.includes(actor.id)) throw forbidden(say('process.errors.youDecided'))
  await tx.insert(takedownSecond).values({ eventId, requestId, firstBy, secondBy: actor.id })
  await recordEvent(tx, actor, request, 'second_agreed', { outcome: awaited.outcome })
  if (!(await settle(tx, request, { agreed: true }))) throw conflict(say('process.errors.decidedAnew'))
  return { requestId }
}

/** Everybody who had a part in the decisions in force about the items of a request. */
export async function decidersOf(
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
  const deciders = decisions.flatMap(({ deciderId, actor }) => [
    ...(deciderId ? [deciderId] : []),
    ...(actor.startsWith('member:') ? [actor.slice('member:'.length)] : []),
  ])
  return [...new Set([...deciders, ...voters.map(({ id }) => id)])].sort()
}
