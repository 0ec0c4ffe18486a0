import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { firstQueue, holdRules } from './route'

/**
 * When the first of the requests about case `c` is due, but one of them where it is named. One whose clocks stand, or that was answered,
 * presses no more, though it is held or countered since.
 */
const dueByRequests = (but?: string): SQL => sql`(
  select min(r.due_at) from takedown_match m join takedown_request r on r.id = m.request_id
  where m.dataset_id = c.dataset_id and m.case_id = c.id and r.near_at is not null
    and ${but === undefined ? sql`true` : sql`m.request_id <> ${but}`})`

/** When case `c` is due: as its queue says from when it was opened, or with the requests about it, if that is earlier. */
export const caseDue = (but?: string): SQL => sql`least(
  (select c.opened_at + make_interval(hours => q.due_hours) from review_queue q where q.dataset_id = c.dataset_id and q.id = c.queue_id),
  ${dueByRequests(but)})`

/**
 * Opens decided cases again, for a new round under the rules of the queue they fit now. Whoever flagged the item, or ever contested what was
 * decided on it, stays out of this round as well; in one that answers an appeal so does everybody who made a decision on the case. Each gets a new due time: its queue's from
 * now on, or `dueAt` or that of a request about it which still waits, where one of those is earlier. The caller holds the locks.
 */
export async function beginRound(
  tx: Tx,
  datasetId: string,
  caseIds: readonly string[],
  { appealed = false, dueAt = null }: { appealed?: boolean; dueAt?: Date | null } = {},
): Promise<void> {
  if (caseIds.length === 0) return
  await holdRules(tx, datasetId)
  const ids = sql.param([...caseIds])
  await tx.execute(sql`
    update review_case c set
      status = 'open', round = c.round + 1, stage = 'review', appealed = ${appealed}, taken = 0, opened_at = now(), decided_at = null,
      queue_id = q.id,
      quorum = coalesce(q.quorum, c.quorum), slots = coalesce(q.slots, c.quorum),
      lead_needed = coalesce(q.lead_needed, false), reserved = coalesce(q.lead_needed, false)::integer,
      blind = coalesce(q.blind, true), actions = q.actions,
      due_at = least(now() + make_interval(hours => q.due_hours), ${dueAt?.toISOString() ?? null}::timestamptz, ${dueByRequests()})
    from (
      select c.dataset_id as of_dataset, c.id as case_id, q.*
      from review_case c left join lateral (${firstQueue}) q on true
      where c.dataset_id = ${datasetId} and c.id = any (${ids}::uuid[])
    ) q
    where c.dataset_id = q.of_dataset and c.id = q.case_id`)
  await tx.execute(sql`
    insert into case_seat (dataset_id, case_id, round, person_id, kind)
    select c.dataset_id, c.id, c.round, p.person_id, 'flagged'
    from review_case c
    cross join lateral (
      select s.person_id from case_seat s
      where s.dataset_id = c.dataset_id and s.case_id = c.id and s.round = c.round - 1 and s.kind = 'flagged'
      union
      -- Also who was barred in the round before, having made the decision themselves, or gave up their seat in it.
      select substring(a.actor from 8)::uuid from decision d
      join appeal a on a.dataset_id = d.dataset_id and a.decision_id = d.id and a.actor like 'member:%'
      where d.dataset_id = c.dataset_id and d.case_id = c.id
      union
      -- The same of whoever reported it.
      select substring(f.detector from 8)::uuid from flag f
      where f.dataset_id = c.dataset_id and f.digest = c.digest and f.category = c.category
        and f.source = 'report' and f.detector like 'member:%'
    ) p
    where c.dataset_id = ${datasetId} and c.id = any (${ids}::uuid[])`)
  if (appealed) await barDeciders(tx, datasetId, caseIds)
  await announceCases(tx, datasetId, caseIds)
}

/** Everybody whose vote made a decision on these cases, or who made one directly, in any round. */
async function barDeciders(tx: Tx, datasetId: string, caseIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    insert into case_seat (dataset_id, case_id, round, person_id, kind)
    select c.dataset_id, c.id, c.round, p.person_id, 'barred'
    from review_case c
    join (
      select d.dataset_id, d.case_id, d.decider_id as person_id from decision d where d.decider_id is not null
      union
      select d.dataset_id, d.case_id, v.reviewer_id
      from decision d
      join review v on v.dataset_id = d.dataset_id and v.case_id = d.case_id and d.review_ids ? v.id::text
    ) p on p.dataset_id = c.dataset_id and p.case_id = c.id
    where c.dataset_id = ${datasetId} and c.id = any (${sql.param([...caseIds])}::uuid[])
    on conflict (dataset_id, case_id, round, person_id) do update set kind = 'barred'`)
}

/** Says that these cases became available, so that reviewers who are further down a queue look at its top again. */
export const announceCases = (tx: Tx, datasetId: string, ids: readonly string[]): Promise<void> =>
  announce(tx, datasetId, sql`id = any (${sql.param([...ids])}::uuid[])`)

/** The same of every open case of these items. */
export const announceItems = (tx: Tx, datasetId: string, digests: readonly string[]): Promise<void> =>
  announce(
    tx,
    datasetId,
    sql`digest in (select decode(asked, 'hex') from unnest(${sql.param([...digests])}::text[]) as asked)`,
  )

async function announce(tx: Tx, datasetId: string, which: SQL): Promise<void> {
  await tx.execute(sql`
    insert into queue_arrival (dataset_id, queue_id, priority, case_id)
    select distinct on (queue_id) dataset_id, queue_id, priority, id from review_case
    where dataset_id = ${datasetId} and status = 'open' and queue_id is not null and ${which}
    order by queue_id, priority desc, id desc`)
}

/**
 * Forgets what was announced more than an hour ago, as every position is by then. In a transaction that holds no case: whoever
 * sweeps at the same time is waited for.
 */
export async function sweepArrivals(tx: Tx, datasetId: string): Promise<void> {
  await tx.execute(sql`
    delete from queue_arrival where dataset_id = ${datasetId} and at < now() - interval '1 hour'`)
}
