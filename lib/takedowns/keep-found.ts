import 'server-only'
import type { Tx } from '@/db/client'
import { system } from '@/lib/auth/load-actor'
import { keepCandidates } from './candidates'
import type { Located } from './found'
import type { Search } from './locate'
import { type LockedRequest, recordEvent } from './request-row'
import { take } from './take'
import { setTargetStates } from './target-states'

/**
 * What was found for somebody who asks what there is about them, or that it be corrected, is kept for whoever answers them. It opens no
 * case, and nothing found is an answer, too, that a person gives: what a program did not find may be there all the same.
 */
export async function keepFound(
  tx: Tx,
  request: LockedRequest,
  search: Search,
  { located, first }: { located: Located | null; first: boolean },
): Promise<void> {
  const looked = await setTargetStates(tx, request.id, search.pending, { located, first })
  if (located) await keepCandidates(tx, request, located)
  const data = {
    found: new Set(located?.hits.map(({ digest }) => digest.toString('hex'))).size,
    ...(located && located.broad.length > 0 ? { broad: located.broad } : {}),
    ...(first ? {} : { looked: [...looked] }),
  }
  if (first) await take(tx, system('takedown'), request, 'match', { type: 'matched', data })
  else if (looked.size > 0) await recordEvent(tx, system('takedown'), request, 'matched', data)
}
