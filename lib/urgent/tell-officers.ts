import 'server-only'
import type { Tx } from '@/db/client'
import { type Limit, withinLimit } from '@/lib/http/rate-limit'
import { enqueueMail } from '@/lib/mail/outbox'
import { urgentWaits } from '@/lib/mail/templates/urgent-waits'
import { paths } from '@/lib/paths'
import { LANGUAGE_OF_STAFF as language, siteMembersOf } from '@/lib/people/members'
import { tellNobodyHandles } from '@/lib/people/nobody-handles'
import { env } from '@/lib/runtime/env'
import { NOBODY_HOURLY } from '@/lib/takedowns/reminders'

/** A flood of reports is no flood of letters. */
const TELL_LIMIT: Limit = { name: 'takedown/urgent-tell', max: 1, windowSeconds: 3600 }

/**
 * Writes to every safety officer that something waits, once an hour at most: a clock of a day is no reason to look in once a day. Where
 * nobody is one, the admins hear that, and nothing else.
 */
export async function tellOfficers(tx: Tx): Promise<void> {
  const officers = await siteMembersOf(tx, 'safety_officer')
  if (officers.length === 0) return tellNobodyHandles(tx, NOBODY_HOURLY, null)
  const link = env().url + paths.requests()
  for (const { id, email } of officers)
    if (await withinLimit(tx, TELL_LIMIT, id))
      await enqueueMail(tx, { to: email, language, template: urgentWaits, data: { link } })
}
