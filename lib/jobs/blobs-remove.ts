import 'server-only'
import { z } from 'zod'
import { removeBlobs } from '@/lib/erasure/sweep'

const payload = z.object({ digests: z.array(z.string().regex(/^[0-9a-f]{64}$/)) })

/** Removes files that nothing names any more. While a backup is being written it is tried again. */
export async function blobsRemove(given: unknown): Promise<void> {
  await removeBlobs(payload.parse(given).digests)
}
