import 'server-only'
import { and, desc, eq } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { revision } from '@/db/schema'

/** The latest revision of a dataset that was imported completely; null when there is none yet. */
export async function newestRevision(
  on: Db | Tx,
  datasetId: string,
): Promise<{ id: string; number: number } | null> {
  const [newest] = await on
    .select({ id: revision.id, number: revision.number })
    .from(revision)
    .where(and(eq(revision.datasetId, datasetId), eq(revision.state, 'complete')))
    .orderBy(desc(revision.number))
    .limit(1)
  return newest ?? null
}
