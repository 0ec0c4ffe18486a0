import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { lift } from '@/lib/other-side/lift'

const payload = z.object({ requestId: z.uuid(), eventId: z.uuid() })

/** Ends a restriction on the day that its requester was told. */
export async function takedownLift(given: unknown): Promise<void> {
  const announced = payload.parse(given)
  await transact((tx) => lift(tx, announced))
}
