import 'server-only'
import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { takedownAnswer, takedownAnswerRow } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { requestSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { openJsonOf, sealJsonFor } from '@/lib/crypto/subject-seal'

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
    rows: readonly RowOfAnswer[]
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
  await insertRows(tx, { id: row.id, requestId, datasetId }, given.rows)
  return row.id
}

/** What was judged since of an answer that was begun. What is written now stands in place of what was written before. */
export async function addToAnswer(
  tx: Tx,
  { id, requestId }: Answer,
  given: { datasetId: string; words: AnswerWords; rows: readonly RowOfAnswer[] },
): Promise<void> {
  if (given.words.note !== undefined) {
    const sealed = sealJsonFor(await keyFor(tx, requestSubject(requestId)), 'takedown_answer', given.words)
    await tx.update(takedownAnswer).set({ sealed }).where(eq(takedownAnswer.id, id))
  }
  await insertRows(tx, { id, requestId, datasetId: given.datasetId }, given.rows)
}

type RowOfAnswer = Pick<JudgedRow, 'digest' | 'verdict' | 'spans' | 'proofId'>

async function insertRows(
  tx: Tx,
  { id: answerId, requestId, datasetId }: { id: string; requestId: string; datasetId: string },
  rows: readonly RowOfAnswer[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 1_000)
    await tx
      .insert(takedownAnswerRow)
      .values(rows.slice(from, from + 1_000).map((row) => ({ ...row, answerId, requestId, datasetId })))
}

/** The answer that waits to be told, all of its rows judged; null when none does. */
export const proposedAnswer = (on: Db | Tx, requestId: string): Promise<Answer | null> =>
  untold(on, requestId, wasProposed)

/** An answer some rows of which were judged, and others are to be. */
export const begunAnswer = (on: Db | Tx, requestId: string): Promise<Answer | null> =>
  untold(on, requestId, sql`not ${wasProposed}`)

/** The event is written with the last of its rows. */
const wasProposed = sql`exists (
  select from takedown_event e
  where e.request_id = ${takedownAnswer.requestId} and e.type = 'answer_proposed' and e.created_at >= ${takedownAnswer.createdAt})`

async function untold(on: Db | Tx, requestId: string, which: SQL): Promise<Answer | null> {
  const [row] = await on
    .select()
    .from(takedownAnswer)
    .where(and(eq(takedownAnswer.requestId, requestId), eq(takedownAnswer.state, 'proposed'), which))
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
