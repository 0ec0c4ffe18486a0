import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { categoryName } from '@/lib/detection/category-name'
import { say } from '@/lib/i18n/say'
import { during, inDataset, type Scope } from './scope'
import { ratio, type ReportTable } from './table'

type FlagRow = { category: string; source: string; flagged: number; decided: number; acted: number }

/** From a flag to a decision, by category and who raised it. Not those of requests, which would count what is only counted. */
export async function flagsTable(scope: Scope): Promise<ReportTable> {
  const rows = await db().execute<FlagRow>(sql`
    select f.category, f.source::text as source, count(*)::int as flagged, count(d.id)::int as decided,
      count(d.id) filter (where d.action <> 'keep')::int as acted
    from (
      select distinct f.dataset_id, f.digest, f.category, f.source from flag f
      where f.source <> 'takedown' and ${during(sql`f.created_at`, scope)} and ${inDataset(sql`f.dataset_id`, scope)}) f
    join category k on k.id = f.category and k.restricted = 0
    left join review_case c on c.dataset_id = f.dataset_id and c.digest = f.digest and c.category = f.category
      and c.status = 'decided'
    left join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
    group by 1, 2 order by 1, 2`)
  return {
    id: 'flags',
    title: say('transparency.flags.title'),
    about: say('transparency.flags.about'),
    columns: [
      { label: say('transparency.column.category'), kind: 'text' },
      { label: say('transparency.column.source'), kind: 'text' },
      { label: say('transparency.column.flagged'), kind: 'count' },
      { label: say('transparency.column.decided'), kind: 'count' },
      { label: say('transparency.column.acted'), kind: 'count' },
      { label: say('transparency.column.precision'), kind: 'share' },
    ],
    rows: rows.map(({ category, source, flagged, decided: n, acted }) => [
      ...[categoryName(category), sourceName(source), flagged, n, acted],
      ratio(acted, n),
    ]),
    empty: say('transparency.flags.empty'),
  }
}

const SOURCES = ['detector', 'import', 'report'] as const
const sourceName = (source: string): string => {
  const known = SOURCES.find((one) => one === source)
  return known ? say(`transparency.source.${known}`) : source
}
