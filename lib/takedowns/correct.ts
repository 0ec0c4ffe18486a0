import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { takedownAnswer, takedownCandidate, takedownMatch } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { conflict, forbidden, invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { takedownStatementOffered } from '@/lib/mail/templates/takedown-statement-offered'
import { type PolicyInForce, policyInForce } from '@/lib/policies/queries'
import { STATEMENT } from '@/lib/release-format/disclosure'
import { type LockedCase, lockCase } from '@/lib/review/case-row'
import { groundOf } from '@/lib/review/ground'
import { refusedDirectly } from '@/lib/review/refused-directly'
import { resolve } from '@/lib/review/resolve'
import { findingsNow } from '@/lib/review/seen'
import { mergeSpans, type Span } from '@/lib/review/spans'
import type { Action } from '@/lib/review/status'
import {
  CORRECTION_VERDICTS,
  type correctionInput,
  type ofAnswer,
  passagesField,
  verdictField,
} from './answer-input'
import { refuseUnready, tell } from './answer-right'
import { type AnswerRow, answerRows } from './answer-rows'
import {
  type Answer,
  type AnswerWords,
  insertAnswer,
  type JudgedRow,
  proposedAnswer,
  rowsOfAnswer,
  wordsOfAnswer,
} from './answers'
import { openTaken } from './match'
import { type InForce, inForceOf, refuseOthersStatement } from './row-in-force'
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

/** What each verdict decides about a row. */
const ACTION: Partial<Record<JudgedRow['verdict'], Action>> = {
  mask: 'redact',
  statement: 'label',
  keep: 'keep',
}

/**
 * Answers somebody who asks that something be corrected (GDPR Art. 16). A dataset is not rewritten in somebody's words: what is wrong is
 * masked, or stays with their statement beside it, as Art. 16 has it ("by means of providing a supplementary statement"). A statement is
 * published as theirs, so they agree to its words before; masks are decided at once.
 */
export async function correct(
  tx: Tx,
  actor: Member,
  { requestId, note, reasonCode, keepReason, statement, rows: judged }: z.output<typeof correctionInput>,
): Promise<Done> {
  const request = await handled(tx, actor, requestId)
  if (!isToCorrect(request)) throw conflict(say('rights.errors.noCorrection'))
  await refuseUnready(tx, actor, request)
  const { rows, more } = await answerRows(tx, request)
  if (more > 0) throw conflict(say('rights.errors.tooMany', { n: more + rows.length }))
  const given = rows.map((row) => {
    const { verdict: said, passages = [] } = judged.get(row.digest) ?? {}
    const verdict = CORRECTION_VERDICTS.find((one) => one === said)
    if (!verdict) throw refused(verdictField(row.digest), say('rights.errors.judgeAll'))
    if (verdict === 'statement' && !row.proof)
      throw refused(verdictField(row.digest), say('rights.errors.statementUnproven'))
    return {
      digest: bytesOf(row),
      verdict,
      spans: wrong(row, verdict, passages),
      proofId: row.proof?.id ?? null,
    }
  })
  if (given.every(({ verdict }) => verdict === 'not_them')) {
    const none = { kind: 'none' as const, words: { note }, rows: given }
    await tell(tx, actor, request, await insertAnswer(tx, actor, request, none))
    return { requestId }
  }
  const policy = await policyInForce(tx, request.datasetId)
  for (const { verdict } of given) reasonFor(policy, request, verdict, { reasonCode, keepReason })
  const stands = given.some(({ verdict }) => verdict === 'statement')
  if (stands) refuseStatement(statement)
  const words = { note, keepReason, ...(stands ? { statement } : {}) }
  const answerId = await insertAnswer(tx, actor, request, {
    kind: 'correction',
    reasonCode,
    words,
    rows: given,
  })
  if (!stands) {
    await apply(tx, actor, request, { id: answerId, proposedBy: actor.id })
    return { requestId }
  }
  await recordEvent(tx, actor, request, 'answer_proposed', { answer: 'correction', rows: given.length })
  await writeTo(tx, request, takedownStatementOffered, {
    reference: request.reference,
    dataset: request.datasetName,
    statement,
    note: note ?? null,
  })
  return { requestId }
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

async function decideRow(
  tx: Tx,
  actor: Member,
  request: LockedRequest,
  {
    answer,
    words,
    row,
    policy,
  }: { answer: Answer; words: AnswerWords; row: JudgedRow; policy: PolicyInForce },
): Promise<void> {
  const found = await caseOf(tx, request, row.digest)
  const action = ACTION[row.verdict]
  if (!found || !action) throw new Error('a row that is corrected has no case')
  const { action: now } = found.inForce ?? {}
  // It is out already, and so is what is wrong in it.
  if (now === 'remove') return
  // A mask is only ever added to, and what stands beside a row stays there, whoever it is of.
  if (now === 'redact' && row.verdict === 'statement') throw conflict(say('rights.errors.statementMasked'))
  const stays =
    now === 'restrict' ||
    (now === 'redact' && row.verdict !== 'mask') ||
    (now === 'label' && row.verdict === 'keep')
  if (stays && found.status === 'decided') return
  const standing = await inForceOf(tx, found)
  if (!stays) await refuseOthersStatement(tx, standing, request, row)
  const denied = await refusedDirectly(tx, actor, found)
  if (denied) throw forbidden(say('rights.errors.cannotDecide', { why: denied }))
  const common = { found, kind: 'override' as const, policy, seen: await findingsNow(tx, found) }
  if (stays && standing) {
    await resolve(tx, actor, { ...common, ...asItStands(policy, request, standing) })
    return
  }
  const codes = { reasonCode: answer.reasonCode ?? '', keepReason: words.keepReason ?? '' }
  const masked = standing?.action === 'redact' ? standing.spans : []
  await resolve(tx, actor, {
    ...{ ...common, action },
    reasonCode: reasonFor(policy, request, row.verdict, codes),
    spans: row.verdict === 'mask' ? mergeSpans([...row.spans, ...masked]) : [],
    ...(row.verdict === 'statement' ? { label: `${STATEMENT}${words.statement ?? ''}` } : {}),
  })
}

/** The same decision again, by the policy in force. */
function asItStands(
  policy: PolicyInForce,
  { category }: LockedRequest,
  { action, reasonCode, spans, label, territories }: InForce,
) {
  const { code } = groundOf(policy, { category }, { action, reasonCode })
  return {
    ...{ action, reasonCode: code, spans },
    ...(label !== null && { label }),
    ...(territories !== null && { territories }),
  }
}

/** The case of a row under the category of the request, locked. */
async function caseOf(tx: Tx, request: LockedRequest, digest: Buffer): Promise<LockedCase | null> {
  const [match] = await tx
    .select({ caseId: takedownMatch.caseId })
    .from(takedownMatch)
    .where(and(eq(takedownMatch.requestId, request.id), eq(takedownMatch.digest, digest)))
    .limit(1)
  return match ? lockCase(tx, request.datasetId, match.caseId) : null
}

/** The reason of the policy in force that carries what a row comes to; none for what is not theirs. */
function reasonFor(
  policy: PolicyInForce,
  { category }: LockedRequest,
  verdict: JudgedRow['verdict'],
  { reasonCode, keepReason }: { reasonCode: string; keepReason: string },
): string {
  const action = ACTION[verdict]
  if (!action) return ''
  return groundOf(policy, { category }, { action, reasonCode: action === 'keep' ? keepReason : reasonCode })
    .code
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
