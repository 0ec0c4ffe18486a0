import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { during, inDataset, type Scope } from './scope'

/** Of what a period could be complained about: requests by kind whose first answer was given in it, and decisions by category. */
export async function contestable(
  scope: Scope,
): Promise<{ kind: string | null; category: string; n: number }[]> {
  return [
    ...(await db().execute<{ kind: string | null; category: string; n: number }>(sql`
      select q.kind::text as kind, q.category, count(*)::int as n
      from takedown_request q
      join category c on c.id = q.category and c.restricted = 0
      join lateral (
        select min(e.created_at) as at from takedown_event e
        where e.request_id = q.id and e.type in ('outcome', 'no_match', 'rejected')) f on true
      where q.kind not in ('privacy', 'complaint') and ${during(sql`f.at`, scope)} and ${inDataset(sql`q.dataset_id`, scope)}
      group by 1, 2
      union all
      select null, d.category, count(*)::int
      from decision d join review_case c on c.dataset_id = d.dataset_id and c.id = d.case_id and not c.restricted
      where ${during(sql`d.created_at`, scope)} and ${inDataset(sql`d.dataset_id`, scope)}
      group by 2`)),
  ]
}
