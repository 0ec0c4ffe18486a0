import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import { db } from '@/db/client'
import { say } from '@/lib/i18n/say'
import { capped } from './flow'
import { byQueue, namedQueues } from './queues'
import { cappedNote, decisionsOf, type Scope, votesOf } from './scope'
import type { MetricTable } from './table'

type Quantiles = { queue: string | null; all: boolean; n: number; median: number | null; p90: number | null }

/** How long a vote takes, and how long a case waits for its decision, by queue. */
export async function timesTable(scope: Scope): Promise<MetricTable> {
  const [queues, handling, waiting] = await Promise.all([
    namedQueues(scope.datasetId),
    quantiles(sql`
      select c.queue_id, v.handling_ms / 1000.0 as seconds
      from (${votesOf(scope)}) v join review_case c on c.dataset_id = v.dataset_id and c.id = v.case_id
      where not c.restricted and v.handling_ms is not null`),
    quantiles(sql`
      select c.queue_id, extract(epoch from c.decided_at - c.opened_at) as seconds
      from (${decisionsOf(scope)}) d join review_case c on c.dataset_id = d.dataset_id and c.id = d.case_id
      where not c.restricted and c.status = 'decided' and c.decision_id = d.id`),
  ])
  const merged = [...handling, ...waiting.filter((row) => !find(handling, row))].map((row) => ({
    queue: row.queue,
    all: row.all,
    handling: find(handling, row),
    waiting: find(waiting, row),
  }))
  const most = Math.max(0, ...handling.map(({ n }) => n), ...waiting.map(({ n }) => n))
  return {
    id: 'times',
    title: say('metrics.times.title'),
    about: say('metrics.times.about'),
    columns: [
      { label: say('metrics.column.queue'), kind: 'text' },
      { label: say('metrics.column.votesMeasured'), kind: 'count' },
      { label: say('metrics.column.handlingMedian'), kind: 'seconds' },
      { label: say('metrics.column.handlingMost'), kind: 'seconds' },
      { label: say('metrics.column.casesDecided'), kind: 'count' },
      { label: say('metrics.column.waitingMedian'), kind: 'seconds' },
      { label: say('metrics.column.waitingMost'), kind: 'seconds' },
    ],
    rows: byQueue(queues, merged, (row) => [
      row.handling?.n ?? 0,
      row.handling?.median ?? null,
      row.handling?.p90 ?? null,
      row.waiting?.n ?? 0,
      row.waiting?.median ?? null,
      row.waiting?.p90 ?? null,
    ]),
    empty: say('metrics.times.empty'),
    ...capped(cappedNote(most, 'votesAndDecisions')),
  }
}

const find = (rows: readonly Quantiles[], of: Pick<Quantiles, 'queue' | 'all'>) =>
  rows.find(({ queue, all }) => queue === of.queue && all === of.all)

/** @param measured (queue_id, seconds) */
async function quantiles(measured: SQL): Promise<Quantiles[]> {
  const rows = await db().execute<Quantiles>(sql`
    select queue_id as queue, grouping(queue_id) = 1 as all, count(*)::int as n,
      (percentile_cont(0.5) within group (order by seconds::float8)) as median,
      (percentile_cont(0.9) within group (order by seconds::float8)) as p90
    from (${measured}) x group by grouping sets ((queue_id), ())`)
  return [...rows].filter(({ n }) => n > 0)
}
