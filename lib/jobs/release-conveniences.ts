import 'server-only'
import { z } from 'zod'
import { storeConveniences } from '@/lib/releases/store-conveniences'

const payload = z.object({ datasetId: z.uuid(), releaseId: z.uuid() })

/** Makes the Parquet copies of a release that has been published. */
export async function releaseConveniences(given: unknown): Promise<void> {
  const { datasetId, releaseId } = payload.parse(given)
  await storeConveniences(datasetId, releaseId)
}
