import 'server-only'
import { z } from 'zod'
import { tellLanguages } from '@/lib/review/tell-languages'

const payload = z.object({ datasetId: z.uuid() })

/** Tells the language of what was stored before languages were told. Killed half-way it is tried again and goes on. */
export async function tellLanguagesOf(
  given: unknown,
  { abortSignal }: { abortSignal?: AbortSignal } = {},
): Promise<void> {
  await tellLanguages(payload.parse(given).datasetId, abortSignal)
}
