import 'server-only'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { dataset } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { invalid } from '@/lib/errors'
import type { draftInput } from './input'
import type { Reading } from './parse-targets'
import { readTargets } from './read-targets'

/** `values` are the fields as they were typed. `reading` is there when the answers are ready to be checked. */
export type Draft = { values: Record<string, string>; datasetName: string | null; reading: Reading | null }

/** Reads the answers back before they are sent. Writes nothing, and looks nothing up but the public name of the dataset. */
export async function draft(tx: Tx, _visitor: Visitor, input: z.output<typeof draftInput>): Promise<Draft> {
  const { values, submission } = input
  if (!submission) return { values, datasetName: null, reading: null }
  const reading = readTargets(submission.targets)
  const { name } = await datasetNamed(tx, submission.dataset)
  return { values, datasetName: name, reading }
}

export async function datasetNamed(
  tx: Tx,
  slug: string,
): Promise<{ id: string; slug: string; name: string }> {
  const [row] = await tx
    .select({ id: dataset.id, slug: dataset.slug, name: dataset.name })
    .from(dataset)
    .where(eq(dataset.slug, slug))
  if (!row) throw invalid('Choose a dataset.', { dataset: ['Choose a dataset'] })
  return row
}
