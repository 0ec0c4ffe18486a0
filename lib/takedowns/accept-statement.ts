import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { takedownAnswer } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { requester } from '@/lib/auth/load-actor'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import type { acceptInput } from './answer-input'
import { proposedAnswer } from './answers'
import { recordEvent } from './request-row'
import { tracked } from './take'

/** The requester agrees that their statement is published as it stands on their page. One that has taken its place since they have not read. */
export async function acceptStatement(
  tx: Tx,
  _visitor: Visitor,
  { token, answerId }: z.output<typeof acceptInput>,
): Promise<{ accepted: true }> {
  const request = await tracked(tx, token)
  const proposed = await proposedAnswer(tx, request.id)
  if (proposed?.id !== answerId || proposed.kind !== 'correction')
    throw conflict(say('rights.errors.nothingToAccept'))
  if (proposed.acceptedAt !== null || request.status !== 'under_review')
    throw conflict(say('rights.errors.nothingToAccept'))
  await tx
    .update(takedownAnswer)
    .set({ acceptedAt: sql`now()` })
    .where(eq(takedownAnswer.id, proposed.id))
  await recordEvent(tx, requester(request.id), request, 'answer_accepted')
  return { accepted: true }
}
