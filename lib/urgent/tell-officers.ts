import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { person, siteMembership } from '@/db/schema'
import { type Limit, withinLimit } from '@/lib/http/rate-limit'
import { enqueueMail } from '@/lib/mail/outbox'
import { urgentWaits } from '@/lib/mail/templates/urgent-waits'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'

/** A flood of reports is no flood of letters. */
const TELL_LIMIT: Limit = { name: 'takedown/urgent-tell', max: 1, windowSeconds: 3600 }

/** Writes to every safety officer that something waits, once an hour at most: a clock of a day is no reason to look in once a day. */
export async function tellOfficers(tx: Tx): Promise<void> {
  const officers = await tx
    .select({ id: person.id, email: person.email })
    .from(siteMembership)
    .innerJoin(person, eq(person.id, siteMembership.personId))
    .where(and(eq(siteMembership.role, 'safety_officer'), isNull(person.disabledAt)))
    .orderBy(asc(person.id))
  const link = env().url + paths.requests()
  for (const { id, email } of officers)
    if (await withinLimit(tx, TELL_LIMIT, id))
      await enqueueMail(tx, { to: email, template: urgentWaits, data: { link } })
}
