import 'server-only'
import { z } from 'zod'
import { tellHolders } from '@/lib/copies/tell'

const payload = z.object({ datasetId: z.uuid() })

/** Letters to those who keep copies, at the end of an hour in which there was something new. */
export async function copiesTell(
  given: unknown,
  { abortSignal }: { abortSignal?: AbortSignal } = {},
): Promise<void> {
  await tellHolders(payload.parse(given).datasetId, abortSignal)
}
