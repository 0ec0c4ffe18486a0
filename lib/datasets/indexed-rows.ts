import 'server-only'
import { DuckDBBlobValue, type DuckDBValue } from '@duckdb/node-api'
import { and, asc, eq, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import { dataset, importChunk, revisionFile } from '@/db/schema'
import { blobPath } from '@/lib/blobs/store'
import type { OccurrenceRow } from './commit-chunk'
import { openDuck } from './duck'
import { indexTable } from './index-files'
import { newestRevision } from './newest-revision'
import { isBad } from './read/extract'
import { contentFields, type FieldPlan } from './read/fields'
import { rowsAt } from './read/row-at'
import { sniff } from './read/sniff'
import { storedSha256 } from './stored-file'

/** A row of a base file: where it stands and what it says. `fields` in digest order. */
export type IndexedRow = OccurrenceRow & { revisionId: string; fields: Record<string, string> }

type Place = { datasetId: string; revisionId: string; ordinal: number; row: number }

/** The items that stand at most `reach` rows before and after a row in its file, itself left out, in file order. */
export async function neighboursOf(place: Place, reach = 2): Promise<IndexedRow[]> {
  const { ordinal, row } = place
  const near = await indexRows(
    await segmentsAt(db(), place, reach),
    `ordinal = ${ordinal} AND row BETWEEN ${row - reach} AND ${row + reach} AND row <> ${row}`,
  )
  return withContent(db(), place, near)
}

/** The row at a place; null where there is none that can be read. Only the index segment of the row is read. */
export async function rowAt(on: Db | Tx, place: Place): Promise<IndexedRow | null> {
  const { ordinal, row } = place
  const rows = await indexRows(await segmentsAt(on, place), `ordinal = ${ordinal} AND row = ${row}`, 1)
  const [found] = await withContent(on, place, rows)
  return found ?? null
}

/** Some row of the latest complete revision that is this item; null when it has none. */
export async function rowOfItem(datasetId: string, digest: Buffer): Promise<IndexedRow | null> {
  const latest = await newestRevision(db(), datasetId)
  if (!latest) return null
  const at = { datasetId, revisionId: latest.id }
  const segments = await segmentsOf(db(), at, sql`true`)
  const rows = await indexRows(segments, `digest = unhex('${digest.toString('hex')}')`, 1)
  const [found] = await withContent(db(), at, rows)
  return found ?? null
}

/** Who wrote a row, as its source says; null where the dataset does not keep that. Only the index segment of the row is read. */
export async function authorOfRow(on: Db | Tx, place: Place): Promise<string | null> {
  const { datasetId, ordinal, row } = place
  const [of] = await on.select({ field: dataset.authorField }).from(dataset).where(eq(dataset.id, datasetId))
  if (!of?.field) return null
  const segments = await segmentsAt(on, place)
  using database = await openDuck()
  const result = await database.duck.runAndReadAll(
    `SELECT author FROM ${indexTable(segments)} WHERE ordinal = ${ordinal} AND row = ${row}`,
  )
  const author = result.getRows()[0]?.[0]
  return typeof author === 'string' ? author : null
}

/** The index segments that hold a row, and those `reach` rows before and after it. */
const segmentsAt = (on: Db | Tx, { ordinal, row, ...of }: Place, reach = 0): Promise<string[]> =>
  segmentsOf(
    on,
    of,
    sql`${importChunk.ordinal} = ${ordinal} and ${importChunk.firstRow} <= ${row + reach} and ${importChunk.firstRow} + ${importChunk.rowsRead} > ${row - reach}`,
  )

async function segmentsOf(
  on: Db | Tx,
  { datasetId, revisionId }: Omit<Place, 'ordinal' | 'row'>,
  where: ReturnType<typeof sql>,
): Promise<string[]> {
  const chunks = await on
    .select({ segment: importChunk.segment })
    .from(importChunk)
    .where(and(eq(importChunk.datasetId, datasetId), eq(importChunk.revisionId, revisionId), where))
    .orderBy(asc(importChunk.ordinal), asc(importChunk.chunk))
  return chunks.map(({ segment }) => blobPath(segment))
}

async function indexRows(
  segments: readonly string[],
  condition: string,
  limit = 1_000,
): Promise<OccurrenceRow[]> {
  using database = await openDuck()
  const result = await database.duck.runAndReadAll(
    `SELECT ordinal, row, "offset", length, digest, source_id, url FROM ${indexTable(segments)}
     WHERE ${condition} ORDER BY ordinal, row LIMIT ${limit}`,
  )
  return result.getRows().map(occurrenceOf)
}

function occurrenceOf([ordinal, row, offset, length, digest, sourceId, url]: DuckDBValue[]): OccurrenceRow {
  if (!(digest instanceof DuckDBBlobValue)) throw new TypeError('an index row without a digest')
  return {
    ordinal: Number(ordinal),
    row: Number(row),
    offset: offset === null ? null : Number(offset),
    length: length === null ? null : Number(length),
    digest: Buffer.from(digest.bytes),
    sourceId: sourceId === null ? null : String(sourceId),
    url: url === null ? null : String(url),
  }
}

/** Reads rows of one file again. What cannot be read any more is left out. */
async function withContent(
  on: Db | Tx,
  { datasetId, revisionId }: Omit<Place, 'ordinal' | 'row'>,
  places: readonly OccurrenceRow[],
): Promise<IndexedRow[]> {
  const [first] = places
  if (!first) return []
  const { path, sha256, plan } = await fileOf(on, { datasetId, revisionId, ordinal: first.ordinal })
  const blob = blobPath(sha256)
  const names = contentFields(plan)
  const rows = await rowsAt(blob, await sniff(blob, path), plan, places)
  return places.flatMap((place) => {
    const row = rows.get(place.row)
    if (!row || isBad(row)) return []
    return [
      {
        ...place,
        revisionId,
        fields: Object.fromEntries(names.map((name, i) => [name, row.values[i] ?? ''])),
      },
    ]
  })
}

async function fileOf(on: Db | Tx, { datasetId, revisionId, ordinal }: Omit<Place, 'row'>) {
  const [row] = await on
    .select({
      path: revisionFile.path,
      sha256: storedSha256,
      text: dataset.textFields,
      url: dataset.urlFields,
      mediaHash: dataset.mediaHashField,
      id: dataset.idField,
    })
    .from(revisionFile)
    .innerJoin(dataset, eq(dataset.id, revisionFile.datasetId))
    .where(
      and(
        eq(revisionFile.datasetId, datasetId),
        eq(revisionFile.revisionId, revisionId),
        eq(revisionFile.ordinal, ordinal),
      ),
    )
  if (!row) throw new Error(`revision ${revisionId} has no file ${ordinal}`)
  const plan: FieldPlan = { text: row.text ?? [], url: row.url ?? [], mediaHash: row.mediaHash, id: row.id }
  return { path: row.path, sha256: row.sha256, plan }
}
