import 'server-only'
import { sql } from 'drizzle-orm'
import { db, type Db } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { parseQueue } from './filters'
import { type CaseAt, findCases } from './find-cases'
import { branchesOf, sortColumn } from './keyset'
import { ranOutOf } from './ran-out'
import { scopesOf } from './scope'
import { servedTo } from './served-to'

export type NextCase = { dataset: string; caseId: string }

type From = {
  /** The queue the reviewer works through: a query string of the triage page. */
  queue: string
  /** The case they come from; without it the queue begins at its first. */
  after?: { datasetId: string; id: string }
}

/** So many cases are looked at first, and ten times as many each time that none of them is for this reviewer, up to the most at once. */
const FIRST = 20
const TIMES = 10
const MOST = 2_000

/**
 * So many times, some ten thousand cases, before it is given up: what a reviewer voted on, flagged or was barred from is asked case by case,
 * and nobody waits for a question about a million of them.
 */
const LOOKS = 8

/**
 * The next open case of a queue after the one just left, beginning again at the top when the end is reached; null when
 * nothing is near that this reviewer can vote on. What they skipped comes round again only after everything else.
 *
 * The cases are found as the table finds them, and then asked whether they are for this reviewer: nobody can estimate of how many of a
 * million that is not so, and one question for both would now and then read all of them.
 */
export async function nextCase(on: Db, actor: Member, { queue, after }: From): Promise<NextCase | null> {
  const filters = parseQueue(queue)
  const { scopes, also } = await servedTo(on, actor, await scopesOf(on, actor, filters.dataset))
  const branches = branchesOf(scopes, 'open')
  const left = after && {
    value: valueAt(after, sortColumn(filters.sort)),
    id: sql`${after.id}`,
    edge: 'after' as const,
  }
  for (const from of left ? [left, undefined] : [undefined]) {
    let place: typeof left = from
    for (let look = 0, limit = FIRST; look < LOOKS; look++, limit = Math.min(limit * TIMES, MOST)) {
      const found = await findCases(on, actor, { branches, filters, place, also }, limit)
      const next = await firstFor(on, actor, found, after?.id)
      if (next) return next
      const last = found.at(-1)
      if (!last || found.length < limit) break
      place = { value: sql`${last.value}`, id: sql`${last.id}`, edge: 'after' }
    }
  }
  return null
}

/** The same for pages: the case to skip to. */
export const nextInQueue = (actor: Member, from: From): Promise<NextCase | null> =>
  nextCase(db(), actor, from)

/** The first of these that somebody can still vote on: not the case they come from, nor one that waits for somebody else's vote. */
async function firstFor(
  on: Db,
  actor: Member,
  found: readonly CaseAt[],
  leaving: string | undefined,
): Promise<NextCase | null> {
  const others = found.filter(({ id }) => id !== leaving)
  const [first] = others
  if (!first) return null
  const inDatasets = (may: 'case.review' | 'case.override') =>
    sql`c.dataset_id = any (${sql.param([...new Set(others.map(({ dataset_id }) => dataset_id))].filter((id) => can(actor, may, id)))}::uuid[])`
  // Of what is restricted, officers are the leads.
  const asLead = sql`(c.restricted or ${inDatasets('case.override')})`
  const mine = (table: 'review' | 'held_vote' | 'case_seat' | 'lease', person: 'reviewer_id' | 'person_id') =>
    sql`${sql.identifier(table)} x where x.dataset_id = c.dataset_id and x.case_id = c.id and x.round = c.round and x.${sql.identifier(person)} = ${actor.id}`
  const [row] = await on.execute<{ dataset: string; id: string }>(sql`
    select s.slug as dataset, c.id
    from unnest(${sql.param(others.map(({ dataset_id }) => dataset_id))}::uuid[], ${sql.param(others.map(({ id }) => id))}::uuid[])
      with ordinality as asked (dataset_id, id, n)
    join review_case c on c.dataset_id = asked.dataset_id and c.id = asked.id
    join dataset s on s.id = c.dataset_id
    cross join lateral ${ranOutOf} o
    where not (c.restricted or ${inDatasets('case.review')}) or (
      not exists (select from ${mine('review', 'reviewer_id')})
      and not exists (select from ${mine('held_vote', 'reviewer_id')} and x.refused is null)
      and not exists (select from ${mine('case_seat', 'person_id')} and x.kind in ('flagged', 'barred'))
      and (c.taken - o.slots + case when ${asLead} then 0 else c.reserved + o.leads end < c.slots
        or exists (select from ${mine('lease', 'reviewer_id')} and x.ended_at is null))
      and (${asLead} or not exists (
        select from review_queue q where q.dataset_id = c.dataset_id and q.id = c.queue_id and q.audience = 'lead')))
    order by asked.n limit 1`)
  return row ? { dataset: row.dataset, caseId: row.id } : null
}

const valueAt = (
  { datasetId, id }: { datasetId: string; id: string },
  column: ReturnType<typeof sortColumn>,
) => sql`(select ${column} from review_case c where c.dataset_id = ${datasetId} and c.id = ${id})`
