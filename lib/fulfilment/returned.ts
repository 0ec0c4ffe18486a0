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
import { upheld } from '@/lib/other-side/upheld'
import { lockRequest, recordEvent } from '@/lib/takedowns/request-row'
import { holdsLater } from '@/lib/takedowns/standing'
import { writeTo } from '@/lib/takedowns/write-to'

type Where = { datasetId: string; revisionId: string }
/** `made`: the request that it was made for; `named`: others that name the same and were followed. */
type Rule = { id: string; kind: SuppressionKind; hmac: Buffer; made: string[]; named: string[] }

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
    for (const { ordinal, row, rule } of found)
      for (const requestId of [...rule.made, ...rule.named]) {
        const key = `${requestId}/${ordinal}/${row}`
        if (!seen.has(key)) rows.set(requestId, (rows.get(requestId) ?? 0) + 1)
        seen.add(key)
      }
  }
  const made = new Set(rules.flatMap((rule) => rule.made))
  for (const [requestId, n] of rows) {
    signal?.throwIfAborted()
    await transact((tx) => tellOne(tx, where, { requestId, rows: n, made: made.has(requestId) }))
  }
  return rows.size
}

/**
 * Rules in effect since before the revision was there, with the requests that rest on them, whatever is looked at again, countered or held of
 * these since: a rule is made for the first who names a source, and holds for all who do. Nothing is told of one that has had no answer yet.
 */
async function rulesBefore({ datasetId, revisionId }: Where): Promise<Rule[]> {
  const rows = await db().execute<Omit<Rule, 'hmac'> & { hmac: string }>(sql`
    with resting as (
      select r.id, r.kind, r.hmac, r.request_id, true as made
      from suppression_rule r
      join revision v on v.dataset_id = r.dataset_id and v.id = ${revisionId}
      where ${rulesInEffect(datasetId, WORLD)} and r.created_at < v.created_at and r.request_id is not null
      union
      select r.id, r.kind, r.hmac, t.request_id, false
      from suppression_rule r
      join revision v on v.dataset_id = r.dataset_id and v.id = ${revisionId}
      join takedown_target t on t.source = r.hmac and t.kind::text = r.kind::text and t.state in ('matched', 'kept_out')
      join takedown_request q on q.id = t.request_id and q.dataset_id = r.dataset_id and q.kind = 'opt_out' and (${upheld('q')})
      where ${rulesInEffect(datasetId, WORLD)} and r.created_at < v.created_at and t.request_id is distinct from r.request_id
        and not exists (
          select from takedown_match m
          join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
          left join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
          where m.dataset_id = r.dataset_id and m.request_id = t.request_id and m.target_id = t.id
            and coalesce(d.action::text, 'keep') not in ('remove', 'restrict')))
    select a.id, a.kind, encode(a.hmac, 'hex') as hmac,
      coalesce(array_agg(distinct a.request_id::text) filter (where a.made), '{}') as made,
      coalesce(array_agg(distinct a.request_id::text) filter (where not a.made), '{}') as named
    from resting a
    where exists (
        select from takedown_event e where e.request_id = a.request_id and e.type in ('outcome', 'appeal_decided'))
      and not exists (
        select from rows_returned t
        where t.dataset_id = ${datasetId} and t.request_id = a.request_id and t.revision_id = ${revisionId})
    group by a.id, a.kind, a.hmac`)
  return rows.map(({ hmac, ...rule }) => ({ ...rule, hmac: Buffer.from(hmac, 'hex') }))
}

type Returned = { requestId: string; rows: number; made: boolean }

async function tellOne(
  tx: Tx,
  { datasetId, revisionId }: Where,
  { requestId, rows, made }: Returned,
): Promise<void> {
  const request = await lockRequest(tx, requestId)
  // Who asked about what was there then has not asked about this.
  if (!made && !(await holdsLater(tx, request))) return
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
