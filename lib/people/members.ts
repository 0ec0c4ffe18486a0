import 'server-only'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import { dataset, membership, person, siteMembership } from '@/db/schema'
import type { DatasetRole, SiteRole } from '@/lib/auth/actor'
import type { Locale } from '@/lib/i18n/locales'

/** Those who look after an instance or a dataset are written to in English. */
export const LANGUAGE_OF_STAFF: Locale = 'en-GB'

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

/** The same of a role of the whole instance, in the order of their ids. */
export function siteMembersOf(on: Db | Tx, role: SiteRole): Promise<{ id: string; email: string }[]> {
  return on
    .select({ id: person.id, email: person.email })
    .from(siteMembership)
    .innerJoin(person, eq(person.id, siteMembership.personId))
    .where(and(eq(siteMembership.role, role), isNull(person.disabledAt)))
    .orderBy(asc(person.id))
}

/** Datasets without anybody who handles requests, by name, and whether nobody handles what is restricted. */
export async function unhandled(): Promise<{ datasets: string[]; restricted: boolean }> {
  const datasets = await db()
    .select({ name: dataset.name })
    .from(dataset)
    .where(
      sql`not exists (
        select from ${membership} m join ${person} p on p.id = m.person_id and p.disabled_at is null
        where m.dataset_id = ${dataset.id} and m.role = 'lead')`,
    )
    .orderBy(asc(dataset.name))
  return {
    datasets: datasets.map(({ name }) => name),
    restricted: (await siteMembersOf(db(), 'safety_officer')).length === 0,
  }
}

/** Whether somebody handles the requests about a dataset. */
export const isHandled = async (datasetId: string): Promise<boolean> =>
  (await membersOf(db(), datasetId, 'lead')).length > 0
