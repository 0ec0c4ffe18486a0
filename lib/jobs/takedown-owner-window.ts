import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { ownerTimeOver } from '@/lib/takedowns/owner-window'

const payload = z.object({ requestId: z.uuid() })

/** Ends the time of the maintainers when they have said nothing. */
export async function takedownOwnerWindow(given: unknown): Promise<void> {
  const { requestId } = payload.parse(given)
  await transact((tx) => ownerTimeOver(tx, requestId))
}
