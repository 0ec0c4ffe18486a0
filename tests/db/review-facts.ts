import type postgres from 'postgres'

/**
 * What must never be, counted from what is on record, whatever reviewers did and whichever of their processes died: each of
 * these is zero.
 */
export async function brokenRules(sql: postgres.Sql): Promise<Record<string, number>> {
  const [found] = await sql<Record<string, number>[]>`
    select
      (select count(*)::int from (select 1 from review group by case_id, round, reviewer_id having count(*) > 1) x) as voted_twice,
      (select count(*)::int from (
        select 1 from lease where ended_at is null or outcome = 'voted' group by case_id, round, slot having count(*) > 1) x) as shared_slots,
      (select count(*)::int from (select 1 from decision group by case_id having count(*) > 1) x) as decided_twice,
      (select count(*)::int from decision d where d.kind = 'quorum' and jsonb_array_length(d.review_ids) <>
        (select c.quorum from review_case c where c.id = d.case_id)) as without_quorum,
      (select count(*)::int from decision d where not exists (select from review_case c where c.decision_id = d.id and c.status = 'decided'))
        + (select count(*)::int from review_case c where c.status = 'decided' and c.decision_id is null) as half_decided,
      (select count(*)::int from decision d
        where not exists (select from log_pending p where p.entry_id = d.entry_id)
          and not exists (select from log_entry e where e.entry_id = d.entry_id)) as unlogged,
      (select count(*)::int from review_case c where c.status = 'open' and c.taken <>
        (select count(*) from review v where v.dataset_id = c.dataset_id and v.case_id = c.id and v.round = c.round)
        + (select count(*) from lease l where l.dataset_id = c.dataset_id and l.case_id = c.id and l.round = c.round and l.ended_at is null)) as miscounted,
      (select count(*)::int from review v where not exists (
        select from lease l where l.dataset_id = v.dataset_id and l.case_id = v.case_id and l.round = v.round
          and l.reviewer_id = v.reviewer_id and l.outcome = 'voted')) as without_claim,
      (select count(*)::int from lease l join review_case c on c.dataset_id = l.dataset_id and c.id = l.case_id
        join reviewer_preference p on p.person_id = l.reviewer_id where c.category <> all (p.categories)) as unwanted,
      -- Who votes on what ran out under them has a second claim of what they saw once.
      (select count(*)::int from (
        select 1 from lease l join review_case c on c.dataset_id = l.dataset_id and c.id = l.case_id
        join category k on k.id = c.category
        join reviewer_preference p on p.person_id = l.reviewer_id
        group by l.reviewer_id, k.id, (l.created_at at time zone 'UTC')::date, p.daily_cap, p.daily_caps
        having count(distinct l.case_id) >
          coalesce((p.daily_caps ->> k.id)::integer, case when k.sensitive = 1 then p.daily_cap end)) x)
        + (select count(*)::int from (
          select 1 from lease l join review_case c on c.dataset_id = l.dataset_id and c.id = l.case_id
          join review_settings s on s.dataset_id = l.dataset_id
          group by l.reviewer_id, l.dataset_id, c.category, (l.created_at at time zone 'UTC')::date, s.daily_caps
          having count(distinct l.case_id) > (s.daily_caps ->> c.category)::integer) x) as beyond_limits,
      (select count(*)::int from lease l join recusal r on r.person_id = l.reviewer_id and r.dataset_id = l.dataset_id
        where l.created_at > r.created_at) as in_spite_of_conflicts,
      (select count(*)::int from lease l join case_seat s on s.dataset_id = l.dataset_id and s.case_id = l.case_id
        and s.round = l.round and s.person_id = l.reviewer_id and s.kind = 'flagged' where l.created_at > s.created_at) as of_their_own_flags,
      (select count(*)::int from flag f join category k on k.id = f.category and k.restricted = 1
        join review_case c on c.dataset_id = f.dataset_id and c.digest = f.digest
        join lease l on l.dataset_id = c.dataset_id and l.case_id = c.id and l.created_at > f.created_at) as of_restricted_items,
      (select count(*)::int from review v join case_note n on n.dataset_id = v.dataset_id and n.case_id = v.case_id
        and n.round = v.round and n.person_id = v.reviewer_id where n.created_at < v.created_at) as after_skipping,
      (select count(*)::int from (
        select dataset_id, kind_id, status, sum(n) from (
          select dataset_id, kind_id, status, -cases as n from case_tally
          union all select dataset_id, kind_id, status, 1 from review_case) x
        group by 1, 2, 3 having sum(n) <> 0) x) as mistallied,
      (select count(*)::int from review_case c where not exists (
        select from case_kind k where k.dataset_id = c.dataset_id and k.id = c.kind_id
          and (k.restricted, k.category, k.severity, k.language, k.detectors, k.types)
            = (c.restricted, c.category, c.severity, c.language, c.detectors, c.types)
          and k.queue_id is not distinct from c.queue_id)) as of_another_kind`
  if (!found) throw new Error('no facts')
  return found
}
