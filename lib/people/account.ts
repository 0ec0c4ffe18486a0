import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { membership, person, siteMembership } from '@/db/schema'
import type { Actor, Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { hashPassword, verifyPassword } from '@/lib/auth/password'
import { invalid, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { lookWhoIsLeft } from '@/lib/review/nobody-left'

/** Ends the account's access at once: every session dies at its next request. */
export const disablePerson = (tx: Tx, actor: Actor, { personId }: { personId: string }) =>
  setDisabled(tx, actor, personId, true)
export const enablePerson = (tx: Tx, actor: Actor, { personId }: { personId: string }) =>
  setDisabled(tx, actor, personId, false)

async function setDisabled(tx: Tx, actor: Actor, personId: string, disabled: boolean) {
  authorize(actor, 'people.manage')
  if (disabled) await refuseLastAdmin(tx, personId)
  const [row] = await tx
    .update(person)
    .set({ disabledAt: disabled ? sql`now()` : null, sessionVersion: sql`${person.sessionVersion} + 1` })
    .where(eq(person.id, personId))
    .returning({ email: person.email })
  if (!row) throw notFound('account')
  if (disabled) await leaveDatasets(tx, personId)
  return { email: row.email, disabled }
}

async function leaveDatasets(tx: Tx, personId: string) {
  const left = await tx
    .selectDistinct({ datasetId: membership.datasetId })
    .from(membership)
    .where(eq(membership.personId, personId))
  for (const { datasetId } of left) await lookWhoIsLeft(tx, datasetId)
}

async function refuseLastAdmin(tx: Tx, personId: string) {
  await takeTurns(tx, 'admins')
  const active = await tx
    .select({ id: person.id })
    .from(siteMembership)
    .innerJoin(person, eq(person.id, siteMembership.personId))
    .where(sql`${siteMembership.role} = 'admin' and ${person.disabledAt} is null`)
  if (active.length === 1 && active[0]?.id === personId) throw invalid(say('team.errors.lastAdmin'))
}

/** Changes the member's own password and ends their other sessions. */
export async function changePassword(tx: Tx, actor: Member, input: { current: string; password: string }) {
  const [row] = await tx
    .select({ hash: person.passwordHash, version: person.sessionVersion })
    .from(person)
    .where(eq(person.id, actor.id))
    .for('update')
  if (!row || !(await verifyPassword(input.current, row.hash))) {
    throw invalid(say('account.errors.notCurrent'), { current: [say('account.errors.notYourPassword')] })
  }
  await tx
    .update(person)
    .set({ passwordHash: await hashPassword(input.password), sessionVersion: row.version + 1 })
    .where(eq(person.id, actor.id))
  return { signInAgain: true }
}
