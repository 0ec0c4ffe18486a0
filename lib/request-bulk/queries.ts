import 'server-only'
import { and, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import { dataset, takedownBulk } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { can, datasetsWhere } from '@/lib/auth/permissions'
import { UNDO_HOURS } from '@/lib/bulk/labels'
import { notFound } from '@/lib/errors'
import { english } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { csvCell } from '@/lib/text/csv-cell'
import type { BulkKind } from './input'
import { isWhy } from './labels'
import { isStuck } from './prepare'
import { needsSomebodyElse } from './together'

const pseudonymOf = (id: ReturnType<typeof sql>) =>
  sql<string | null>`(select p.pseudonym from person p where p.id = ${id})`

/** Datasets whose requests somebody may decide about. */
export async function datasetsToDecide(actor: Member) {
  const ids = datasetsWhere(actor, 'takedown.handle')
  const all = await db().select({ id: dataset.id, slug: dataset.slug, name: dataset.name }).from(dataset)
  return all.filter(({ id }) => ids.includes(id)).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** How many requests of a kind wait for a decision. */
export async function waitingRequests(datasetId: string, kind: BulkKind): Promise<number> {
  const [row] = await db().execute<{ n: number }>(sql`
    select count(*)::int as n from takedown_request q join category k on k.id = q.category and k.restricted = 0
    where q.dataset_id = ${datasetId} and q.kind = ${kind}::text::takedown_kind and q.status::text in ('under_review', 'duplicate')
      and coalesce(q.asked_right, '') not in ('access', 'rectification')`)
  return row?.n ?? 0
}

export type RequestBulkSummary = Awaited<ReturnType<typeof requestBulksOf>>[number]

/** Those of a dataset, newest first. */
export function requestBulksOf(datasetId: string) {
  return db()
    .select({
      id: takedownBulk.id,
      kind: takedownBulk.kind,
      state: takedownBulk.state,
      action: takedownBulk.action,
      reasonCode: takedownBulk.reasonCode,
      total: takedownBulk.total,
      decided: takedownBulk.decided,
      createdAt: takedownBulk.createdAt,
      by: pseudonymOf(sql`${takedownBulk.preparedBy}`),
    })
    .from(takedownBulk)
    .where(eq(takedownBulk.datasetId, datasetId))
    .orderBy(desc(takedownBulk.createdAt))
    .limit(50)
}

const LOOKED_AT = 20

export type RequestBulkView = Awaited<ReturnType<typeof requestBulkView>>

/** One of them as its page shows it, to leads and maintainers of its dataset. The same 404 for one that is not theirs. */
export async function requestBulkView(actor: Member, slug: string, id: string) {
  const [row] = z.uuid().safeParse(id).success
    ? await db()
        .select({
          bulk: takedownBulk,
          slug: dataset.slug,
          name: dataset.name,
          second: pseudonymOf(sql`${takedownBulk.secondBy}`),
        })
        .from(takedownBulk)
        .innerJoin(dataset, eq(dataset.id, takedownBulk.datasetId))
        .where(and(eq(dataset.slug, slug), eq(takedownBulk.id, id)))
    : []
  if (!row || !can(actor, 'takedown.view', row.bulk.datasetId)) throw notFound('bulk')
  const { bulk: found } = row
  const [counts, look] = await Promise.all([skippedOf(found.datasetId, id), lookAt(found.datasetId, id)])
  const [open] = await db().execute<{ n: number }>(sql`
    select count(distinct c.id)::int as n from takedown_bulk_item i
    join takedown_match m on m.dataset_id = i.dataset_id and m.request_id = i.request_id
    join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id and c.status = 'open'
    where i.dataset_id = ${found.datasetId} and i.bulk_id = ${id}`)
  const needsSecond = found.needsSecond || (found.state === 'draft' && (await needsSomebodyElse(db(), found)))
  const late = found.endedAt !== null && found.endedAt.getTime() < Date.now() - UNDO_HOURS * 3_600_000
  return {
    ...found,
    ...{ slug: row.slug, dataset: row.name, second: row.second, counts, look, openCases: open?.n ?? 0 },
    needsSecond,
    stuck: await isStuck(db(), found),
    undoable: found.kind === 'decide' && found.endedAt !== null && found.decided > 0 && !late,
  }
}

async function skippedOf(datasetId: string, id: string) {
  const rows = await db().execute<{ why: string; n: number }>(sql`
    select why, count(*)::int as n from takedown_bulk_item
    where dataset_id = ${datasetId} and bulk_id = ${id} and why is not null group by 1 order by 2 desc`)
  return [...rows]
}

async function lookAt(datasetId: string, id: string) {
  const rows = await db().execute<{ id: string; reference: string; submittedAt: string; open: number }>(sql`
    select q.id, q.reference, q.submitted_at as "submittedAt", (
      select count(distinct c.id)::int from takedown_match m join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
      where m.dataset_id = ${datasetId} and m.request_id = q.id and c.status = 'open') as open
    from takedown_bulk_item i join takedown_request q on q.id = i.request_id
    where i.dataset_id = ${datasetId} and i.bulk_id = ${id} order by md5(i.request_id::text || i.bulk_id::text) limit ${LOOKED_AT}`)
  return [...rows]
}

const PAGE = 2_000

/** What became of each request, as CSV by RFC 4180, in English, in pages that hold the memory constant. */
export async function* requestResultsCsv({
  datasetId,
  id,
}: Pick<RequestBulkView, 'datasetId' | 'id'>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const line = (cells: readonly string[]) => encoder.encode(`${cells.map(csvCell).join(',')}\r\n`)
  yield line(['request', 'address', 'result', 'why', 'log entries'])
  for (let after = 0; ;) {
    const rows = await db().execute<{
      n: number
      requestId: string
      reference: string
      state: string
      why: string | null
      detail: string | null
      entries: string[]
    }>(sql`
      select i.n, i.request_id as "requestId", q.reference, i.state, i.why, i.detail, i.entries
      from takedown_bulk_item i join takedown_request q on q.id = i.request_id
      where i.dataset_id = ${datasetId} and i.bulk_id = ${id} and i.n > ${after} order by i.n limit ${PAGE}`)
    for (const { requestId, reference, state, why, detail, entries } of rows) {
      const told = why === null ? '' : (detail ?? (isWhy(why) ? english(`requestBulk.why.${why}`) : why))
      yield line([reference, env().url + paths.request(requestId), state, told, entries.join(' ')])
    }
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last.n
  }
}
