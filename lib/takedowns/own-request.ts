import 'server-only'
import { eq } from 'drizzle-orm'
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
export async function isOwnRequest(on: Db | Tx, actor: Member, requestId: string): Promise<boolean> {
  const mailbox = await mailboxOf(on, requestId)
  const [own] = await on.select({ email: person.email }).from(person).where(eq(person.id, actor.id))
  if (!mailbox || !own?.email || !mailbox.equals(addressFingerprint(own.email))) return false
  return !(await isFromNobody(on, requestId))
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
