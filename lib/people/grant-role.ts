import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { dataset, membership, person, roleChange, siteMembership } from '@/db/schema'
import { actorRef, type Actor, type DatasetRole, type SiteRole } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { invalid, missing, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { appendEntry } from '@/lib/log/append'
import type { DismissInput, RoleInput } from '@/lib/people/input'
import { lookWhoIsLeft } from '@/lib/review/nobody-left'

export type RoleView = { email: string; role: string; dataset: string | null; changed: boolean }

/** Gives a role; giving it twice changes nothing and writes nothing. */
export const grantRole = (tx: Tx, actor: Actor, input: RoleInput) => changeRole(tx, actor, input, 'granted')

/** Takes a role away; it is gone at the person's next request. Never the last admin's. */
export const revokeRole = (tx: Tx, actor: Actor, input: RoleInput) => changeRole(tx, actor, input, 'revoked')

/** A lead takes a volunteer among the reviewers of their dataset: the same fact and log entry as an admin's grant. */
export async function admitReviewer(
  tx: Tx,
  actor: Actor,
  { personId, datasetId, slug }: { personId: string; datasetId: string; slug: string },
): Promise<void> {
  authorize(actor, 'volunteer.answer', { datasetId })
  const place = { datasetId, slug, role: 'reviewer' } as const
  if (await changeDataset(tx, personId, place, 'granted')) await record(tx, actor, personId, place, 'granted')
}

/**
 * The way back of that: whoever takes people among the reviewers of a dataset can take them out again, at their next request. Doing it
 * twice changes nothing. Other roles, and who has none, are none of a lead's business.
 */
export async function dismissReviewer(
  tx: Tx,
  actor: Actor,
  { personId, datasetId }: DismissInput,
): Promise<{ changed: boolean }> {
  authorize(actor, 'volunteer.answer', { datasetId, visible: false, what: 'dataset' })
  const [found] = await tx.select({ slug: dataset.slug }).from(dataset).where(eq(dataset.id, datasetId))
  if (!found) throw notFound('dataset')
  await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for('update')
  const place = { datasetId, slug: found.slug, role: 'reviewer' } as const
  const changed = await changeDataset(tx, personId, place, 'revoked')
  if (changed) await record(tx, actor, personId, place, 'revoked')
  return { changed }
}

async function changeRole(
  tx: Tx,
  actor: Actor,
  input: RoleInput,
  change: 'granted' | 'revoked',
): Promise<RoleView> {
  authorize(actor, 'role.grant')
  const who = await lockPerson(tx, input.email)
  const where = await placeOf(tx, input)
  const changed =
    where.datasetId === null
      ? await changeSite(tx, who, where.role, change)
      : await changeDataset(tx, who, where, change)
  if (changed) await record(tx, actor, who, where, change)
  return { email: input.email, role: input.role, dataset: where.slug, changed }
}

type Place =
  { datasetId: null; slug: null; role: SiteRole } | { datasetId: string; slug: string; role: DatasetRole }

/** The row lock makes two changes of one person's roles follow each other. */
async function lockPerson(tx: Tx, email: string): Promise<string> {
  const [row] = await tx.select({ id: person.id }).from(person).where(eq(person.email, email)).for('update')
  if (!row) throw missing(say('errors.noAccountFor', { email }))
  return row.id
}

async function placeOf(tx: Tx, { role, dataset: slug }: RoleInput): Promise<Place> {
  if (role === 'admin' || role === 'safety_officer' || role === 'auditor') {
    if (slug)
      throw invalid(say('team.errors.siteRole', { role }), { dataset: [say('team.errors.leaveEmpty')] })
    return { datasetId: null, slug: null, role }
  }
  if (!slug)
    throw invalid(say('team.errors.datasetRole', { role }), { dataset: [say('team.errors.chooseDataset')] })
  const [row] = await tx.select({ id: dataset.id }).from(dataset).where(eq(dataset.slug, slug))
  if (!row) throw missing(say('errors.noDatasetCalled', { slug }))
  return { datasetId: row.id, slug, role }
}

async function changeSite(
  tx: Tx,
  personId: string,
  role: SiteRole,
  change: 'granted' | 'revoked',
): Promise<boolean> {
  const holds = and(eq(siteMembership.personId, personId), eq(siteMembership.role, role))
  if (change === 'granted') {
    return (
      (await tx.insert(siteMembership).values({ personId, role }).onConflictDoNothing().returning()).length >
      0
    )
  }
  if (role === 'admin') {
    // One change of admins at a time: of two who revoke each other, the second sees that it would leave none.
    await takeTurns(tx, 'admins')
    const admins = await tx
      .select({ id: siteMembership.personId })
      .from(siteMembership)
      .where(eq(siteMembership.role, 'admin'))
    if (admins.length === 1 && admins[0]?.id === personId) throw invalid(say('team.errors.lastAdmin'))
  }
  return (await tx.delete(siteMembership).where(holds).returning()).length > 0
}

async function changeDataset(
  tx: Tx,
  personId: string,
  { datasetId, role }: { datasetId: string; role: DatasetRole },
  change: 'granted' | 'revoked',
): Promise<boolean> {
  const holds = and(
    eq(membership.personId, personId),
    eq(membership.datasetId, datasetId),
    eq(membership.role, role),
  )
  const changed =
    change === 'granted'
      ? await tx.insert(membership).values({ datasetId, personId, role }).onConflictDoNothing().returning()
      : await tx.delete(membership).where(holds).returning()
  // Who maintains a dataset may stand aside in it.
  const isOneLess = change === 'revoked' || role === 'maintainer'
  if (changed.length > 0 && isOneLess) await lookWhoIsLeft(tx, datasetId)
  if (changed.length > 0 && change === 'granted')
    await enqueue(tx, 'takedown.seat-newcomer', { personId, datasetId })
  return changed.length > 0
}

async function record(
  tx: Tx,
  actor: Actor,
  personId: string,
  { datasetId, slug, role }: Place,
  change: 'granted' | 'revoked',
) {
  const { entryId } = await appendEntry(tx, actor, {
    type: 'role',
    public: { dataset: slug },
    private: { change, person: personId, role },
  })
  await tx.insert(roleChange).values({ datasetId, personId, role, change, actor: actorRef(actor), entryId })
}
