import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { publishWhatIsDue } from '@/lib/fulfilment/due-release'

const payload = z.object({ datasetId: z.uuid(), profile: z.string() })

/** Has a release published in time for what was promised. What it began is made by `release.publish` like every other release. */
export async function releaseDue(given: unknown): Promise<void> {
  const at = payload.parse(given)
  await transact((tx) => publishWhatIsDue(tx, at))
}
