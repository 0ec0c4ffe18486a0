import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { decision, reviewCase, takedownMatch, takedownRequest } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { upholds } from './outcome'
import { lockRequest, recordEvent } from './request-row'
import { decidedMatches } from './results'
import { settle } from './settle'
import { endRules } from './suppress'

/**
 * A case that people asked about was decided: each of their requests takes note, and those that wait for nothing else get
 * their answer. Runs again without harm: it reads what stands now, not what was decided when it was called for.
 */
export async function caseDecided(
  tx: Tx,
  { datasetId, caseId }: { datasetId: string; caseId: string },
): Promise<void> {
  const action = await actionInForce(tx, datasetId, caseId)
  if (!action) return
  for (const id of await requestsAskingAbout(tx, datasetId, caseId)) {
    const request = await lockRequest(tx, id)
    if (!upholds(action)) await endRules(tx, request, caseId)
    if (request.status !== 'under_review') continue
    const open = (await decidedMatches(tx, id)).filter(({ status }) => status === 'open').length
    await recordEvent(tx, system('takedown'), request, 'case_decided', { open })
    await settle(tx, request)
  }
}

async function actionInForce(tx: Tx, datasetId: string, caseId: string) {
  const [row] = await tx
    .select({ action: decision.action })
    .from(reviewCase)
    .innerJoin(
      decision,
      and(eq(decision.datasetId, reviewCase.datasetId), eq(decision.id, reviewCase.decisionId)),
    )
    .where(
      and(eq(reviewCase.datasetId, datasetId), eq(reviewCase.id, caseId), eq(reviewCase.status, 'decided')),
    )
  return row?.action
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
