import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { db, transact, type Tx } from '@/db/client'
import { revision, rowsReturned } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { rulesInEffect } from '@/lib/datasets/holds-in'
import { segmentPaths } from '@/lib/datasets/index-files'
import { takedownReturned } from '@/lib/mail/templates/takedown-returned'
import { WORLD } from '@/lib/release-format/profile'
import { rowsUnder } from '@/lib/releases/match-rules'
import type { SuppressionKind } from '@/lib/suppression/labels'
import { lockRequest, recordEvent } from '@/lib/takedowns/request-row'
import { writeTo } from '@/lib/takedowns/write-to'

type Where = { datasetId: string; revisionId: string }
type Rule = { id: string; kind: SuppressionKind; hmac: Buffer; requestId: string }

/**
 * Counts the rows of a new revision that fall under the standing rules of requests, and tells each requester once for each revision:
 * how many came back, and that they stay out. Killed half-way and run again, it goes on with those who were not told.
 */
export async function tellReturned(where: Where, signal?: AbortSignal): Promise<number> {
  const rules = await rulesBefore(where)
  if (rules.length === 0) return 0
  const rows = new Map<string, number>()
  for await (const found of rowsUnder(
    where.datasetId,
    rules,
    await segmentPaths(db(), where.datasetId, where.revisionId),
  )) {
    signal?.throwIfAborted()
    // A row that two of their rules are about came back once.
    const seen = new Set<string>()
    for (const { ordinal, row, rule } of found) {
      const key = `${rule.requestId}/${ordinal}/${row}`
      if (!seen.has(key)) rows.set(rule.requestId, (rows.get(rule.requestId) ?? 0) + 1)
      seen.add(key)
    }
  }
  for (const [requestId, n] of rows) {
    signal?.throwIfAborted()
    await transact((tx) => tellOne(tx, where, requestId, n))
  }
  return rows.size
}

/**
 * Rules in effect that were made for a request before the revision was there, whatever is looked at again, countered or held of it since. Of
 * one that has had no answer yet nothing is told.
 */
async function rulesBefore({ datasetId, revisionId }: Where): Promise<Rule[]> {
  const rows = await db().execute<{ id: string; kind: SuppressionKind; hmac: string; requestId: string }>(sql`
    select r.id, r.kind, encode(r.hmac, 'hex') as hmac, r.request_id as "requestId"
    from suppression_rule r
    join revision v on v.dataset_id = r.dataset_id and v.id = ${revisionId}
    join takedown_request q on q.id = r.request_id
    where ${rulesInEffect(datasetId, WORLD)} and r.created_at < v.created_at
      and exists (
        select from takedown_event e where e.request_id = q.id and e.type in ('outcome', 'appeal_decided'))
      and not exists (
        select from rows_returned t where t.dataset_id = r.dataset_id and t.request_id = q.id and t.revision_id = v.id)`)
  return rows.map(({ hmac, ...rule }) => ({ ...rule, hmac: Buffer.from(hmac, 'hex') }))
}

async function tellOne(
  tx: Tx,
  { datasetId, revisionId }: Where,
  requestId: string,
  rows: number,
): Promise<void> {
  const request = await lockRequest(tx, requestId)
  const noted = await tx
    .insert(rowsReturned)
    .values({ datasetId, requestId, revisionId, rows })
    .onConflictDoNothing()
    .returning({ rows: rowsReturned.rows })
  const [of] = await tx
    .select({ number: revision.number })
    .from(revision)
    .where(and(eq(revision.datasetId, datasetId), eq(revision.id, revisionId)))
  if (noted.length === 0 || !of) return
  await recordEvent(tx, system('fulfilment'), request, 'returned', { rows, revision: of.number })
  await writeTo(tx, request, takedownReturned, {
    reference: request.reference,
    dataset: request.datasetName,
    revision: of.number,
    rows,
  })
}
