import 'server-only'
import { z } from 'zod'
import { db, transact } from '@/db/client'
import { isDealtWith } from '@/lib/other-side/answer'
import { locate } from '@/lib/takedowns/locate'
import { recordMatches, targetsToFind } from '@/lib/takedowns/match'

const payload = z.object({ requestId: z.uuid() })

/** Looks for what a confirmed request names, without a lock on anything, and opens the cases of what it finds. */
export async function takedownMatch(given: unknown): Promise<void> {
  const { requestId } = payload.parse(given)
  if (await transact((tx) => isDealtWith(tx, requestId))) return
  const asked = await transact((tx) => targetsToFind(tx, requestId))
  if (!asked) return
  const located = await locate(db(), asked.datasetId, asked.targets)
  await transact((tx) => recordMatches(tx, requestId, located))
}
