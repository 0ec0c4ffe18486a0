import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { membership, person } from '@/db/schema'
import { enqueue } from '@/lib/jobs/enqueue'
import { enqueueMail } from '@/lib/mail/outbox'
import { volunteerWaiting } from '@/lib/mail/templates/volunteer-waiting'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { ANSWER_DAYS } from './labels'

const DAY_MS = 86_400_000

/** From here a lead can answer: they are told, and it ends by itself when none does. */
export async function beginWaiting(
  tx: Tx,
  { id, datasetId, datasetName }: { id: string; datasetId: string; datasetName: string },
): Promise<void> {
  const leads = await tx
    .select({ email: person.email })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(eq(membership.datasetId, datasetId), eq(membership.role, 'lead'), isNull(person.disabledAt)))
  const data = { dataset: datasetName, url: env().url + paths.team(), days: ANSWER_DAYS }
  for (const { email } of leads)
    await enqueueMail(tx, { to: email, template: volunteerWaiting, data, applicationId: id })
  await enqueue(
    tx,
    'volunteer.retain',
    { applicationId: id },
    { runAt: new Date(Date.now() + ANSWER_DAYS * DAY_MS) },
  )
}
