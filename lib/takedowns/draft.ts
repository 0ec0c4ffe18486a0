import 'server-only'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { dataset } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import type { draftInput } from './input'
import { LIST_FILE, LOCATOR_FILE, readLocatorFile } from './locator-file'
import { readTargets } from './read-targets'

/** The fields as they were typed, and which page they belong to now. */
export type Draft = { values: Record<string, string>; page: 'form' | 'check' }

/** Checks the answers before they are read back. Writes nothing, and looks nothing up but the public name of the dataset. */
export async function draft(tx: Tx, _visitor: Visitor, input: z.output<typeof draftInput>): Promise<Draft> {
  const { values, submission, file } = input
  if (!submission) return { values, page: 'form' }
  const listed: Record<string, string> = file ? { locators: await listOf(file) } : {}
  readTargets({ ...submission, ...listed })
  await datasetNamed(tx, submission.dataset)
  return { values: { ...values, ...listed }, page: 'check' }
}

async function listOf(file: File): Promise<string> {
  const read =
    file.size > LOCATOR_FILE.bytes
      ? ({ ok: false, why: 'too_large' } as const)
      : readLocatorFile(new Uint8Array(await file.arrayBuffer()))
  if (read.ok) return read.lines.join('\n')
  throw invalid(say('takedowns.errors.file'), { [LIST_FILE]: [say(`takedowns.input.file.${read.why}`)] })
}

export async function datasetNamed(tx: Tx, slug: string): Promise<{ id: string; slug: string }> {
  const [row] = await tx
    .select({ id: dataset.id, slug: dataset.slug })
    .from(dataset)
    .where(eq(dataset.slug, slug))
  if (!row) throw invalid(say('takedowns.errors.dataset'), { dataset: [say('takedowns.input.dataset')] })
  return row
}
