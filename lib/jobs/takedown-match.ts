import 'server-only'
import { z } from 'zod'
import { db, transact } from '@/db/client'
import { isDealtWith } from '@/lib/other-side/answer'
import { locate } from '@/lib/takedowns/locate'
import { recordMatches, targetsToFind } from '@/lib/takedowns/match'
import { tallyOf } from '@/lib/takedowns/reach-record'
import { continueScan } from '@/lib/takedowns/scan'
import { enqueue } from './enqueue'

const payload = z.object({ requestId: z.uuid() })

const NOTHING = { gone: 0, masked: 0, kept: 0, asked: 0, requests: 0 }

/**
 * Looks for what a request names, without a lock on anything, and opens the cases of what it finds. Words are looked for in the files
 * first, a stretch at a time: the job comes again until it has read them all.
 */
export async function takedownMatch(
  given: unknown,
  { abortSignal }: { abortSignal?: AbortSignal } = {},
): Promise<void> {
  const { requestId } = payload.parse(given)
  if (await isDealtWith(db(), requestId)) return
  const search = await transact((tx) => targetsToFind(tx, requestId))
  if (!search) return
  const words = search.targets.flatMap(({ id, target }) =>
    search.pending.has(id) && (target.kind === 'quote' || target.kind === 'near') ? [{ id, target }] : [],
  )
  const read = await continueScan({ ...search, words }, { signal: abortSignal })
  // Whoever began anew has a job of its own.
  if (read === null) return
  if (!read) return transact((tx) => enqueue(tx, 'takedown.match', { requestId }))
  const located = await locate(db(), search, search.limits)
  const tally = located ? await tallyOf(db(), search, located.reach) : NOTHING
  await transact((tx) => recordMatches(tx, search, located, tally))
}
