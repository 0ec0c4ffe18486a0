import 'server-only'
import { z } from 'zod'
import { indexDataset } from '@/lib/near-duplicates/index-items'

const payload = z.object({ datasetId: z.uuid() })

/** Makes what an import brought findable by its near-duplicates. Killed or refused half-way it is tried again and goes on. */
export async function indexNearDuplicatesOf(
  given: unknown,
  { abortSignal }: { abortSignal?: AbortSignal } = {},
): Promise<void> {
  await indexDataset(payload.parse(given).datasetId, abortSignal)
}
