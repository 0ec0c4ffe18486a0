import 'server-only'
import type { Tx } from '@/db/client'
import type { Template } from '@/lib/mail/message'
import { enqueueMail } from '@/lib/mail/outbox'
import { membersOf } from '@/lib/people/members'

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
