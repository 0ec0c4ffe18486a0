import 'server-only'
import { and, eq } from 'drizzle-orm'
import { db, type Tx } from '@/db/client'
import { revision, revisionFile } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { type IndexedRow, rowAt } from '@/lib/datasets/indexed-rows'
import { itemsAmong } from '@/lib/datasets/items-among'
import { notFound } from '@/lib/errors'
import { countLocated } from './locate-reported'
import { reportItem, type ReportView } from './report'
import type { ReportRowInput } from './report-input'

/** A report by place, with what stands there. */
export type LocatedRow = ReportRowInput & { found?: IndexedRow | null }

/** Reads the row, for whoever may know of it. Before the transaction: files are slow. */
export async function locateRow(actor: Member, input: ReportRowInput): Promise<LocatedRow> {
  if (!can(actor, 'case.view', input.datasetId)) return input
  await countLocated(actor)
  return { ...input, found: await rowOf(input) }
}

/**
 * The same of a row by its place in a revision, for somebody who saw it beside another one: also of one in which nothing was ever found,
 * which becomes an item with that.
 */
export async function reportRow(
  tx: Tx,
  actor: Member,
  { revision: _revision, file: _file, row: _row, found, ...input }: LocatedRow,
): Promise<ReportView> {
  if (!found) throw notFound('item')
  // What is an item already gets no further places: one that was erased would be on record with its id and its address again.
  const known = await itemsAmong(tx, input.datasetId, [found.digest])
  const fresh = known.length > 0 ? null : found
  const digest = found.digest.toString('hex')
  return reportItem(tx, actor, { ...input, caseId: undefined, digest, fresh })
}

/** Where its address says it stands: that is one part of the index, and quick to read. */
async function rowOf({ datasetId, revision: number, file, row }: ReportRowInput): Promise<IndexedRow | null> {
  const [place] = await db()
    .select({ revisionId: revision.id, ordinal: revisionFile.ordinal })
    .from(revision)
    .innerJoin(
      revisionFile,
      and(eq(revisionFile.datasetId, revision.datasetId), eq(revisionFile.revisionId, revision.id)),
    )
    .where(
      and(
        eq(revision.datasetId, datasetId),
        eq(revision.number, number),
        eq(revision.state, 'complete'),
        eq(revisionFile.path, file),
      ),
    )
  return place ? rowAt(db(), { datasetId, ...place, row }) : null
}
