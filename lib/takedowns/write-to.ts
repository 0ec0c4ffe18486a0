import 'server-only'
import type { Tx } from '@/db/client'
import type { Template } from '@/lib/mail/message'
import { enqueueMail } from '@/lib/mail/outbox'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { contactOf } from './contact'
import type { LockedRequest } from './request-row'

/**
 * A letter to whoever made a request, in the language they wrote in, with the link of its page. Erased at their wish or after its time, nobody is left to be told.
 */
export async function writeTo<Data>(
  tx: Tx,
  { id, language }: Pick<LockedRequest, 'id' | 'language'>,
  template: Template<Data & { trackingUrl: string }>,
  data: Data,
  /** The request whose personal data is in it, when that is another one. */
  about = id,
): Promise<void> {
  const contact = await contactOf(tx, id)
  if (!contact) return
  const trackingUrl = env().url + paths.takedownTrack(contact.tracking)
  await enqueueMail(tx, {
    ...{ to: contact.email, language, template, requestId: about },
    data: { ...data, trackingUrl },
  })
}
