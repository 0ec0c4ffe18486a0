import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { membership, person } from '@/db/schema'

/** Who publishes a dataset, to write to them. */
export async function maintainersOf(on: Db | Tx, datasetId: string): Promise<{ email: string }[]> {
  return on
    .select({ email: person.email })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(
      and(eq(membership.datasetId, datasetId), eq(membership.role, 'maintainer'), isNull(person.disabledAt)),
    )
}
