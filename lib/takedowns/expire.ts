import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takedownRequest } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { erasePersonalData } from './erase'
import { lockRequest, recordEvent } from './request-row'
import { may, nextStatus } from './status'

/**
 * Ends a request whose address nobody confirmed, and erases what it said and who it named: that address may belong to
 * somebody who never wrote to us. Does nothing when it was confirmed in time.
 */
export async function expire(tx: Tx, requestId: string): Promise<void> {
  const request = await lockRequest(tx, requestId)
  if (!may(request.status, 'expire')) return
  const closed = { status: nextStatus(request.status, 'expire'), closedAt: new Date() }
  await tx.update(takedownRequest).set(closed).where(eq(takedownRequest.id, requestId))
  await recordEvent(tx, system('takedown'), request, 'expired')
  // After the event: what is sealed about the request later would need a new key.
  await erasePersonalData(tx, system('takedown'), request, 'never_confirmed')
}
