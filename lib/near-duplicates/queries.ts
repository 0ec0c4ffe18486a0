import 'server-only'
import { db } from '@/db/client'
import type { Action, CaseStatus } from '@/lib/review/status'
import { neighboursOf } from './neighbours-of'

/** A case of the same category whose text is nearly this one's. */
export type AlikeCase = {
  caseId: string
  digest: string
  similarity: number
  /** Told by common bands alone, the text being long. */
  isMeasured: boolean
  status: CaseStatus
  action: Action | null
}

/** The cases of nearly the same text in the same category, the most similar first. The reader may view the case they are listed on. */
export async function alikeCases(found: {
  datasetId: string
  digest: string
  category: string
}): Promise<{ cases: AlikeCase[]; more: boolean }> {
  const { members, more } = await neighboursOf(db(), {
    datasetId: found.datasetId,
    digest: Buffer.from(found.digest, 'hex'),
  })
  const cases = members.flatMap(({ digest, similarity, isMeasured, cases: all }) =>
    all
      .filter(({ category }) => category === found.category)
      .map(({ id, status, action }) => ({ caseId: id, digest, similarity, isMeasured, status, action })),
  )
  return { cases, more }
}
