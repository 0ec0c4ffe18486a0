import 'server-only'
import { z } from 'zod'
import { recordReservations } from '@/lib/reservations/record'

const payload = z.object({ requestId: z.uuid() })

/** Asks the addresses of an opt-out what they reserve. */
export async function takedownReservations(given: unknown): Promise<void> {
  await recordReservations(payload.parse(given).requestId)
}
