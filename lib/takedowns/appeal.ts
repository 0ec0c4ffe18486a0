import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { takedownEvent, takedownTarget } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { requester } from '@/lib/auth/load-actor'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { appeal } from '@/lib/review/appeal'
import { complaintOverSince } from './complaint-window'
import { contestRejection } from './contest-rejection'
import type { contestInput } from './input'
import { isAnswering } from './kinds'
import { meanAgain, notMeantOf } from './not-meant'
import { isContestable } from './outcome'
import { type LockedRequest, lockRequest } from './request-row'
import { type DecidedMatch, decidedMatches } from './results'
import { keepWords } from './said'
import { seatRequester } from './requester-seats'
import { nextStatus } from './status'
import { requestOfLink, take } from './take'

/**
 * The requester contests the outcome, with its tracking link: every item whose decision does not follow the request goes to people
 * who had no part in it, what was found not to be meant and every source that was not kept out to another lead, and the request is under review again, with the term of a new one. Once for a request. The answer
 * comes as the first did, when the last of those cases is decided.
 */
export async function contest(
  tx: Tx,
  _visitor: Visitor,
  { token, grounds }: z.output<typeof contestInput>,
): Promise<{ cases: number }> {
  const request = await lockRequest(tx, (await requestOfLink(tx, token)).id)
  nextStatus(request.status, 'appeal')
  if (await wasContested(tx, request.id)) throw conflict(say('takedowns.errors.contested'))
  const until = await complaintOverSince(tx, request.id)
  if (until) throw conflict(say('clocks.errors.windowOver', { until }))
  if (request.status === 'no_match' && isAnswering(request.kind))
    throw conflict(say('takedowns.errors.nothingToContest'))
  if (request.status === 'rejected' || request.status === 'no_match' || request.status === 'answered')
    return contestRejection(tx, request, grounds)
  const matches = await decidedMatches(tx, request.id)
  const contested = contestable(matches, request.right)
  // What others contest already is looked at again anyway: this request then waits for it with them.
  const open = matches.some(({ status: state }) => state === 'open')
  const [declined, notMeant] = [await declinedOf(tx, request.id), await meanAgain(tx, request.id)]
  const nothing = contested.length === 0 && !open && declined.length === 0 && notMeant === 0
  if (nothing && !isContestedAnyway(request)) throw conflict(say('takedowns.errors.nothingToContest'))

  for (const { caseId, decisionId } of contested)
    await appeal(tx, requester(request.id), { datasetId: request.datasetId, caseId, decisionId, grounds })
  await seatRequester(
    tx,
    request,
    contested.map(({ caseId }) => caseId),
  )
  const taken = await take(tx, requester(request.id), request, 'appeal', {
    type: 'appealed',
    data: {
      cases: contested.length,
      ...(declined.length > 0 && { sources: declined.length }),
      ...(notMeant > 0 && { targets: notMeant }),
    },
  })
  // A source without items has no case to lay before people: a lead who had no part in it decides it anew (decideNamed).
  if (declined.length > 0)
    await tx
      .update(takedownTarget)
      .set({ state: 'not_found' })
      .where(and(eq(takedownTarget.requestId, request.id), inArray(takedownTarget.id, declined)))
  if (declined.length > 0 || notMeant > 0) await keepWords(tx, taken, grounds)
  return { cases: contested.length }
}

/** Of what is restricted, and where nothing was done, nobody is told whether there was anything: whoever looked looks again. */
export const isContestedAnyway = ({
  status,
  restricted,
}: Pick<LockedRequest, 'status' | 'restricted'>): boolean => restricted && status === 'no_action'

export async function wasContested(on: Db | Tx, requestId: string): Promise<boolean> {
  const [event] = await on
    .select({ id: takedownEvent.id })
    .from(takedownEvent)
    .where(and(eq(takedownEvent.requestId, requestId), eq(takedownEvent.type, 'appealed')))
    .limit(1)
  return event !== undefined
}

/** Whether its outcome leaves something to contest: an item, one found not to be meant, or a source that is not kept out of what is to come. */
export const somethingToContest = async (
  on: Db | Tx,
  { id: requestId, right }: Pick<LockedRequest, 'id' | 'right'>,
  matches: readonly DecidedMatch[],
): Promise<boolean> =>
  contestable(matches, right).length > 0 ||
  (await declinedOf(on, requestId)).length > 0 ||
  (await notMeantOf(on, requestId)).size > 0

/** Sources it names that no row came from, and that a lead did not keep out. */
async function declinedOf(on: Db | Tx, requestId: string): Promise<string[]> {
  const rows = await on
    .select({ id: takedownTarget.id })
    .from(takedownTarget)
    .where(and(eq(takedownTarget.requestId, requestId), eq(takedownTarget.state, 'declined')))
  return rows.map(({ id }) => id)
}

/** The cases whose decision does not follow the request, each once, in the order in which everybody locks them. */
function contestable(
  matches: readonly DecidedMatch[],
  right: LockedRequest['right'],
): { caseId: string; decisionId: string }[] {
  const found = new Map<string, string>()
  for (const { status, caseId, decisionId, action } of matches)
    if (status === 'decided' && decisionId && action && isContestable(action, right))
      found.set(caseId, decisionId)
  return [...found].map(([caseId, decisionId]) => ({ caseId, decisionId }))
}
