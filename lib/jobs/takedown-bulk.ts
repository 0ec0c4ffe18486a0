import 'server-only'
import { z } from 'zod'
import { continueRequests } from '@/lib/request-bulk/run'

const payload = z.object({ datasetId: z.uuid(), bulkId: z.uuid() })

/** Carries out a bulk decision of requests that a lead has started. Killed half-way it is tried again and goes on; ended before, it does nothing. */
export async function takedownBulk(
  given: unknown,
  { abortSignal }: { abortSignal?: AbortSignal } = {},
): Promise<void> {
  await continueRequests(payload.parse(given), abortSignal)
}
