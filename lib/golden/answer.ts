import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { forbidden } from '@/lib/errors'
import { policyInForce } from '@/lib/policies/queries'
import { decisionSpans } from '@/lib/review/decision-spans'
import { groundOf, refuseAction } from '@/lib/review/ground'
import { fieldLengths, itemFields } from '@/lib/review/item-fields'
import type { SentSpan } from '@/lib/review/spans'
import type { Action } from '@/lib/review/status'
import { barInWords } from '@/lib/review/voters'
import { judge } from './judge'
import { barOf, type Serving } from './serving'
import { goldenSettingsOf } from './settings'
import { weighAnswers } from './standing'

export type Answered = {
  action: Action
  reasonCode: string
  policyVersionId?: string
  spans: readonly SentSpan[]
  passages: readonly string[]
  handlingMs?: number | undefined
}

/**
 * What a reviewer chose for a golden item: refused for what would refuse a vote, judged at once, and final, because the answer is
 * shown. No vote, no decision, no log entry. A second answer changes nothing.
 */
export async function answerServing(tx: Tx, actor: Member, serving: Serving, input: Answered): Promise<void> {
  const { datasetId, digest } = serving
  authorize(actor, 'case.review', { datasetId })
  const bar = await barOf(tx, actor, serving)
  if (bar) throw forbidden(barInWords(bar, serving.category))
  groundOf(await policyInForce(tx, datasetId), serving, input)
  refuseAction({ stage: 'review', actions: await actionsOf(tx, serving) }, input.action)
  const spans = await decisionSpans(tx, { datasetId, digest }, input)
  const { passed, overlap } = judge(serving.expected, { ...input, spans }, await lengthOf(tx, serving))
  // Before the standing is weighed the item is held still: a retirement at this moment comes before or after the whole answer.
  await tx.execute(
    sql`select 1 from golden_item where dataset_id = ${datasetId} and id = ${serving.goldenId} for share`,
  )
  const written = await tx.execute(sql`
    update golden_serving set ended_at = clock_timestamp(), outcome = 'answered', action = ${input.action},
      reason_code = ${input.reasonCode}, spans = ${JSON.stringify(spans)}::jsonb, handling_ms = ${input.handlingMs ?? null},
      passed = ${passed}, overlap = ${overlap}
    where dataset_id = ${datasetId} and id = ${serving.id} and (outcome is null or outcome in ('released', 'expired'))
    returning 1`)
  if (written.length > 0)
    await weighAnswers(tx, { datasetId, personId: actor.id }, await goldenSettingsOf(datasetId, tx))
}

async function actionsOf(tx: Tx, { datasetId, queueId }: Serving): Promise<Action[] | null> {
  const [queue] = await tx.execute<{ actions: Action[] | null }>(
    sql`select actions from review_queue where dataset_id = ${datasetId} and id = ${queueId}`,
  )
  return queue?.actions ?? null
}

async function lengthOf(tx: Tx, { datasetId, digest }: Serving): Promise<number> {
  const fields = await itemFields(tx, datasetId, digest)
  return fields ? [...fieldLengths(fields).values()].reduce((sum, length) => sum + length, 0) : 0
}
