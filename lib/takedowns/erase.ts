import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { mailMessage, takedownContact, takedownTarget } from '@/db/schema'
import { sealJson } from '@/lib/crypto/seal'
import { enqueue } from '@/lib/jobs/enqueue'
import { lockRequest } from './request-row'
import { isClosed } from './status'

const LATER_DAYS = 30

/**
 * Erases who asked, what they wrote and what they named, from the request and from the mailbox, when its time is over. What
 * was decided stays, and the log: neither holds anything of a person. A request that is still open waits for its end.
 */
export async function eraseRequest(tx: Tx, requestId: string): Promise<void> {
  const request = await lockRequest(tx, requestId)
  if (isClosed(request.status)) return erasePersonalData(tx, requestId)
  await enqueue(
    tx,
    'takedown.erase',
    { requestId },
    { runAt: new Date(Date.now() + LATER_DAYS * 86_400_000) },
  )
}

export async function erasePersonalData(tx: Tx, requestId: string): Promise<void> {
  await tx.delete(takedownContact).where(eq(takedownContact.requestId, requestId))
  await tx.delete(takedownTarget).where(eq(takedownTarget.requestId, requestId))
  await tx
    .update(mailMessage)
    .set({ sealed: sealJson(null) })
    .where(eq(mailMessage.requestId, requestId))
}
