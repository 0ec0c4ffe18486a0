import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import { db } from '@/db/client'
import { say } from '@/lib/i18n/say'
import { byQueue, namedQueues } from './queues'
import { cappedNote, decisionsOf, MOST_READ, type Scope } from './scope'
import type { MetricTable } from './table'

type Row = {
  queue: string | null
  all: boolean
  inbound: number
  decided: number
  open: number
  oldest: string | null
}

/** What came in, what was decided and what waits, by queue. */
export async function flowTable(scope: Scope): Promise<MetricTable> {
  const queues = await namedQueues(scope.datasetId)
  const { datasetId, since } = scope
  // A branch for each status, as the index by age has it; the waiting ones each from an index of their queue.
  const opened = (status: 'open' | 'decided') => sql`
    (select queue_id from review_case
     where dataset_id = ${datasetId} and status = ${sql.raw(`'${status}'`)} and opened_at >= ${since} and not restricted
     order by opened_at desc nulls last limit ${MOST_READ})`
  const waiting = (queue: SQL) => sql`
    select count(*)::int as open, min(opened_at) as oldest from (
      select opened_at from review_case
      where dataset_id = ${datasetId} and queue_id ${queue} and status = 'open' and not restricted
      order by opened_at limit ${MOST_READ}) c`
  const rows = await db().execute<Row>(sql`
    with inbound as (${opened('open')} union all ${opened('decided')}),
    decided as (
      select c.queue_id from (${decisionsOf(scope)}) d
      join review_case c on c.dataset_id = d.dataset_id and c.id = d.case_id where not c.restricted),
    waiting as (
      select q.id as queue_id, w.open, w.oldest
      from (select id from review_queue where dataset_id = ${datasetId}) q, lateral (${waiting(sql`= q.id`)}) w
      union all
      select null, w.open, w.oldest from (${waiting(sql`is null`)}) w)
    select queue_id as queue, grouping(queue_id) = 1 as all, sum(inbound)::int as inbound, sum(decided)::int as decided,
      sum(open)::int as open, min(oldest) as oldest
    from (
      select queue_id, 1 as inbound, 0 as decided, 0 as open, null::timestamptz as oldest from inbound
      union all select queue_id, 0, 1, 0, null from decided
      union all select queue_id, 0, 0, open, oldest from waiting where open > 0) x
    group by grouping sets ((queue_id), ())`)
  const most = Math.max(0, ...rows.map(({ inbound, decided, open }) => Math.max(inbound, decided, open)))
  return {
    id: 'flow',
    title: say('metrics.flow.title'),
    about: say('metrics.flow.about'),
    columns: [
      { label: say('metrics.column.queue'), kind: 'text' },
      { label: say('metrics.column.inbound'), kind: 'count' },
      { label: say('metrics.column.decisions'), kind: 'count' },
      { label: say('metrics.column.open'), kind: 'count' },
      { label: say('metrics.column.oldest'), kind: 'time' },
    ],
    rows: byQueue(queues, [...rows], ({ inbound, decided, open, oldest }) => [
      inbound,
      decided,
      open,
      oldest === null ? null : new Date(oldest).toISOString(),
    ]),
    empty: say('metrics.flow.empty'),
    ...capped(cappedNote(most, 'casesAndDecisions')),
  }
}

export const capped = (note: string | undefined): { capped?: string } => (note ? { capped: note } : {})
