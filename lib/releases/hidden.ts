import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { WITHHELD } from '@/lib/release-format/disclosure'

/**
 * Items that are hidden because of a restricted request and about which nobody has decided yet: digest, the request, and the log entry of
 * how it came. Whoever names them does not have to wait for a person, and neither does a release that is made meanwhile.
 */
export const hiddenUndecided = (datasetId: string): SQL => sql`
  select distinct on (c.digest) c.digest, q.id as request_id, e.entry_id
  from takedown_request q
  join category k on k.id = q.category and k.restricted = 1
  join takedown_match m on m.request_id = q.id and m.dataset_id = q.dataset_id
  join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id and c.status = 'open'
  join takedown_event e on e.request_id = q.id and e.type = 'confirmed'
  where q.dataset_id = ${datasetId} and q.closed_at is null
  order by c.digest, q.submitted_at, q.id`

/** Leaves them out of a release that is made now, told as everything that is withheld. Given back, they are in the next one. */
export async function freezeHidden(
  tx: Tx,
  { datasetId, releaseId }: { datasetId: string; releaseId: string },
): Promise<void> {
  await tx.execute(sql`
    insert into release_effect (dataset_id, release_id, digest, action, spans, reasons)
    select ${datasetId}, ${releaseId}, h.digest, 'remove'::decision_action, '[]'::jsonb,
      jsonb_build_array(jsonb_build_object(
        'category', ${WITHHELD}::text, 'reasonCode', 'hidden', 'decisionId', h.request_id, 'entryId', h.entry_id))
    from (${hiddenUndecided(datasetId)}) h`)
}
