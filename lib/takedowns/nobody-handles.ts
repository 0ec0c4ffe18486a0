import 'server-only'
import type { Tx } from '@/db/client'
import { type Limit, withinLimit } from '@/lib/http/rate-limit'
import { enqueueMail } from '@/lib/mail/outbox'
import { nobodyHandles } from '@/lib/mail/templates/nobody-handles'
import { paths } from '@/lib/paths'
import { LANGUAGE_OF_STAFF as language, siteMembersOf } from '@/lib/people/members'
import { env } from '@/lib/runtime/env'

/** Of a clock of days once a day, of one of hours once an hour: as those would hear of it who should. */
const DAILY: Limit = { name: 'takedown/nobody-handles', max: 1, windowSeconds: 86_400 }
const HOURLY: Limit = { name: 'takedown/nobody-handles-hours', max: 1, windowSeconds: 3_600 }

/**
 * Writes to the admins that nobody is there to handle a request: they can give somebody the role. Nothing of the request, which they may
 * not see themselves when it is restricted.
 */
export async function tellNobodyHandles(
  tx: Tx,
  of: { restricted: true } | { restricted: false; datasetId: string; datasetName: string },
): Promise<void> {
  const link = env().url + paths.team()
  for (const { id, email } of await siteMembersOf(tx, 'admin')) {
    const [limit, subject] = of.restricted ? [HOURLY, id] : [DAILY, `${id}/${of.datasetId}`]
    if (await withinLimit(tx, limit, subject))
      await enqueueMail(tx, {
        ...{ to: email, language, template: nobodyHandles },
        data: { dataset: of.restricted ? null : of.datasetName, link },
      })
  }
}
