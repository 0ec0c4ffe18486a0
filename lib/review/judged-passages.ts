import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { flag } from '@/db/schema'
import { invalid } from '@/lib/errors'
import { fieldLengths, itemFields } from './item-fields'
import type { JudgedPassage, SentJudged } from './judged'
import { judgedError } from './passage-errors'
import { passagesNamed } from './passage-names'
import { isNamed } from './spans'

type Found = { datasetId: string; digest: Buffer; category: string }

/** What a reviewer says of single passages, checked against what was found and what the text holds. */
export async function judgedPassages(
  tx: Tx,
  found: Found,
  sent: readonly SentJudged[],
): Promise<JudgedPassage[]> {
  if (sent.length === 0) return []
  const fields = await itemFields(tx, found.datasetId, found.digest)
  const flags = await tx
    .select({ id: flag.id, type: flag.type, spans: flag.spans })
    .from(flag)
    .where(and(eq(flag.datasetId, found.datasetId), eq(flag.digest, found.digest)))
  const about = { category: found.category, flags, lengths: fieldLengths(fields ?? {}) }
  const named = passagesNamed(sent.some(isNamed) ? flags : [])
  const judged = sent.map((one): JudgedPassage =>
    isNamed(one) ? { verdict: 'wrong', ...named(one.name) } : one,
  )
  for (const one of judged) {
    const problem = judgedError(one, about)
    if (problem) throw invalid(problem, { judged: [problem] })
  }
  return judged
}
