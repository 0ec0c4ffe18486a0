import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { membership, person, volunteerApplication } from '@/db/schema'
import type { Member, Visitor } from '@/lib/auth/actor'
import { conflict, invalid } from '@/lib/errors'
import { type Limit, withinLimit } from '@/lib/http/rate-limit'
import { localeOfReader, say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { enqueueMail } from '@/lib/mail/outbox'
import { volunteerConfirm } from '@/lib/mail/templates/volunteer-confirm'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { type Accepting, acceptingDatasets } from './accepting'
import { sealWords } from './application'
import type { ApplyAsMemberInput, ApplyInput } from './input'
import { CONFIRM_HOURS } from './labels'
import { newToken } from './tokens'
import { beginWaiting } from './waiting'

/** Per network and hour. */
export const APPLY_LIMIT: Limit = { name: 'volunteer/apply', max: 10, windowSeconds: 3600 }
/** Letters to one unconfirmed address in a day: nobody's mailbox is filled by others. */
export const ADDRESS_LIMIT: Limit = { name: 'volunteer/address', max: 3, windowSeconds: 86_400 }

/**
 * Takes in an offer to review from somebody without an account. It waits, invisible to everybody, until its address is confirmed.
 *
 * The answer is the same whatever is true of the address: whether it has an account, had its letters for today, or was sent by a
 * program that filled a field nobody sees (then nothing is kept). Only the public name is checked, which is public.
 */
export async function apply(tx: Tx, _visitor: Visitor, input: ApplyInput): Promise<{ sent: true }> {
  const { dataset: slug, email, pseudonym, languages, why, interest } = input
  if (input.website !== '') return { sent: true }
  const { id: datasetId } = await acceptingOne(tx, slug)
  await refuseTakenName(tx, pseudonym)
  const language = localeOfReader()
  const [id, token, expiresAt] = [randomUUID(), newToken(), new Date(Date.now() + CONFIRM_HOURS * 3_600_000)]
  await tx.insert(volunteerApplication).values({
    id,
    datasetId,
    state: 'sent',
    sealed: await sealWords(tx, id, { email, pseudonym, languages, language, why, interest, answer: '' }),
    tokenHash: token.hash,
    expiresAt,
  })
  await enqueue(tx, 'volunteer.retain', { applicationId: id }, { runAt: expiresAt })
  if (await withinLimit(tx, ADDRESS_LIMIT, email)) {
    const data = { url: env().url + paths.joinConfirm(token.token), hours: CONFIRM_HOURS }
    await enqueueMail(tx, { to: email, language, template: volunteerConfirm, data, applicationId: id })
  }
  return { sent: true }
}

/** The same from an account: its address is known, so a lead can answer at once. */
export async function applyAsMember(
  tx: Tx,
  actor: Member,
  { dataset: slug, languages, why, interest }: ApplyAsMemberInput,
): Promise<{ dataset: string }> {
  const { id: datasetId, name } = await acceptingOne(tx, slug)
  const [self] = await tx
    .select({ email: person.email, pseudonym: person.pseudonym })
    .from(person)
    .where(eq(person.id, actor.id))
    .for('update')
  if (!self) throw conflict(say('join.errors.noAccount'))
  const problem = await cannotWait(tx, datasetId, actor.id)
  if (problem) throw conflict(problem)
  const [id, now] = [randomUUID(), new Date()]
  const words = { ...self, languages, language: localeOfReader(), why, interest, answer: '' }
  await tx.insert(volunteerApplication).values({
    id,
    datasetId,
    state: 'waiting',
    sealed: await sealWords(tx, id, words),
    expiresAt: now,
    confirmedAt: now,
    personId: actor.id,
  })
  await beginWaiting(tx, { id, datasetId, datasetName: name })
  return { dataset: name }
}

async function acceptingOne(tx: Tx, slug: string): Promise<Accepting> {
  const [found] = await acceptingDatasets(tx, slug)
  if (!found) throw invalid(say('join.errors.takesNone'), { dataset: [say('join.errors.anotherDataset')] })
  return found
}

/** One name at a time, from the check to the end of the transaction. Capitals do not make another name. */
export async function refuseTakenName(tx: Tx, pseudonym: string): Promise<void> {
  await takeTurns(tx, 'pseudonyms')
  const [taken] = await tx
    .select({ id: person.id })
    .from(person)
    .where(sql`lower(${person.pseudonym}) = lower(${pseudonym})`)
  if (taken) throw invalid(say('join.errors.nameTaken'), { pseudonym: [say('join.errors.anotherName')] })
}

/** Why an account cannot wait for an answer about a dataset: it reviews it, or waits already. The caller has locked the person. */
export async function cannotWait(tx: Tx, datasetId: string, personId: string): Promise<string | null> {
  const [role] = await tx
    .select({ role: membership.role })
    .from(membership)
    .where(
      and(
        eq(membership.datasetId, datasetId),
        eq(membership.personId, personId),
        sql`${membership.role} in ('reviewer', 'lead')`,
      ),
    )
  if (role) return say('join.errors.reviews')
  const [waiting] = await tx
    .select({ id: volunteerApplication.id })
    .from(volunteerApplication)
    .where(
      and(
        eq(volunteerApplication.datasetId, datasetId),
        eq(volunteerApplication.personId, personId),
        eq(volunteerApplication.state, 'waiting'),
      ),
    )
  return waiting ? say('join.errors.waits') : null
}
