import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { isOneOf, OUTCOMES_TOLD, outcomeTold } from '@/lib/takedowns/answering-events'
import { actionsThat } from '@/lib/takedowns/outcome'
import { LISTED_KINDS, needsTwo, noticeSchema, OUTCOMES } from './notice'

/** What holds now of a request whose notice says something else: an answer or a decision that came after it. Codes, counts and a day. */
export const presentSchema = z.strictObject({
  outcome: z.enum(OUTCOMES),
  items: noticeSchema.shape.items,
  since: noticeSchema.shape.decided,
})
export type Present = z.infer<typeof presentSchema>

/** As {@link needsTwo} has it: kinds whose outcome is not told before a second person agrees. */
const LEGAL = LISTED_KINDS.filter(needsTwo)

const any = (actions: readonly string[]): SQL => sql`any (${sql.param([...actions])}::text[])`

/**
 * A lateral join `p` about the request `q` and its release `r`: `outcome` as it is now, `items` decided by action, `since` when the last of it
 * was decided, `changed` against the notice, `contested` while an appeal against one of its decisions is open. What decisions say wins over
 * the answer that was given only when one of them is younger: what a request named goes after its time, and then decisions alone tell less.
 * Of a kind that two people answer, nothing is told before both have: only what its answer says.
 */
export const present = sql`
  join lateral (
    select n.outcome, n.items, n.since, c.contested,
      n.outcome <> r.notice ->> 'outcome' or n.newer and n.items <> r.notice -> 'items' as changed
    from (
      select count(*) filter (where d.id is not null) as decided, max(d.created_at) as at,
        -- What was given back to somebody waits for nobody.
        max(d.created_at) filter (where not exists (
          select from takedown_reversal v where v.dataset_id = d.dataset_id and v.decision_id = d.id)) as made,
        bool_and(d.action::text = ${any(actionsThat('fully'))}) as followed,
        bool_and(d.action::text = ${any(actionsThat('not'))}) as declined,
        coalesce(bool_or(c.status = 'open' and exists (
          select from appeal a where a.dataset_id = c.dataset_id and a.case_id = c.id and a.round = c.round)), false) as contested
      from takedown_match m
      join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
      left join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
      where m.request_id = q.id) c
    left join lateral (
      select ${outcomeTold(sql`v.type`, sql`v.data`)} as outcome, v.created_at from takedown_event v
      where v.request_id = q.id and ${isOneOf(sql`v.type`, OUTCOMES_TOLD)}
      order by v.created_at desc, v.ordinal desc limit 1) answer on true
    cross join lateral (select c.made is null or c.made <= answer.created_at or not (q.kind::text = ${any(LEGAL)}) as told) w
    cross join lateral (
      select case when w.told then greatest(c.at, answer.created_at) else answer.created_at end as since,
        coalesce(w.told and c.at > (
          select max(b.created_at) from register_fact b
          where b.register_id = r.register_id and b.notice is not null and b.created_at <= r.created_at), false) as newer,
        case when w.told is false then r.notice -> 'items' else coalesce((
          select jsonb_object_agg(i.action, i.n) from (
            select x.action, count(*) as n from (
              select distinct m.digest, d.action, d.reason_code
              from takedown_match m
              join review_case k on k.dataset_id = m.dataset_id and k.id = m.case_id
              join decision d on d.dataset_id = k.dataset_id and d.id = k.decision_id
              where m.request_id = q.id) x
            group by x.action) i), '{}') end as items,
        coalesce(case
          when c.decided > 0 and w.told and (answer.created_at is null or c.at > answer.created_at) then
            case when c.followed then 'granted' when c.declined then 'declined' else 'granted_in_part' end
          else case answer.outcome
            when 'actioned' then 'granted' when 'partially_actioned' then 'granted_in_part' when 'no_action' then 'declined'
            when 'not_found' then 'not_found' when 'rejected' then 'rejected' end
        end, r.notice ->> 'outcome') as outcome) n) p on true`
