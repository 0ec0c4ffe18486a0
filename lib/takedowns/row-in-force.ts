import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { decision, takedownAnswer, takedownAnswerRow } from '@/db/schema'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { STATEMENT } from '@/lib/release-format/disclosure'
import type { LockedCase } from '@/lib/review/case-row'

export type InForce = NonNullable<Awaited<ReturnType<typeof inForceOf>>>

/**
 * What is done about a row now, and for which correction: that whose answer was told in the transaction of the decision. Null where nothing
 * is; for none once that answer was erased.
 */
export async function inForceOf(tx: Tx, { datasetId, inForce }: Pick<LockedCase, 'datasetId' | 'inForce'>) {
  if (!inForce) return null
  const [row] = await tx
    .select({
      action: decision.action,
      reasonCode: decision.reasonCode,
      spans: decision.spans,
      label: decision.label,
      territories: decision.territories,
      requestId: takedownAnswer.requestId,
    })
    .from(decision)
    .leftJoin(
      takedownAnswerRow,
      and(
        eq(takedownAnswerRow.datasetId, decision.datasetId),
        eq(takedownAnswerRow.digest, decision.digest),
        eq(takedownAnswerRow.verdict, 'statement'),
      ),
    )
    .leftJoin(
      takedownAnswer,
      and(eq(takedownAnswer.id, takedownAnswerRow.answerId), eq(takedownAnswer.toldAt, decision.createdAt)),
    )
    .where(and(eq(decision.datasetId, datasetId), eq(decision.id, inForce.id)))
    .orderBy(takedownAnswer.requestId)
    .limit(1)
  return row ?? null
}

/** A statement that somebody else agreed to, and that stands in releases, is put aside by the correction of no other request. */
export function refuseOthersStatement(now: InForce | null, requestId: string): void {
  if (now?.label?.startsWith(STATEMENT) && now.requestId !== requestId)
    throw conflict(say('rights.errors.statementOther'))
}
