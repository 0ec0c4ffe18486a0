import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { decision, takedownAnswer, takedownAnswerRow } from '@/db/schema'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { STATEMENT } from '@/lib/release-format/disclosure'
import type { LockedCase } from '@/lib/review/case-row'
import { mailboxOf } from './contact'

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

/**
 * A statement that stands in releases is put aside by nobody but who agreed to it: by their mailbox, or, once nothing says any more whose
 * that was, by who has shown that the row is theirs.
 */
export async function refuseOthersStatement(
  tx: Tx,
  now: InForce | null,
  { id }: { id: string },
  { proofId }: { proofId: string | null },
): Promise<void> {
  if (!now?.label?.startsWith(STATEMENT) || now.requestId === id) return
  const theirs = now.requestId === null ? null : await mailboxOf(tx, now.requestId)
  if (theirs === null && proofId === null) throw conflict(say('rights.errors.statementErased'))
  if (theirs && !(await mailboxOf(tx, id))?.equals(theirs))
    throw conflict(say('rights.errors.statementOther'))
}
