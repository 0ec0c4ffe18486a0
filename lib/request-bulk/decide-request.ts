import 'server-only'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import type { PolicyInForce } from '@/lib/policies/queries'
import { lockCase } from '@/lib/review/case-row'
import { resolve } from '@/lib/review/resolve'
import { findingsNow } from '@/lib/review/seen'
import { waitsForLook } from '@/lib/takedowns/beyond'
import { decideNamed } from '@/lib/takedowns/decide-named'
import { isOwnOfAny } from '@/lib/takedowns/own-request'
import { whoAnswered } from '@/lib/takedowns/part-in-answer'
import { waitsForSecond } from '@/lib/takedowns/reach-record'
import { type LockedRequest, lockRequest, recordEvent } from '@/lib/takedowns/request-row'
import { decidedMatches } from '@/lib/takedowns/results'
import { isAnswered } from '@/lib/takedowns/rights'
import { settle } from '@/lib/takedowns/settle'
import { may } from '@/lib/takedowns/status'
import { namedButNotFound } from '@/lib/takedowns/suppress'
import type { RequestBulkRow } from './prepare'
import type { RequestResult } from './run'

/**
 * Decides what is still open of one request, and with it the request: a decision for each item with its entry in the log, an event of its own,
 * and the answer to its requester. What others have decided about its items stays.
 */
export async function decideRequest(
  tx: Tx,
  {
    actor,
    found: { id: bulkId, action, reasonCode, selection, preparedBy, secondBy },
    policy,
    request,
  }: { actor: Member; found: RequestBulkRow; policy: PolicyInForce; request: LockedRequest },
): Promise<RequestResult> {
  if ((action !== 'remove' && action !== 'keep') || reasonCode === null)
    throw new Error('a bulk decision of requests without a verdict')
  if (!may(request.status, 'act') || request.restricted || request.kind !== selection.kind)
    return { why: 'moved' }
  const deciding = [actor.id, preparedBy, ...(secondBy === null ? [] : [secondBy])]
  if (await isOwnOfAny(tx, deciding, request.id)) return { why: 'own' }
  const answered = await whoAnswered(tx, request.id)
  if (deciding.some((id) => answered.includes(id))) return { why: 'part' }
  // Each is answered by a person who looks at what was found for it.
  if (isAnswered(request)) return { why: 'moved' }
  if (await waitsForSecond(tx, request.id)) return { why: 'reach' }
  if (await waitsForLook(tx, request.id)) return { why: 'alike' }
  const reason = policy.reasons.find(({ code }) => code === reasonCode)
  if (reason?.category !== request.category) return { why: 'category' }
  if (!reason.actions.includes(action)) return { why: 'action' }

  const entries: string[] = []
  for (const { caseId, status } of await decidedMatches(tx, request.id)) {
    if (status !== 'open') continue
    const locked = await lockCase(tx, request.datasetId, caseId)
    // Another target of it may have led to the same case.
    if (!locked || locked.status !== 'open') continue
    const { entryId } = await resolve(tx, actor, {
      ...{ found: locked, kind: 'batch', action, reasonCode, policy, spans: [], batchId: bulkId },
      seen: await findingsNow(tx, locked),
    })
    entries.push(entryId)
  }
  // By id: an undo takes these back, and not what a lead decided about others of them.
  const named = (await namedButNotFound(tx, request)).map(({ id }) => id)
  const told = await recordEvent(tx, actor, request, 'bulk_decided', {
    ...{ bulk: bulkId, action, reason: reasonCode, cases: entries.length },
    ...(named.length > 0 ? { named } : {}),
  })
  entries.push(told.entryId)
  if (named.length > 0) await decideNamed(tx, actor, { requestId: request.id, action, reasonCode })
  const now = await lockRequest(tx, request.id)
  if (may(now.status, 'act') && !(await settle(tx, now))) throw conflict(say('requestBulk.errors.unsettled'))
  return { entries }
}
