import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { takedownEvent, takedownRequest } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { requester } from '@/lib/auth/load-actor'
import { conflict, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { appeal } from '@/lib/review/appeal'
import { complaintOverSince } from './complaint-window'
import { contestRejection } from './contest-rejection'
import type { contestInput } from './input'
import { isContestable } from './outcome'
import { lockRequest } from './request-row'
import { type DecidedMatch, decidedMatches } from './results'
import { nextStatus } from './status'
import { take } from './take'
import { tokenHash } from './tokens'

/**
 * The requester contests the outcome, with its tracking link: every item whose decision does not follow the request goes to people
 * who had no part in it, and the request is under review again, with the term of a new one. Once for a request. The answer
 * comes as the first did, when the last of those cases is decided.
 */
export async function contest(
  tx: Tx,
  _visitor: Visitor,
  { token, grounds }: z.output<typeof contestInput>,
): Promise<{ cases: number }> {
  const [found] = await tx
    .select({ id: takedownRequest.id })
    .from(takedownRequest)
    .where(eq(takedownRequest.trackingHash, tokenHash(token)))
  if (!found) throw notFound('link')
  const request = await lockRequest(tx, found.id)
  nextStatus(request.status, 'appeal')
  if (await wasContested(tx, request.id)) throw conflict(say('takedowns.errors.contested'))
  const until = await complaintOverSince(tx, request.id)
  if (until) throw conflict(say('clocks.errors.windowOver', { until }))
  if (request.status === 'rejected') return contestRejection(tx, request, grounds)
  const matches = await decidedMatches(tx, request.id)
  const contested = contestable(matches)
  // What others contest already is looked at again anyway: this request then waits for it with them.
  const open = matches.some(({ status: state }) => state === 'open')
  if (contested.length === 0 && !open) throw conflict(say('takedowns.errors.nothingToContest'))

  for (const { caseId, decisionId } of contested)
    await appeal(tx, requester(request.id), { datasetId: request.datasetId, caseId, decisionId, grounds })
  await take(tx, requester(request.id), request, 'appeal', {
    type: 'appealed',
    data: { cases: contested.length },
  })
  return { cases: contested.length }
}

export async function wasContested(on: Db | Tx, requestId: string): Promise<boolean> {
  const [event] = await on
    .select({ id: takedownEvent.id })
    .from(takedownEvent)
    .where(and(eq(takedownEvent.requestId, requestId), eq(takedownEvent.type, 'appealed')))
    .limit(1)
  return event !== undefined
}

/** The cases whose decision does not follow the request, each once, in the order in which everybody locks them. */
export function contestable(matches: readonly DecidedMatch[]): { caseId: string; decisionId: string }[] {
  const found = new Map<string, string>()
  for (const { status, caseId, decisionId, action } of matches)
    if (status === 'decided' && decisionId && action && isContestable(action)) found.set(caseId, decisionId)
  return [...found].map(([caseId, decisionId]) => ({ caseId, decisionId }))
}
