import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { dataset } from '@/db/schema'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'

/** A decision that holds in places for which no release is ever made would hold nowhere but in the world's. */
export async function refuseForeignTerritories(
  tx: Tx,
  datasetId: string,
  territories: readonly string[],
): Promise<void> {
  if (territories.length === 0) return
  const [of] = await tx
    .select({ territories: dataset.territories })
    .from(dataset)
    .where(eq(dataset.id, datasetId))
  const foreign = territories.find((territory) => !of?.territories.includes(territory))
  if (foreign === undefined) return
  const message = say('review.source.noProfile', { territory: foreign })
  throw invalid(message, { territories: [message] })
}
