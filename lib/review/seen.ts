import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { flag } from '@/db/schema'
import type { SeenFinding } from '@/db/schema/review'
import { fingerprint } from '@/lib/crypto/instance-key'
import { distinctFindings, findingKey } from './findings'

/** Everything that is claimed about an item in one category now. */
export async function findingsNow(
  on: Db | Tx,
  { datasetId, digest, category }: { datasetId: string; digest: Buffer; category: string },
): Promise<SeenFinding[]> {
  const flags = await on
    .select({ type: flag.type, spans: flag.spans })
    .from(flag)
    .where(and(eq(flag.datasetId, datasetId), eq(flag.digest, digest), eq(flag.category, category)))
  return distinctFindings(flags)
}

/**
 * Short name of a list of findings: a form carries what its reader saw, the verb compares. Keyed: where masked passages end could be
 * found by trying.
 */
export const findingsVersion = (findings: readonly SeenFinding[]): string =>
  fingerprint('findings', findings.map(findingKey).join('\n')).toString('hex').slice(0, 16)
