import 'server-only'
import { eq } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import { safeguard } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { changeSafeguards } from '@/lib/review/safeguards'
import type { BandSettingsInput } from './input'

/** What a sample of a score band has to be and to show before the rest of the band is decided at once. */
export type BandSettings = Omit<BandSettingsInput, 'datasetId' | 'opened'>

const DEFAULTS: BandSettings = { bandSample: 40, bandAgreement: 0.85 }

export async function bandSettingsOf(datasetId: string, on: Db | Tx = db()): Promise<BandSettings> {
  const [row] = await on
    .select({ bandSample: safeguard.bandSample, bandAgreement: safeguard.bandAgreement })
    .from(safeguard)
    .where(eq(safeguard.datasetId, datasetId))
  return row ?? DEFAULTS
}

/** Changes it for bands that are chosen from now on; those that were keep what they began with. */
export const changeBandSettings = (
  tx: Tx,
  actor: Member,
  { datasetId, opened, ...wanted }: BandSettingsInput,
): Promise<{ changed: boolean }> =>
  changeSafeguards(tx, actor, datasetId, { wanted, opened, now: () => bandSettingsOf(datasetId, tx) })
