import 'server-only'
import type { Tx } from '@/db/client'
import { system } from '@/lib/auth/load-actor'
import { erasePersonalData } from './erase'
import { lockRequest } from './request-row'
import { may } from './status'
import { take } from './take'

/**
 * Ends a request whose address nobody confirmed, and erases what it said and who it named: that address may belong to
 * somebody who never wrote to us. Does nothing when it was confirmed in time.
 */
export async function expire(tx: Tx, requestId: string): Promise<void> {
  const request = await lockRequest(tx, requestId)
  if (!may(request.status, 'expire')) return
  await take(tx, system('takedown'), request, 'expire', { type: 'expired' })
  // After the event: what is sealed about the request later would need a new key.
  await erasePersonalData(tx, system('takedown'), request, 'never_confirmed')
}
