import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
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
    title: 'Much faster than others',
    about: `Reviewers whose median time for a vote is a third or less of the others’, among those with at least ${LEAST} votes. There can be good reasons: easy cases, practice, a second screen. Ask.`,
    columns: [
      { label: 'Reviewer', kind: 'text' },
      { label: 'Votes', kind: 'count' },
      { label: 'Median', kind: 'seconds' },
      { label: 'Median of the others', kind: 'seconds' },
      { label: 'Share of their time', kind: 'share' },
    ],
    rows: unusuallyFast([...people]).map(({ rater, votes, median, others, share }) => [
      rater,
      votes,
      median,
      others,
      share,
    ]),
    empty: 'Nobody.',
  }
}

/** For leads: which two agree with each other far more than with everybody else. */
export function alikeTable(ratings: readonly VoteRating[]): MetricTable {
  return {
    id: 'alike',
    title: 'Agreeing much more than others',
    about: `Pairs who agree with each other far more often than with everybody else and than by chance, with at least ${LEAST} rounds in common. There can be good reasons: the same cases, the same training. Ask.`,
    columns: [
      { label: 'Reviewer', kind: 'text' },
      { label: 'With', kind: 'text' },
      { label: 'Rounds in common', kind: 'count' },
      { label: 'Same action', kind: 'share' },
      { label: 'Rounds with others', kind: 'count' },
      { label: 'Same action with others', kind: 'share' },
      { label: 'Cohen’s κ', kind: 'coefficient' },
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
    empty: 'Nobody.',
  }
}
