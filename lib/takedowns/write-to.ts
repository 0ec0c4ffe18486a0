import 'server-only'
import type { Tx } from '@/db/client'
import type { Template } from '@/lib/mail/message'
import { enqueueMail } from '@/lib/mail/outbox'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { contactOf } from './contact'
import type { LockedRequest } from './request-row'

/** A letter to whoever made a request. Erased at their wish or after its time, nobody is left to be told. */
export async function writeTo<Data>(
  tx: Tx,
  request: Pick<LockedRequest, 'id'>,
  template: Template<Data>,
  data: (to: { trackingUrl: string }) => Data,
): Promise<void> {
  const contact = await contactOf(tx, request.id)
  if (!contact) return
  const trackingUrl = env().url + paths.takedownTrack(contact.tracking)
  await enqueueMail(tx, { to: contact.email, template, data: data({ trackingUrl }), requestId: request.id })
}
