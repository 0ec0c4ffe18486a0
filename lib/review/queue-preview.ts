import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { takesEverything } from './queue-rules'
import type { QueueRulesInput } from './queue-input'
import { queuesOf } from './queues'
import { takes } from './route'

/** Beyond this the number is not counted on: it says that the queue is large. */
export const MOST_PREVIEWED = 10_000

type Asked = {
  datasetId: string
  /** Null for a new queue, which comes before the one that takes everything. */
  queueId: string | null
  rules: Pick<
    QueueRulesInput,
    'categories' | 'minSeverity' | 'maxSeverity' | 'detectors' | 'sources' | 'languages'
  >
}

/** How many open cases a queue with these conditions would have at its place: those it takes and none before it does. */
export async function countWouldTake(
  on: Db | Tx,
  { datasetId, queueId, rules }: Asked,
): Promise<{ cases: number; capped: boolean }> {
  const queues = await queuesOf(on, datasetId)
  const place = queues.findIndex((queue) =>
    queueId === null ? takesEverything(queue) : queue.id === queueId,
  )
  const before = queues.slice(0, place < 0 ? queues.length : place).map(({ id }) => id)
  const [row] = await on.execute<{ cases: number }>(sql`
    select count(*)::int as cases from (
      select 1 from review_case c
      cross join (select ${sql.param(rules.categories)}::text[] as categories, ${rules.minSeverity}::int as min_severity,
        ${rules.maxSeverity}::int as max_severity, ${sql.param(rules.detectors)}::text[] as detectors,
        ${sql.param(rules.sources)}::text[] as sources, ${sql.param(rules.languages)}::text[] as languages) q
      where c.dataset_id = ${datasetId} and c.status = 'open' and ${takes}
        and not exists (
          select from review_queue q where q.dataset_id = c.dataset_id and q.id = any (${sql.param(before)}::uuid[]) and ${takes})
      limit ${MOST_PREVIEWED + 1}) counted`)
  const cases = row?.cases ?? 0
  return { cases: Math.min(cases, MOST_PREVIEWED), capped: cases > MOST_PREVIEWED }
}
