import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { remind } from '@/lib/takedowns/reminders'

const payload = z.object({ personId: z.uuid() })

/** Writes to somebody about the requests that are due, once a day at most. */
export async function takedownRemind(given: unknown): Promise<void> {
  const { personId } = payload.parse(given)
  await transact((tx) => remind(tx, personId))
}
