import { and, eq } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { reviewCase } from '@/db/schema'
import { findingsNow, findingsVersion } from '@/lib/review/seen'

/** What a page on which the case is opened now sends with a decision: its round, and what is found in it. */
export async function shownNow(
  on: Db | Tx,
  { datasetId, caseId }: { datasetId: string; caseId: string },
): Promise<{ round: number; findings: string }> {
  const [found] = await on
    .select({ digest: reviewCase.digest, category: reviewCase.category, round: reviewCase.round })
    .from(reviewCase)
    .where(and(eq(reviewCase.datasetId, datasetId), eq(reviewCase.id, caseId)))
  if (!found) throw new Error(`no case ${caseId}`)
  return { round: found.round, findings: findingsVersion(await findingsNow(on, { ...found, datasetId })) }
}
