import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { takedownAnswer } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize, refuseIf } from '@/lib/auth/authorize'
import { can } from '@/lib/auth/permissions'
import { conflict, forbidden, invalid } from '@/lib/errors'
import { say, voiceOf } from '@/lib/i18n/say'
import { takedownAnswered } from '@/lib/mail/templates/takedown-answered'
import { wasContested } from './appeal'
import { answerRows, type AnswerRow } from './answer-rows'
import { COPY_VERDICTS, type Judged, type ofAnswer, verdictField, type answerInput } from './answer-input'
import {
  addToAnswer,
  type Answer,
  begunAnswer,
  closeEarlier,
  insertAnswer,
  type JudgedRow,
  proposedAnswer,
  rowsOfAnswer,
  wordsOfAnswer,
} from './answers'
import { regimeOfRequest } from './contact'
import { isLookedFor } from './go-on-looking'
import { redressOf } from './outcome'
import { refuseOwnRequest } from './own-request'
import { placesIn } from './passages-in'
import { type LockedRequest, lockRequest, recordEvent } from './request-row'
import { targetsOf } from './results'
import { isToCorrect, isToKnow } from './rights'
import { isIdentified } from './row-proof'
import { keepWords } from './said'
import { refuseSameAnswer } from './same-answer'
import { nextStatus } from './status'
import { handled, take } from './take'
import { describeTarget } from './words'
import { writeTo } from './write-to'

type Done = { requestId: string }

/** A copy can be opened for so long; then it is asked for anew. */
export const COPY_DAYS = 30

const LINES_IN_MAIL = 25

/**
 * Answers somebody who asks what there is about them (GDPR Art. 15). Every row that was found is judged, of many a stretch at a time by the
 * same person. That nothing is about them is told at once; what gives them rows is proposed, and told when somebody else has agreed: what was
 * handed to a stranger is never got back. `more`: there are rows that are still to be judged.
 */
export async function answerAccess(
  tx: Tx,
  actor: Member,
  { requestId, note, rows: judged }: z.output<typeof answerInput>,
): Promise<Done & { more: boolean }> {
  const request = await handled(tx, actor, requestId)
  if (!isToKnow(request)) throw conflict(say('rights.errors.noAccess'))
  await refuseUnready(tx, actor, request)
  const begun = await begunAnswer(tx, requestId)
  refuseIf(cannotGoOn(actor, begun))
  const before = begun ? await rowsOfAnswer(tx, begun.id) : []
  const { rows } = await answerRows(tx, request, digestsOf(before))
  const given = rows.map((row) => copied(row, judged.get(row.digest)))
  const all = [...before, ...given]
  const isNone = all.every(({ verdict }) => verdict === 'not_them')
  // To say how much there is already tells something: whoever shows nothing is asked first, or refused as not verified.
  if (!isNone && !(await isIdentified(tx, requestId))) throw conflict(say('rights.errors.proofFirst'))
  const more = (await answerRows(tx, request, digestsOf(all))).rows.length > 0
  if (isNone && !more) {
    const words = note === undefined && begun ? await wordsOfAnswer(tx, begun) : { note }
    await tell(tx, actor, request, await insertAnswer(tx, actor, request, { kind: 'none', words, rows: all }))
    return { requestId, more }
  }
  if (begun) await addToAnswer(tx, begun, { datasetId: request.datasetId, words: { note }, rows: given })
  else await insertAnswer(tx, actor, request, { kind: 'copy', words: { note }, rows: given })
  if (!more) await recordEvent(tx, actor, request, 'answer_proposed', { answer: 'copy', ...counted(all) })
  return { requestId, more }
}

/** Why somebody does not go on with what another began to judge: who proposes an answer judged all of it. */
export const cannotGoOn = (actor: Member, begun: Answer | null): string | undefined =>
  begun && begun.proposedBy !== actor.id ? say('rights.errors.begun') : undefined

export const digestsOf = (rows: readonly Pick<JudgedRow, 'digest'>[]): ReadonlySet<string> =>
  new Set(rows.map(({ digest }) => digest.toString('hex')))

/** Somebody else has looked at it and agrees: it is told. */
export async function agreeToAnswer(
  tx: Tx,
  actor: Member,
  { requestId, answerId }: z.output<typeof ofAnswer>,
): Promise<Done> {
  const request = await lockRequest(tx, requestId)
  const proposed = await proposedAnswer(tx, requestId)
  refuseStranger(actor, request, proposed)
  if (proposed?.id !== answerId || proposed.kind !== 'copy') throw conflict(say('rights.errors.proposedAnew'))
  if (proposed.proposedBy === actor.id) throw forbidden(say('rights.errors.proposedByYou'))
  await refuseUnready(tx, actor, request)
  await tx
    .update(takedownAnswer)
    .set({ agreedBy: actor.id, agreedAt: sql`now()` })
    .where(eq(takedownAnswer.id, answerId))
  await tell(tx, actor, request, answerId)
  return { requestId }
}

/** It is not told as it was proposed, or as it was begun: somebody begins anew. */
export async function dropAnswer(
  tx: Tx,
  actor: Member,
  { requestId, answerId }: z.output<typeof ofAnswer>,
): Promise<Done> {
  const request = await lockRequest(tx, requestId)
  const proposed = await proposedAnswer(tx, requestId)
  refuseStranger(actor, request, proposed)
  const dropped = proposed ?? (await begunAnswer(tx, requestId))
  if (dropped?.id !== answerId) throw conflict(say('rights.errors.proposedAnew'))
  await tx.update(takedownAnswer).set({ state: 'dropped' }).where(eq(takedownAnswer.id, answerId))
  await recordEvent(tx, actor, request, 'answer_dropped', { answer: dropped.kind })
  return { requestId }
}

/** A lead, or for what is proposed an administrator, who may be the only other person there is. */
function refuseStranger(actor: Member, request: LockedRequest, proposed: Answer | null): void {
  if (proposed && !request.restricted && can(actor, 'takedown.agree')) return
  authorize(actor, 'takedown.handle', { datasetId: request.datasetId, visible: false, what: 'request' })
}

export async function refuseUnready(tx: Tx, actor: Member, request: LockedRequest): Promise<void> {
  nextStatus(request.status, isToKnow(request) ? 'answer' : 'act')
  if (await isLookedFor(tx, request.id)) throw conflict(say('rights.errors.looking'))
  await refuseOwnRequest(tx, actor, request.id)
  await refuseSameAnswer(tx, actor, request.id)
}

function copied(row: AnswerRow, judged: Judged | undefined) {
  const verdict = COPY_VERDICTS.find((one) => one === judged?.verdict)
  // Found since the form was read: nobody has seen it.
  if (!judged || !verdict) throw refusedRow(row, say('rights.errors.judgeAll'))
  if (verdict === 'give' && !row.proof) throw refusedRow(row, say('rights.errors.noProof'))
  return {
    digest: Buffer.from(row.digest, 'hex'),
    verdict,
    spans: verdict === 'give' ? placesIn(row, judged.passages, judged.whereabouts) : [],
    proofId: verdict === 'give' || verdict === 'others' ? (row.proof?.id ?? null) : null,
  }
}

const refusedRow = ({ digest }: AnswerRow, message: string) =>
  invalid(message, { [verdictField(digest)]: [message] })

/** What its requester is told in numbers. Of a row that nothing shows to be theirs they are not told that there is one. */
export function counted(rows: readonly Pick<JudgedRow, 'verdict' | 'proofId'>[]) {
  return {
    rows: rows.filter(({ verdict }) => verdict === 'give').length,
    others: rows.filter(({ verdict, proofId }) => verdict === 'others' && proofId !== null).length,
  }
}

/** What was proposed is the answer now: the request is answered, and its requester has a letter. */
export async function tell(tx: Tx, actor: Member, request: LockedRequest, answerId: string): Promise<void> {
  const expiresAt = new Date(Date.now() + COPY_DAYS * 86_400_000)
  const [answer] = await tx
    .update(takedownAnswer)
    .set({
      state: 'told',
      toldAt: sql`now()`,
      expiresAt: sql`case when kind = 'copy' then ${expiresAt.toISOString()}::timestamptz end`,
    })
    .where(eq(takedownAnswer.id, answerId))
    .returning()
  if (!answer) throw new Error('an answer that was locked is not there')
  await closeEarlier(tx, request.id, answerId)
  const { rows, others } = counted(await rowsOfAnswer(tx, answerId))
  const taken = await take(tx, actor, request, 'answer', {
    type: 'answered',
    data: { answer: answer.kind, rows, others },
  })
  const { note } = await wordsOfAnswer(tx, answer)
  await keepWords(tx, taken, note)
  const voice = voiceOf(request.language)
  const targets = (await targetsOf(tx, request.id)).map(({ target }) => describeTarget(voice, target))
  const mayContest = !(await wasContested(tx, request.id))
  const regime = await regimeOfRequest(tx, request.id)
  await writeTo(tx, request, takedownAnswered, {
    reference: request.reference,
    dataset: request.datasetName,
    toCorrect: isToCorrect(request),
    copy: answer.kind === 'copy' ? { rows, others, until: expiresAt } : null,
    targets: targets.slice(0, LINES_IN_MAIL),
    more: Math.max(0, targets.length - LINES_IN_MAIL),
    note: note ?? null,
    redress: redressOf(voice, { kind: request.kind, regime }, mayContest ? 'page' : null),
  })
}
