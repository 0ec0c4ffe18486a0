import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { shareTurn, takeTurns } from '@/db/locks'

/**
 * The conditions of a queue `q` on a case `c`, as `queueFor` asks them: the two are held against each other in
 * tests/db/queue-settings.test.ts.
 */
export const takes: SQL = sql.raw(`
  (q.categories is null or c.category = any (q.categories))
  and c.severity between q.min_severity and q.max_severity
  and (q.detectors is null or c.detectors && q.detectors)
  and (q.sources is null or c.sources && q.sources)
  and (q.languages is null or c.language = any (q.languages))`)

/** The queue that case `c` belongs to now, for a lateral join: the first in order that takes it. */
export const firstQueue: SQL = sql`
  select q.* from review_queue q
  where q.dataset_id = c.dataset_id and q.retired_at is null and ${takes}
  order by q.ordinal, q.id limit 1`

const lockName = (datasetId: string) => `queue-rules/${datasetId}`

/**
 * Whoever routes cases holds the rules still until they commit, beside others who route. Without it an import that has read the
 * rules could commit cases into a queue that was retired meanwhile, where nobody would ever claim them.
 */
export async function holdRules(tx: Tx, datasetId: string): Promise<void> {
  await shareTurn(tx, lockName(datasetId))
}

/**
 * Whoever changes the rules waits for those who route by them, and they for them. The holder locks no case: so nobody waits in a
 * circle, and what the change means for the open cases is the job that follows it.
 */
export async function changeRules(tx: Tx, datasetId: string): Promise<void> {
  await takeTurns(tx, lockName(datasetId))
}
