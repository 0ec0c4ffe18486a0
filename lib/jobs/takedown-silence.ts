import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { silence } from '@/lib/takedowns/silence'

const payload = z.object({
  requestId: z.uuid(),
  eventId: z.uuid(),
  then: z.enum(['remind', 'close']),
})

/** Reminds whoever was asked for something and has not answered; later closes. */
export async function takedownSilence(given: unknown): Promise<void> {
  const waiting = payload.parse(given)
  await transact((tx) => silence(tx, waiting))
}
