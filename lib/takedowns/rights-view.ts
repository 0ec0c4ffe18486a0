import 'server-only'
import { count, eq } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import { takedownAnswerView } from '@/db/schema'
import { counted } from './answer-right'
import { proposedAnswer, rowsOfAnswer, toldAnswer, wordsOfAnswer } from './answers'
import { canBeOpened } from './open-copy'
import { type Recall, recallOf } from './recalls'
import { isAnswered, type Right } from './rights'
import { lastEvent, wordsOf } from './said'
import type { TakedownStatus } from './status'

export type RightsView = NonNullable<Awaited<ReturnType<typeof rightsView>>>

/**
 * What the private page says of an answer about somebody's own data: numbers, never a row; the statement that waits for their word. Null of
 * other requests.
 */
export async function rightsView({
  id,
  right,
  status,
}: {
  id: string
  right: Right | null
  status: TakedownStatus
}) {
  if (!isAnswered({ right })) return null
  const [told, proposed] = await Promise.all([toldAnswer(db(), id), proposedAnswer(db(), id)])
  const answer = status === 'answered' ? told : null
  const statement =
    status === 'under_review' && proposed?.kind === 'correction' && proposed.acceptedAt === null
      ? { answerId: proposed.id, words: (await wordsOfAnswer(db(), proposed)).statement ?? '' }
      : null
  return {
    told: answer && {
      kind: answer.kind,
      ...counted(await rowsOfAnswer(db(), answer.id)),
      until: answer.expiresAt,
      canBeOpened: canBeOpened(answer),
      recalled: await recallFor(db(), id),
      codeSent: answer.codeHash !== null && (answer.codeExpiresAt ?? 0) > new Date() && answer.attempts < 3,
    },
    statement: statement?.words ? statement : null,
  }
}

/** Why the copy that was told last was called back, with what was written about it; null when it was not. */
export async function recallFor(
  on: Db | Tx,
  requestId: string,
): Promise<{ reason: Recall; words: string | null } | null> {
  const event = await lastEvent(on, requestId, ['answered', 'copy_recalled'])
  if (event?.type !== 'copy_recalled') return null
  const words = await wordsOf(on, requestId, ['copy_recalled'])
  return { reason: recallOf(event.data.reason), words: words.get(event.id) ?? null }
}

/** How often the copy of an answer was looked at. */
export async function viewsOf(answerId: string): Promise<number> {
  const [row] = await db()
    .select({ n: count() })
    .from(takedownAnswerView)
    .where(eq(takedownAnswerView.answerId, answerId))
  return row?.n ?? 0
}
