import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { retractedMatch } from '@/db/schema'
import type { LockedRequest } from '@/lib/takedowns/request-row'
import type { Pair } from './choose'

/** What earlier retractions took back, by {@link keyOf}. */
export async function retractedBefore(
  tx: Tx,
  { id, datasetId }: Pick<LockedRequest, 'id' | 'datasetId'>,
): Promise<Set<string>> {
  const rows = await tx
    .select({ targetId: retractedMatch.targetId, digest: retractedMatch.digest })
    .from(retractedMatch)
    .where(and(eq(retractedMatch.datasetId, datasetId), eq(retractedMatch.requestId, id)))
  return new Set(rows.map(({ targetId, digest }) => keyOf({ targetId, digest: digest.toString('hex') })))
}

export const keyOf = ({ targetId, digest }: Pair): string => `${targetId} ${digest}`
