import 'server-only'
import type { Tx } from '@/db/client'
import { requester } from '@/lib/auth/load-actor'
import type { LockedRequest } from './request-row'
import { keepWords } from './said'
import { startWork } from './start-work'
import { take } from './take'

/**
 * The requester contests that it was not taken up, that nothing was found, or what they were told there is about them: it begins anew, with its
 * own clock, and for somebody else to refuse or to answer.
 */
export async function contestRejection(
  tx: Tx,
  request: LockedRequest,
  grounds: string,
): Promise<{ cases: number }> {
  const taken = await take(tx, requester(request.id), request, 'appeal', {
    type: 'appealed',
    data: { cases: 0 },
  })
  await keepWords(tx, taken, grounds)
  await startWork(tx, taken)
  return { cases: 0 }
}
