import 'server-only'
import { sql } from 'drizzle-orm'
import { db, type Db, type Tx } from '@/db/client'

export type Accepting = {
  id: string
  slug: string
  name: string
  description: string
  minAccountDays: number
}

/** Datasets that take volunteers: not switched off there, and with a lead who can answer. By name. */
export async function acceptingDatasets(on: Db | Tx = db(), slug?: string): Promise<Accepting[]> {
  const rows = await on.execute<Accepting>(sql`
    select d.id, d.slug, d.name, d.description, coalesce(s.min_account_days, 0) as "minAccountDays"
    from dataset d left join review_settings s on s.dataset_id = d.id
    where coalesce(s.volunteers, true) and ${slug === undefined ? sql`true` : sql`d.slug = ${slug}`}
      and exists (
        select from membership m join person p on p.id = m.person_id
        where m.dataset_id = d.id and m.role = 'lead' and p.disabled_at is null)
    order by d.name`)
  return [...rows]
}
