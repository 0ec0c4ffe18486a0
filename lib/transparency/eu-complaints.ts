import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { say } from '@/lib/i18n/say'
import { type Cells, hours, median, sum } from './eu-cells'
import { during, inDataset, type Scope } from './scope'

/** Part 7: complaints about decisions, and what was done about senders (Regulation (EU) 2022/2065 Art. 15(1)(d), 23 and 24(1)). */
export async function complaints(scope: Scope): Promise<Cells[]> {
  const rows = await db().execute<{ basis: string; outcome: string; n: number; times: number[] }>(sql`
    select case when a.actor like 'requester:%' then 'notifier' else 'recipient' end as basis,
      case when s.id is null then 'open' when s.action <> d.action or s.spans <> d.spans then 'reversed' else 'upheld' end as outcome,
      count(*)::int as n,
      coalesce(array_agg(extract(epoch from s.created_at - a.created_at)::float8) filter (where s.id is not null), '{}') as times
    from appeal a
    join review_case c on c.dataset_id = a.dataset_id and c.id = a.case_id and not c.restricted
    join decision d on d.dataset_id = a.dataset_id and d.id = a.decision_id
    left join decision s on s.dataset_id = a.dataset_id and s.supersedes = d.id and s.round = a.round
    where ${during(sql`a.created_at`, scope)} and ${inDataset(sql`a.dataset_id`, scope)} and not exists (
      select from takedown_request q where a.actor = 'requester:' || q.id::text and q.kind = 'privacy')
    group by 1, 2`)
  const about = (group: string, of: readonly (typeof rows)[number][]): Cells[] => {
    const n = (outcome?: string) => sum(of, (row) => (!outcome || row.outcome === outcome ? row.n : 0))
    return [
      ['complaints', group, n(), 'yes', ''],
      ['complaints_upheld', group, n('upheld'), 'yes', ''],
      ['complaints_reversed', group, n('reversed'), 'yes', ''],
      ['complaints_omitted', group, n('open'), 'yes', ''],
      ['complaints_median_time_hours', group, hours(median(of.flatMap(({ times }) => times))), 'yes', ''],
    ]
  }
  const without = (indicator: string, why: 'disputes' | 'illegalContent' | 'unfoundedComplaints'): Cells => [
    ...[indicator, 'TOTAL', null, 'no', say(`transparency.eu.why.${why}`)],
  ]
  const { warned, suspended, contested, lifted } = await suspensions(scope)
  return [
    ['indicator', 'group', 'value', 'applies', 'reason'],
    ...about('TOTAL', rows),
    ...['notifier', 'recipient'].flatMap((basis) =>
      about(
        basis,
        rows.filter((row) => row.basis === basis),
      ),
    ),
    ...['', '_decided', '_median_time_hours', '_outcomes_implemented'].map((of) =>
      without(`out_of_court_disputes${of}`, 'disputes'),
    ),
    without('suspensions_manifestly_illegal_content', 'illegalContent'),
    ['suspensions_manifestly_unfounded_notices', 'TOTAL', suspended, 'yes', ''],
    without('suspensions_manifestly_unfounded_complaints', 'unfoundedComplaints'),
    ['warnings_before_suspension', 'TOTAL', warned, 'yes', ''],
    ['suspensions_contested', 'TOTAL', contested, 'yes', ''],
    ['suspensions_lifted', 'TOTAL', lifted, 'yes', ''],
  ]
}

/** What was done about senders of manifestly unfounded notices (Art. 23(2)). Not on account of requests that are only counted. */
async function suspensions(scope: Scope) {
  const [row] = await db().execute<Record<'warned' | 'suspended' | 'contested' | 'lifted', number>>(sql`
    select count(*) filter (where m.measure = 'warned')::int as warned,
      count(*) filter (where m.measure = 'suspended')::int as suspended,
      count(*) filter (where m.measure = 'contested')::int as contested,
      count(*) filter (where m.measure = 'lifted')::int as lifted
    from sender_measure m
    join takedown_request q on q.id = m.request_id and q.kind <> 'privacy'
    join category c on c.id = q.category and c.restricted = 0
    where ${during(sql`m.created_at`, scope)} and ${inDataset(sql`q.dataset_id`, scope)}`)
  return row ?? { warned: 0, suspended: 0, contested: 0, lifted: 0 }
}
