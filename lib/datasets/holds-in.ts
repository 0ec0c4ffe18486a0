import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { WORLD } from '@/lib/release-format/profile'

/** The condition for standing rules (`r`) that hold in a profile: what waits for a second person or for the maintainers does not yet. */
export const rulesInEffect = (datasetId: string, profile: string): SQL => sql`
  r.dataset_id = ${datasetId} and r.ended_at is null and ${holdsIn(profile, 'r')}
  and not exists (
    select from decision_waiting w where w.dataset_id = r.dataset_id and w.decision_id = r.decision_id)`

/** Decisions or rules, by their alias, that hold in a profile: in the world's every one does, as its readers may be anywhere. */
export function holdsIn(profile: string, alias: 'd' | 'r' = 'd'): SQL {
  const territories = sql.raw(`${alias}.territories`)
  return sql`(${profile} = ${WORLD} or ${territories} is null or ${profile} = any(${territories}))`
}
