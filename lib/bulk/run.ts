import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { transact, type Tx } from '@/db/client'
import { bulk, decisionBatch } from '@/db/schema'
import { loadMember } from '@/lib/auth/load-actor'
import { policyInForce } from '@/lib/policies/queries'
import { failpoint } from '@/lib/runtime/failpoint'
import { decideChunk } from './chunk'
import type { BulkInput } from './input'
import { type BulkRow, enqueueBulk } from './start'
import { whyStopped } from './why-stopped'

/** Then the rest is a job of its own: held votes and mails wait behind it no longer than this. */
const SECONDS = 15

/**
 * Goes on with a bulk decision until it ends, is cancelled, or has taken its turn. Each chunk of cases is one transaction with its
 * results: killed at any point, the next run begins behind the last case that has one.
 */
export async function continueBulk(at: BulkInput, signal?: AbortSignal): Promise<void> {
  const until = Date.now() + SECONDS * 1000
  for (;;) {
    const state = await transact((tx) => step(tx, at))
    failpoint('bulk.after-chunk')
    if (state === 'ended') return
    if (Date.now() > until || signal?.aborted) break
  }
  await transact((tx) => enqueueBulk(tx, at))
}

async function step(tx: Tx, { datasetId, bulkId }: BulkInput): Promise<'ended' | 'more'> {
  const [found] = await tx
    .select()
    .from(bulk)
    .where(and(eq(bulk.datasetId, datasetId), eq(bulk.id, bulkId)))
    .for('update')
  if (!found || found.state !== 'running' || found.startedBy === null) return 'ended'
  const actor = await loadMember(tx, found.startedBy)
  const policy = await policyInForce(tx, datasetId)
  const denied = await whyStopped(tx, actor, policy, found, 'case.bulk')
  if (!actor || denied) return end(tx, found, 'stopped', denied)
  const results = await decideChunk(tx, actor, found, policy)
  failpoint('bulk.before-commit')
  if (results === null) return end(tx, found, 'done', null)
  await tx.execute(sql`
    update bulk set decided = decided + ${results.decided}, skipped = skipped + ${results.skipped}
    where dataset_id = ${datasetId} and id = ${bulkId}`)
  return 'more'
}

async function end(
  tx: Tx,
  found: BulkRow,
  state: 'done' | 'stopped',
  stopped: string | null,
): Promise<'ended'> {
  const { datasetId, id, action, reasonCode, decided, skipped } = found
  await tx
    .update(bulk)
    .set({ state, stopped, endedAt: sql`now()` })
    .where(and(eq(bulk.datasetId, datasetId), eq(bulk.id, id)))
  // As of the small ones, which are decided while somebody waits.
  if (action && reasonCode && decided > 0) {
    const actor = `member:${found.startedBy}`
    await tx
      .insert(decisionBatch)
      .values({ datasetId, id, actor, action, reasonCode, decided, skipped })
      .onConflictDoNothing()
  }
  return 'ended'
}
