import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { person, volunteerApplication } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { system } from '@/lib/auth/load-actor'
import { conflict, invalid } from '@/lib/errors'
import type { Limit } from '@/lib/http/rate-limit'
import { say } from '@/lib/i18n/say'
import { createPerson } from '@/lib/people/create-person'
import { lockApplication, sealWords, type Words } from './application'
import { cannotWait, refuseTakenName } from './apply'
import type { ConfirmInput } from './input'
import { tokenHash } from './tokens'
import { beginWaiting } from './waiting'

/** Per network and hour: far more than anybody's own links need, far too few to guess 256 bits. */
export const LINK_LIMIT: Limit = { name: 'volunteer/link', max: 60, windowSeconds: 3600 }

/**
 * Confirms the address of an application. An address without an account gets one, with the password that comes along and no role;
 * the account of one that has keeps its own password. From here on a lead can answer. The link is used up.
 */
export async function confirm(tx: Tx, _visitor: Visitor, input: ConfirmInput): Promise<{ dataset: string }> {
  const found = await lockApplication(tx, { tokenHash: tokenHash(input.token) })
  if (found.confirmedAt) throw conflict(say('join.errors.confirmed'))
  if (found.state !== 'sent' || found.expiresAt <= new Date() || !found.words)
    throw conflict(say('join.errors.over'))
  const account = await accountOf(tx, found.words, input)
  const problem = await cannotWait(tx, found.datasetId, account.id)
  if (problem) throw conflict(problem)
  const words = { ...found.words, pseudonym: account.pseudonym }
  await tx
    .update(volunteerApplication)
    .set({
      state: 'waiting',
      confirmedAt: new Date(),
      personId: account.id,
      sealed: await sealWords(tx, found.id, words),
    })
    .where(eq(volunteerApplication.id, found.id))
  await beginWaiting(tx, found)
  return { dataset: found.datasetName }
}

async function accountOf(
  tx: Tx,
  words: Words,
  { pseudonym = words.pseudonym, password }: ConfirmInput,
): Promise<{ id: string; pseudonym: string }> {
  const [known] = await tx
    .select({ id: person.id, pseudonym: person.pseudonym, disabledAt: person.disabledAt })
    .from(person)
    .where(eq(person.email, words.email))
    .for('update')
  if (known?.disabledAt) throw conflict(say('join.errors.disabled'))
  if (known) return known
  if (password === undefined)
    throw invalid(say('join.errors.noPassword'), { password: [say('account.input.passwordShort')] })
  await refuseTakenName(tx, pseudonym)
  const { email } = words
  return createPerson(tx, system('volunteers'), { email, name: pseudonym, pseudonym, password })
}
