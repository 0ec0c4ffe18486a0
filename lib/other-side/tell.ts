import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { membership, person } from '@/db/schema'
import type { Template } from '@/lib/mail/message'
import { enqueueMail } from '@/lib/mail/outbox'
import { paths } from '@/lib/paths'
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
  for (const { email } of await maintainersOf(tx, datasetId))
    await enqueueMail(tx, { to: email, template, data })
}

export function maintainersOf(tx: Tx, datasetId: string): Promise<{ id: string; email: string }[]> {
  return tx
    .select({ id: person.id, email: person.email })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(
      and(eq(membership.datasetId, datasetId), eq(membership.role, 'maintainer'), isNull(person.disabledAt)),
    )
    .orderBy(person.email)
}
