import 'server-only'
import { db } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { notFound } from '@/lib/errors'
import { policyInForce } from '@/lib/policies/queries'
import { copyOf, notAllOf } from './answer-copy'
import { cannotGoOn, counted, digestsOf } from './answer-right'
import { answerRows } from './answer-rows'
import { begunAnswer, proposedAnswer, rowsOfAnswer, toldAnswer, wordsOfAnswer } from './answers'
import { isLookedFor } from './go-on-looking'
import { askedByYou } from './own-request'
import { requestView } from './queries'
import { latestRevision } from './revision-rows'
import { isAnswered, isToKnow } from './rights'
import { viewsOf } from './rights-view'
import { may } from './status'

export type AnswerView = Awaited<ReturnType<typeof answerView>>

/**
 * The rows that were found for somebody who asks what there is about them, or that it be corrected, and what is proposed. For those who may
 * read who asks: which rows are whose says who it is. The same 404 for anybody else and for any other request. `asked`: which rows of the copy
 * that is proposed are shown.
 */
export async function answerView(actor: Member, id: string, asked?: unknown) {
  const request = await requestView(actor, id)
  if (!isAnswered(request) || !request.readsWho) throw notFound('request')
  const of = { id, datasetId: request.datasetId }
  const [proposed, begun, told, revision, policy] = await Promise.all([
    proposedAnswer(db(), id),
    begunAnswer(db(), id),
    toldAnswer(db(), id),
    latestRevision(db(), request.datasetId),
    policyInForce(db(), request.datasetId),
  ])
  const files = new Map(revision?.files.map(({ ordinal, path }) => [ordinal, path]))
  const answer = proposed ?? begun
  const judged = answer ? await rowsOfAnswer(db(), answer.id) : []
  const found = await answerRows(db(), of, begun ? digestsOf(judged) : undefined)
  const mayAnswer = can(actor, 'takedown.handle', request.datasetId)
  return {
    request,
    rows: found.rows.map((row) => ({
      ...row,
      file: row.revisionId === revision?.id && row.ordinal !== null ? (files.get(row.ordinal) ?? null) : null,
    })),
    notAllOf: await notAllOf(db(), id),
    /** There may be rows behind these. */
    more: found.more > 0,
    /** `denied`: why this actor does not go on with it. */
    begun: begun && { id: begun.id, judged: judged.length, denied: cannotGoOn(actor, begun) },
    looking: await isLookedFor(db(), id),
    open: may(request.status, isToKnow(request) ? 'answer' : 'act'),
    mayAnswer,
    /** Why they answer nothing of it: they asked it themselves. */
    asked: await askedByYou(actor, id),
    reasons: policy.reasons.filter(({ category }) => category === request.category),
    proposed: proposed && {
      ...proposed,
      ...(await wordsOfAnswer(db(), proposed)),
      counts: { ...counted(judged), all: judged.length },
      own: proposed.proposedBy === actor.id,
      copy: proposed.kind === 'copy' ? await copyOf(db(), proposed, asked) : null,
    },
    told: told && { ...told, views: await viewsOf(told.id) },
  }
}
