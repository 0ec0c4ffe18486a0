import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import { db } from '@/db/client'
import type { SpanRow } from '@/db/schema/flags'
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

/** A vote to redact, with what it marked. */
export type PassageRating = VoteRating & { spans: SpanRow[] }

/**
 * Votes of rounds that are over, as somebody blind would compare them: an open round stays blind here too, and a lead who adjudicates
 * was asked because the others had voted. Who had not seen what somebody after them saw did not judge the same, and is compared
 * with nobody in that round.
 */
export const ratingsOf = (scope: Scope): Promise<{ ratings: VoteRating[]; capped: boolean }> =>
  votes(scope, sql`true`, sql`'[]'::jsonb`)

/** Those of them that redact. */
export const passagesOf = (scope: Scope): Promise<{ ratings: PassageRating[]; capped: boolean }> =>
  votes(scope, sql`v.action = 'redact'`, sql`v.spans`)

async function votes(
  scope: Scope,
  which: SQL,
  spans: SQL,
): Promise<{ ratings: PassageRating[]; capped: boolean }> {
  const rows = await db().execute<PassageRating>(sql`
    select v.case_id || '/' || v.round as item, p.pseudonym as rater, v.action as label, c.queue_id as queue, y.number as policy,
      to_char(date_trunc('week', v.created_at at time zone 'UTC'), 'YYYY-MM-DD') as week, ${spans} as spans
    from (${votesOf(scope)}) v
    join review_case c on c.dataset_id = v.dataset_id and c.id = v.case_id
    join person p on p.id = v.reviewer_id
    join policy_version y on y.id = v.policy_version_id
    where not c.restricted and (c.status = 'decided' or v.round < c.round) and ${which}
      and not exists (
        select from decision d where d.dataset_id = v.dataset_id and d.case_id = v.case_id and d.round = v.round
          and d.kind = 'adjudication' and d.review_ids ? v.id::text)
      and not exists (
        select from review w where w.dataset_id = v.dataset_id and w.case_id = v.case_id and w.round = v.round and w.seen <> v.seen
          and w.created_at > v.created_at and exists (
            select from jsonb_array_elements(w.seen) theirs where not exists (
              select from jsonb_array_elements(v.seen) own where own.value = theirs.value)))`)
  return { ratings: [...rows], capped: rows.length >= MOST_READ }
}
