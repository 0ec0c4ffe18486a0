import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { dataset, revisionFile, takedownBulk } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { UNDO_HOURS } from '@/lib/bulk/labels'
import { newestRevision } from '@/lib/datasets/newest-revision'
import { conflict, forbidden, invalid, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { isGoing } from '@/lib/jobs/job-state'
import { policyInForce } from '@/lib/policies/queries'
import { groundOf } from '@/lib/review/ground'
import { refuseRecused } from '@/lib/review/voters'
import { categoryOf } from '@/lib/takedowns/kinds'
import type { BulkKind, PrepareRequestsInput, RequestBulkInput } from './input'
import { MOST_REQUESTS } from './labels'
import { needsSomebodyElse } from './together'

export type RequestBulkRow = typeof takedownBulk.$inferSelect
export type RequestBulkRef = { dataset: string; bulkId: string }

/** The category in which the cases of requests of this kind open; of some it depends on what they say. */
export const categoryOfKind = (kind: BulkKind): string => categoryOf(kind, {})

/**
 * Prepares one decision on many requests: holds those that wait for one, as they are now, for a look at what would happen. Decides
 * nothing. Beyond the dataset's limits somebody else has to agree before it starts.
 */
export async function prepareRequests(
  tx: Tx,
  actor: Member,
  input: PrepareRequestsInput,
): Promise<RequestBulkRef> {
  const { datasetId, kind, exact, proven, action, reasonCode } = input
  authorize(actor, 'takedown.handle', { datasetId, visible: false, what: 'dataset' })
  await refuseRecused(tx, actor, datasetId)
  const policy = await policyInForce(tx, datasetId)
  groundOf(policy, { category: categoryOfKind(kind) }, input)
  const id = await insertBulk(tx, {
    ...{ datasetId, kind: 'decide' as const, selection: { kind, exact, proven }, action, reasonCode },
    ...{ policyVersionId: policy.id, preparedBy: actor.id },
  })
  await tx.execute(sql`
    insert into takedown_bulk_item (dataset_id, bulk_id, n, request_id, state)
    select ${datasetId}, ${id}, row_number() over (order by q.submitted_at, q.id), q.id, 'waiting' from (
      select q.id, q.submitted_at from takedown_request q
      join category k on k.id = q.category and k.restricted = 0
      left join takedown_reach r on r.request_id = q.id
      where q.dataset_id = ${datasetId} and q.kind = ${kind}::text::takedown_kind and q.status::text in ('under_review', 'duplicate')
        and coalesce(q.asked_right, '') not in ('access', 'rectification')
        and q.confirmed_at is not null and coalesce(r.state, 'open') <> 'waiting'
        and (${!exact} or (
          not exists (select from takedown_candidate c where c.request_id = q.id and c.tier = 'fuzzy' and c.state <> 'dropped')
          and not exists (select from takedown_target t where t.request_id = q.id and t.state <> 'matched')))
        and (${!proven} or exists (select from takedown_event e where e.request_id = q.id and e.type = 'identity_proven'))
      order by q.submitted_at, q.id limit ${MOST_REQUESTS}) q`)
  if ((await settleTotals(tx, { datasetId, bulkId: id })) === 0) throw invalid(say('requestBulk.errors.none'))
  return { dataset: await slugOf(tx, datasetId), bulkId: id }
}

/** Prepares taking back what a bulk decision decided, as far as it still stands. */
export async function prepareRequestsUndo(
  tx: Tx,
  actor: Member,
  at: RequestBulkInput,
): Promise<RequestBulkRef> {
  const of = await lockForLead(tx, actor, at)
  const { datasetId } = at
  await refuseRecused(tx, actor, datasetId)
  if (of.kind !== 'decide' || of.endedAt === null) throw conflict(say('requestBulk.errors.running'))
  if (of.endedAt.getTime() < Date.now() - UNDO_HOURS * 3_600_000)
    throw conflict(say('requestBulk.errors.late', { hours: UNDO_HOURS }))
  const id = await insertBulk(tx, {
    ...{ datasetId, kind: 'undo' as const, selection: of.selection, undoes: of.id, preparedBy: actor.id },
  })
  await tx.execute(sql`
    insert into takedown_bulk_item (dataset_id, bulk_id, n, request_id, state)
    select dataset_id, ${id}, row_number() over (order by n), request_id, 'waiting' from takedown_bulk_item
    where dataset_id = ${datasetId} and bulk_id = ${of.id} and state = 'decided'`)
  if ((await settleTotals(tx, { datasetId, bulkId: id })) === 0)
    throw conflict(say('requestBulk.errors.nothingToUndo'))
  return { dataset: await slugOf(tx, datasetId), bulkId: id }
}

/** Somebody else's word that as much is meant: not of whoever prepared it, which the database refuses too. */
export async function agreeToRequests(tx: Tx, actor: Member, at: RequestBulkInput): Promise<RequestBulkRef> {
  authorize(actor, 'takedown.view', { datasetId: at.datasetId, visible: false, what: 'bulk' })
  const found = await lock(tx, at)
  const needed = found.needsSecond || (await needsSomebodyElse(tx, found))
  if (found.state !== 'draft' || !needed || found.secondBy !== null)
    throw conflict(say('requestBulk.errors.notWaiting'))
  if (found.preparedBy === actor.id) throw forbidden(say('requestBulk.errors.samePerson'))
  await tx
    .update(takedownBulk)
    .set({ needsSecond: true, secondBy: actor.id, secondAt: new Date() })
    .where(here(at))
  return { dataset: await slugOf(tx, at.datasetId), bulkId: at.bulkId }
}

/** Lets a job carry it out, in the name of whoever starts it. */
export async function startRequests(tx: Tx, actor: Member, at: RequestBulkInput): Promise<RequestBulkRef> {
  // Two that are small alone are not started at once as if the other were not there.
  await takeTurns(tx, `takedown-bulk/${at.datasetId}`)
  const found = await lockForLead(tx, actor, at)
  await refuseRecused(tx, actor, at.datasetId)
  if (found.state !== 'draft') throw conflict(say('requestBulk.errors.started'))
  if (found.secondBy === null && (found.needsSecond || (await needsSomebodyElse(tx, found))))
    throw conflict(say('requestBulk.errors.second'))
  await tx
    .update(takedownBulk)
    .set({ state: 'running', startedBy: actor.id, startedAt: new Date() })
    .where(here(at))
  await enqueueRequests(tx, at)
  return { dataset: await slugOf(tx, at.datasetId), bulkId: at.bulkId }
}

/** One at a time of a dataset: two would only wait for each other's cases. */
export const enqueueRequests = (tx: Tx, at: RequestBulkInput): Promise<void> =>
  enqueue(tx, 'takedown.bulk', at, { queue: `bulk/${at.datasetId}`, key: keyOf(at.bulkId) })

const keyOf = (bulkId: string): string => `takedown.bulk/${bulkId}`

/** Whether one that is under way goes on no more: its job failed for good. */
export const isStuck = async (
  on: Db | Tx,
  { id, state }: Pick<RequestBulkRow, 'id' | 'state'>,
): Promise<boolean> => state === 'running' && !(await isGoing(on, keyOf(id)))

/** Lets one go on whose job failed for good, behind the last request that has its result. */
export async function goOnWithRequests(tx: Tx, actor: Member, at: RequestBulkInput): Promise<RequestBulkRef> {
  const found = await lockForLead(tx, actor, at)
  if (!(await isStuck(tx, found))) throw conflict(say('bulk.errors.notStuck'))
  await enqueueRequests(tx, at)
  return { dataset: await slugOf(tx, at.datasetId), bulkId: at.bulkId }
}

/** Gives up what was not started, or ends it after the requests that are decided by now. */
export async function stopRequests(tx: Tx, actor: Member, at: RequestBulkInput): Promise<RequestBulkRef> {
  const found = await lockForLead(tx, actor, at)
  if (found.state === 'draft') await tx.update(takedownBulk).set({ state: 'discarded' }).where(here(at))
  else if (found.state === 'running')
    await tx.update(takedownBulk).set({ state: 'cancelled', endedAt: new Date() }).where(here(at))
  else throw conflict(say('requestBulk.errors.notRunning'))
  return { dataset: await slugOf(tx, at.datasetId), bulkId: at.bulkId }
}

const here = ({ datasetId, bulkId }: RequestBulkInput) =>
  and(eq(takedownBulk.datasetId, datasetId), eq(takedownBulk.id, bulkId))

/** The job holds the same lock while it decides some requests: whoever comes meanwhile waits for those. */
export async function lock(tx: Tx, at: RequestBulkInput): Promise<RequestBulkRow> {
  const [found] = await tx.select().from(takedownBulk).where(here(at)).for('update')
  if (!found) throw notFound('bulk')
  return found
}

async function lockForLead(tx: Tx, actor: Member, at: RequestBulkInput): Promise<RequestBulkRow> {
  authorize(actor, 'takedown.handle', { datasetId: at.datasetId, visible: false, what: 'bulk' })
  return lock(tx, at)
}

type NewBulk = Pick<RequestBulkRow, 'datasetId' | 'kind' | 'selection' | 'preparedBy'> &
  Partial<Pick<RequestBulkRow, 'action' | 'reasonCode' | 'policyVersionId' | 'undoes'>>

async function insertBulk(tx: Tx, given: NewBulk): Promise<string> {
  const [row] = await tx
    .insert(takedownBulk)
    .values({ ...given, rows: 0, ofRows: 0, needsSecond: false, total: 0 })
    .returning({ id: takedownBulk.id })
  if (!row) throw new Error('a bulk decision was written and has no id')
  return row.id
}

/** Rows that two of its requests reach are counted for both: rather a second person too often. */
async function settleTotals(tx: Tx, at: RequestBulkInput): Promise<number> {
  const [counted] = await tx.execute<{ total: number; rows: number }>(sql`
    select count(*)::int as total, coalesce(sum(r.rows), 0)::float8 as rows
    from takedown_bulk_item i left join takedown_reach r on r.request_id = i.request_id
    where i.dataset_id = ${at.datasetId} and i.bulk_id = ${at.bulkId}`)
  const { total, rows } = counted ?? { total: 0, rows: 0 }
  const ofRows = await rowsOfNewest(tx, at.datasetId)
  const found = await lock(tx, at)
  const needsSecond = await needsSomebodyElse(tx, { ...found, rows, ofRows })
  await tx.update(takedownBulk).set({ total, rows, ofRows, needsSecond }).where(here(at))
  return total
}

async function rowsOfNewest(tx: Tx, datasetId: string): Promise<number> {
  const newest = await newestRevision(tx, datasetId)
  if (!newest) return 0
  const [row] = await tx
    .select({ n: sql<number>`coalesce(sum(${revisionFile.rowsRead}), 0)::float8` })
    .from(revisionFile)
    .where(and(eq(revisionFile.datasetId, datasetId), eq(revisionFile.revisionId, newest.id)))
  return row?.n ?? 0
}

export async function slugOf(tx: Tx, datasetId: string): Promise<string> {
  const [row] = await tx.select({ slug: dataset.slug }).from(dataset).where(eq(dataset.id, datasetId))
  return row?.slug ?? ''
}
