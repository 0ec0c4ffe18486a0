import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { stillInSight } from './in-sight'

/** Somebody who reported more than their reports hide, and what of it is in sight and undecided. */
export type ReporterInSight = {
  personId: string
  by: string
  datasets: string[]
  items: number
  since: Date
  /** The one that was reported first. */
  first: { dataset: string; caseId: string }
}

const MOST = 50

/** For safety officers, the most first. None for anybody else. */
export async function reportersInSight(actor: Member): Promise<ReporterInSight[]> {
  if (!can(actor, 'restricted.handle')) return []
  const rows = await db().execute<
    Omit<ReporterInSight, 'since' | 'first'> & { since: string; dataset: string; caseId: string }
  >(sql`
    select r.person_id as "personId", p.pseudonym as by, array_agg(distinct s.name order by s.name) as datasets,
      count(*)::int as items, min(r.created_at) as since,
      (array_agg(s.slug order by r.created_at, c.id))[1] as dataset, (array_agg(c.id order by r.created_at, c.id))[1] as "caseId"
    from report_in_sight r
    join review_case c on ${stillInSight}
    join dataset s on s.id = r.dataset_id
    join person p on p.id = r.person_id
    group by r.person_id, p.pseudonym
    order by items desc, since limit ${MOST}`)
  return rows.map(({ since, dataset, caseId, ...row }) => ({
    ...{ ...row, since: new Date(since) },
    first: { dataset, caseId },
  }))
}
