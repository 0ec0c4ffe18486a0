import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { forgetSearch } from '@/lib/review/search-cases'

const payload = z.object({ searchId: z.uuid() })

/** Forgets what a search looked for and found when its time is over; that it was made stays on record. */
export async function searchForget(given: unknown): Promise<void> {
  const { searchId } = payload.parse(given)
  await transact((tx) => forgetSearch(tx, searchId))
}
