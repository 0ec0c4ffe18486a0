import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { item } from '@/db/schema'
import { byteaArray } from './arrays'

/** Those of these digests that are items, which Postgres knows: also without their text, where that was erased. */
export async function itemsAmong(
  on: Db | Tx,
  datasetId: string,
  digests: readonly Buffer[],
): Promise<Buffer[]> {
  if (digests.length === 0) return []
  const rows = await on
    .select({ digest: item.digest })
    .from(item)
    .where(and(eq(item.datasetId, datasetId), sql`${item.digest} = any (${byteaArray(digests)})`))
  return rows.map(({ digest }) => digest)
}
