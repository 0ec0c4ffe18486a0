import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { seatNewcomer } from '@/lib/takedowns/requester-seats'

const payload = z.object({ personId: z.uuid(), datasetId: z.uuid() })

/** Somebody became one who decides about a dataset, of whose items they may have asked something before. */
export async function takedownSeatNewcomer(given: unknown): Promise<void> {
  const newcomer = payload.parse(given)
  await transact((tx) => seatNewcomer(tx, newcomer))
}
