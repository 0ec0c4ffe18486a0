import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { enqueue } from '@/lib/jobs/enqueue'
import type { LockedRequest } from './request-row'

/** A decision takes effect when a second person agrees: only then can those be answered who complained of what it replaces. */
export async function tellComplainants(
  tx: Tx,
  { id, datasetId }: Pick<LockedRequest, 'id' | 'datasetId'>,
): Promise<void> {
  const rows = await tx.execute<{ caseId: string }>(sql`
    select distinct m.case_id as "caseId" from takedown_match m
    join complaint k on k.dataset_id = m.dataset_id and k.heard_by is not null and k.case_ids @> array[m.case_id]
    join takedown_request q on q.id = k.request_id and q.status = 'under_review'
    where m.dataset_id = ${datasetId} and m.request_id = ${id}`)
  for (const { caseId } of rows) await enqueue(tx, 'takedown.case-decided', { datasetId, caseId })
}
