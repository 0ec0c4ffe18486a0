import 'server-only'
import { z } from 'zod'
import { continueBulk } from '@/lib/bulk/run'

const payload = z.object({ datasetId: z.uuid(), bulkId: z.uuid() })

/** Carries out a bulk decision that a lead has started. Killed half-way it is tried again and goes on; ended before, it does nothing. */
export async function bulkRun(
  given: unknown,
  { abortSignal }: { abortSignal?: AbortSignal } = {},
): Promise<void> {
  await continueBulk(payload.parse(given), abortSignal)
}
