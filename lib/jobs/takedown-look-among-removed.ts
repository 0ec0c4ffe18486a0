import 'server-only'
import { z } from 'zod'
import { db } from '@/db/client'
import { lookAmongRemoved } from '@/lib/other-side/file-complaint'

const payload = z.object({
  requestId: z.uuid(),
  since: z.uuid(),
  after: z.string().regex(/^[0-9a-f]*$/),
  decided: z.object({ from: z.iso.datetime(), until: z.iso.datetime() }).optional(),
})

/** Looks for the words of a complaint in a stretch of the texts that were taken out; the job comes again until it has read them all. */
export async function takedownLookAmongRemoved(
  given: unknown,
  { abortSignal }: { abortSignal?: AbortSignal } = {},
): Promise<void> {
  await lookAmongRemoved(db(), payload.parse(given), { signal: abortSignal })
}
