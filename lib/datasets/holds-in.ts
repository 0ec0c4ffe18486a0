import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { WORLD } from '@/lib/release-format/profile'

/** The condition for standing rules (`r`) that hold in a profile: what waits for a second person, for the maintainers or for a court does not yet. */
export const rulesInEffect = (datasetId: string, profile: string): SQL => sql`
  r.dataset_id = ${datasetId} and r.ended_at is null and ${holdsIn(profile, 'r')}
  and not exists (
    select from decision_waiting w where w.dataset_id = r.dataset_id and w.decision_id = r.decision_id)
  -- Held by a court before a release obeyed them.
  and not exists (
    select from takedown_request q
    where q.id = r.request_id and q.status = 'on_hold' and q.held_from <> 'countered'
      and not exists (select from release_rule f where f.dataset_id = r.dataset_id and f.rule_id = r.id)
      and not exists (
        select from takedown_target t join takedown_request o on o.id = t.request_id
        where t.source = r.hmac and o.id <> q.id and o.status in ('actioned', 'partially_actioned', 'closed')))`

/** Decisions or rules, by their alias, that hold in a profile: in the world's every one does, as its readers may be anywhere. */
export function holdsIn(profile: string, alias: 'd' | 'r' = 'd'): SQL {
  const territories = sql.raw(`${alias}.territories`)
  return sql`(${profile} = ${WORLD} or ${territories} is null or ${profile} = any(${territories}))`
}
