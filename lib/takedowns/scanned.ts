import 'server-only'
import { eq } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { takedownCandidate, takedownTarget } from '@/db/schema'
import type { SpanRow } from '@/db/schema/flags'
import type { OccurrenceRow } from '@/lib/datasets/commit-chunk'

/** A candidate as the search knows it. */
export type ScannedHit = {
  targetId: string
  tier: 'exact' | 'fuzzy'
  state: 'found' | 'taken' | 'dropped'
  revisionId: string
  place: OccurrenceRow
  rows: number
  spans: SpanRow[]
  similarity: number | null
  /** Found by reading the files, not by the index. */
  byWords: boolean
  /** Rows of its target that the files were found to hold, those beyond the limit among them. */
  ofTarget: number
}

/** The candidates of a request, whatever became of them. */
export async function scannedHits(on: Db | Tx, requestId: string): Promise<ScannedHit[]> {
  const rows = await on
    .select({ candidate: takedownCandidate, kind: takedownTarget.kind, ofTarget: takedownTarget.rows })
    .from(takedownCandidate)
    .innerJoin(takedownTarget, eq(takedownTarget.id, takedownCandidate.targetId))
    .where(eq(takedownCandidate.requestId, requestId))
    .orderBy(takedownCandidate.digest)
  return rows.map(({ candidate, kind, ofTarget }) => {
    const { targetId, tier, state, revisionId, rows: n, spans, similarity } = candidate
    const byWords = kind === 'quote' || kind === 'near'
    return {
      targetId,
      tier,
      state,
      revisionId,
      rows: n,
      spans,
      similarity,
      byWords,
      place: placeOf(candidate),
      ofTarget: ofTarget ?? 0,
    }
  })
}

/** Where a candidate stands; an item that only an earlier revision has stands nowhere. */
export function placeOf({
  digest,
  ordinal,
  row,
  offset,
  length,
  sourceId,
  url,
}: typeof takedownCandidate.$inferSelect): OccurrenceRow {
  return { digest, ordinal: ordinal ?? -1, row: row ?? -1, offset, length, sourceId, url }
}
