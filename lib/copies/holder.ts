import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { copyHolder } from '@/db/schema'
import { holderSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { openAll, sealJsonFor } from '@/lib/crypto/subject-seal'
import { notFound } from '@/lib/errors'
import { keptLocale } from '@/lib/i18n/kept'

/** Who keeps copies; in Postgres only sealed. `page` is the secret of their page, for the letters. */
export type HolderWords = z.infer<typeof words>

const words = z.object({
  name: z.string(),
  organisation: z.string(),
  email: z.string(),
  page: z.string(),
  /** Of the page on which they registered: of their letters. */
  language: keptLocale,
})

export async function sealHolder(tx: Tx, holderId: string, said: HolderWords): Promise<Buffer> {
  return sealJsonFor(await keyFor(tx, holderSubject(holderId)), 'copy_holder', said)
}

/** In their order; null for one that was erased. */
export async function openHolders(
  on: Db | Tx,
  sealed: readonly (Buffer | null)[],
): Promise<(HolderWords | null)[]> {
  const opened = await openAll(
    on,
    sealed.flatMap((value) => (value ? [{ place: 'copy_holder', sealed: value }] : [])),
  )
  return sealed.map((value) => {
    const bytes = value ? opened.shift() : null
    return bytes ? words.parse(JSON.parse(bytes.toString('utf8'))) : null
  })
}

export type Holder = typeof copyHolder.$inferSelect

/** Whoever has the secret of a page, locked. The same 404 for a page that never was and for one whose holder has left. */
export async function lockHolder(tx: Tx, token: string): Promise<Holder> {
  const [row] = await tx
    .select()
    .from(copyHolder)
    .where(and(eq(copyHolder.pageHash, secretHash(token)), eq(copyHolder.state, 'active')))
    .for('update')
  if (!row) throw notFound('link')
  return row
}

/** A secret of 32 random bytes for a link and its SHA-256: only the hash is stored in clear. */
export function newSecret(): { secret: string; hash: Buffer } {
  const secret = randomBytes(32).toString('base64url')
  return { secret, hash: secretHash(secret) }
}

export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest()
