import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { say } from '@/lib/i18n/say'
import type { Cell } from './table'

export type NamedQueue = { id: string | null; name: string }

/** The queues of a dataset in their order, then what is in none that is in use. */
export async function namedQueues(datasetId: string): Promise<NamedQueue[]> {
  const rows = await db().execute<{ id: string; name: string; retired: boolean }>(sql`
    select id, name, retired_at is not null as retired from review_queue
    where dataset_id = ${datasetId} order by retired_at is not null, ordinal, id`)
  return [
    ...rows.map(({ id, name, retired }) => ({
      id,
      name: retired ? say('metrics.row.retiredQueue', { queue: name }) : name,
    })),
    { id: null, name: say('metrics.row.noQueue') },
  ]
}

/** A first row for all of them, then one for each queue that has anything. */
export function byQueue<Row extends { queue: string | null; all: boolean }>(
  queues: readonly NamedQueue[],
  rows: readonly Row[],
  cells: (row: Row) => readonly Cell[],
): Cell[][] {
  const all = rows.find((row) => row.all)
  const named = queues.flatMap(({ id, name }) => {
    const row = rows.find((one) => !one.all && one.queue === id)
    return row ? [[name, ...cells(row)]] : []
  })
  return all && named.length > 0 ? [[say('metrics.row.allQueues'), ...cells(all)], ...named] : []
}
