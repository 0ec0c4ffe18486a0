import { sql, type SQL } from 'drizzle-orm'
import { takes } from '@/lib/review/route'
import { DEFAULTS } from './standing-rules'

/*
 * What keeps an item from being served, as conditions on golden item `g` of case `c`. The review asks them too: of somebody who could
 * never recover every vote counts.
 */

/**
 * Whether golden item `g` of case `c` can be served: its decision is in force as it was, nothing was found in it since, nobody asked
 * about it, and its text is still held. Whatever changes any of that suspends the item by itself.
 */
export const isServable: SQL = sql`
  c.status = 'decided' and c.decision_id = g.decision_id and not c.restricted and c.takedowns = 0
  and not exists (
    select from flag f where f.dataset_id = c.dataset_id and f.digest = c.digest and f.category = c.category
      and f.created_at > g.created_at)
  and exists (select from item_content t where t.dataset_id = c.dataset_id and t.digest = c.digest)`

/** Whether as many leads stand behind it as its dataset asks for. */
export const isConfirmed: SQL = sql`(g.confirmed_at is not null or not coalesce(
  (select t.second_lead from golden_settings t where t.dataset_id = g.dataset_id), ${DEFAULTS.secondLead}::boolean))`

/** Whether it may come to this person at any time, whatever they want to see and were given lately. */
export const mayComeTo = (personId: SQL): SQL => sql`
  g.retired_at is null and ${isConfirmed}
  and g.nominated_by <> ${personId} and g.confirmed_by is distinct from ${personId}
  and not exists (
    select from case_seat s where s.dataset_id = c.dataset_id and s.case_id = c.id and s.person_id = ${personId})`

/**
 * Whether standing `st` keeps its person's votes from filling a quorum: as long as they can recover. It does not where the dataset gives
 * no checks, or none that could come to them in a queue they may work in. What they chose not to see changes nothing, or choosing were
 * the way out.
 */
export const holds: SQL = sql`(
  st.state = 'held'
  and coalesce((select t.every from golden_settings t where t.dataset_id = st.dataset_id), ${DEFAULTS.every}::integer) > 0
  and exists (
    select from golden_item g join review_case c on c.dataset_id = g.dataset_id and c.id = g.case_id
    where g.dataset_id = st.dataset_id and ${isServable} and ${mayComeTo(sql`st.person_id`)}
      and exists (
        select from review_queue q
        where q.dataset_id = c.dataset_id and q.retired_at is null and ${takes}
          and (q.audience = 'reviewer' or exists (
            select from membership m where m.dataset_id = q.dataset_id and m.person_id = st.person_id and m.role = 'lead')))))`

/** What standing `st` comes to at this moment. */
export const stateNow: SQL = sql`case when st.state = 'held' and not ${holds} then 'warned' else st.state::text end`
