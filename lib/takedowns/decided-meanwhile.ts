import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { enqueue } from '@/lib/jobs/enqueue'
import type { LockedRequest } from './request-row'

/**
 * Has looked at, once this transaction ends, what was decided otherwise than the request was told while it stood where no answer changes:
 * countered, kept down for a court, or held by one.
 */
export async function lookAtDecidedMeanwhile(
  tx: Tx,
  { id, datasetId }: Pick<LockedRequest, 'id' | 'datasetId'>,
): Promise<void> {
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct c.id from takedown_match m
    join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
    where m.dataset_id = ${datasetId} and m.request_id = ${id} and c.status = 'decided' and c.decision_id is distinct from m.told`)
  for (const { id: caseId } of rows) await enqueue(tx, 'takedown.case-decided', { datasetId, caseId })
}
