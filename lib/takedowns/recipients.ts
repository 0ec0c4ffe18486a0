import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { copyHolder, copyHolding } from '@/db/schema'
import { openHolders } from '@/lib/copies/holder'

/**
 * Who keeps a registered copy of the dataset, by name: whoever asks may know to whom their data went (GDPR Art. 15(1)(c), as the Court of
 * Justice reads it, C-154/21). Their addresses are theirs. `releases`: how many there are, which anybody can have downloaded.
 */
export async function recipientsOf(
  on: Db | Tx,
  datasetId: string,
): Promise<{ releases: number; holders: string[] }> {
  const rows = await on
    .select({ sealed: copyHolder.sealed })
    .from(copyHolding)
    .innerJoin(copyHolder, eq(copyHolder.id, copyHolding.holderId))
    .where(and(eq(copyHolding.datasetId, datasetId), eq(copyHolder.state, 'active')))
  const [count] = await on.execute<{ n: number }>(
    sql`select count(*)::int as n from release where dataset_id = ${datasetId} and state = 'published'`,
  )
  const words = await openHolders(
    on,
    rows.map(({ sealed }) => sealed),
  )
  const holders = words.flatMap((said) => (said ? [said.organisation || said.name] : []))
  return { releases: count?.n ?? 0, holders: [...new Set(holders)].sort() }
}
