import 'server-only'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Db, db, type Tx } from '@/db/client'
import { dataset, dsaStatement } from '@/db/schema'
import { actorRef, type Member } from '@/lib/auth/actor'
import { RESTRICTED_CATEGORIES } from '@/lib/detection/categories'
import { conflict, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { STATEMENT } from '@/lib/release-format/disclosure'
import { DSA_SCHEMA } from './dsa-enums'
import { BATCH, batchSchema } from './dsa-schema'
import { type Decided, statementOf } from './dsa-statement'
import { mayExport } from './permission'

export const dsaInput = z.object({ dataset: z.string().max(64) })

/**
 * Hands out the next statements of reasons of a dataset, at most 100: those decisions that restrict something, are in force, and were
 * not handed out before. What is handed out is kept as it was, with the version of its schema; a puid is sent once, for ever.
 */
export async function prepareBatch(
  tx: Tx,
  actor: Member,
  { dataset: slug }: z.output<typeof dsaInput>,
): Promise<{ slug: string; statements: number; left: number }> {
  const [found] = await tx
    .select({ id: dataset.id })
    .from(dataset)
    .where(eq(dataset.slug, slug))
    .for('update')
  if (!found) throw notFound('dataset')
  mayExport(actor, found.id)
  const waiting = await undelivered(tx, found.id, BATCH)
  const made = waiting.flatMap((decided) => {
    const record = statementOf(decided)
    return record ? [{ decisionId: decided.id, record }] : []
  })
  if (made.length === 0) throw conflict(say('reports.errors.nothing'))
  batchSchema.parse({ statements: made.map(({ record }) => record) })
  await tx.insert(dsaStatement).values(
    made.map(({ decisionId, record }) => ({
      ...{ datasetId: found.id, decisionId, puid: record.puid, record },
      ...{ schemaVersion: DSA_SCHEMA, actor: actorRef(actor) },
    })),
  )
  return { slug, statements: made.length, left: await countUndelivered(found.id, tx) }
}

export type Batch = { at: string; statements: number; schema: string }

/** What was handed out of a dataset, newest first: each batch by its moment, to the microsecond. */
export async function batchesOf(datasetId: string): Promise<Batch[]> {
  return db()
    .select({
      at: sql<string>`${moment}`,
      statements: sql<number>`count(*)::int`,
      schema: sql<string>`min(${dsaStatement.schemaVersion})`,
    })
    .from(dsaStatement)
    .where(eq(dsaStatement.datasetId, datasetId))
    .groupBy(dsaStatement.createdAt)
    .orderBy(desc(dsaStatement.createdAt))
    .limit(100)
}

/** The body of one call to the database, as it was handed out. */
export async function batchBody(
  actor: Member,
  { slug, at }: { slug: string; at: string },
): Promise<{ statements: Record<string, unknown>[] }> {
  const [found] = await db().select({ id: dataset.id }).from(dataset).where(eq(dataset.slug, slug))
  if (!found) throw notFound('dataset')
  mayExport(actor, found.id)
  const rows = /^\d{1,17}$/.test(at)
    ? await db()
        .select({ record: dsaStatement.record })
        .from(dsaStatement)
        .where(and(eq(dsaStatement.datasetId, found.id), sql`${moment} = ${at}`))
        .orderBy(asc(dsaStatement.puid))
    : []
  if (rows.length === 0) throw notFound('page')
  return { statements: rows.map(({ record }) => record) }
}

/** Decisions of which no statement was handed out yet. */
export async function countUndelivered(datasetId: string, on: Tx | Db = db()): Promise<number> {
  const [row] = await on.execute<{ n: number }>(sql`select count(*)::int as n ${from(datasetId)}`)
  return row?.n ?? 0
}

/** Microseconds since 1970: one transaction, one batch. */
const moment = sql`(extract(epoch from ${dsaStatement.createdAt}) * 1000000)::bigint::text`

type Row = Omit<Decided, 'at' | 'hostedSince'> & { at: string; hostedSince: string }

async function undelivered(tx: Tx, datasetId: string, limit: number): Promise<Decided[]> {
  const rows = await tx.execute<Row>(sql`
    select d.id, d.category, d.action, d.kind, d.actor like 'system:%' as "bySystem",
      coalesce(rc.label, d.reason_code) as reason, pv.number as policy, d.territories, c.language, d.created_at as at,
      coalesce((
        select min(r.completed_at) from occurrence o
        join revision r on r.dataset_id = o.dataset_id and r.id = o.revision_id
        where o.dataset_id = d.dataset_id and o.digest = d.digest), s.created_at) as "hostedSince",
      exists (
        select from flag f where f.dataset_id = d.dataset_id and f.digest = d.digest and f.category = d.category
          and f.source in ('detector', 'import')) as detected,
      exists (
        select from flag f where f.dataset_id = d.dataset_id and f.digest = d.digest and f.category = d.category
          and f.source = 'report') as reported,
      array(
        select distinct q.kind::text from takedown_match m join takedown_request q on q.id = m.request_id
        where m.dataset_id = c.dataset_id and m.case_id = c.id and q.confirmed_at is not null and not q.confidential) as requests,
      array(
        select distinct q.kind::text from takedown_match m join takedown_request q on q.id = m.request_id
        where m.dataset_id = c.dataset_id and m.case_id = c.id and q.confirmed_at is not null and not q.confidential
          and q.status::text not in ('rejected', 'withdrawn', 'retracted')) as notices,
      array(
        select distinct q.asked_right from takedown_match m join takedown_request q on q.id = m.request_id
        where m.dataset_id = c.dataset_id and m.case_id = c.id and q.confirmed_at is not null and q.asked_right is not null
          and q.status::text not in ('rejected', 'withdrawn', 'retracted')) as rights
    ${from(datasetId)}
    order by d.created_at, d.id limit ${limit}`)
  return [...rows].map((row) => ({ ...row, at: new Date(row.at), hostedSince: new Date(row.hostedSince) }))
}

const from = (datasetId: string) => sql`
    from review_case c
    join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
    join policy_version pv on pv.id = d.policy_version_id
    left join reason_code rc on rc.policy_version_id = d.policy_version_id and rc.code = d.reason_code
    join dataset s on s.id = c.dataset_id
    where c.dataset_id = ${datasetId}::uuid and c.status = 'decided' and d.action <> 'keep' and not c.restricted
      and d.category <> all (${sql.param([...RESTRICTED_CATEGORIES])}::text[])
      -- What somebody wants to stand beside a row restricts nothing, and breaks no policy.
      and not (d.action = 'label' and coalesce(d.label, '') like ${`${STATEMENT}%`})
      and not exists (
        select from decision_waiting w where w.dataset_id = d.dataset_id and w.decision_id = d.id)
      and not exists (select from dsa_statement h where h.dataset_id = d.dataset_id and h.decision_id = d.id)`
