import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { forgetLookup } from '@/lib/lookup/prove'

const payload = z.object({ searchId: z.uuid() })

/** Forgets a look-up of something proven when its time is over. */
export async function lookupForget(given: unknown): Promise<void> {
  const { searchId } = payload.parse(given)
  await transact((tx) => forgetLookup(tx, searchId))
}
