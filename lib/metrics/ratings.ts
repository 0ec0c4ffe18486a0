import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { MOST_READ, type Scope, votesOf } from './scope'

/** A vote as a rating: an item is one round of a case. */
export type VoteRating = {
  item: string
  /** Pseudonym. */
  rater: string
  label: string
  queue: string | null
  policy: number
  /** The Monday of its week, YYYY-MM-DD, UTC. */
  week: string
}

/**
 * Votes of rounds that are over, as somebody blind would compare them: an open round stays blind here too, and a lead who adjudicates
 * was asked because the others had voted.
 */
export async function ratingsOf(scope: Scope): Promise<{ ratings: VoteRating[]; capped: boolean }> {
  const rows = await db().execute<VoteRating>(sql`
    select v.case_id || '/' || v.round as item, p.pseudonym as rater, v.action as label, c.queue_id as queue, y.number as policy,
      to_char(date_trunc('week', v.created_at at time zone 'UTC'), 'YYYY-MM-DD') as week
    from (${votesOf(scope)}) v
    join review_case c on c.dataset_id = v.dataset_id and c.id = v.case_id
    join person p on p.id = v.reviewer_id
    join policy_version y on y.id = v.policy_version_id
    where not c.restricted and (c.status = 'decided' or v.round < c.round)
      and not exists (
        select from decision d where d.dataset_id = v.dataset_id and d.case_id = v.case_id and d.round = v.round
          and d.kind = 'adjudication' and d.review_ids ? v.id::text)`)
  return { ratings: [...rows], capped: rows.length >= MOST_READ }
}
