import 'server-only'
import { z } from 'zod'
import { say } from '@/lib/i18n/say'
import { ATTACHMENT_NUMBERS as numbers, ATTACHMENTS_FIELD, mayAttach, tooMuch } from './kinds'
import { cleanName, readFile, type ReadFile } from './read-file'
import { FileRefused } from './refusal'

/**
 * The same form with files in `files[]`. They are read when everything else is in order, one after the other; for each that is not taken
 * there is an answer at their field. A form without them has none. `before` they are read: throws for who may not send any.
 */
export const withFiles = <S extends z.ZodType<object>>(
  schema: S,
  before?: (input: z.output<S>) => Promise<void>,
) =>
  z.looseObject({}).transform(async ({ files: given, ...raw }, context): Promise<z.output<S> & WithFiles> => {
    const parsed = schema.safeParse(raw)
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues)
        context.addIssue({ code: 'custom', path: [...path], message })
      return z.NEVER
    }
    await before?.(parsed.data)
    const { files, refused } = await readAll(chosenOf(given), raw)
    for (const message of refused) context.addIssue({ code: 'custom', path: [ATTACHMENTS_FIELD], message })
    return { ...parsed.data, files }
  })

export type WithFiles = { files: readonly ReadFile[] }

/** What is read of a file part that has no name: by the standard, and by what parses a form for a server action. */
const NO_NAME = ['', 'undefined']

/** A field in which nothing was chosen sends one file without name and bytes. */
const chosenOf = (given: unknown): File[] =>
  (Array.isArray(given) ? given : []).filter(
    (file): file is File => file instanceof File && (file.size > 0 || !NO_NAME.includes(file.name)),
  )

async function readAll(
  chosen: readonly File[],
  raw: Readonly<Record<string, unknown>>,
): Promise<{ files: ReadFile[]; refused: string[] }> {
  if (chosen.length > 0 && !mayAttach(String(raw.kind), raw))
    return { files: [], refused: [say('attachments.refused.restricted')] }
  const much = tooMuch(chosen)
  if (much) return { files: [], refused: [saidOf(much)] }
  const files: ReadFile[] = []
  const refused: string[] = []
  for (const file of chosen) {
    try {
      files.push(await readFile({ name: file.name, bytes: Buffer.from(await file.arrayBuffer()) }))
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error
      refused.push(say(`attachments.refused.why.${error.why}`, { name: cleanName(file.name), ...numbers }))
    }
  }
  return { files, refused }
}

function saidOf(much: NonNullable<ReturnType<typeof tooMuch>>): string {
  const name = much.why === 'large' ? cleanName(much.name) : ''
  return say(`attachments.tooMuch.${much.why}`, { name, ...numbers })
}
