import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { suppressionAsked } from '@/db/schema'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { lockCase } from './case-row'
import { REQUEST_POINTS } from './priority'
import { announceItems, caseDue } from './rounds'

/**
 * Takes a person's request from a case again: it was not what they meant. The case stays, for the item may be wrong whoever has pointed at
 * it; a decision that was made is contested, and not forgotten. It is due when its queue says, or others who ask: nobody waits for that
 * request's day.
 */
export async function detachTakedown(
  tx: Tx,
  { datasetId, caseId, requestId }: { datasetId: string; caseId: string; requestId: string },
): Promise<void> {
  const found = await lockCase(tx, datasetId, caseId)
  if (!found) return
  if (found.status === 'decided') throw conflict(say('reach.errors.decided'))
  const takedowns = Math.max(0, found.takedowns - 1)
  await tx.execute(sql`
    update review_case c set
      takedowns = ${takedowns}, points = points - ${takedowns === 0 && found.takedowns > 0 ? REQUEST_POINTS : 0},
      due_at = ${caseDue(requestId)}
    where c.dataset_id = ${datasetId} and c.id = ${caseId}`)
  await tx
    .delete(suppressionAsked)
    .where(
      and(
        eq(suppressionAsked.datasetId, datasetId),
        eq(suppressionAsked.caseId, caseId),
        eq(suppressionAsked.requestId, requestId),
      ),
    )
  await announceItems(tx, datasetId, [found.digest.toString('hex')])
}
