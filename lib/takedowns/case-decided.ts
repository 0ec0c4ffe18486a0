import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { reviewCase, takedownMatch, takedownRequest } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { type LockedRequest, lockRequest, recordEvent } from './request-row'
import { decidedMatches } from './results'
import { settle } from './settle'
import { may } from './status'

/**
 * A case that people asked about was decided: each of their requests takes note, and those that wait for nothing else get
 * their answer. Runs again without harm: it reads what stands now, not what was decided when it was called for.
 */
export async function caseDecided(
  tx: Tx,
  { datasetId, caseId }: { datasetId: string; caseId: string },
): Promise<void> {
  if (!(await isDecided(tx, datasetId, caseId))) return
  const requests: LockedRequest[] = []
  for (const id of await requestsAskingAbout(tx, datasetId, caseId)) requests.push(await lockRequest(tx, id))
  for (const request of requests) {
    if (!may(request.status, 'act')) continue
    const open = (await decidedMatches(tx, request.id)).filter(({ status }) => status === 'open').length
    await recordEvent(tx, system('takedown'), request, 'case_decided', { open })
    await settle(tx, request)
  }
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
