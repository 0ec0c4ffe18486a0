import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { putBack } from '@/lib/other-side/put-back'

const payload = z.object({ requestId: z.uuid() })

/** Puts back what was countered, when its time has come and no court action was told of. */
export async function takedownPutBack(given: unknown): Promise<void> {
  const { requestId } = payload.parse(given)
  await transact((tx) => putBack(tx, requestId))
}
