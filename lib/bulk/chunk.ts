import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import type { PolicyInForce } from '@/lib/policies/queries'
import { type LockedCase, lockCase } from '@/lib/review/case-row'
import { resolve } from '@/lib/review/resolve'
import { beginRound } from '@/lib/review/rounds'
import { findingsNow } from '@/lib/review/seen'
import { mergeSpans } from '@/lib/review/spans'
import { reversalOf } from './reversal'
import { itemsOf, skipCode } from './skips'
import type { BulkRow } from './start'

/** Cases in one transaction: others wait no longer than these take, some milliseconds each. */
const CASES = 25

type Item = { n: number; caseId: string; before: string | null; why: string | null }
type Result = { n: number; why: string | null; detail: string | null; decisionId: string | null }

/** Decides, or takes back, the next cases and writes down what became of each. Null when none is left. */
export async function decideChunk(
  tx: Tx,
  actor: Member,
  found: BulkRow,
  policy: PolicyInForce,
): Promise<{ decided: number; skipped: number } | null> {
  const items = await lockedItems(tx, actor, found, policy)
  if (items.length === 0) return null
  const results: Result[] = []
  for (const item of items) results.push(await settle(tx, actor, found, policy, item))
  await writeResults(tx, found, results)
  const decided = results.filter(({ decisionId }) => decisionId !== null)
  if (found.kind === 'undo') {
    const numbers = new Set(decided.map(({ n }) => n))
    const reopened = items.filter(({ n }) => numbers.has(n)).map(({ caseId }) => caseId)
    await beginRound(tx, found.datasetId, reopened)
  }
  return { decided: decided.length, skipped: results.length - decided.length }
}

async function lockedItems(tx: Tx, actor: Member, found: BulkRow, policy: PolicyInForce): Promise<Item[]> {
  const next = await tx.execute<{ n: number }>(sql`
    select n from bulk_item where dataset_id = ${found.datasetId} and bulk_id = ${found.id} and state = 'waiting'
    order by n limit ${CASES}`)
  const numbers = sql.param(next.map(({ n }) => n))
  // Every case of these items, in the order in which everybody locks them.
  await tx.execute(sql`
    select id from review_case
    where dataset_id = ${found.datasetId} and digest in (
      select c.digest from bulk_item i join review_case c on c.dataset_id = i.dataset_id and c.id = i.case_id
      where i.dataset_id = ${found.datasetId} and i.bulk_id = ${found.id} and i.n = any (${numbers}::integer[]))
    order by digest, category for update`)
  const reason = policy.reasons.find(({ code }) => code === found.reasonCode) ?? null
  const code = skipCode({ ...found, reason, personId: actor.id })
  // A statement of its own: it sees what the holders of those locks committed.
  const items = await tx.execute<Item>(sql`
    select i.n, i.case_id as "caseId", i.before, ${code} as why
    from ${itemsOf(found)} and i.n = any (${numbers}::integer[]) order by i.n`)
  return [...items]
}

async function settle(
  tx: Tx,
  actor: Member,
  found: BulkRow,
  policy: PolicyInForce,
  { n, caseId, before, why }: Item,
): Promise<Result> {
  if (why !== null) return { n, why, detail: null, decisionId: null }
  try {
    // What a verb below refuses takes nothing with it but its own case.
    const decisionId = await tx.transaction(async (inner) => {
      const locked = await lockCase(inner, found.datasetId, caseId)
      if (!locked) throw new Error('a case of a bulk decision is gone')
      return found.kind === 'undo'
        ? takeBack(inner, actor, found, policy, locked, before)
        : decideOne(inner, actor, found, policy, locked)
    })
    return { n, why: null, detail: null, decisionId }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { n, why: 'refused', detail: error.message, decisionId: null }
  }
}

async function decideOne(
  tx: Tx,
  actor: Member,
  { id, action, reasonCode, label, territories }: BulkRow,
  policy: PolicyInForce,
  found: LockedCase,
): Promise<string> {
  if (action === null || reasonCode === null) throw new Error('a bulk decision without a verdict')
  const seen = await findingsNow(tx, found)
  const { decisionId } = await resolve(tx, actor, {
    found,
    kind: 'batch',
    action,
    reasonCode,
    policy,
    seen,
    spans: action === 'redact' ? mergeSpans(seen.flatMap((finding) => finding.spans)) : [],
    label: label ?? undefined,
    territories: territories ?? undefined,
    batchId: id,
  })
  return decisionId
}

async function takeBack(
  tx: Tx,
  actor: Member,
  { id }: BulkRow,
  policy: PolicyInForce,
  found: LockedCase,
  before: string | null,
): Promise<string> {
  if (before === null) throw new Error('nothing to take back')
  const reversal = await reversalOf(tx, found, before)
  const { decisionId } = await resolve(tx, actor, {
    ...reversal,
    found,
    kind: 'reversal',
    policy,
    batchId: id,
  })
  return decisionId
}

async function writeResults(tx: Tx, found: BulkRow, results: readonly Result[]): Promise<void> {
  await tx.execute(sql`
    update bulk_item i set
      state = case when r."decisionId" is null then 'skipped' else 'decided' end,
      why = r.why, detail = r.detail, decision_id = r."decisionId", at = now()
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as r (n integer, why text, detail text, "decisionId" uuid)
    where i.dataset_id = ${found.datasetId} and i.bulk_id = ${found.id} and i.n = r.n and i.state = 'waiting'`)
}
