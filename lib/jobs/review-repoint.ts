import 'server-only'
import { z } from 'zod'
import { repoint } from '@/lib/review/repoint'

const payload = z.object({ datasetId: z.uuid(), detectors: z.array(z.string()) })

/** Flags of some detectors are believed otherwise than before: the open cases they raised stand elsewhere. */
export async function reviewRepoint(given: unknown): Promise<void> {
  const { datasetId, detectors } = payload.parse(given)
  await repoint(datasetId, detectors)
}
