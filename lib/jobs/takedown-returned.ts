import 'server-only'
import { z } from 'zod'
import { tellReturned } from '@/lib/fulfilment/returned'

const payload = z.object({ datasetId: z.uuid(), revisionId: z.uuid() })

/** A revision is complete: whoever had sources left out hears whether it brought some of them back. */
export async function takedownReturned(
  given: unknown,
  { abortSignal }: { abortSignal?: AbortSignal } = {},
): Promise<void> {
  await tellReturned(payload.parse(given), abortSignal)
}
