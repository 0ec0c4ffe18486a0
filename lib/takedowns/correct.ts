import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { takedownAnswer, takedownCandidate } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { refuseIf } from '@/lib/auth/authorize'
import { conflict, invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { takedownStatementOffered } from '@/lib/mail/templates/takedown-statement-offered'
import { policyInForce } from '@/lib/policies/queries'
import type { Span } from '@/lib/review/spans'
import {
  CORRECTION_VERDICTS,
  type correctionInput,
  type Judged,
  type ofAnswer,
  passagesField,
  verdictField,
} from './answer-input'
import { cannotGoOn, digestsOf, refuseUnready, tell } from './answer-right'
import { type AnswerRow, answerRows } from './answer-rows'
import {
  addToAnswer,
  type Answer,
  begunAnswer,
  insertAnswer,
  type JudgedRow,
  proposedAnswer,
  rowsOfAnswer,
  wordsOfAnswer,
} from './answers'
import { decideRow, reasonFor, refuseUndecidable } from './correct-row'
import { openTaken } from './match'
import { placesIn } from './passages-in'
import { dropItems } from './reach-verbs'
import { refuseStatement } from './refuse-statement'
import { type LockedRequest, lockRequest, recordEvent } from './request-row'
import { isToCorrect } from './rights'
import { settle } from './settle'
import { readCandidates } from './take-candidates'
import { handled } from './take'
import { writeTo } from './write-to'

type Done = { requestId: string }

/**
 * Answers somebody who asks that something be corrected (GDPR Art. 16). A dataset is not rewritten in somebody's words: what is wrong is
 * masked, or stays with their statement beside it, as Art. 16 has it ("by means of providing a supplementary statement"). A statement is
 * published as theirs, so they agree to its words before; masks are decided at once. Of many rows a stretch at a time is judged, by the same
 * person, and nothing is asked or decided before the last of them is. `more`: there are rows that are still to be judged.
 */
export async function correct(
  tx: Tx,
  actor: Member,
  { requestId, note, reasonCode, keepReason, statement, rows: judged }: z.output<typeof correctionInput>,
): Promise<Done & { more: boolean }> {
  const request = await handled(tx, actor, requestId)
  if (!isToCorrect(request)) throw conflict(say('rights.errors.noCorrection'))
  await refuseUnready(tx, actor, request)
  const begun = await begunAnswer(tx, requestId)
  refuseIf(cannotGoOn(actor, begun))
  const before = begun ? await rowsOfAnswer(tx, begun.id) : []
  const { rows } = await answerRows(tx, request, digestsOf(before))
  const given = rows.map((row) => corrected(row, judged.get(row.digest)))
  const all = [...before, ...given]
  const more = (await answerRows(tx, request, digestsOf(all))).rows.length > 0
  if (more) {
    await refuseUndecidable(tx, actor, request, given)
    const stretch = { words: { note }, rows: given }
    if (begun) await addToAnswer(tx, begun, { datasetId: request.datasetId, ...stretch })
    // Its reasons and its statement are chosen with the last rows, for all of them.
    else await insertAnswer(tx, actor, request, { kind: 'correction', reasonCode: '', ...stretch })
    return { requestId, more }
  }
  const said = note === undefined && begun ? (await wordsOfAnswer(tx, begun)).note : note
  if (all.every(({ verdict }) => verdict === 'not_them')) {
    const none = { kind: 'none' as const, words: { note: said }, rows: all }
    await tell(tx, actor, request, await insertAnswer(tx, actor, request, none))
    return { requestId, more }
  }
  const policy = await policyInForce(tx, request.datasetId)
  for (const { verdict } of all) reasonFor(policy, request, verdict, { reasonCode, keepReason })
  const stands = all.some(({ verdict }) => verdict === 'statement')
  if (stands) refuseStatement(statement)
  const words = { note: said, keepReason, ...(stands ? { statement } : {}) }
  const answerId = await insertAnswer(tx, actor, request, {
    kind: 'correction',
    reasonCode,
    words,
    rows: all,
  })
  if (!stands) {
    await apply(tx, actor, request, { id: answerId, proposedBy: actor.id })
    return { requestId, more }
  }
  await recordEvent(tx, actor, request, 'answer_proposed', { answer: 'correction', rows: all.length })
  await writeTo(tx, request, takedownStatementOffered, {
    reference: request.reference,
    dataset: request.datasetName,
    statement,
    note: said ?? null,
  })
  return { requestId, more }
}

/** What a lead said of a row, as it is kept. */
function corrected(row: AnswerRow, judged: Judged | undefined) {
  const verdict = CORRECTION_VERDICTS.find((one) => one === judged?.verdict)
  if (!judged || !verdict) throw refused(verdictField(row.digest), say('rights.errors.judgeAll'))
  if (verdict === 'statement' && !row.proof)
    throw refused(verdictField(row.digest), say('rights.errors.statementUnproven'))
  return {
    digest: bytesOf(row),
    verdict,
    spans: wrong(row, verdict, judged.passages),
    proofId: row.proof?.id ?? null,
  }
}

/** Decides what was proposed and agreed to. */
export async function applyCorrection(
  tx: Tx,
  actor: Member,
  { requestId, answerId }: z.output<typeof ofAnswer>,
): Promise<Done> {
  const request = await handled(tx, actor, requestId)
  const proposed = await proposedAnswer(tx, requestId)
  if (proposed?.id !== answerId || proposed.kind !== 'correction')
    throw conflict(say('rights.errors.proposedAnew'))
  if (proposed.acceptedAt === null) throw conflict(say('rights.errors.notAccepted'))
  await refuseUnready(tx, actor, request)
  await apply(tx, actor, request, proposed)
  return { requestId }
}

/** A decision for each row, like any other: in the log, in the lists of what is going to change, and in the next release. */
async function apply(
  tx: Tx,
  actor: Member,
  request: LockedRequest,
  { id: answerId, proposedBy }: Pick<Answer, 'id' | 'proposedBy'>,
): Promise<void> {
  const [answer] = await tx
    .update(takedownAnswer)
    .set({
      state: 'told',
      toldAt: sql`now()`,
      // Who proposed it has a part in it anyway.
      ...(proposedBy !== actor.id && { agreedBy: actor.id, agreedAt: sql`now()` }),
    })
    .where(eq(takedownAnswer.id, answerId))
    .returning()
  if (!answer) throw new Error('an answer that was locked is not there')
  const rows = await rowsOfAnswer(tx, answerId)
  const theirs = rows.filter(({ verdict }) => verdict !== 'not_them')
  await dropOthers(tx, actor, request, rows)
  await takeRows(tx, actor, request, theirs)
  for (const part of await readCandidates(tx, request.id)) await openTaken(tx, request, part)
  const policy = await policyInForce(tx, request.datasetId)
  const words = await wordsOfAnswer(tx, answer)
  for (const row of theirs) await decideRow(tx, actor, request, { answer, words, row, policy })
  if (!(await settle(tx, await lockRequest(tx, request.id), { note: words.note })))
    throw conflict(say('requestBulk.errors.unsettled'))
}

/** What is not about them is out of the request, with a reason that they are told and can contest. */
async function dropOthers(
  tx: Tx,
  actor: Member,
  request: LockedRequest,
  rows: readonly JudgedRow[],
): Promise<void> {
  const digests = rows.flatMap(({ digest, verdict }) => (verdict === 'not_them' ? [digest] : []))
  if (digests.length === 0) return
  const candidates = await tx
    .select({ targetId: takedownCandidate.targetId, digest: takedownCandidate.digest })
    .from(takedownCandidate)
    .where(ofRows(request, digests))
  for (const targetId of new Set(candidates.map((candidate) => candidate.targetId))) {
    const own = candidates.filter((candidate) => candidate.targetId === targetId)
    await dropItems(tx, actor, request, {
      ...{ targetId, why: 'other_person' },
      digests: own.map(({ digest }) => digest.toString('hex')),
    })
  }
}

async function takeRows(
  tx: Tx,
  actor: Member,
  request: LockedRequest,
  rows: readonly JudgedRow[],
): Promise<void> {
  await tx
    .update(takedownCandidate)
    .set({ state: 'taken', by: actor.id, at: new Date() })
    .where(
      ofRows(
        request,
        rows.map(({ digest }) => digest),
      ),
    )
}

const ofRows = ({ id, datasetId }: LockedRequest, digests: Buffer[]) =>
  and(
    eq(takedownCandidate.datasetId, datasetId),
    eq(takedownCandidate.requestId, id),
    inArray(takedownCandidate.digest, digests),
  )

function wrong(row: AnswerRow, verdict: JudgedRow['verdict'], passages: readonly string[]): Span[] {
  if (verdict !== 'mask') return []
  if (passages.length === 0) throw refused(passagesField(row.digest), say('rights.errors.noPassage'))
  return placesIn(row, passages)
}

const refused = (field: string, message: string) => invalid(message, { [field]: [message] })
const bytesOf = ({ digest }: AnswerRow) => Buffer.from(digest, 'hex')
