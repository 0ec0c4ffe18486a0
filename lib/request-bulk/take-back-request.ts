import 'server-only'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { suppressionDecision, suppressionRule, takedownTarget } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { TAKEN_BACK } from '@/lib/bulk/labels'
import { reversalOf } from '@/lib/bulk/reversal'
import { enqueueMail } from '@/lib/mail/outbox'
import { takedownTakenBack } from '@/lib/mail/templates/takedown-taken-back'
import { paths } from '@/lib/paths'
import type { PolicyInForce } from '@/lib/policies/queries'
import { lockCase } from '@/lib/review/case-row'
import { recordSourceDecision } from '@/lib/review/decide-sources'
import { resolve } from '@/lib/review/resolve'
import { beginRound } from '@/lib/review/rounds'
import { env } from '@/lib/runtime/env'
import { endRule } from '@/lib/suppression/rules'
import { contactOf } from '@/lib/takedowns/contact'
import type { LockedRequest } from '@/lib/takedowns/request-row'
import { may } from '@/lib/takedowns/status'
import { take } from '@/lib/takedowns/take'
import type { RequestBulkRow } from './prepare'
import type { RequestResult } from './run'

type Given = { actor: Member; found: RequestBulkRow; policy: PolicyInForce; request: LockedRequest }

/**
 * Takes back what a bulk decision decided about one request, as far as it still stands: its items have the outcome they had before and are
 * open again, its rules end, and whoever asked is told that it is looked at again. What a release was made with stays.
 */
export async function takeBackRequest(tx: Tx, given: Given): Promise<RequestResult> {
  const { actor, request, found } = given
  if (!may(request.status, 'take_back')) return { why: 'moved' }
  if (await isReleased(tx, found)) return { why: 'released' }
  const entries = await reverseCases(tx, given)
  entries.push(...(await endNamed(tx, given)))
  if (entries.length === 0 && !(await hasOpenCase(tx, request))) return { why: 'superseded' }
  const told = await take(tx, actor, request, 'take_back', {
    type: 'bulk_taken_back',
    data: { bulk: found.id },
  })
  const contact = await contactOf(tx, request.id)
  if (contact)
    await enqueueMail(tx, {
      to: contact.email,
      template: takedownTakenBack,
      data: {
        reference: request.reference,
        dataset: request.datasetName,
        trackingUrl: env().url + paths.takedownTrack(contact.tracking),
      },
      requestId: request.id,
    })
  return { entries: [...entries, told.entryId] }
}

async function isReleased(tx: Tx, { datasetId, undoes }: RequestBulkRow): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from release r join takedown_bulk b on b.dataset_id = r.dataset_id and b.id = ${undoes}
    where r.dataset_id = ${datasetId} and r.created_at > b.started_at limit 1`)
  return rows.length > 0
}

/** A decision about two requests is reversed with the first of them. */
async function reverseCases(tx: Tx, { actor, found, policy, request }: Given): Promise<string[]> {
  const { datasetId } = request
  const decided = await tx.execute<{ caseId: string; decisionId: string }>(sql`
    select distinct c.id as "caseId", c.digest, d.id as "decisionId" from takedown_match m
    join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
    join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id and d.batch_id = ${found.undoes}
    where m.dataset_id = ${datasetId} and m.request_id = ${request.id} order by c.digest`)
  const entries: string[] = []
  for (const { caseId, decisionId } of decided) {
    const locked = await lockCase(tx, datasetId, caseId)
    if (!locked || locked.inForce?.id !== decisionId) continue
    const { entryId } = await resolve(tx, actor, {
      ...(await reversalOf(tx, locked, decisionId)),
      ...{ found: locked, kind: 'reversal', policy, batchId: found.id },
    })
    await beginRound(tx, datasetId, [caseId])
    entries.push(entryId)
  }
  return entries
}

/** Rules about sources that nothing came from: no case was decided about them. */
async function endNamed(tx: Tx, { actor, policy, request }: Given): Promise<string[]> {
  const entries: string[] = []
  const rules = await tx
    .select({ id: suppressionRule.id, entryId: suppressionDecision.entryId })
    .from(suppressionRule)
    .innerJoin(suppressionDecision, eq(suppressionDecision.id, suppressionRule.decisionId))
    .where(and(eq(suppressionRule.requestId, request.id), isNull(suppressionRule.endedAt)))
  for (const { id, entryId } of rules) {
    const made = await recordSourceDecision(tx, actor, request, {
      ...{ policy, category: request.category, action: 'keep', reasonCode: TAKEN_BACK },
      ...{ ruleIds: [id], supersedes: entryId, requestId: request.id },
    })
    await endRule(tx, actor, request, id, made)
    entries.push(made.entryId)
  }
  await tx
    .update(takedownTarget)
    .set({ state: 'not_found' })
    .where(
      and(eq(takedownTarget.requestId, request.id), inArray(takedownTarget.state, ['kept_out', 'declined'])),
    )
  return entries
}

async function hasOpenCase(tx: Tx, { id, datasetId }: LockedRequest): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from takedown_match m join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
    where m.dataset_id = ${datasetId} and m.request_id = ${id} and c.status = 'open' limit 1`)
  return rows.length > 0
}
