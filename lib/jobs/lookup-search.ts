import 'server-only'
import { z } from 'zod'
import { continueLookup } from '@/lib/lookup/continue-search'

const payload = z.object({ searchId: z.uuid() })

/** Looks for what somebody has proven to be theirs. Killed or refused half-way it is tried again and goes on. */
export async function lookupSearch(
  given: unknown,
  { abortSignal }: { abortSignal?: AbortSignal } = {},
): Promise<void> {
  await continueLookup(payload.parse(given).searchId, abortSignal)
}
