import 'server-only'
import { asc, desc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { dataset, membership, person, roleChange, siteMembership } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'

export type TeamMember = {
  id: string
  name: string
  email: string
  pseudonym: string
  disabled: boolean
  createdAt: Date
  roles: { dataset: string | null; role: string }[]
}

/** True until the first account exists: the set-up page is open only then. */
export async function needsSetUp(): Promise<boolean> {
  const [row] = await db().select({ id: person.id }).from(person).limit(1)
  return !row
}

/** Every account with its roles, by name. */
export async function listTeam(actor: Actor): Promise<TeamMember[]> {
  authorize(actor, 'people.manage')
  const [people, site, held] = await Promise.all([
    db()
      .select({
        id: person.id,
        name: person.name,
        email: person.email,
        pseudonym: person.pseudonym,
        disabledAt: person.disabledAt,
        createdAt: person.createdAt,
      })
      .from(person)
      .orderBy(asc(person.name), asc(person.email)),
    db().select({ personId: siteMembership.personId, role: siteMembership.role }).from(siteMembership),
    db()
      .select({ personId: membership.personId, role: membership.role, dataset: dataset.slug })
      .from(membership)
      .innerJoin(dataset, eq(dataset.id, membership.datasetId))
      .orderBy(asc(dataset.slug), asc(membership.role)),
  ])
  return people.map(({ disabledAt, ...row }) => ({
    ...row,
    disabled: disabledAt !== null,
    roles: [
      ...site.filter((s) => s.personId === row.id).map((s) => ({ dataset: null, role: s.role })),
      ...held.filter((h) => h.personId === row.id).map((h) => ({ dataset: h.dataset, role: h.role })),
    ],
  }))
}

/** The latest changes of roles, for the team page. */
export async function recentRoleChanges(actor: Actor, limit = 20) {
  authorize(actor, 'people.manage')
  return db()
    .select({
      id: roleChange.id,
      at: roleChange.createdAt,
      change: roleChange.change,
      role: roleChange.role,
      dataset: dataset.slug,
      person: person.name,
    })
    .from(roleChange)
    .innerJoin(person, eq(person.id, roleChange.personId))
    .leftJoin(dataset, eq(dataset.id, roleChange.datasetId))
    .orderBy(desc(roleChange.createdAt))
    .limit(limit)
}

/** The signed-in member's own account. */
export async function ownAccount(personId: string) {
  const [row] = await db()
    .select({
      name: person.name,
      email: person.email,
      pseudonym: person.pseudonym,
      hasPassword: sql<boolean>`${person.passwordHash} is not null`,
    })
    .from(person)
    .where(eq(person.id, personId))
  return row
}
