import 'server-only'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { takedownAnswer } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { conflict } from '@/lib/errors'
import { say, voiceOf } from '@/lib/i18n/say'
import { takedownRecalled } from '@/lib/mail/templates/takedown-recalled'
import type { recallInput } from './answer-input'
import { closedCopy, toldAnswer } from './answers'
import { wasContested } from './appeal'
import { complaintOverSince } from './complaint-window'
import { regimeOfRequest } from './contact'
import { canBeOpened } from './open-copy'
import { redressOf } from './outcome'
import { recordEvent } from './request-row'
import { keepWords } from './said'
import { handled } from './take'
import { writeTo } from './write-to'

/**
 * Calls back a copy that should not have been given as it is: whoever has it open reads it no longer, and no code opens it again. What was
 * read or saved before is out; how often that was, is on the request. Its requester has a letter, and reads the same on their page: why, as
 * far as it may be told, what it means, and that they can contest the answer or ask again.
 */
export async function recallCopy(
  tx: Tx,
  actor: Member,
  { requestId, answerId, reason, note }: z.output<typeof recallInput>,
): Promise<{ requestId: string }> {
  const request = await handled(tx, actor, requestId)
  const answer = await toldAnswer(tx, requestId)
  if (answer?.id !== answerId || !canBeOpened(answer)) throw conflict(say('rights.errors.notOpen'))
  await tx.update(takedownAnswer).set(closedCopy()).where(eq(takedownAnswer.id, answerId))
  const { eventId } = await recordEvent(tx, actor, request, 'copy_recalled', { reason })
  await keepWords(tx, { id: requestId, eventId }, note)
  const mayContest = !(await wasContested(tx, requestId)) && !(await complaintOverSince(tx, requestId))
  const regime = await regimeOfRequest(tx, requestId)
  await writeTo(tx, request, takedownRecalled, {
    reference: request.reference,
    dataset: request.datasetName,
    ...{ reason, note: note ?? null },
    redress: redressOf(voiceOf(request.language), { kind: request.kind, regime }, mayContest ? 'page' : null),
  })
  return { requestId }
}
