import 'server-only'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { type Limit, withinLimit } from '@/lib/http/rate-limit'
import { enqueueMail } from '@/lib/mail/outbox'
import { reportsInSight } from '@/lib/mail/templates/reports-in-sight'
import { paths } from '@/lib/paths'
import { LANGUAGE_OF_STAFF as language, siteMembersOf } from '@/lib/people/members'
import { tellNobodyHandles } from '@/lib/people/nobody-handles'
import { env } from '@/lib/runtime/env'

/** However many more follow. */
const TELL_LIMIT: Limit = { name: 'review/in-sight-tell', max: 1, windowSeconds: 86_400 }

/**
 * Writes to every safety officer that somebody reports more than their reports hide, once a day about one person. Where nobody is one, the
 * admins hear that, and nothing else.
 */
export async function tellOfInSight(tx: Tx, { id: reporter }: Member): Promise<void> {
  const officers = await siteMembersOf(tx, 'safety_officer')
  if (officers.length === 0) return tellNobodyHandles(tx, TELL_LIMIT, null)
  const link = env().url + paths.requests()
  for (const { id, email } of officers)
    if (await withinLimit(tx, TELL_LIMIT, `${id} ${reporter}`))
      await enqueueMail(tx, { to: email, language, template: reportsInSight, data: { link } })
}
