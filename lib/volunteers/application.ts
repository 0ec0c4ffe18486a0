import 'server-only'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { dataset, volunteerApplication } from '@/db/schema'
import { applicationSubject } from '@/lib/crypto/subject'
import { destroyKey, keyFor } from '@/lib/crypto/subject-keys'
import { openAll, sealJsonFor } from '@/lib/crypto/subject-seal'
import { notFound } from '@/lib/errors'
import { keptLocale } from '@/lib/i18n/kept'
import { eraseLetters } from '@/lib/mail/delivery'

/** What somebody said of themselves, and a lead to them; in Postgres only sealed. */
export type Words = z.infer<typeof wordsSchema>

const wordsSchema = z.object({
  email: z.string(),
  pseudonym: z.string(),
  languages: z.string(),
  /** Of the page on which they offered: of their letters. */
  language: keptLocale,
  why: z.string(),
  /** A conflict of interest, in their words; empty for none. */
  interest: z.string(),
  /** What the lead wrote with the answer. */
  answer: z.string().default(''),
})

export async function sealWords(tx: Tx, applicationId: string, words: Words): Promise<Buffer> {
  return sealJsonFor(await keyFor(tx, applicationSubject(applicationId)), 'volunteer_application', words)
}

/** In their order; null for one that was erased. */
export async function openWords(on: Db | Tx, sealed: readonly (Buffer | null)[]): Promise<(Words | null)[]> {
  const opened = await openAll(
    on,
    sealed.flatMap((value) => (value ? [{ place: 'volunteer_application', sealed: value }] : [])),
  )
  return sealed.map((value) => {
    const bytes = value ? opened.shift() : null
    return bytes ? wordsSchema.parse(JSON.parse(bytes.toString('utf8'))) : null
  })
}

export type LockedApplication = typeof volunteerApplication.$inferSelect & {
  slug: string
  datasetName: string
  words: Words | null
}

/** The lock makes two who do something with an application at a time follow each other. */
export async function lockApplication(
  tx: Tx,
  which: { id: string } | { tokenHash: Buffer },
): Promise<LockedApplication> {
  const is =
    'id' in which
      ? eq(volunteerApplication.id, which.id)
      : eq(volunteerApplication.tokenHash, which.tokenHash)
  const [row] = await tx.select().from(volunteerApplication).where(is).for('update')
  if (!row) throw notFound('id' in which ? 'application' : 'link')
  const [about] = await tx
    .select({ slug: dataset.slug, datasetName: dataset.name })
    .from(dataset)
    .where(eq(dataset.id, row.datasetId))
  if (!about) throw notFound('dataset')
  const [words] = await openWords(tx, [row.sealed])
  return { ...row, ...about, words: words ?? null }
}

/** What they wrote, their letters, and the key of both: backups open them no more either. */
export async function eraseWords(tx: Tx, applicationId: string): Promise<void> {
  await tx
    .update(volunteerApplication)
    .set({ sealed: null, tokenHash: null })
    .where(eq(volunteerApplication.id, applicationId))
  await eraseLetters(tx, { applicationId })
  await destroyKey(tx, applicationSubject(applicationId))
}
