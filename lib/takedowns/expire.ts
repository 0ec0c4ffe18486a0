import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { mailMessage, takedownContact, takedownRequest, takedownTarget } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { sealJson } from '@/lib/crypto/seal'
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
  await tx.delete(takedownContact).where(eq(takedownContact.requestId, requestId))
  await tx.delete(takedownTarget).where(eq(takedownTarget.requestId, requestId))
  await tx
    .update(mailMessage)
    .set({ sealed: sealJson(null) })
    .where(eq(mailMessage.requestId, requestId))
  await recordEvent(tx, system('takedown'), request, 'expired')
}
