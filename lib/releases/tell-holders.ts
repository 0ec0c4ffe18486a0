import 'server-only'
import type { Tx } from '@/db/client'
import { enqueue } from '@/lib/jobs/enqueue'

const HOUR_MS = 3_600_000

/** Those who keep copies get one letter for all that is new in an hour, at its end. */
export function tellHoldersSoon(tx: Tx, datasetId: string, now = new Date()): Promise<void> {
  const runAt = new Date(Math.ceil((now.getTime() + 1) / HOUR_MS) * HOUR_MS)
  return enqueue(
    tx,
    'copies.tell',
    { datasetId },
    { runAt, key: `copies.tell/${datasetId}/${runAt.getTime()}` },
  )
}
