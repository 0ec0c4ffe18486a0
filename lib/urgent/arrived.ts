import 'server-only'
import { and, eq, notInArray, sql } from 'drizzle-orm'
import { type Db, db, transact, type Tx } from '@/db/client'
import { category, takedownRequest, takedownTarget } from '@/db/schema'
import { byteaArray } from '@/lib/datasets/arrays'
import { enqueue } from '@/lib/jobs/enqueue'
import { indexHits, type KeyTarget } from '@/lib/takedowns/index-hits'
import { keysOf } from '@/lib/takedowns/keys-of'
import { lockRequest } from '@/lib/takedowns/request-row'
import { latestRevision } from '@/lib/takedowns/revision-rows'
import { targetsOf } from '@/lib/takedowns/results'
import { may } from '@/lib/takedowns/status'
import { reportIn, restrictedRequest, takeTurnElsewhere } from './elsewhere'
import { hideFound } from './hide-now'

type Where = { datasetId: string; revisionId: string }

/** `decided`: an officer has taken it out where it was reported, so it is nothing that nobody has looked at. */
type Restricted = { requestId: string; digest: string; decided: boolean }

/** Items of one target that are hidden when they arrive. An id can stand in many rows; no report is about more. */
const MOST_OF_TARGET = 200

/** What reports have out of sight in other datasets, in hex: a row that is one of these is hidden in the transaction that reads it in. */
export async function restrictedElsewhere(on: Db | Tx, datasetId: string): Promise<ReadonlySet<string>> {
  return new Set((await reportedElsewhere(on, datasetId)).map(({ digest }) => digest))
}

/**
 * Hides items that an import has just made rows of, because the same is out of sight in another dataset: nobody has had them on a screen
 * yet. A report of its own here, with a clock that runs from now.
 */
export async function hideArrived(
  tx: Tx,
  { datasetId, revisionId }: Where,
  digests: readonly Buffer[],
): Promise<void> {
  if (digests.length > 0)
    await reportEach(tx, { datasetId, revisionId }, await reportedElsewhere(tx, datasetId, digests))
}

/**
 * Looks in a revision that is complete for what is restricted elsewhere by now, and for what reports named that was not in the dataset
 * before. What stood in a row then is not what stands there now, so a bare row is not looked for again. Runs again without harm.
 */
export async function hideInRevision({ datasetId, revisionId }: Where): Promise<void> {
  const revision = await latestRevision(db(), datasetId, revisionId)
  if (!revision) return
  const reported = await reportedElsewhere(db(), datasetId)
  const named = await unfoundTargets(db(), datasetId)
  const digests = [...new Set(reported.map(({ digest }) => digest))].map((value): KeyTarget => ({
    id: value,
    target: { kind: 'digest', value },
  }))
  const keys = [...digests, ...named.flatMap(({ keys }) => keys)]
  if (keys.length === 0) return
  const found = new Map<string, Set<string>>()
  for await (const { place, targetIds } of indexHits(db(), revision, keys))
    for (const id of targetIds) {
      const of = found.get(id) ?? new Set()
      if (of.size < MOST_OF_TARGET) found.set(id, of.add(place.digest.toString('hex')))
    }
  if (found.size === 0) return
  await transact(async (tx) => {
    await takeTurnElsewhere(tx)
    const here = reported.filter(({ digest }) => found.has(digest))
    await reportEach(tx, { datasetId, revisionId }, here)
  })
  // Each in a turn of its own: whoever works on another of these requests waits for nothing that this one has locked.
  for (const target of named) await lookAgain({ datasetId, revisionId }, target, found)
}

/** Restricted items of other datasets that wait for an officer or were taken out by one, those that were taken out first. */
async function reportedElsewhere(
  on: Db | Tx,
  datasetId: string,
  digests?: readonly Buffer[],
): Promise<Restricted[]> {
  const rows = await on.execute<Restricted>(sql`
    select distinct on (m.digest, q.category) q.id as "requestId", encode(m.digest, 'hex') as digest, c.status = 'decided' as decided
    from takedown_request q
    join category k on k.id = q.category and k.restricted = 1
    join takedown_match m on m.request_id = q.id ${digests ? sql`and m.digest = any(${byteaArray(digests)})` : sql``}
    join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
    left join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
    where q.dataset_id <> ${datasetId} and (c.status = 'open' or d.action <> 'keep')
    order by m.digest, q.category, c.status = 'decided' desc, q.submitted_at`)
  return [...rows]
}

async function reportEach(
  tx: Tx,
  { datasetId, revisionId }: Where,
  reported: readonly Restricted[],
): Promise<void> {
  for (const requestId of new Set(reported.map((one) => one.requestId))) {
    const of = await restrictedRequest(tx, requestId)
    if (!of) continue
    for (const decided of [true, false]) {
      const found = reported
        .filter((one) => one.requestId === requestId && one.decided === decided)
        .map(({ digest }) => ({ datasetId, digest }))
      // What an officer has taken out already does not count among what nobody has looked at.
      const network = decided ? null : of.network
      await reportIn(tx, { ...of, network, submittedAt: new Date() }, found, revisionId)
    }
  }
}

type Unfound = { requestId: string; targetId: string; keys: KeyTarget[] }

/** Nobody stands by what such a request named. */
const GIVEN_UP = ['withdrawn', 'rejected'] as const

/** What reports about this dataset named that was not in it. */
async function unfoundTargets(on: Db, datasetId: string): Promise<Unfound[]> {
  const rows = await on
    .select({ requestId: takedownRequest.id, targetId: takedownTarget.id })
    .from(takedownRequest)
    .innerJoin(category, and(eq(category.id, takedownRequest.category), eq(category.restricted, 1)))
    .innerJoin(takedownTarget, eq(takedownTarget.requestId, takedownRequest.id))
    .where(
      and(
        eq(takedownRequest.datasetId, datasetId),
        notInArray(takedownRequest.status, [...GIVEN_UP]),
        eq(takedownTarget.state, 'not_found'),
      ),
    )
  const ids = new Set(rows.map(({ targetId }) => targetId))
  const keys = new Map<string, KeyTarget[]>()
  for (const requestId of new Set(rows.map((row) => row.requestId))) {
    const asked = (await targetsOf(on, requestId)).filter(
      ({ id, target }) => ids.has(id) && target.kind !== 'row',
    )
    for (const key of await keysOf(on, datasetId, asked)) keys.set(key.id, [...(keys.get(key.id) ?? []), key])
  }
  return rows.map((row) => ({ ...row, keys: keys.get(row.targetId) ?? [] }))
}

/**
 * A report that somebody works on finds it by itself, and has it out of sight at once. What one named that was answered, or that waits
 * for somebody else, is reported anew: no officer looks at what waits, and it may never go on.
 */
async function lookAgain(
  { datasetId, revisionId }: Where,
  { requestId, targetId }: Unfound,
  found: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
  const digests = found.get(targetId)
  if (!digests) return
  await transact(async (tx) => {
    await takeTurnElsewhere(tx)
    const request = await lockRequest(tx, requestId)
    if (GIVEN_UP.some((status) => status === request.status)) return
    if (!may(request.status, 'match') && !may(request.status, 'act')) {
      const of = await restrictedRequest(tx, requestId)
      const here = [...digests].map((digest) => ({ datasetId, digest }))
      if (of) await reportIn(tx, { ...of, submittedAt: new Date() }, here, revisionId)
      return
    }
    const again = await tx
      .update(takedownTarget)
      .set({ state: 'pending' })
      .where(and(eq(takedownTarget.id, targetId), eq(takedownTarget.state, 'not_found')))
      .returning({ id: takedownTarget.id })
    if (again.length === 0) return
    await hideFound(tx, request, revisionId, { targetId, digests })
    await enqueue(tx, 'takedown.match', { requestId }, { first: true })
  })
}
