import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { fulfil } from '@/lib/fulfilment/fulfil'

const payload = z.object({ requestId: z.uuid() })

/** Closes a request that an earlier release fulfils already. */
export async function takedownFulfil(given: unknown): Promise<void> {
  const { requestId } = payload.parse(given)
  await transact((tx) => fulfil(tx, requestId))
}
