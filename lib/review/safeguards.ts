import 'server-only'
import type { Tx } from '@/db/client'
import { safeguard } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { takeTurns } from '@/db/locks'
import { refuseStale } from './opened'
import { recordChange } from './queue-changes'

type Values = Omit<typeof safeguard.$inferInsert, 'datasetId'>

/**
 * Writes some of what a dataset guards itself by, whichever kind they are, and the change into the history of its queues. Not over what
 * somebody else changed of it since the form was opened.
 */
export async function changeSafeguards<T extends Values>(
  tx: Tx,
  actor: Member,
  datasetId: string,
  { wanted, now, opened }: { wanted: T; now: () => Promise<T>; opened: string | undefined },
): Promise<{ changed: boolean }> {
  authorize(actor, 'queue.edit', { datasetId })
  await takeTurns(tx, `safeguards ${datasetId}`)
  const before = await now()
  await refuseStale(tx, { datasetId, queueId: null }, { opened, now: before, wanted })
  await tx
    .insert(safeguard)
    .values({ datasetId, ...wanted })
    .onConflictDoUpdate({ target: safeguard.datasetId, set: wanted })
  const about = { datasetId, queue: null, change: 'settings' as const }
  return { changed: await recordChange(tx, actor, about, { before, after: wanted }) }
}
