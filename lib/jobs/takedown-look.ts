import 'server-only'
import { z } from 'zod'
import { lookAtDomain } from '@/lib/takedowns/look-at-domain'

const payload = z.object({ proofId: z.uuid() })

/** Looks whether a domain shows the token it was asked to show. */
export async function takedownLook(given: unknown): Promise<void> {
  await lookAtDomain(payload.parse(given).proofId)
}
