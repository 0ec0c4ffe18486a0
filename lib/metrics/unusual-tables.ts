import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { say } from '@/lib/i18n/say'
import { formatPercent } from '@/lib/format'
import { cellOf } from './agreement-tables'
import { ALMOST_ALWAYS, ALMOST_ONLY, unusuallyAlike } from './alike'
import type { VoteRating } from './ratings'
import { type Scope, votesOf } from './scope'
import type { MetricTable } from './table'
import { type Handling, LEAST, unusuallyFast } from './unusual'

/**
 * For leads: who takes far less time than the others. A number to ask about, not a finding. What their own browser says of it is believed
 * only as far as they had the case before them (`held_ms`); who sends nothing is measured by that.
 */
export async function speedTable(scope: Scope): Promise<MetricTable> {
  const people = await db().execute<Handling>(sql`
    select p.pseudonym as rater, count(*)::int as votes,
      (percentile_cont(0.5) within group (order by least(coalesce(v.handling_ms, v.held_ms), v.held_ms)) / 1000)::float8 as median
    from (${votesOf(scope)}) v
    join review_case c on c.dataset_id = v.dataset_id and c.id = v.case_id
    join person p on p.id = v.reviewer_id
    where not c.restricted and coalesce(v.handling_ms, v.held_ms) is not null
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

/** For leads: who agrees with each other far more than with everybody else, and who is nobody else's quorum. */
export function alikeTable(ratings: readonly VoteRating[]): MetricTable {
  return {
    id: 'alike',
    title: say('metrics.alike.title'),
    about: say('metrics.alike.about', {
      least: String(LEAST),
      always: formatPercent(ALMOST_ALWAYS),
      only: formatPercent(ALMOST_ONLY),
    }),
    columns: [
      { label: say('metrics.column.reviewers'), kind: 'text' },
      { label: say('metrics.column.unusual'), kind: 'text' },
      { label: say('metrics.column.common'), kind: 'count' },
      { label: say('metrics.column.sameAction'), kind: 'share' },
      { label: say('metrics.column.othersCommon'), kind: 'count' },
      { label: say('metrics.column.othersSame'), kind: 'share' },
      { label: say('metrics.column.alpha'), kind: 'coefficient' },
    ],
    rows: unusuallyAlike(ratings).map(({ kind, raters, shared, same, elsewhere, alpha }) => [
      raters.join(', '),
      say(`metrics.alike.kind.${kind}`),
      shared,
      same / shared,
      elsewhere.shared,
      elsewhere.shared > 0 ? elsewhere.same / elsewhere.shared : null,
      cellOf(alpha),
    ]),
    empty: say('metrics.nobody'),
  }
}
