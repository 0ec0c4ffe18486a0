import 'server-only'
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { revision } from '@/db/schema'
import { openDuck } from './duck'
import { indexTable, segmentPaths } from './index-files'

/** A revision against the complete one before it, by digest; nulls for the first. `decisionsCarried` counts cases decided before. */
export type Comparison = { rowsNew: number | null; rowsGone: number | null; decisionsCarried: number | null }

/** Compares indexes on disk (anti-joins over 32-byte digests in DuckDB), so that Postgres need not know every row. */
export async function compareRevisions(
  datasetId: string,
  revisionId: string,
  number: number,
): Promise<Comparison> {
  const [previous] = await db()
    .select({ id: revision.id })
    .from(revision)
    .where(
      and(eq(revision.datasetId, datasetId), eq(revision.state, 'complete'), lt(revision.number, number)),
    )
    .orderBy(desc(revision.number))
    .limit(1)
  if (!previous) return { rowsNew: null, rowsGone: null, decisionsCarried: null }
  const before = indexTable(await segmentPaths(db(), datasetId, previous.id))
  const after = indexTable(await segmentPaths(db(), datasetId, revisionId))
  using database = await openDuck()
  const missingFrom = async (rows: string, others: string) => {
    const reader = await database.duck.runAndReadAll(
      `SELECT count(*)::DOUBLE FROM ${rows} r ANTI JOIN ${others} o ON r.digest = o.digest`,
    )
    return Number(reader.getRows()[0]?.[0])
  }
  return {
    rowsNew: await missingFrom(after, before),
    rowsGone: await missingFrom(before, after),
    decisionsCarried: await decisionsCarried(datasetId, revisionId),
  }
}

async function decisionsCarried(datasetId: string, revisionId: string): Promise<number> {
  const [row] = await db().execute<{ carried: number }>(sql`
    select count(*)::float8 as carried from review_case c
    where c.dataset_id = ${datasetId} and c.decision_id is not null and exists (
      select 1 from occurrence o
      where o.dataset_id = c.dataset_id and o.digest = c.digest and o.revision_id = ${revisionId})`)
  return row?.carried ?? 0
}
