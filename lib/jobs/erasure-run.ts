import 'server-only'
import { z } from 'zod'
import { finishErasures } from '@/lib/erasure/finish'

const payload = z.object({ datasetId: z.uuid() })

/** Finishes the erasures that wait in a dataset. Refused while a release is being made or a revision imported, it is tried again. */
export async function erasureRun(
  given: unknown,
  { abortSignal }: { abortSignal?: AbortSignal } = {},
): Promise<void> {
  await finishErasures(payload.parse(given).datasetId, { signal: abortSignal })
}
