import 'server-only'
import { and, eq, ne, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { erasure } from '@/db/schema'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'

/** While files are being rewritten their rows are of neither world. The caller has locked the dataset, as erasing does. */
export async function refuseErasing(tx: Tx, datasetId: string): Promise<void> {
  const [underWay] = await tx
    .select({ id: erasure.id })
    .from(erasure)
    .where(and(eq(erasure.datasetId, datasetId), ne(erasure.state, 'done')))
    .limit(1)
  if (underWay) throw conflict(say('releases.errors.erasing'))
}

/**
 * What was erased is left out of every release made from here on, whatever was decided about it: its row has no content to keep.
 * It stands under personal data, so that no list tells why.
 */
export async function freezeErased(
  tx: Tx,
  { datasetId, releaseId }: { datasetId: string; releaseId: string },
): Promise<void> {
  await tx.execute(sql`
    insert into release_effect (dataset_id, release_id, digest, action, spans, reasons)
    select distinct on (digest) dataset_id, ${releaseId}, digest, 'remove'::decision_action, '[]'::jsonb,
      jsonb_build_array(jsonb_build_object(
        'category', 'pii', 'reasonCode', 'erased', 'decisionId', id, 'entryId', entry_id))
    from erasure
    where dataset_id = ${datasetId} and digest is not null and entry_id is not null
    order by digest, created_at`)
}
