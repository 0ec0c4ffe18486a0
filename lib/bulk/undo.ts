import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { bulk } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { can } from '@/lib/auth/permissions'
import { conflict, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { refuseRecused } from '@/lib/review/voters'
import { freezeDecided } from './freeze'
import type { BulkInput } from './input'
import { UNDO_HOURS } from './labels'
import { forgetOldDrafts, type Prepared, settleTotal, slugOf } from './prepare'

/**
 * Prepares taking back what a bulk decision decided, as far as it still stands: each case then has the outcome it had before, by a
 * decision of its own, and is open again. What others decided since, and what a release was made with, stays.
 */
export async function prepareUndo(
  tx: Tx,
  actor: Member,
  { datasetId, bulkId }: BulkInput,
): Promise<Prepared> {
  authorize(actor, 'case.bulk', {
    datasetId,
    visible: can(actor, 'case.view', datasetId),
    what: 'bulk',
  })
  await refuseRecused(tx, actor, datasetId)
  await forgetOldDrafts(tx, datasetId)
  await refuseLate(tx, { datasetId, undoes: bulkId })
  const [row] = await tx
    .insert(bulk)
    .values({
      datasetId,
      kind: 'undo',
      selection: { kind: 'decided' },
      undoes: bulkId,
      total: 0,
      preparedBy: actor.id,
    })
    .returning({ id: bulk.id })
  if (!row) throw new Error('a bulk decision was written and has no id')
  await freezeDecided(tx, { datasetId, id: row.id }, bulkId)
  const total = await settleTotal(tx, { datasetId, id: row.id })
  if (total === 0) throw conflict(say('bulk.errors.nothingToUndo'))
  return { dataset: await slugOf(tx, datasetId), datasetId, bulkId: row.id }
}

/** Refuses once the time to take it back is over. */
export async function refuseLate(
  tx: Tx,
  { datasetId, undoes }: { datasetId: string; undoes: string | null },
): Promise<void> {
  const [of] = await tx
    .select({
      kind: bulk.kind,
      ended: sql<boolean>`${bulk.endedAt} is not null`,
      late: sql<boolean>`${bulk.endedAt} < now() - make_interval(hours => ${UNDO_HOURS})`,
    })
    .from(bulk)
    .where(and(eq(bulk.datasetId, datasetId), eq(bulk.id, undoes ?? '')))
  if (!of || of.kind !== 'decide') throw notFound('bulk')
  if (!of.ended) throw conflict(say('bulk.errors.running'))
  if (of.late) throw conflict(say('bulk.errors.late', { hours: String(UNDO_HOURS) }))
}
