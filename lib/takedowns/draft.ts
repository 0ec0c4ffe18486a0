import 'server-only'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { dataset } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { env } from '@/lib/runtime/env'
import type { TakedownKind } from './attestations'
import type { draftInput } from './input'
import { mayNameSources } from './kinds'
import { LIST_FILE, LOCATOR_FILE, readLocatorFile } from './locator-file'
import { parseTargets } from './parse-targets'
import { readTargets } from './read-targets'

/** The fields as they were typed, and which page they belong to now. */
export type Draft = { values: Record<string, string>; page: 'form' | 'check' }

/** Checks the answers before they are read back. Writes nothing, and looks nothing up but the public name of the dataset. */
export async function draft(tx: Tx, _visitor: Visitor, input: z.output<typeof draftInput>): Promise<Draft> {
  const { values, submission, file } = input
  if (!submission) return { values, page: 'form' }
  const listed: Record<string, string> = file ? { locators: await listOf(file, submission.kind) } : {}
  readTargets({ ...submission, ...listed })
  await datasetNamed(tx, submission.dataset)
  return { values: { ...values, ...listed }, page: 'check' }
}

async function listOf(file: File, kind: TakedownKind): Promise<string> {
  const read =
    file.size > LOCATOR_FILE.bytes
      ? ({ ok: false, why: 'too_large' } as const)
      : readLocatorFile(new Uint8Array(await file.arrayBuffer()))
  if (!read.ok)
    throw invalid(say('takedowns.errors.file'), { [LIST_FILE]: [say(`takedowns.input.file.${read.why}`)] })
  return read.words !== null && isProse(read.lines, kind) ? `“${read.words}”` : read.lines.join('\n')
}

/** A text that somebody copied, and no list: hardly a line of it says where something is, but page numbers and the like may seem to. */
function isProse(lines: readonly string[], kind: TakedownKind): boolean {
  const { targets, misread } = parseTargets(lines.join('\n'), env().url, {
    wholeSources: mayNameSources(kind),
    list: true,
  })
  return (
    misread.length > 0 &&
    misread.every(({ why }) => why === 'not_read') &&
    targets.length * 10 < misread.length
  )
}

export async function datasetNamed(tx: Tx, slug: string): Promise<{ id: string; slug: string }> {
  const [row] = await tx
    .select({ id: dataset.id, slug: dataset.slug })
    .from(dataset)
    .where(eq(dataset.slug, slug))
  if (!row) throw invalid(say('takedowns.errors.dataset'), { dataset: [say('takedowns.input.dataset')] })
  return row
}
