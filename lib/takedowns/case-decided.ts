import 'server-only'
import { and, asc, count, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { reviewCase, takedownMatch, takedownRequest } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { takedownReopened } from '@/lib/mail/templates/takedown-reopened'
import { type LockedRequest, lockRequest, recordEvent } from './request-row'
import { awaitedSecond } from './second'
import { settle } from './settle'
import { may } from './status'
import { take } from './take'
import { isOtherwise } from './told'
import { writeTo } from './write-to'

/**
 * A case that people asked about was decided: each of their requests takes note, and those that wait for nothing else get
 * their answer. Who had an answer that does not hold any more gets another. Runs again without harm: it reads what stands now, not
 * what was decided when it was called for.
 */
export async function caseDecided(
  tx: Tx,
  { datasetId, caseId }: { datasetId: string; caseId: string },
): Promise<void> {
  const decided = await isDecided(tx, datasetId, caseId)
  const requests: LockedRequest[] = []
  for (const id of await requestsAskingAbout(tx, datasetId, caseId)) requests.push(await lockRequest(tx, id))
  for (const request of requests) {
    if (may(request.status, 'reopen')) await answerAnew(tx, request, caseId)
    if (!decided || !may(request.status, 'act')) continue
    const open = await openMatches(tx, request)
    await recordEvent(tx, system('takedown'), request, 'case_decided', { open })
    if (open === 0) await settle(tx, request)
  }
}

/**
 * Decided anew, contested by somebody else or taken back with many others: it is under review again until the new answer, which comes at
 * once when nothing else is open, and with a second person where it needs one.
 */
async function answerAnew(tx: Tx, request: LockedRequest, caseId: string): Promise<void> {
  if (!(await isOtherwise(tx, request, caseId))) return
  const reopened = await take(tx, system('takedown'), request, 'reopen', {
    type: 'reopened',
    data: { reason: 'otherwise' },
  })
  if (await settle(tx, reopened)) return
  if (await awaitedSecond(tx, reopened)) return
  await writeTo(tx, request, takedownReopened, {
    reference: request.reference,
    dataset: request.datasetName,
  })
}

/** What of a request is still to be decided; counted, not read: a request may be about thousands of items, and this is asked after each. */
async function openMatches(tx: Tx, { id, datasetId }: LockedRequest): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(takedownMatch)
    .innerJoin(
      reviewCase,
      and(eq(reviewCase.datasetId, takedownMatch.datasetId), eq(reviewCase.id, takedownMatch.caseId)),
    )
    .where(
      and(
        eq(takedownMatch.datasetId, datasetId),
        eq(takedownMatch.requestId, id),
        eq(reviewCase.status, 'open'),
      ),
    )
  return row?.n ?? 0
}

async function isDecided(tx: Tx, datasetId: string, caseId: string): Promise<boolean> {
  const [row] = await tx
    .select({ status: reviewCase.status })
    .from(reviewCase)
    .where(and(eq(reviewCase.datasetId, datasetId), eq(reviewCase.id, caseId)))
  return row?.status === 'decided'
}

/** In one order, as everybody locks them. */
async function requestsAskingAbout(tx: Tx, datasetId: string, caseId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: takedownRequest.id })
    .from(takedownMatch)
    .innerJoin(takedownRequest, eq(takedownRequest.id, takedownMatch.requestId))
    .where(and(eq(takedownMatch.datasetId, datasetId), eq(takedownMatch.caseId, caseId)))
    .orderBy(asc(takedownRequest.id))
  return rows.map(({ id }) => id)
}
