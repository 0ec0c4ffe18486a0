import 'server-only'
import { eq } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { membership, person, siteMembership } from '@/db/schema'
import type { DatasetRole, Member } from '@/lib/auth/actor'

/** The member with the roles they hold now, or null: unknown, disabled, or a session ended since (`sessionVersion`). */
export async function loadMember(on: Db | Tx, id: string, sessionVersion?: number): Promise<Member | null> {
  const [row] = await on
    .select({
      id: person.id,
      name: person.name,
      pseudonym: person.pseudonym,
      version: person.sessionVersion,
      disabledAt: person.disabledAt,
    })
    .from(person)
    .where(eq(person.id, id))
  if (!row || row.disabledAt || (sessionVersion !== undefined && row.version !== sessionVersion)) return null

  const [held, site] = await Promise.all([
    on
      .select({ datasetId: membership.datasetId, role: membership.role })
      .from(membership)
      .where(eq(membership.personId, id)),
    on.select({ role: siteMembership.role }).from(siteMembership).where(eq(siteMembership.personId, id)),
  ])
  const roles: Record<string, DatasetRole[]> = {}
  for (const { datasetId, role } of held) (roles[datasetId] ??= []).push(role)
  return {
    kind: 'member',
    id: row.id,
    name: row.name,
    pseudonym: row.pseudonym,
    site: site.map((s) => s.role),
    roles,
  }
}

/** The member behind `--as <user>`: an e-mail address, as it signs in. */
export async function loadMemberByEmail(on: Db | Tx, email: string): Promise<Member | null> {
  const [row] = await on
    .select({ id: person.id })
    .from(person)
    .where(eq(person.email, email.trim().toLowerCase()))
  return row ? loadMember(on, row.id) : null
}

export const system = (name: string) => ({ kind: 'system', name }) as const

/** Whoever holds the secret link of a request; the caller has just looked that link up. */
export const requester = (requestId: string) => ({ kind: 'requester', requestId }) as const
