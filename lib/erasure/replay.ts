import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { db, transact, type Tx } from '@/db/client'
import { erasure } from '@/db/schema'
import { itemSubject, requestSubject } from '@/lib/crypto/subject'
import { destroyKey, keyIdOf } from '@/lib/crypto/subject-keys'
import { removePersonalData } from '@/lib/takedowns/erase'
import { removeContent } from './begin'
import { finishErasures } from './finish'

type Row = typeof erasure.$inferSelect

/**
 * Does again what was erased after a restored backup was made: before anything is served, and whoever opens the database first.
 * The log has the entries of these erasures already, or will get them back. Answers how many there were.
 */
export async function finishReplays(onProgress?: (step: string) => void): Promise<number> {
  const waiting = await db().select().from(erasure).where(eq(erasure.state, 'replay'))
  for (const row of waiting) await transact((tx) => removeAgain(tx, row))
  for (const datasetId of new Set(waiting.map((row) => row.datasetId)))
    await finishErasures(datasetId, { onProgress })
  return waiting.length
}

async function removeAgain(tx: Tx, row: Row): Promise<void> {
  const [still] = await tx
    .select({ id: erasure.id })
    .from(erasure)
    .where(and(eq(erasure.id, row.id), eq(erasure.state, 'replay')))
    .for('update')
  if (!still) return
  const { datasetId, digest, requestId } = row
  const subject = digest ? itemSubject(datasetId, digest) : requestSubject(requestId ?? '')
  const removed = digest
    ? await removeContent(tx, datasetId, digest)
    : await removePersonalData(tx, requestId ?? '')
  const openings = await removeOpenings(tx, subject)
  await destroyKey(tx, subject)
  if (digest) await leaveOutOfStaged(tx, row, digest)
  await tx
    .update(erasure)
    .set({ counts: { ...row.counts, ...removed, openings } })
    .where(eq(erasure.id, row.id))
}

/** Today's key store has no such key; one that was kept from before may. */
async function removeOpenings(tx: Tx, subject: Parameters<typeof keyIdOf>[1]): Promise<number> {
  const keyId = await keyIdOf(tx, subject)
  if (keyId === null) return 0
  return (await tx.execute(sql`delete from log_opening where key_id = ${keyId} returning 1`)).length
}

/** A release that the backup was making was frozen before the erasure. */
async function leaveOutOfStaged(tx: Tx, { id, datasetId, entryId }: Row, digest: Buffer): Promise<void> {
  if (entryId === null) return
  await tx.execute(sql`
    insert into release_effect (dataset_id, release_id, digest, action, spans, reasons)
    select dataset_id, r.id, ${digest}, 'remove'::decision_action, '[]'::jsonb,
      jsonb_build_array(jsonb_build_object(
        'category', 'pii', 'reasonCode', 'erased', 'decisionId', ${id}::text, 'entryId', ${entryId}::text))
    from release r where r.dataset_id = ${datasetId} and r.state = 'staged'
      and not exists (select from release_effect e where e.dataset_id = r.dataset_id and e.release_id = r.id
        and e.reasons -> 0 ->> 'decisionId' = ${id}::text)`)
}
