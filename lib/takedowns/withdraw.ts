import 'server-only'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import type { Visitor } from '@/lib/auth/actor'
import { requester } from '@/lib/auth/load-actor'
import { notFound } from '@/lib/errors'
import { enqueueMail } from '@/lib/mail/outbox'
import { takedownWithdrawn } from '@/lib/mail/templates/takedown-withdrawn'
import { contactOf } from './contact'
import type { withdrawInput } from './input'
import { type LockedRequest, lockRequest } from './request-row'
import { requestOfLink, take } from './take'

/**
 * The requester takes the request back, with its tracking link. Decisions made so far stay; open cases stay open, for the
 * item may be wrong whoever has pointed at it. Throws not_found for a link that is none.
 */
export async function withdraw(
  tx: Tx,
  _visitor: Visitor,
  { token }: z.output<typeof withdrawInput>,
): Promise<{ withdrawn: true }> {
  const { id, status } = await requestOfLink(tx, token)
  if (status === 'email_unverified') throw notFound('link')
  await withdrawLocked(tx, await lockRequest(tx, id))
  return { withdrawn: true }
}

/** The same of a request that the caller has locked. */
export async function withdrawLocked(tx: Tx, request: LockedRequest): Promise<void> {
  await take(tx, requester(request.id), request, 'withdraw', { type: 'withdrawn' })
  const contact = await contactOf(tx, request.id)
  if (contact) {
    const data = { reference: request.reference, dataset: request.datasetName }
    await enqueueMail(tx, {
      ...{ to: contact.email, language: request.language, requestId: request.id },
      ...{ template: takedownWithdrawn, data },
    })
  }
}
