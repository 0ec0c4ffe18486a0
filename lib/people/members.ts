import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { membership, person } from '@/db/schema'
import type { DatasetRole } from '@/lib/auth/actor'

/** Who has a role in a dataset and an account that is in use, in the order of their addresses. */
export function membersOf(
  on: Db | Tx,
  datasetId: string,
  role: DatasetRole,
): Promise<{ id: string; email: string }[]> {
  return on
    .select({ id: person.id, email: person.email })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(eq(membership.datasetId, datasetId), eq(membership.role, role), isNull(person.disabledAt)))
    .orderBy(asc(person.email))
}
