import 'server-only'
import type { Tx } from '@/db/client'
import { type Limit, withinLimit } from '@/lib/http/rate-limit'
import { enqueueMail } from '@/lib/mail/outbox'
import { nobodyHandles } from '@/lib/mail/templates/nobody-handles'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { LANGUAGE_OF_STAFF as language, siteMembersOf } from './members'

/**
 * Writes to the admins that nobody is there who handles the requests about a dataset, or, of none, what only safety officers may see: they
 * can give somebody the role. Nothing of what waits, which they may not see themselves when it is restricted. Each of them is written to as
 * often as `limit` says, about one dataset.
 */
export async function tellNobodyHandles(
  tx: Tx,
  limit: Limit,
  dataset: { id: string; name: string } | null,
): Promise<void> {
  const data = { dataset: dataset?.name ?? null, link: env().url + paths.team() }
  for (const { id, email } of await siteMembersOf(tx, 'admin'))
    if (await withinLimit(tx, limit, dataset ? `${id}/${dataset.id}` : id))
      await enqueueMail(tx, { to: email, language, template: nobodyHandles, data })
}
