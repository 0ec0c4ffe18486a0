import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { expire } from '@/lib/takedowns/expire'

const payload = z.object({ requestId: z.uuid() })

/** Ends a request that was not confirmed in time. */
export async function takedownExpire(given: unknown): Promise<void> {
  const { requestId } = payload.parse(given)
  await transact((tx) => expire(tx, requestId))
}
