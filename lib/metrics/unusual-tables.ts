import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { say } from '@/lib/i18n/say'
import { cellOf } from './agreement-tables'
import type { VoteRating } from './ratings'
import { type Scope, votesOf } from './scope'
import type { MetricTable } from './table'
import { type Handling, LEAST, unusuallyAlike, unusuallyFast } from './unusual'

/** For leads: who takes far less time than the others. A number to ask about, not a finding. */
export async function speedTable(scope: Scope): Promise<MetricTable> {
  const people = await db().execute<Handling>(sql`
    select p.pseudonym as rater, count(*)::int as votes,
      (percentile_cont(0.5) within group (order by v.handling_ms) / 1000)::float8 as median
    from (${votesOf(scope)}) v
    join review_case c on c.dataset_id = v.dataset_id and c.id = v.case_id
    join person p on p.id = v.reviewer_id
    where not c.restricted and v.handling_ms is not null
    group by 1`)
  return {
    id: 'speed',
    title: say('metrics.speed.title'),
    about: say('metrics.speed.about', { least: String(LEAST) }),
    columns: [
      { label: say('metrics.column.reviewer'), kind: 'text' },
      { label: say('metrics.column.votes'), kind: 'count' },
      { label: say('metrics.column.median'), kind: 'seconds' },
      { label: say('metrics.column.othersMedian'), kind: 'seconds' },
      { label: say('metrics.column.shareOfTime'), kind: 'share' },
    ],
    rows: unusuallyFast([...people]).map(({ rater, votes, median, others, share }) => [
      rater,
      votes,
      median,
      others,
      share,
    ]),
    empty: say('metrics.nobody'),
  }
}

/** For leads: which two agree with each other far more than with everybody else. */
export function alikeTable(ratings: readonly VoteRating[]): MetricTable {
  return {
    id: 'alike',
    title: say('metrics.alike.title'),
    about: say('metrics.alike.about', { least: String(LEAST) }),
    columns: [
      { label: say('metrics.column.reviewer'), kind: 'text' },
      { label: say('metrics.column.with'), kind: 'text' },
      { label: say('metrics.column.common'), kind: 'count' },
      { label: say('metrics.column.sameAction'), kind: 'share' },
      { label: say('metrics.column.othersCommon'), kind: 'count' },
      { label: say('metrics.column.othersSame'), kind: 'share' },
      { label: say('metrics.column.cohen'), kind: 'coefficient' },
    ],
    rows: unusuallyAlike(ratings).map(({ raters: [first, second], shared, same, elsewhere, kappa }) => [
      first,
      second,
      shared,
      same / shared,
      elsewhere.shared,
      elsewhere.same / elsewhere.shared,
      cellOf(kappa),
    ]),
    empty: say('metrics.nobody'),
  }
}
