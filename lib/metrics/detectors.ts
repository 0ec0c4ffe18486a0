import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
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
    title: 'Precision of detectors',
    about:
      'A flag is right when people removed, redacted, restricted or labelled its item, and wrong when they kept it; where they rejected some of its passages it is right for the rest. It says nothing of what a detector missed.',
    columns: [
      { label: 'Detector', kind: 'text' },
      { label: 'Type', kind: 'text' },
      { label: 'Flags judged', kind: 'count' },
      { label: 'Right', kind: 'count' },
      { label: 'Precision', kind: 'share' },
      { label: '95 % from', kind: 'share' },
      { label: '95 % to', kind: 'share' },
    ],
    rows: rows.map(({ detector, type, judged, upheld }) => {
      const { low, high } = wilson(upheld, judged)
      return [detector, type, judged, upheld, upheld / judged, low, high]
    }),
    empty: 'No case that a detector flagged was decided by people in this period.',
    ...capped(cappedNote(cases?.n ?? 0, 'decisions')),
  }
}
