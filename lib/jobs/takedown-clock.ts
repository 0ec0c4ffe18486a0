import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { lookAtClock } from '@/lib/takedowns/reminders'

const payload = z.object({ clockId: z.uuid() })

/** A clock is nearly due, or has run out: that is kept, and those who handle its request are reminded. */
export async function takedownClock(given: unknown): Promise<void> {
  const { clockId } = payload.parse(given)
  await transact((tx) => lookAtClock(tx, clockId))
}
