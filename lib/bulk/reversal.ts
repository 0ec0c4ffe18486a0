import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { decision } from '@/db/schema'
import type { Resolution } from '@/lib/review/resolve'
import { TAKEN_BACK } from './labels'

type Outcome = Pick<Resolution, 'action' | 'reasonCode' | 'spans' | 'seen' | 'label' | 'territories'>

/**
 * What a case comes to again when a decision is taken back: the outcome of the decision that it superseded, or, where there was none,
 * that the item stays as it is. That is nobody's judgement of it, so it has seen nothing: the case is open again.
 */
export async function reversalOf(
  tx: Tx,
  { datasetId }: { datasetId: string },
  decisionId: string,
): Promise<Outcome> {
  const [taken] = await tx
    .select({ supersedes: decision.supersedes })
    .from(decision)
    .where(and(eq(decision.datasetId, datasetId), eq(decision.id, decisionId)))
  const [earlier] = taken?.supersedes
    ? await tx
        .select()
        .from(decision)
        .where(and(eq(decision.datasetId, datasetId), eq(decision.id, taken.supersedes)))
    : []
  if (!earlier) return { action: 'keep', reasonCode: TAKEN_BACK, spans: [], seen: [] }
  return {
    action: earlier.action,
    reasonCode: earlier.reasonCode,
    spans: earlier.spans,
    seen: earlier.seen,
    label: earlier.label ?? undefined,
    territories: earlier.territories ?? undefined,
  }
}
