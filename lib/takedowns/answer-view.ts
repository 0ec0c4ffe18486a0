import 'server-only'
import { db } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { notFound } from '@/lib/errors'
import { policyInForce } from '@/lib/policies/queries'
import { copyOf } from './answer-copy'
import { counted } from './answer-right'
import { answerRows, MOST_ROWS } from './answer-rows'
import { proposedAnswer, rowsOfAnswer, toldAnswer, wordsOfAnswer } from './answers'
import { isLookedFor } from './go-on-looking'
import { requestView } from './queries'
import { latestRevision } from './revision-rows'
import { isAnswered, isToKnow } from './rights'
import { viewsOf } from './rights-view'
import { may } from './status'

export type AnswerView = Awaited<ReturnType<typeof answerView>>

/**
 * The rows that were found for somebody who asks what there is about them, or that it be corrected, and what is proposed. For those who may
 * read who asks: which rows are whose says who it is. The same 404 for anybody else and for any other request.
 */
export async function answerView(actor: Member, id: string) {
  const request = await requestView(actor, id)
  if (!isAnswered(request) || !request.readsWho) throw notFound('request')
  const of = { id, datasetId: request.datasetId }
  const [proposed, told, found, revision, policy] = await Promise.all([
    proposedAnswer(db(), id),
    toldAnswer(db(), id),
    answerRows(db(), of),
    latestRevision(db(), request.datasetId),
    policyInForce(db(), request.datasetId),
  ])
  const files = new Map(revision?.files.map(({ ordinal, path }) => [ordinal, path]))
  const judged = proposed ? await rowsOfAnswer(db(), proposed.id) : []
  const mayAnswer = can(actor, 'takedown.handle', request.datasetId)
  return {
    request,
    rows: found.rows.map((row) => ({
      ...row,
      file: row.revisionId === revision?.id && row.ordinal !== null ? (files.get(row.ordinal) ?? null) : null,
    })),
    tooMany: found.more > 0 ? found.more + MOST_ROWS : 0,
    looking: await isLookedFor(db(), id),
    open: may(request.status, isToKnow(request) ? 'answer' : 'act'),
    mayAnswer,
    reasons: policy.reasons.filter(({ category }) => category === request.category),
    proposed: proposed && {
      ...proposed,
      ...(await wordsOfAnswer(db(), proposed)),
      counts: { ...counted(judged), all: judged.length },
      own: proposed.proposedBy === actor.id,
      copy: proposed.kind === 'copy' ? await copyOf(db(), proposed) : null,
    },
    told: told && { ...told, views: await viewsOf(told.id) },
  }
}
