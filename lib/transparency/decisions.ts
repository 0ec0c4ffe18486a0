import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { categoryName } from '@/lib/detection/category-name'
import { say } from '@/lib/i18n/say'
import { decided, type Scope } from './scope'
import { ratio, type ReportTable } from './table'

type Row = {
  /** Null in the lines about all categories. */
  category: string | null
  action: 'keep' | 'remove' | 'redact' | 'restrict' | 'label'
  n: number
  by_system: number
  detected: number
  requested: number
  batch: number
}
const ORDER = ['remove', 'redact', 'restrict', 'label', 'keep'] as const

/**
 * Decisions by category and by what was decided: how many a machine pointed at, how many nobody made one by one, how many a machine made. The
 * lines about all categories come last.
 */
export async function automationTable(scope: Scope): Promise<ReportTable> {
  const rows = await db().execute<Row>(sql`
    select category, action, count(*)::int as n, count(*) filter (where by_system)::int as by_system,
      count(*) filter (where detected)::int as detected, count(*) filter (where requested)::int as requested,
      count(*) filter (where kind = 'batch')::int as batch
    from (${decided(scope)}) d group by grouping sets ((category, action), (action)) order by category nulls last`)
  const lines = [...new Set(rows.map(({ category }) => category))].flatMap((category) =>
    ORDER.flatMap((action) => rows.find((one) => one.category === category && one.action === action) ?? []),
  )
  return {
    id: 'automation',
    title: say('transparency.automation.title'),
    about: say('transparency.automation.about'),
    columns: [
      { label: say('transparency.column.category'), kind: 'text' },
      { label: say('transparency.column.decision'), kind: 'text' },
      { label: say('transparency.column.items'), kind: 'count' },
      { label: say('transparency.column.requested'), kind: 'count' },
      { label: say('transparency.column.detected'), kind: 'count' },
      { label: say('transparency.column.batch'), kind: 'count' },
      { label: say('transparency.column.bySystem'), kind: 'count' },
      { label: say('transparency.column.automated'), kind: 'share' },
    ],
    rows: lines.map((row) => [
      row.category === null ? say('transparency.allCategories') : categoryName(row.category),
      ...[say(`labels.action.${row.action}.verb`), row.n, row.requested, row.detected],
      ...[row.batch, row.by_system, ratio(row.by_system, row.n)],
    ]),
    apart: lines.flatMap(({ category }, i) => (category === null ? [i] : [])),
    empty: say('transparency.automation.empty'),
  }
}
