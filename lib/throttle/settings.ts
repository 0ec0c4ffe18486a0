import 'server-only'
import { eq } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import { safeguard } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { changeSafeguards } from '@/lib/review/safeguards'
import type { ThrottleInput } from './input'

/**
 * In how many of an import's rows a new version of a detector may find something, from how many rows on that is judged, and in how many
 * while the dataset has had no import of that many rows.
 */
export type ThrottleSettings = Omit<ThrottleInput, 'datasetId' | 'opened'>

const DEFAULTS: ThrottleSettings = { throttleShare: 0.05, throttleLeast: 1_000, throttleFirstShare: 0.5 }

export async function throttleSettingsOf(datasetId: string, on: Db | Tx = db()): Promise<ThrottleSettings> {
  const [row] = await on
    .select({
      throttleShare: safeguard.throttleShare,
      throttleLeast: safeguard.throttleLeast,
      throttleFirstShare: safeguard.throttleFirstShare,
    })
    .from(safeguard)
    .where(eq(safeguard.datasetId, datasetId))
  return row ?? DEFAULTS
}

/** Holds from the next chunk of an import on. What is paused stays so. */
export const changeThrottle = (
  tx: Tx,
  actor: Member,
  { datasetId, opened, ...wanted }: ThrottleInput,
): Promise<{ changed: boolean }> =>
  changeSafeguards(tx, actor, datasetId, { wanted, opened, now: () => throttleSettingsOf(datasetId, tx) })
