import 'server-only'
import { z } from 'zod'
import { lookAtClaim } from '@/lib/lookup/prove'

const payload = z.object({ searchId: z.uuid() })

/** Looks whether a page shows the text that somebody was to write there. */
export async function lookupPage(given: unknown): Promise<void> {
  await lookAtClaim(payload.parse(given).searchId)
}
