import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { person, volunteerApplication } from '@/db/schema'
import { enqueue } from '@/lib/jobs/enqueue'
import { enqueueMail } from '@/lib/mail/outbox'
import { volunteerLapsed } from '@/lib/mail/templates/volunteer-lapsed'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { eraseWords, type LockedApplication, lockApplication } from './application'
import { ANSWER_DAYS, KEPT_DAYS } from './labels'

const DAY_MS = 86_400_000
/** Time for the last letter to leave, before its key goes. */
const LETTER_DAYS = 7

/**
 * Does what the time asks of an application: one that nobody confirmed is erased, one that nobody answered ends, and what was said
 * in one that is over is erased, with the account it made when that came to nothing. Before its time it does nothing.
 */
export async function retain(tx: Tx, applicationId: string, now = new Date()): Promise<void> {
  const found = await lockApplication(tx, { id: applicationId })
  switch (found.state) {
    case 'sent':
      if (found.expiresAt <= now) await end(tx, found)
      return
    case 'waiting':
      if (over(found.confirmedAt, ANSWER_DAYS, now)) await endUnanswered(tx, found, now)
      return
    case 'lapsed':
      if (over(found.confirmedAt, ANSWER_DAYS + LETTER_DAYS, now)) await forget(tx, found)
      return
    case 'accepted':
    case 'declined':
      if (over(found.answeredAt, KEPT_DAYS, now)) await forget(tx, found)
  }
}

const over = (since: Date | null, days: number, now: Date) =>
  since !== null && since.getTime() + days * DAY_MS <= now.getTime()

async function end(tx: Tx, { id }: LockedApplication): Promise<void> {
  await tx.update(volunteerApplication).set({ state: 'lapsed' }).where(eq(volunteerApplication.id, id))
  await eraseWords(tx, id)
}

async function endUnanswered(tx: Tx, found: LockedApplication, now: Date): Promise<void> {
  await tx.update(volunteerApplication).set({ state: 'lapsed' }).where(eq(volunteerApplication.id, found.id))
  if (found.words)
    await enqueueMail(tx, {
      to: found.words.email,
      language: found.words.language,
      template: volunteerLapsed,
      data: { dataset: found.datasetName, days: ANSWER_DAYS, url: env().url + paths.join() },
      applicationId: found.id,
    })
  const runAt = new Date(now.getTime() + LETTER_DAYS * DAY_MS)
  await enqueue(tx, 'volunteer.retain', { applicationId: found.id }, { runAt })
}

async function forget(tx: Tx, { id, personId, state }: LockedApplication): Promise<void> {
  await eraseWords(tx, id)
  if (personId !== null && state !== 'accepted') await emptyAccount(tx, personId)
}

/** An account that never had a role, belongs to no provider's identity and waits for nothing holds only an address: that goes. */
async function emptyAccount(tx: Tx, personId: string): Promise<void> {
  await tx
    .update(person)
    .set({
      email: sql`'erased-' || ${person.id} || '@invalid'`,
      name: 'erased',
      pseudonym: sql`'erased-' || ${person.id}`,
      passwordHash: null,
      disabledAt: sql`now()`,
      sessionVersion: sql`${person.sessionVersion} + 1`,
    })
    .where(
      sql`${person.id} = ${personId}
        and not exists (select from role_change where person_id = ${personId})
        and not exists (select from membership where person_id = ${personId})
        and not exists (select from site_membership where person_id = ${personId})
        and not exists (select from identity where person_id = ${personId})
        and not exists (select from volunteer_application where person_id = ${personId} and state = 'waiting')`,
    )
}
