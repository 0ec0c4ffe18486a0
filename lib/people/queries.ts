import 'server-only'
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { dataset, membership, person, roleChange, siteMembership } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { can, datasetsWhere } from '@/lib/auth/permissions'

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

export type DatasetTeam = {
  id: string
  dataset: string
  /** Whether the reader can take somebody out of the reviewers; only then people have an id. */
  dismisses: boolean
  people: { id: string | null; pseudonym: string; roles: string[] }[]
}

/** The people of each dataset the actor belongs to, by public name: no real names, no addresses. */
export async function datasetTeams(actor: Actor): Promise<DatasetTeam[]> {
  const own = datasetsWhere(actor, 'team.view')
  if (own.length === 0) return []
  const rows = await db()
    .select({
      datasetId: dataset.id,
      dataset: dataset.name,
      personId: person.id,
      pseudonym: person.pseudonym,
      role: membership.role,
    })
    .from(membership)
    .innerJoin(dataset, eq(dataset.id, membership.datasetId))
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(inArray(membership.datasetId, own), isNull(person.disabledAt)))
    .orderBy(asc(dataset.name), asc(person.pseudonym), asc(membership.role))
  const teams = new Map<string, DatasetTeam>()
  for (const { datasetId, dataset, personId, pseudonym, role } of rows) {
    const dismisses = can(actor, 'volunteer.answer', datasetId)
    const team = teams.get(datasetId) ?? { id: datasetId, dataset, dismisses, people: [] }
    teams.set(datasetId, team)
    const last = team.people.at(-1)
    if (last?.pseudonym === pseudonym) last.roles.push(role)
    else team.people.push({ id: dismisses ? personId : null, pseudonym, roles: [role] })
  }
  return [...teams.values()]
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
