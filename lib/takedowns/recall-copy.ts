import 'server-only'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { takedownAnswer } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import type { ofAnswer } from './answer-input'
import { closedCopy, toldAnswer } from './answers'
import { canBeOpened } from './open-copy'
import { recordEvent } from './request-row'
import { handled } from './take'

/**
 * Calls back a copy that should not have been given as it is: whoever has it open reads it no longer, and no code opens it again. What was
 * read or saved before is out; how often that was, is on the request. Its requester is told by their page, and can contest the answer.
 */
export async function recallCopy(
  tx: Tx,
  actor: Member,
  { requestId, answerId }: z.output<typeof ofAnswer>,
): Promise<{ requestId: string }> {
  const request = await handled(tx, actor, requestId)
  const answer = await toldAnswer(tx, requestId)
  if (answer?.id !== answerId || !canBeOpened(answer)) throw conflict(say('rights.errors.notOpen'))
  await tx.update(takedownAnswer).set(closedCopy()).where(eq(takedownAnswer.id, answerId))
  await recordEvent(tx, actor, request, 'copy_recalled')
  return { requestId }
}
