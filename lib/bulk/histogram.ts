import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { categoryName } from '@/lib/detection/category-name'
import { bandScores } from './band-scores'

/** Bars of the histogram: as fine as a band can be chosen. */
export const BARS = 20

export type Bar = { low: number; high: number; cases: number }
export type Scored = { detector: string; category: string; categoryLabel: string; cases: number }

/** Cases counted for one page: beyond it the list says so by being capped. */
const MOST = 200_000

/** What detectors have flagged among the open cases, by category; the most first. */
export async function scoredDetectors(datasetId: string): Promise<Scored[]> {
  const rows = await db().execute<Omit<Scored, 'categoryLabel'>>(sql`
    select d as detector, c.category, count(*)::int as cases
    from (
      select category, detectors from review_case where dataset_id = ${datasetId} and status = 'open' and not restricted
      limit ${MOST}) c
    cross join unnest(c.detectors) d
    group by 1, 2 order by 3 desc, 1, 2`)
  return rows.map((row) => ({ ...row, categoryLabel: categoryName(row.category) }))
}

/** How the scores of a detector lie over the open cases of a category; a score of 1 is in the last bar. */
export async function histogram(
  datasetId: string,
  of: { detector: string; category: string },
): Promise<Bar[]> {
  const rows = await db().execute<{ bar: number; cases: number }>(sql`
    select least(floor(score::numeric * ${BARS})::int, ${BARS - 1}) as bar, count(*)::int as cases
    from (${bandScores(datasetId, of)}) s group by 1`)
  const counts = new Map(rows.map(({ bar, cases }) => [bar, cases]))
  return Array.from({ length: BARS }, (_, bar) => ({
    low: bar / BARS,
    high: (bar + 1) / BARS,
    cases: counts.get(bar) ?? 0,
  }))
}
