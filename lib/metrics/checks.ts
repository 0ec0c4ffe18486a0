import 'server-only'
import { sql } from 'drizzle-orm'
import { say } from '@/lib/i18n/say'
import { wilson } from '@/lib/agreement/wilson'
import { db } from '@/db/client'
import { stateNow } from '@/lib/golden/servable'
import { stateInWords } from '@/lib/golden/words'
import { LEAST_JUDGED, type StandingState, WINDOW } from '@/lib/golden/standing-rules'
import type { Scope } from './scope'
import type { MetricTable } from './table'

/** For leads: how reviewers answered golden items. Such answers are in no other number. */
export async function checksTable({ datasetId, since }: Scope): Promise<MetricTable> {
  const rows = await db().execute<{
    by: string
    answered: number
    passed: number
    judged: number | null
    state: StandingState | null
  }>(sql`
    select p.pseudonym as by, count(*)::int as answered, count(*) filter (where s.passed)::int as passed, st.judged, ${stateNow} as state
    from golden_serving s
    join golden_item i on i.dataset_id = s.dataset_id and i.id = s.golden_id and i.retired_at is null
    join person p on p.id = s.person_id
    left join golden_standing st on st.dataset_id = s.dataset_id and st.person_id = s.person_id
    where s.dataset_id = ${datasetId} and s.outcome = 'answered' and s.ended_at >= ${since}
    group by 1, st.dataset_id, st.person_id order by avg(s.passed::int), 1`)
  return {
    id: 'checks',
    title: say('metrics.checks.title'),
    about: say('metrics.checks.about', { last: String(WINDOW), least: String(LEAST_JUDGED) }),
    columns: [
      { label: say('metrics.column.reviewer'), kind: 'text' },
      { label: say('metrics.column.answered'), kind: 'count' },
      { label: say('metrics.column.asExpected'), kind: 'count' },
      { label: say('metrics.column.share'), kind: 'share' },
      { label: say('metrics.column.atLeast'), kind: 'share' },
      { label: say('metrics.column.atMost'), kind: 'share' },
      { label: say('metrics.column.now'), kind: 'text' },
    ],
    rows: rows.map(({ by, answered, passed, judged, state }) => {
      const { low, high } = wilson(passed, answered)
      return [
        by,
        answered,
        passed,
        passed / answered,
        low,
        high,
        stateInWords({ judged: judged ?? 0, state: state ?? 'fine' }),
      ]
    }),
    empty: say('metrics.checks.empty'),
  }
}
