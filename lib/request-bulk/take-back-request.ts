import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takedownStatus } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { TAKEN_BACK } from '@/lib/bulk/labels'
import { reversalOf } from '@/lib/bulk/reversal'
import { takedownTakenBack } from '@/lib/mail/templates/takedown-taken-back'
import type { PolicyInForce } from '@/lib/policies/queries'
import { lockCase } from '@/lib/review/case-row'
import { recordSourceDecision } from '@/lib/review/decide-sources'
import { resolve } from '@/lib/review/resolve'
import { beginRound } from '@/lib/review/rounds'
import { BASIS_OF_RULE } from '@/lib/suppression/basis'
import { endRule } from '@/lib/suppression/rules'
import type { LockedRequest } from '@/lib/takedowns/request-row'
import { may } from '@/lib/takedowns/status'
import { take } from '@/lib/takedowns/take'
import { writeTo } from '@/lib/takedowns/write-to'
import type { RequestBulkRow } from './prepare'
import type { RequestResult } from './run'

type Given = { actor: Member; found: RequestBulkRow; policy: PolicyInForce; request: LockedRequest }

/**
 * Takes back what a bulk decision decided about one request, as far as it still stands: its items have the outcome they had before and are
 * open again, its rules end, and whoever asked is told that it is looked at again. What a release was made with stays, and so does what
 * somebody else who asked, or a decision of somebody else, rests on.
 */
export async function takeBackRequest(tx: Tx, given: Given): Promise<RequestResult> {
  const { actor, request, found } = given
  if (!may(request.status, 'take_back')) return { why: 'moved' }
  if (await isReleased(tx, found)) return { why: 'released' }
  const { entries, stays } = await reverseCases(tx, given)
  const ahead = await openNamed(tx, given)
  if (entries.length === 0 && ahead === 0 && !(await hasOpenCase(tx, request)))
    return { why: stays > 0 ? 'shared' : 'superseded' }
  entries.push(...(await endRules(tx, given)))
  const told = await take(tx, actor, request, 'take_back', {
    type: 'bulk_taken_back',
    data: { bulk: found.id },
  })
  await writeTo(tx, request, takedownTakenBack, {
    reference: request.reference,
    dataset: request.datasetName,
  })
  return { entries: [...entries, told.entryId] }
}

async function isReleased(tx: Tx, { datasetId, undoes }: RequestBulkRow): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from release r join takedown_bulk b on b.dataset_id = r.dataset_id and b.id = ${undoes}
    where r.dataset_id = ${datasetId} and r.created_at > b.started_at limit 1`)
  return rows.length > 0
}

type Reversed = { entries: string[]; stays: number }

/**
 * Of the decisions of the bulk about this request's items those that nobody else rests on. One about two requests that are both taken back is
 * reversed with the first of them.
 */
async function reverseCases(tx: Tx, { actor, found, policy, request }: Given): Promise<Reversed> {
  const { datasetId } = request
  const decided = await tx.execute<{ caseId: string; decisionId: string; shared: boolean }>(sql`
    select c.id as "caseId", d.id as "decisionId", exists (
      select from takedown_match o join takedown_request q on q.id = o.request_id
      where o.dataset_id = c.dataset_id and o.case_id = c.id and o.request_id <> ${request.id}
        and q.status::text not in ('email_unverified', 'expired', 'withdrawn', 'rejected', 'retracted')
        and not exists (
          select from retracted_match x
          where x.dataset_id = o.dataset_id and x.request_id = o.request_id and x.target_id = o.target_id and x.digest = o.digest)
        and not exists (
          select from takedown_reversal v where v.dataset_id = o.dataset_id and v.case_id = o.case_id and v.request_id = o.request_id)
        and not exists (
          select from takedown_bulk_item i
          where i.dataset_id = o.dataset_id and i.bulk_id = ${found.id} and i.request_id = o.request_id
            and (i.state = 'decided' or i.state = 'waiting' and q.status::text = any (${sql.param(TAKEN_BACK_FROM)}::text[])))
      ) as shared
    from review_case c
    join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id and d.batch_id = ${found.undoes}
    where c.dataset_id = ${datasetId}
      and c.id in (select m.case_id from takedown_match m where m.dataset_id = ${datasetId} and m.request_id = ${request.id})
    order by c.digest`)
  const entries: string[] = []
  for (const { caseId, decisionId } of decided.filter(({ shared }) => !shared)) {
    const locked = await lockCase(tx, datasetId, caseId)
    if (!locked || locked.inForce?.id !== decisionId) continue
    const { entryId } = await resolve(tx, actor, {
      ...(await reversalOf(tx, locked, decisionId)),
      ...{ found: locked, kind: 'reversal', policy, batchId: found.id },
    })
    await beginRound(tx, datasetId, [caseId])
    entries.push(entryId)
  }
  return { entries, stays: decided.filter(({ shared }) => shared).length }
}

/** From where a request can be taken back. */
const TAKEN_BACK_FROM = takedownStatus.enumValues.filter((status) => may(status, 'take_back'))

/** Sources without rows that this bulk decided about wait for a decision again; what a lead decided about others stays. */
async function openNamed(tx: Tx, { found, request }: Given): Promise<number> {
  const rows = await tx.execute<{ id: string }>(sql`
    update takedown_target t set state = 'not_found'
    where t.request_id = ${request.id} and t.state in ('kept_out', 'declined') and exists (
      select from takedown_event e
      where e.request_id = ${request.id} and e.type = 'bulk_decided' and e.data ->> 'bulk' = ${found.undoes} and e.data -> 'named' ? t.id::text)
    returning t.id`)
  return rows.length
}

/**
 * Ends the rules of this request, or of one that was taken back before it, that it was the last to name: not those that a decision in force
 * is about, not those whose source somebody else named and was followed in, and not what a lead decided in person.
 */
async function endRules(tx: Tx, { actor, found, policy, request }: Given): Promise<string[]> {
  const rules = await tx.execute<{ id: string; category: string; entryId: string }>(sql`
    select r.id, b.category, b.entry_id as "entryId"
    from suppression_rule r join ${sql.raw(BASIS_OF_RULE)} b on true
    where r.dataset_id = ${request.datasetId} and r.ended_at is null
      and r.id in (
        select id from suppression_rule where request_id = ${request.id}
        union
        select s.id from takedown_target t join suppression_rule s on s.dataset_id = ${request.datasetId} and s.kind::text = t.kind::text and s.hmac = t.source
        where t.request_id = ${request.id}
        union
        select s.id from takedown_match m
        join suppression_asked a on a.dataset_id = m.dataset_id and a.case_id = m.case_id and a.request_id = m.request_id
        join suppression_rule s on s.dataset_id = a.dataset_id and s.kind = a.kind and s.hmac = a.hmac
        where m.dataset_id = ${request.datasetId} and m.request_id = ${request.id})
      and r.request_id in (
        select request_id from takedown_bulk_item where dataset_id = ${request.datasetId} and bulk_id = ${found.undoes})
      and not exists (
        select from decision d join review_case c on c.dataset_id = d.dataset_id and c.decision_id = d.id
        where d.dataset_id = r.dataset_id and d.scope = 'source' and d.target -> 'ruleIds' ? r.id::text)
      and not exists (
        select from suppression_asked a join takedown_request q on q.id = a.request_id
        where a.dataset_id = r.dataset_id and a.hmac = r.hmac and a.kind = r.kind and a.request_id <> ${request.id}
          and q.status::text in ('actioned', 'partially_actioned', 'closed'))
      and not exists (
        select from takedown_target t join takedown_request q on q.id = t.request_id
        where t.source = r.hmac and (
          t.request_id = ${request.id} and t.state = 'kept_out'
          or t.request_id <> ${request.id} and t.state in ('kept_out', 'matched') and (q.kind = 'opt_out' or t.added_by is not null)
            and q.status::text in ('actioned', 'partially_actioned', 'closed')))
    order by r.id`)
  const entries: string[] = []
  for (const { id, category, entryId } of rules) {
    const made = await recordSourceDecision(tx, actor, request, {
      ...{ policy, category, action: 'keep', reasonCode: TAKEN_BACK },
      ...{ ruleIds: [id], supersedes: entryId, requestId: request.id },
    })
    await endRule(tx, actor, request, id, made)
    entries.push(made.entryId)
  }
  return entries
}

async function hasOpenCase(tx: Tx, { id, datasetId }: LockedRequest): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from takedown_match m join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
    where m.dataset_id = ${datasetId} and m.request_id = ${id} and c.status = 'open' limit 1`)
  return rows.length > 0
}
