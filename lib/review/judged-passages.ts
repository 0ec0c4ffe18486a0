import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { flag } from '@/db/schema'
import { invalid } from '@/lib/errors'
import { fieldLengths, itemFields } from './item-fields'
import type { JudgedPassage } from './judged'
import { judgedError } from './passage-errors'

type Found = { datasetId: string; digest: Buffer; category: string }

/** What a reviewer says of single passages, checked against what was found and what the text holds. */
export async function judgedPassages(
  tx: Tx,
  found: Found,
  judged: readonly JudgedPassage[],
): Promise<JudgedPassage[]> {
  if (judged.length === 0) return []
  const fields = await itemFields(tx, found.datasetId, found.digest)
  const flags = await tx
    .select({ id: flag.id, type: flag.type, spans: flag.spans })
    .from(flag)
    .where(and(eq(flag.datasetId, found.datasetId), eq(flag.digest, found.digest)))
  const about = { category: found.category, flags, lengths: fieldLengths(fields ?? {}) }
  for (const one of judged) {
    const problem = judgedError(one, about)
    if (problem) throw invalid(problem, { judged: [problem] })
  }
  return [...judged]
}
