import 'server-only'
import type { Tx } from '@/db/client'
import { enqueue } from '@/lib/jobs/enqueue'
import { enqueueMail } from '@/lib/mail/outbox'
import { volunteerWaiting } from '@/lib/mail/templates/volunteer-waiting'
import { paths } from '@/lib/paths'
import { LANGUAGE_OF_STAFF as language, membersOf } from '@/lib/people/members'
import { env } from '@/lib/runtime/env'
import { ANSWER_DAYS } from './labels'

const DAY_MS = 86_400_000

/** From here a lead can answer: they are told, and it ends by itself when none does. */
export async function beginWaiting(
  tx: Tx,
  { id, datasetId, datasetName }: { id: string; datasetId: string; datasetName: string },
): Promise<void> {
  const data = { dataset: datasetName, url: env().url + paths.team(), days: ANSWER_DAYS }
  for (const { email } of await membersOf(tx, datasetId, 'lead'))
    await enqueueMail(tx, { to: email, language, template: volunteerWaiting, data, applicationId: id })
  await enqueue(
    tx,
    'volunteer.retain',
    { applicationId: id },
    { runAt: new Date(Date.now() + ANSWER_DAYS * DAY_MS) },
  )
}
