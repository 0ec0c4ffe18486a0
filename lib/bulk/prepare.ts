import 'server-only'
import { and, eq, lt, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { bulk, dataset } from '@/db/schema'
import type { BulkSelection } from '@/db/schema/bulk'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { can } from '@/lib/auth/permissions'
import { conflict, invalid, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { policyInForce } from '@/lib/policies/queries'
import { refuseForeignTerritories } from '@/lib/review/territories'
import { refuseRecused } from '@/lib/review/voters'
import { verbInText } from '@/lib/review/words'
import { type Chosen, choose, countChosen, drawSample, freezeCases } from './freeze'
import type { PrepareInput } from './input'
import { MOST_CASES } from './labels'
import { bandSettingsOf } from './settings'

export type Prepared = { dataset: string; datasetId: string; bulkId: string }

/** What nobody started by then is not started any more: its cases are no longer what they were. */
const DRAFT_DAYS = 14

/**
 * Prepares one decision on many cases: holds them as they are now, for a look at what would happen. Decides nothing. Of a band of
 * scores it draws the sample that has to be decided one by one before the rest can be.
 */
export async function prepareBulk(tx: Tx, actor: Member, input: PrepareInput): Promise<Prepared> {
  const { datasetId } = input
  authorize(actor, 'case.bulk', {
    datasetId,
    visible: can(actor, 'case.view', datasetId),
    what: 'dataset',
  })
  await refuseRecused(tx, actor, datasetId)
  await checkGround(tx, input)
  await refuseForeignTerritories(tx, datasetId, input.territories ?? [])
  await forgetOldDrafts(tx, datasetId)
  const selection = selectionOf(input)
  const { bandSample, bandAgreement } = await bandSettingsOf(datasetId, tx)
  const id = await insertBulk(tx, actor, {
    ...input,
    selection,
    threshold: selection.kind === 'band' ? bandAgreement : null,
  })
  const chosen = await choose(tx, actor, selection, input.caseIds)
  await freezeCases(tx, { datasetId, id }, chosen)
  const total = await settleTotal(tx, { datasetId, id })
  if (total === 0) throw invalid(say('bulk.errors.none'))
  if (total === MOST_CASES) await noteBeyond(tx, { datasetId, id }, chosen)
  if (selection.kind === 'band') await drawSample(tx, { datasetId, id }, bandSample)
  return { dataset: await slugOf(tx, datasetId), datasetId, bulkId: id }
}

async function checkGround(tx: Tx, input: PrepareInput): Promise<void> {
  const policy = await policyInForce(tx, input.datasetId)
  if (policy.id !== input.policyVersionId)
    throw conflict(say('bulk.errors.policy', { version: String(policy.number) }))
  const reason = policy.reasons.find(({ code }) => code === input.reasonCode)
  const problem = !reason
    ? say('bulk.errors.reason')
    : reason.actions.includes(input.action)
      ? null
      : say('bulk.errors.reasonAction', {
          code: reason.code,
          action: verbInText(input.action),
          allowed: reason.actions.map(verbInText).join(', '),
        })
  if (problem) throw invalid(say('bulk.errors.otherReason'), { reasonCode: [problem] })
}

function selectionOf({ caseIds, queue, detector, category, low, high }: PrepareInput): BulkSelection {
  if (detector !== undefined) {
    if (category === undefined || low === undefined || high === undefined)
      throw invalid(say('bulk.errors.band'))
    return { kind: 'band', detector, category, low, high }
  }
  if (caseIds.length > 0) return { kind: 'cases' }
  if (queue === undefined) throw invalid(say('bulk.errors.tick'))
  return { kind: 'filter', queue }
}

async function insertBulk(
  tx: Tx,
  actor: Member,
  given: PrepareInput & { selection: BulkSelection; threshold: number | null },
): Promise<string> {
  const { datasetId, selection, action, reasonCode, policyVersionId, label, territories, threshold } = given
  const [row] = await tx
    .insert(bulk)
    .values({
      datasetId,
      kind: 'decide',
      selection,
      action,
      reasonCode,
      policyVersionId,
      label: action === 'label' ? label : null,
      territories: territories?.length ? [...territories].sort() : null,
      threshold,
      total: 0,
      preparedBy: actor.id,
    })
    .returning({ id: bulk.id })
  if (!row) throw new Error('a bulk decision was written and has no id')
  return row.id
}

/** Says how many cases it holds. */
export async function settleTotal(
  tx: Tx,
  { datasetId, id }: { datasetId: string; id: string },
): Promise<number> {
  const [row] = await tx.execute<{ total: number }>(sql`
    update bulk b set total = (select count(*) from bulk_item i where i.dataset_id = b.dataset_id and i.bulk_id = b.id)
    where dataset_id = ${datasetId} and id = ${id} returning total`)
  return row?.total ?? 0
}

async function noteBeyond(
  tx: Tx,
  { datasetId, id }: { datasetId: string; id: string },
  chosen: Chosen,
): Promise<void> {
  const beyond = Math.max(0, (await countChosen(tx, datasetId, chosen)) - MOST_CASES)
  await tx
    .update(bulk)
    .set({ beyond })
    .where(and(eq(bulk.datasetId, datasetId), eq(bulk.id, id)))
}

/** A band that nobody went on with stays on record with its sample: who draws until a sample pleases is seen. */
export async function forgetOldDrafts(tx: Tx, datasetId: string): Promise<void> {
  const old = await tx
    .update(bulk)
    .set({ state: 'discarded' })
    .where(
      and(
        eq(bulk.datasetId, datasetId),
        eq(bulk.state, 'draft'),
        lt(bulk.createdAt, sql`now() - make_interval(days => ${DRAFT_DAYS})`),
      ),
    )
    .returning({ id: bulk.id })
  for (const { id } of old) await dropWaiting(tx, { datasetId, id })
}

export async function dropWaiting(
  tx: Tx,
  { datasetId, id }: { datasetId: string; id: string },
): Promise<void> {
  await tx.execute(
    sql`delete from bulk_item where dataset_id = ${datasetId} and bulk_id = ${id} and state = 'waiting'`,
  )
}

export async function slugOf(tx: Tx, datasetId: string): Promise<string> {
  const [row] = await tx.select({ slug: dataset.slug }).from(dataset).where(eq(dataset.id, datasetId))
  if (!row) throw notFound('dataset')
  return row.slug
}
