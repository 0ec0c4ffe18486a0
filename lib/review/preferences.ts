import 'server-only'
import { asc, eq, sql } from 'drizzle-orm'
import { db, type Tx } from '@/db/client'
import { category, recusal, reviewerPreference } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { datasetsWhere } from '@/lib/auth/permissions'
import type { PreferenceInput } from './input'
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
  recused: string[]
  /** How texts of a category are shown to them, in place of what a dataset sets. */
  viewing: Viewing
}

/** What a reviewer chose, or null before they did. */
export async function preferencesOf(actor: Member): Promise<Preferences | null> {
  const [row] = await db().select().from(reviewerPreference).where(eq(reviewerPreference.personId, actor.id))
  if (!row) return null
  const recusals = await db()
    .select({ id: recusal.datasetId })
    .from(recusal)
    .where(eq(recusal.personId, actor.id))
  return { ...row, viewing: viewingFrom(row.viewing), recused: recusals.map(({ id }) => id) }
}

/** Categories somebody can agree to see: restricted ones are for safety officers, by their role. */
export async function choosableCategories() {
  return db()
    .select({ id: category.id, label: category.label, sensitive: sql<boolean>`${category.sensitive} = 1` })
    .from(category)
    .where(eq(category.restricted, 0))
    .orderBy(asc(category.sensitive), asc(category.label))
}

/** Records what a reviewer agrees to see, how much of it, and of which datasets they must not judge. Holds from the next claim. */
export async function savePreferences(
  tx: Tx,
  actor: Member,
  input: PreferenceInput,
): Promise<{ back: string | undefined }> {
  const { conflicts, viewOwn, back, ...rest } = input
  const chosen = { ...rest, viewing: viewingSetHere(viewOwn, input.viewing) }
  await tx
    .insert(reviewerPreference)
    .values({ personId: actor.id, ...chosen })
    .onConflictDoUpdate({ target: reviewerPreference.personId, set: { ...chosen, updatedAt: new Date() } })
  const known = new Set(datasetsWhere(actor, 'case.view'))
  await tx.delete(recusal).where(eq(recusal.personId, actor.id))
  const declared = conflicts.filter((id) => known.has(id))
  if (declared.length > 0)
    await tx.insert(recusal).values(declared.map((datasetId) => ({ personId: actor.id, datasetId })))
  return { back }
}
