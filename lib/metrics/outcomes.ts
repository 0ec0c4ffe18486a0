import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { say } from '@/lib/i18n/say'
import { ACTION_ORDER } from '@/lib/review/labels'
import type { Action, DecisionKind } from '@/lib/review/status'
import { capped } from './flow'
import { byQueue, namedQueues } from './queues'
import { cappedNote, decisionsOf, type Scope } from './scope'
import type { MetricTable } from './table'
import { wilson } from '@/lib/agreement/wilson'

const KINDS = [
  'quorum',
  'adjudication',
  'override',
  'batch',
  'reversal',
] as const satisfies readonly DecisionKind[]

/** Decisions by action, and by how they came about. */
export async function outcomesTable(scope: Scope): Promise<MetricTable> {
  const rows = await db().execute<{ action: Action; kind: DecisionKind; n: number }>(sql`
    select d.action, d.kind, count(*)::int as n
    from (${decisionsOf(scope)}) d join review_case c on c.dataset_id = d.dataset_id and c.id = d.case_id
    where not c.restricted group by 1, 2`)
  const total = (action: Action, kind?: DecisionKind) =>
    rows
      .filter((row) => row.action === action && (kind === undefined || row.kind === kind))
      .reduce((sum, { n }) => sum + n, 0)
  const all = rows.reduce((sum, { n }) => sum + n, 0)
  return {
    id: 'outcomes',
    title: say('metrics.outcomes.title'),
    about: say('metrics.outcomes.about'),
    columns: [
      { label: say('metrics.column.action'), kind: 'text' },
      { label: say('metrics.column.decisions'), kind: 'count' },
      { label: say('metrics.column.share'), kind: 'share' },
      ...KINDS.map((kind) => ({
        label: sentence(say(`labels.decisionKind.${kind}`)),
        kind: 'count' as const,
      })),
    ],
    rows:
      all === 0
        ? []
        : ACTION_ORDER.map((action) => [
            say(`labels.action.${action}.verb`),
            total(action),
            total(action) / all,
            ...KINDS.map((kind) => total(action, kind)),
          ]),
    empty: say('metrics.outcomes.empty'),
    ...capped(cappedNote(all, 'decisions')),
  }
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

type Overturned = {
  queue: string | null
  all: boolean
  decisions: number
  upheld: number
  overturned: number
}

/** How often a decision did not hold when somebody looked again. */
export async function overturnedTable(scope: Scope): Promise<MetricTable> {
  const [queues, rows] = await Promise.all([
    namedQueues(scope.datasetId),
    db().execute<Overturned>(sql`
      select c.queue_id as queue, grouping(c.queue_id) = 1 as all, count(*)::int as decisions,
        count(*) filter (where looked and not changed)::int as upheld, count(*) filter (where looked and changed)::int as overturned
      from (
        select d.case_id, d.dataset_id, s.action <> d.action or s.spans <> d.spans as changed,
          s.id is not null and (s.kind = 'override' and s.round = d.round or exists (
            select from appeal a where a.dataset_id = d.dataset_id and a.decision_id = d.id and a.round = s.round)) as looked
        from (${decisionsOf(scope)}) d
        left join decision s on s.dataset_id = d.dataset_id and s.supersedes = d.id) d
      join review_case c on c.dataset_id = d.dataset_id and c.id = d.case_id
      where not c.restricted group by grouping sets ((c.queue_id), ())`),
  ])
  const most = Math.max(0, ...rows.map(({ decisions }) => decisions))
  return {
    id: 'overturned',
    title: say('metrics.overturned.title'),
    about: say('metrics.overturned.about'),
    columns: [
      { label: say('metrics.column.queue'), kind: 'text' },
      { label: say('metrics.column.decisions'), kind: 'count' },
      { label: say('metrics.column.upheld'), kind: 'count' },
      { label: say('metrics.column.overturned'), kind: 'count' },
      { label: say('metrics.column.overturnRate'), kind: 'share' },
      { label: say('metrics.column.from'), kind: 'share' },
      { label: say('metrics.column.to'), kind: 'share' },
    ],
    rows: byQueue(queues, [...rows], ({ decisions, upheld, overturned }) => {
      const { low, high } = wilson(overturned, decisions)
      return [decisions, upheld, overturned, overturned / decisions, low, high]
    }),
    empty: say('metrics.outcomes.empty'),
    ...capped(cappedNote(most, 'decisions')),
  }
}
