import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { say } from '@/lib/i18n/say'
import { capped } from './flow'
import { upheld } from '@/lib/review/weigh-detectors'
import { cappedNote, decisionsOf, type Scope } from './scope'
import type { MetricTable } from './table'
import { wilson } from '@/lib/agreement/wilson'

type Row = { detector: string; type: string; judged: number; upheld: number }

/**
 * Precision by what people decided: a program's flag is right when the decision in force on its case removes, redacts, restricts or
 * labels, but for passages that were rejected, and wrong when it keeps. Only flags that were there to be seen when it was decided.
 */
export async function detectorsTable(scope: Scope): Promise<MetricTable> {
  const [rows, [cases]] = await Promise.all([
    db().execute<Row>(sql`
      select f.detector, f.type, count(*)::int as judged, ${upheld} as upheld
      from (${decisionsOf(scope)}) d
      join review_case c on c.dataset_id = d.dataset_id and c.id = d.case_id and c.decision_id = d.id
      join flag f on f.dataset_id = d.dataset_id and f.digest = d.digest and f.category = d.category
      where not c.restricted and d.actor like 'member:%' and d.kind <> 'reversal' and f.source in ('detector', 'import') and f.created_at <= d.created_at
      group by 1, 2 order by 3 desc, 1, 2`),
    db().execute<{ n: number }>(sql`select count(*)::int as n from (${decisionsOf(scope)}) d`),
  ])
  return {
    id: 'detectors',
    title: say('metrics.detectors.title'),
    about: say('metrics.detectors.about'),
    columns: [
      { label: say('metrics.column.detector'), kind: 'text' },
      { label: say('metrics.column.type'), kind: 'text' },
      { label: say('metrics.column.judged'), kind: 'count' },
      { label: say('metrics.column.right'), kind: 'count' },
      { label: say('metrics.column.precision'), kind: 'share' },
      { label: say('metrics.column.from'), kind: 'share' },
      { label: say('metrics.column.to'), kind: 'share' },
    ],
    rows: rows.map(({ detector, type, judged, upheld }) => {
      const { low, high } = wilson(upheld, judged)
      return [detector, type, judged, upheld, upheld / judged, low, high]
    }),
    empty: say('metrics.detectors.empty'),
    ...capped(cappedNote(cases?.n ?? 0, 'decisions')),
  }
}
