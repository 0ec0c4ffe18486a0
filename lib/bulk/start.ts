import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { bulk } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { can } from '@/lib/auth/permissions'
import { conflict, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { isGoing } from '@/lib/jobs/job-state'
import { policyInForce } from '@/lib/policies/queries'
import { refuseForeignTerritories } from '@/lib/review/territories'
import { refuseRecused } from '@/lib/review/voters'
import type { BulkInput } from './input'
import { dropWaiting, slugOf } from './prepare'
import { assessSample, evidenceOf } from './sample'
import { refuseLate } from './undo'

export type BulkRow = typeof bulk.$inferSelect
export type BulkRef = { dataset: string; bulkId: string }

/** Lets a job carry out what was prepared, in the name of whoever starts it. Refuses a band whose sample does not allow it. */
export async function startBulk(tx: Tx, actor: Member, input: BulkInput): Promise<BulkRef> {
  const found = await lockForLead(tx, actor, input)
  await refuseRecused(tx, actor, found.datasetId)
  if (found.state !== 'draft') throw conflict(say('bulk.errors.started'))
  if (found.kind === 'undo') await refuseLate(tx, found)
  else {
    const policy = await policyInForce(tx, found.datasetId)
    if (policy.id !== found.policyVersionId)
      throw conflict(say('bulk.errors.policyAgain', { version: String(policy.number) }))
    await refuseForeignTerritories(tx, found.datasetId, found.territories ?? [])
  }
  await tx
    .update(bulk)
    .set({
      state: 'running',
      startedBy: actor.id,
      startedAt: sql`now()`,
      evidence: await demandEvidence(tx, found),
    })
    .where(here(found))
  await enqueueBulk(tx, { datasetId: found.datasetId, bulkId: found.id })
  return refOf(tx, found)
}

/** One bulk decision of a dataset at a time: two would only wait for each other's cases. */
export const enqueueBulk = (tx: Tx, at: BulkInput): Promise<void> =>
  enqueue(tx, 'bulk.run', at, { queue: `bulk/${at.datasetId}`, key: keyOf(at.bulkId) })

const keyOf = (bulkId: string): string => `bulk.run/${bulkId}`

/** Whether one that is under way goes on no more: its job failed for good. */
export const isStuck = async (on: Db | Tx, { id, state }: Pick<BulkRow, 'id' | 'state'>): Promise<boolean> =>
  state === 'running' && !(await isGoing(on, keyOf(id)))

/** Lets one go on whose job failed for good, behind the last case that has its result. */
export async function goOnWithBulk(tx: Tx, actor: Member, input: BulkInput): Promise<BulkRef> {
  const found = await lockForLead(tx, actor, input)
  if (!(await isStuck(tx, found))) throw conflict(say('bulk.errors.notStuck'))
  await enqueueBulk(tx, input)
  return refOf(tx, found)
}

/** Ends it after the cases that are decided by now; those stay decided. */
export async function cancelBulk(tx: Tx, actor: Member, input: BulkInput): Promise<BulkRef> {
  const found = await lockForLead(tx, actor, input)
  if (found.state !== 'running') throw conflict(say('bulk.errors.notRunning'))
  await tx
    .update(bulk)
    .set({ state: 'cancelled', endedAt: sql`now()` })
    .where(here(found))
  return refOf(tx, found)
}

/** Gives up what was prepared and not started. */
export async function discardBulk(tx: Tx, actor: Member, input: BulkInput): Promise<BulkRef> {
  const found = await lockForLead(tx, actor, input)
  if (found.state !== 'draft') throw conflict(say('bulk.errors.started'))
  await tx.update(bulk).set({ state: 'discarded' }).where(here(found))
  await dropWaiting(tx, found)
  return refOf(tx, found)
}

const here = ({ datasetId, id }: { datasetId: string; id: string }) =>
  and(eq(bulk.datasetId, datasetId), eq(bulk.id, id))

/** The job holds the same lock while it decides some cases: whoever comes meanwhile waits for those. */
export async function lockForLead(tx: Tx, actor: Member, { datasetId, bulkId }: BulkInput): Promise<BulkRow> {
  authorize(actor, 'case.bulk', {
    datasetId,
    visible: can(actor, 'case.view', datasetId),
    what: 'bulk',
  })
  const [found] = await tx
    .select()
    .from(bulk)
    .where(here({ datasetId, id: bulkId }))
    .for('update')
  if (!found) throw notFound('bulk')
  return found
}

async function demandEvidence(tx: Tx, found: BulkRow) {
  const { threshold, action } = found
  if (threshold === null || action === null) return null
  const assessed = await assessSample(tx, { ...found, threshold, action })
  const evidence = evidenceOf(assessed, threshold)
  if (!evidence) throw conflict(assessed.denied ?? say('bulk.errors.sample'))
  return evidence
}

const refOf = async (tx: Tx, { datasetId, id }: BulkRow): Promise<BulkRef> => ({
  dataset: await slugOf(tx, datasetId),
  bulkId: id,
})
