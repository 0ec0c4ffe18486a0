import 'server-only'
import type { Tx } from '@/db/client'
import type { Locale } from '@/lib/i18n/locales'
import type { Template } from '@/lib/mail/message'
import { enqueueMail } from '@/lib/mail/outbox'
import { LANGUAGE_OF_STAFF, membersOf } from '@/lib/people/members'

/** A letter to each maintainer of a dataset, in their language. */
export async function tellMaintainers<Data>(
  tx: Tx,
  datasetId: string,
  template: Template<Data>,
  dataIn: (language: Locale) => NoInfer<Data>,
): Promise<void> {
  const language = LANGUAGE_OF_STAFF
  for (const { email } of await membersOf(tx, datasetId, 'maintainer'))
    await enqueueMail(tx, { to: email, language, template, data: dataIn(language) })
}
