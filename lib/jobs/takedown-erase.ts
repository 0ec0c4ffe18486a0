import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { eraseRequest } from '@/lib/takedowns/erase'

const payload = z.object({ requestId: z.uuid() })

/** Erases the personal data of a request when its time is over. */
export async function takedownErase(given: unknown): Promise<void> {
  const { requestId } = payload.parse(given)
  await transact((tx) => eraseRequest(tx, requestId))
}
