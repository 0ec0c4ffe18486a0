import 'server-only'
import type { Tx } from '@/db/client'
import type { Template } from '@/lib/mail/message'
import { enqueueMail } from '@/lib/mail/outbox'
import { paths } from '@/lib/paths'
import { membersOf } from '@/lib/people/members'
import { env } from '@/lib/runtime/env'
import { contactOf } from '@/lib/takedowns/contact'
import type { LockedRequest } from '@/lib/takedowns/request-row'

/** A letter to who made a request, with the link of its page. Nobody is left to be told once their data was erased. */
export async function tellRequester<Data>(
  tx: Tx,
  { id }: Pick<LockedRequest, 'id'>,
  template: Template<Data & { trackingUrl: string }>,
  data: Data,
  /** Whose personal data is in it, when it is somebody else's. */
  about = id,
): Promise<boolean> {
  const contact = await contactOf(tx, id)
  if (!contact) return false
  const trackingUrl = env().url + paths.takedownTrack(contact.tracking)
  await enqueueMail(tx, {
    ...{ to: contact.email, template, data: { ...data, trackingUrl } },
    requestId: about,
  })
  return true
}

/** A letter to each maintainer of a dataset. */
export async function tellMaintainers<Data>(
  tx: Tx,
  datasetId: string,
  template: Template<Data>,
  data: Data,
): Promise<void> {
  for (const { email } of await membersOf(tx, datasetId, 'maintainer'))
    await enqueueMail(tx, { to: email, template, data })
}
