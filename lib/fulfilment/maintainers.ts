import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { membership, person } from '@/db/schema'

/** Addresses of those who publish a dataset, in one order. */
export async function maintainersOf(tx: Tx, datasetId: string): Promise<string[]> {
  const rows = await tx
    .select({ email: person.email })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(
      and(eq(membership.datasetId, datasetId), eq(membership.role, 'maintainer'), isNull(person.disabledAt)),
    )
    .orderBy(person.email)
  return rows.map(({ email }) => email)
}
