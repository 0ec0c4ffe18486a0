import 'server-only'
import { z } from 'zod'
import { lookAtPlace } from '@/lib/takedowns/look-at-place'

const payload = z.object({ proofId: z.uuid() })

/** Looks whether a domain shows the token it was asked to show. */
export async function takedownLook(given: unknown): Promise<void> {
  await lookAtPlace(payload.parse(given).proofId)
}
