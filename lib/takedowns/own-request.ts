import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import { person, urgentReport } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { refuseIf } from '@/lib/auth/authorize'
import { say } from '@/lib/i18n/say'
import { addressFingerprint, mailboxOf } from './contact'

/**
 * Nobody answers what they asked themselves, nor is one of the two who agree to it, nor sees that it is theirs. An urgent report can name
 * any address: it would keep the officer whose it is from answering.
 */
export const isOwnRequest = (on: Db | Tx, actor: Member, requestId: string): Promise<boolean> =>
  isOwnOfAny(on, [actor.id], requestId)

/** The same of some people together. */
export async function isOwnOfAny(
  on: Db | Tx,
  personIds: readonly string[],
  requestId: string,
): Promise<boolean> {
  const mailbox = await mailboxOf(on, requestId)
  if (!mailbox) return false
  const people = await on
    .select({ email: person.email })
    .from(person)
    .where(inArray(person.id, [...personIds]))
  const isTheirs = people.some(({ email }) => mailbox.equals(addressFingerprint(email)))
  return isTheirs && !(await isFromNobody(on, requestId))
}

/** Why it is not theirs to answer; undefined for everybody who did not ask it. */
export const askedByYou = async (
  actor: Member,
  requestId: string,
  on: Db | Tx = db(),
): Promise<string | undefined> =>
  (await isOwnRequest(on, actor, requestId)) ? say('rights.errors.askedByYou') : undefined

export async function refuseOwnRequest(tx: Tx, actor: Member, requestId: string): Promise<void> {
  refuseIf(await askedByYou(actor, requestId, tx))
}

/** An address that came by the urgent lane, where nobody confirms one. */
export async function isFromNobody(on: Db | Tx, requestId: string): Promise<boolean> {
  const [urgent] = await on
    .select({ requestId: urgentReport.requestId })
    .from(urgentReport)
    .where(eq(urgentReport.requestId, requestId))
  return urgent !== undefined
}
