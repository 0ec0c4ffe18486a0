import 'server-only'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { dataset } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { DIGEST_SCHEME } from './digest'
import type { registerInput } from './input'

export type RegisteredDataset = { id: string; slug: string; name: string; licence: string }

/** Registers a dataset. Its content fields may still change until the first import. */
export async function registerDataset(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof registerInput>,
): Promise<RegisteredDataset> {
  authorize(actor, 'dataset.create')
  const declared = input.textFields || input.urlFields || input.mediaHashField
  const [row] = await tx
    .insert(dataset)
    .values({
      slug: input.slug,
      name: input.name,
      licence: input.licence,
      homepage: input.homepage || null,
      description: input.description ?? '',
      idField: input.idField ?? null,
      textFields: declared ? (input.textFields ?? []) : null,
      urlFields: declared ? (input.urlFields ?? []) : null,
      mediaHashField: input.mediaHashField ?? null,
      authorField: input.authorField ?? null,
      languageField: input.languageField ?? null,
      digestScheme: DIGEST_SCHEME,
      territories: [...new Set(input.territories)].sort(),
    })
    .onConflictDoNothing({ target: dataset.slug })
    .returning({ id: dataset.id, slug: dataset.slug, name: dataset.name, licence: dataset.licence })
  if (!row) throw conflict(say('datasets.errors.taken', { slug: input.slug }))
  return row
}
