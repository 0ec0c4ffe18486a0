import 'server-only'
import { z } from 'zod'
import { takeCandidates } from '@/lib/takedowns/take-candidates'

const payload = z.object({ requestId: z.uuid() })

/** Opens the cases of items that people said a request means. */
export async function takedownTake(given: unknown): Promise<void> {
  await takeCandidates(payload.parse(given).requestId)
}
