import 'server-only'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { dataset, revision, revisionFile } from '@/db/schema'
import { blobPath } from '@/lib/blobs/store'
import type { OccurrenceRow } from '@/lib/datasets/commit-chunk'
import { itemDigest } from '@/lib/datasets/digest'
import { isBad } from '@/lib/datasets/read/extract'
import type { FieldPlan } from '@/lib/datasets/read/fields'
import { parquetRows } from '@/lib/datasets/read/parquet'
import { itemReader, readSegments } from '@/lib/datasets/read/records'
import { type RowPlace, rowsAt } from '@/lib/datasets/read/row-at'
import { sniff } from '@/lib/datasets/read/sniff'
import { storedSha256 } from '@/lib/datasets/stored-file'

/** The revision in which a request is looked for. */
export type SearchedRevision = {
  datasetId: string
  id: string
  plan: FieldPlan
  /** `rows`: how many were read at import, those that are no items among them. */
  files: { ordinal: number; path: string; sha256: Buffer; rows: number }[]
}

export type RevisionRow = { place: OccurrenceRow; values: string[] }

/** The latest complete revision, or this one of the complete ones; null where there is none. */
export async function latestRevision(
  on: Db | Tx,
  datasetId: string,
  revisionId?: string,
): Promise<SearchedRevision | null> {
  const [latest] = await on
    .select({
      id: revision.id,
      text: dataset.textFields,
      url: dataset.urlFields,
      mediaHash: dataset.mediaHashField,
      idField: dataset.idField,
    })
    .from(revision)
    .innerJoin(dataset, eq(dataset.id, revision.datasetId))
    .where(
      and(
        eq(revision.datasetId, datasetId),
        eq(revision.state, 'complete'),
        revisionId === undefined ? undefined : eq(revision.id, revisionId),
      ),
    )
    .orderBy(desc(revision.number))
    .limit(1)
  if (!latest) return null
  const files = await on
    .select({
      ordinal: revisionFile.ordinal,
      path: revisionFile.path,
      sha256: storedSha256,
      rows: sql<number>`coalesce(${revisionFile.rowsRead}, 0)::float8`,
    })
    .from(revisionFile)
    .where(and(eq(revisionFile.datasetId, datasetId), eq(revisionFile.revisionId, latest.id)))
    .orderBy(asc(revisionFile.ordinal))
  const plan = {
    text: latest.text ?? [],
    url: latest.url ?? [],
    mediaHash: latest.mediaHash,
    id: latest.idField,
  }
  return { datasetId, id: latest.id, plan, files }
}

/** Every item of one base file with its content from row `from` on, in file order; constant memory. */
export async function* rowsOfFile(
  { plan }: SearchedRevision,
  file: SearchedRevision['files'][number],
  from = 0,
): AsyncGenerator<RevisionRow> {
  const { path, format } = await opened(file)
  if (format.kind === 'parquet') {
    for await (const { firstRow, rows } of parquetRows(path, plan, from)) {
      for (const [i, row] of rows.entries()) {
        if (isBad(row)) continue
        const place = { ordinal: file.ordinal, row: firstRow + i, offset: null, length: null }
        yield {
          place: { ...place, digest: itemDigest(row.values), sourceId: row.id, url: row.url },
          values: row.values,
        }
      }
    }
    return
  }
  const read = itemReader(format, plan)
  for await (const segments of readSegments(path, format)) {
    for (const segment of segments) {
      // Rows that were looked at before are passed over: their bytes have to be read to find the next.
      if (segment.kind !== 'record' || segment.row < from) continue
      const row = read(segment)
      if (isBad(row)) continue
      const place = {
        ordinal: file.ordinal,
        row: segment.row,
        offset: segment.offset,
        length: segment.length,
      }
      yield { place: { ...place, digest: row.digest, sourceId: row.id, url: row.url }, values: row.values }
    }
  }
}

/** The content of single rows of a base file, by row number. A row that is no item is missing. */
export async function contentAt(
  { plan }: SearchedRevision,
  file: SearchedRevision['files'][number],
  places: readonly RowPlace[],
): Promise<Map<number, string[]>> {
  const { path, format } = await opened(file)
  const rows = await rowsAt(path, format, plan, places)
  return new Map([...rows].flatMap(([row, read]) => (isBad(read) ? [] : [[row, read.values]])))
}

async function opened(file: SearchedRevision['files'][number]) {
  const path = blobPath(file.sha256)
  return { path, format: await sniff(path, file.path) }
}
