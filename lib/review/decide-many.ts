import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { decisionBatch, reviewCase } from '@/db/schema'
import { type Actor, actorRef } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { conflict, invalid } from '@/lib/errors'
import { type PolicyInForce, policyInForce, type Reason } from '@/lib/policies/queries'
import { type LockedCase, lockCase } from './case-row'
import { groundError } from './ground'
import type { DecideManyInput } from './input'
import { resolve } from './resolve'
import { placeOf } from './seats'
import { findingsNow } from './seen'
import { mergeSpans } from './spans'
import { alreadyDecided, cannotOverride, mayView } from './status'

/** What happened to each case of a batch, or would: `skipped` says why a case is left out. */
export type BatchView = {
  dataset: string | null
  /** Null for a preview: nothing was written. */
  batchId: string | null
  decided: number
  skipped: number
  items: { caseId: string; skipped: string | null }[]
}

/** What `decideMany` would do now, with the same rules and without writing. */
export const previewMany = (tx: Tx, actor: Actor, input: DecideManyInput) => run(tx, actor, input, false)

/**
 * One decision on many open cases of a dataset, for one reason, all or none. A case that cannot be decided this way is
 * skipped and named with why. A redaction masks everything that was found in the case. Of kind `batch`: it fills no quorum.
 */
export const decideMany = (tx: Tx, actor: Actor, input: DecideManyInput) => run(tx, actor, input, true)

async function run(tx: Tx, actor: Actor, input: DecideManyInput, write: boolean): Promise<BatchView> {
  authorize(actor, 'case.bulk', {
    datasetId: input.datasetId,
    visible: mayView(actor, { ...input, restricted: false }),
    what: 'This dataset',
  })
  const policy = await policyInForce(tx, input.datasetId)
  const batch: Batch = { input, policy, reason: reasonOf(policy, input), batchId: randomUUID(), write }
  const items: BatchView['items'] = []
  let dataset: string | null = null
  for (const caseId of await inLockOrder(tx, input)) {
    const found = await lockCase(tx, input.datasetId, caseId)
    dataset ??= found?.slug ?? null
    items.push({ caseId, skipped: await settle(tx, actor, batch, found) })
  }
  const decided = items.filter((item) => item.skipped === null).length
  const counts = { decided, skipped: items.length - decided }
  if (write && decided > 0) {
    await tx.insert(decisionBatch).values({
      datasetId: input.datasetId,
      id: batch.batchId,
      actor: actorRef(actor),
      action: input.action,
      reasonCode: input.reasonCode,
      ...counts,
    })
  }
  return { dataset, batchId: write && decided > 0 ? batch.batchId : null, ...counts, items }
}

function reasonOf(policy: PolicyInForce, input: DecideManyInput): Reason {
  if (policy.id !== input.policyVersionId) {
    throw conflict(
      `Policy version ${policy.number} came into force meanwhile. Look at its reasons and decide again.`,
    )
  }
  const reason = policy.reasons.find(({ code }) => code === input.reasonCode)
  if (!reason) throw invalid('Choose a reason of the policy in force.', { reasonCode: ['Choose a reason.'] })
  return reason
}

/** By (digest, category), as everybody locks cases. Ids that are not cases of this dataset come last, to be named as skipped. */
async function inLockOrder(tx: Tx, { datasetId, caseIds }: DecideManyInput): Promise<string[]> {
  const rows = await tx
    .select({ id: reviewCase.id })
    .from(reviewCase)
    .where(and(eq(reviewCase.datasetId, datasetId), inArray(reviewCase.id, caseIds)))
    .orderBy(reviewCase.digest, reviewCase.category)
  return [...new Set([...rows.map((row) => row.id), ...caseIds])]
}

type Batch = {
  input: DecideManyInput
  policy: PolicyInForce
  reason: Reason
  batchId: string
  write: boolean
}

/** Decides one case of the batch; answers why not. */
async function settle(tx: Tx, actor: Actor, batch: Batch, found: LockedCase | null): Promise<string | null> {
  const { input, policy, reason, batchId } = batch
  if (!found || !mayView(actor, found)) return 'This case was not found.'
  if (found.restricted) return 'A restricted case is decided one by one.'
  if (found.status === 'decided') return alreadyDecided(found)
  if (actor.kind === 'member') {
    const denied = cannotOverride({ ...found, ...(await placeOf(tx, found, actor.id)) }, actor)
    if (denied) return denied
  }
  const ungrounded = groundError(reason, found, input.action)
  if (ungrounded) return ungrounded
  const seen = await findingsNow(tx, found)
  const spans = input.action === 'redact' ? mergeSpans(seen.flatMap((finding) => finding.spans)) : []
  if (input.action === 'redact' && spans.length === 0)
    return 'Nothing in it is marked that could be redacted.'
  if (batch.write) await resolve(tx, actor, { ...input, found, policy, spans, seen, batchId, kind: 'batch' })
  return null
}
