import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { categoryName } from '@/lib/detection/category-name'
import type { HeldKind } from './held-vote'

export type DaySummary = {
  reviewed: { category: string; label: string; items: number }[]
  total: number
  skipped: number
  escalated: number
  /** Votes of today that still wait for somebody else's. */
  waiting: number
  /** Median seconds from opening a case to the vote; null when none was measured. */
  medianSeconds: number | null
}

/** What a person did since midnight UTC. For them alone: it is no measure of anybody. */
export async function daySummary(actor: Member): Promise<DaySummary> {
  const today = sql`date_trunc('day', now() at time zone 'UTC') at time zone 'UTC'`
  const heldNow = (kind: HeldKind) =>
    sql`(select count(*)::int from held_vote where reviewer_id = ${actor.id} and kind = ${kind} and refused is null)`
  // A check that was left is among them, at once: a number that did not grow would tell that it was one.
  const left = (outcome: 'skipped' | 'escalated') => sql`(
    select count(*)::int from golden_serving
    where person_id = ${actor.id} and outcome = ${outcome} and reason_code is not null and ended_at >= ${today})`
  const [reviewed, [row]] = await Promise.all([
    db().execute<{ category: string; items: number }>(sql`
      select c.category, count(*)::int as items
      from (
        select dataset_id, case_id from review where reviewer_id = ${actor.id} and created_at >= ${today}
        union all
        -- Votes of the last seconds, which can still be taken back.
        select dataset_id, case_id from held_vote where reviewer_id = ${actor.id} and kind = 'vote' and refused is null
      ) v
      join review_case c on c.dataset_id = v.dataset_id and c.id = v.case_id
      join category k on k.id = c.category
      group by 1, k.label order by 2 desc, k.label`),
    db().execute<{ skipped: number; escalated: number; waiting: number; median: number | null }>(sql`
      select
        (select count(*)::int from case_note where person_id = ${actor.id} and kind = 'skipped' and created_at >= ${today}) + ${heldNow('skip')} + ${left('skipped')} as skipped,
        -- One press that leads and officers are asked by is on two cases of its item.
        (select count(distinct (n.dataset_id, c.digest, n.created_at))::int
          from case_note n join review_case c on c.dataset_id = n.dataset_id and c.id = n.case_id
          where n.person_id = ${actor.id} and n.kind = 'escalated' and n.created_at >= ${today})
          + ${heldNow('escalation')} + ${left('escalated')} as escalated,
        (select count(*)::int from review v join review_case c on c.dataset_id = v.dataset_id and c.id = v.case_id
          where v.reviewer_id = ${actor.id} and v.created_at >= ${today} and c.status = 'open' and c.round = v.round) as waiting,
        (select percentile_cont(0.5) within group (order by handling_ms) / 1000.0 from review
          where reviewer_id = ${actor.id} and created_at >= ${today} and handling_ms is not null)::float8 as median`),
  ])
  return {
    reviewed: reviewed.map((row) => ({ ...row, label: categoryName(row.category) })),
    total: reviewed.reduce((sum, { items }) => sum + items, 0),
    skipped: row?.skipped ?? 0,
    escalated: row?.escalated ?? 0,
    waiting: row?.waiting ?? 0,
    medianSeconds: row?.median ?? null,
  }
}
