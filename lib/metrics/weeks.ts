import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { say } from '@/lib/i18n/say'
import { cellOf, LEAST_SHARED } from './agreement-tables'
import { agreementByWeek } from './agreement-weeks'
import { capped } from './flow'
import type { VoteRating } from './ratings'
import { cappedNote, decisionsOf, MOST_READ, type Scope } from './scope'
import type { MetricTable } from './table'

/** Inbound, decisions and agreement of each week of the period, a week without anything too. */
export async function weeksTable(scope: Scope, ratings: readonly VoteRating[]): Promise<MetricTable> {
  const { datasetId, since } = scope
  const opened = (status: 'open' | 'decided') => sql`
    (select opened_at as at, 1 as inbound, 0 as decided from review_case
     where dataset_id = ${datasetId} and status = ${sql.raw(`'${status}'`)} and opened_at >= ${since} and not restricted
     order by opened_at desc nulls last limit ${MOST_READ})`
  const rows = await db().execute<{ week: string; inbound: number; decided: number }>(sql`
    with counted as (
      select date_trunc('week', at at time zone 'UTC') as week, sum(inbound)::int as inbound, sum(decided)::int as decided
      from (
        ${opened('open')} union all ${opened('decided')} union all
        (select d.created_at, 0, 1 from (${decisionsOf(scope)}) d
         join review_case c on c.dataset_id = d.dataset_id and c.id = d.case_id where not c.restricted)) x
      group by 1)
    select to_char(w.week, 'YYYY-MM-DD') as week, coalesce(inbound, 0) as inbound, coalesce(decided, 0) as decided
    from generate_series((select min(week) from counted), (select max(week) from counted), interval '7 days') w (week)
    left join counted c on c.week = w.week order by 1`)
  const agreements = agreementByWeek(ratings)
  const total = (of: 'inbound' | 'decided') => rows.reduce((sum, row) => sum + row[of], 0)
  const most = Math.max(total('inbound'), total('decided'))
  return {
    id: 'weeks',
    title: say('metrics.weeks.title'),
    about: say('metrics.weeks.about', { least: String(LEAST_SHARED) }),
    columns: [
      { label: say('metrics.column.week'), kind: 'text' },
      { label: say('metrics.column.inbound'), kind: 'count' },
      { label: say('metrics.column.decisions'), kind: 'count' },
      { label: say('metrics.column.alpha'), kind: 'coefficient' },
      { label: say('metrics.column.fleiss'), kind: 'coefficient' },
      { label: say('metrics.column.cohenMean'), kind: 'coefficient' },
    ],
    rows: rows.map(({ week, inbound, decided }) => {
      const of = agreements.get(week)
      const cells = of ? [of.alpha, of.fleiss, of.mean].map(cellOf) : [null, null, null]
      return [week, inbound, decided, ...cells]
    }),
    empty: say('metrics.weeks.empty'),
    ...capped(cappedNote(most, 'casesAndDecisions')),
  }
}
