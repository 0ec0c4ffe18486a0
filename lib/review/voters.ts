import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'

/**
 * Whether a vote of this member fills a quorum in the dataset: three accounts made today are nobody's agreement. The account is as
 * old as the dataset asks, somebody vouched for it (a verified address or an identity provider), and its latest answers to golden
 * items are not below what the dataset asks.
 */
export async function fillsQuorum(tx: Tx, datasetId: string, { id }: Member): Promise<boolean> {
  const [row] = await tx.execute<{ counts: boolean }>(sql`
    select p.verified_at is not null
      and p.created_at <= now() - make_interval(days => coalesce(s.min_account_days, 0))
      and not exists (
        select from golden_standing g where g.dataset_id = ${datasetId} and g.person_id = p.id and g.state = 'held') as counts
    from person p
    left join review_settings s on s.dataset_id = ${datasetId}
    where p.id = ${id}`)
  return row?.counts ?? false
}
