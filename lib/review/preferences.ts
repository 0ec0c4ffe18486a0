import 'server-only'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { db, type Tx } from '@/db/client'
import { category, recusal, reviewerPreference } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { datasetsWhere } from '@/lib/auth/permissions'
import type { PreferenceInput } from './input'
import { lookWhoIsLeft } from './nobody-left'
import { type Scope, scopesOf } from './scope'
import { type Viewing, viewingFrom, viewingSetHere } from './viewing'

export type Preferences = {
  categories: string[]
  dailyCap: number | null
  /** Of single categories, in place of `dailyCap`. */
  dailyCaps: Record<string, number>
  breakAfter: number | null
  /** Of single categories, in place of what a dataset sets; 0 is none. */
  breaks: Record<string, number>
  breakMinutes: number
  /** Null = any. */
  languages: string[] | null
  /** How texts of a category are shown to them, in place of what a dataset sets. */
  viewing: Viewing
}

/** What a reviewer chose, or null before they did. */
export async function preferencesOf(actor: Member): Promise<Preferences | null> {
  const [row] = await db().select().from(reviewerPreference).where(eq(reviewerPreference.personId, actor.id))
  if (!row) return null
  return { ...row, viewing: viewingFrom(row.viewing) }
}

/** The datasets about which somebody can declare an interest of their own, and those about which it is on record. */
export async function conflictsOf(actor: Member): Promise<{ datasets: Scope[]; declared: string[] }> {
  const [datasets, recusals] = await Promise.all([
    scopesOf(db(), actor),
    db().select({ id: recusal.datasetId }).from(recusal).where(eq(recusal.personId, actor.id)),
  ])
  return { datasets, declared: recusals.map(({ id }) => id) }
}

/** Categories somebody can agree to see: restricted ones are for safety officers, by their role. */
export async function choosableCategories() {
  return db()
    .select({ id: category.id, label: category.label, sensitive: sql<boolean>`${category.sensitive} = 1` })
    .from(category)
    .where(eq(category.restricted, 0))
    .orderBy(asc(category.sensitive), asc(category.label))
}

/**
 * Records what a reviewer agrees to see, how much of it, and of which datasets they must not judge. Holds from the next claim. A conflict
 * is taken back only where the form asked about its dataset: what it could not list, because its role was gone that day, stays.
 */
export async function savePreferences(
  tx: Tx,
  actor: Member,
  input: PreferenceInput,
): Promise<{ back: string | undefined; reviews: boolean }> {
  const { conflicts, asked, viewOwn, back, ...rest } = input
  const chosen = { ...rest, viewing: viewingSetHere(viewOwn, input.viewing) }
  await tx
    .insert(reviewerPreference)
    .values({ personId: actor.id, ...chosen })
    .onConflictDoUpdate({ target: reviewerPreference.personId, set: { ...chosen, updatedAt: new Date() } })
  const known = new Set((await scopesOf(tx, actor)).map(({ datasetId }) => datasetId))
  const none = asked.filter((id) => !conflicts.includes(id))
  await tx.delete(recusal).where(and(eq(recusal.personId, actor.id), inArray(recusal.datasetId, none)))
  for (const datasetId of conflicts.filter((id) => known.has(id))) await recuse(tx, actor.id, datasetId)
  return { back, reviews: datasetsWhere(actor, 'case.review').length > 0 }
}

/** Keeps a person out of a dataset's cases. Doing it twice changes nothing. */
export async function recuse(tx: Tx, personId: string, datasetId: string): Promise<void> {
  const declared = await tx.insert(recusal).values({ personId, datasetId }).onConflictDoNothing().returning()
  if (declared.length > 0) await lookWhoIsLeft(tx, datasetId)
}
