import 'server-only'
import { and, desc, eq, ne, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { takedownAnswer, takedownAnswerRow, takedownEvent } from '@/db/schema'
import { actorRef, type Member } from '@/lib/auth/actor'
import { requestSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { openJsonOf, sealJsonFor } from '@/lib/crypto/subject-seal'
import { forbidden } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { appealedAt } from './said'

/** An answer to somebody who asks what there is about them, or that it be corrected. */
export type Answer = typeof takedownAnswer.$inferSelect
export type JudgedRow = typeof takedownAnswerRow.$inferSelect

const words = z.object({
  note: z.string().optional(),
  /** Of a correction: what is published as theirs, and the reason for what stays. */
  statement: z.string().optional(),
  keepReason: z.string().optional(),
})
export type AnswerWords = z.infer<typeof words>

/** Writes an answer that is not told yet; one that was proposed before goes. */
export async function insertAnswer(
  tx: Tx,
  actor: Member,
  request: { id: string; datasetId: string },
  given: {
    kind: Answer['kind']
    reasonCode?: string
    words: AnswerWords
    rows: Pick<JudgedRow, 'digest' | 'verdict' | 'spans' | 'proofId'>[]
  },
): Promise<string> {
  const { id: requestId, datasetId } = request
  await tx
    .update(takedownAnswer)
    .set({ state: 'dropped' })
    .where(and(eq(takedownAnswer.requestId, requestId), eq(takedownAnswer.state, 'proposed')))
  const sealed = sealJsonFor(await keyFor(tx, requestSubject(requestId)), 'takedown_answer', given.words)
  const [row] = await tx
    .insert(takedownAnswer)
    .values({
      ...{ requestId, kind: given.kind, proposedBy: actor.id, sealed },
      reasonCode: given.reasonCode ?? null,
    })
    .returning({ id: takedownAnswer.id })
  if (!row) throw new Error('an answer was written and has no id')
  if (given.rows.length > 0)
    await tx
      .insert(takedownAnswerRow)
      .values(given.rows.map((judged) => ({ ...judged, answerId: row.id, requestId, datasetId })))
  return row.id
}

/** The answer that waits to be told; null when none does. */
export async function proposedAnswer(on: Db | Tx, requestId: string): Promise<Answer | null> {
  const [row] = await on
    .select()
    .from(takedownAnswer)
    .where(and(eq(takedownAnswer.requestId, requestId), eq(takedownAnswer.state, 'proposed')))
  return row ?? null
}

/** The last answer that was told; null when there was none. */
export async function toldAnswer(on: Db | Tx, requestId: string): Promise<Answer | null> {
  const [row] = await on
    .select()
    .from(takedownAnswer)
    .where(and(eq(takedownAnswer.requestId, requestId), eq(takedownAnswer.state, 'told')))
    .orderBy(desc(takedownAnswer.toldAt), desc(takedownAnswer.createdAt))
    .limit(1)
  return row ?? null
}

/** What makes an answer one that nobody can open, nor have open, from this moment. */
export const closedCopy = () => ({
  expiresAt: sql`least(expires_at, now())`,
  codeHash: null,
  codeExpiresAt: null,
  openedHash: null,
  openedUntil: null,
})

/** A new answer takes the place of those before: their copies are closed. */
export async function closeEarlier(tx: Tx, requestId: string, answerId: string): Promise<void> {
  await tx
    .update(takedownAnswer)
    .set(closedCopy())
    .where(
      and(
        eq(takedownAnswer.requestId, requestId),
        eq(takedownAnswer.kind, 'copy'),
        eq(takedownAnswer.state, 'told'),
        ne(takedownAnswer.id, answerId),
      ),
    )
}

export const rowsOfAnswer = (on: Db | Tx, answerId: string): Promise<JudgedRow[]> =>
  on
    .select()
    .from(takedownAnswerRow)
    .where(eq(takedownAnswerRow.answerId, answerId))
    .orderBy(takedownAnswerRow.digest)

/** What was written with an answer; nothing once it was erased. */
export async function wordsOfAnswer(on: Db | Tx, { sealed }: Answer): Promise<AnswerWords> {
  return sealed ? words.parse((await openJsonOf(on, { place: 'takedown_answer', sealed })) ?? {}) : {}
}

/**
 * Contested, it is answered by people who had no part in the answer before (Regulation (EU) 2022/2065 Art. 20(6)): neither told, proposed nor
 * agreed to it, nor applied a correction.
 */
export async function refuseSameAnswer(tx: Tx, actor: Member, requestId: string): Promise<void> {
  const [before] = await tx
    .select({ id: takedownEvent.id })
    .from(takedownEvent)
    .where(
      and(
        eq(takedownEvent.requestId, requestId),
        sql`${takedownEvent.type} in ('answered', 'answer_proposed')`,
        eq(takedownEvent.actor, actorRef(actor)),
        sql`${takedownEvent.ordinal} < ${appealedAt(requestId)}`,
      ),
    )
    .limit(1)
  const [part] = await tx
    .select({ id: takedownAnswer.id })
    .from(takedownAnswer)
    .where(
      and(
        eq(takedownAnswer.requestId, requestId),
        or(eq(takedownAnswer.proposedBy, actor.id), eq(takedownAnswer.agreedBy, actor.id)),
        sql`${takedownAnswer.createdAt} < (
          select max(created_at) from takedown_event where request_id = ${requestId} and type = 'appealed')`,
      ),
    )
    .limit(1)
  if (before || part) throw forbidden(say('rights.errors.answeredByYou'))
}
