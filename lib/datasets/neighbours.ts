import 'server-only'
import { and, asc, eq, gte, lte, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { dataset, importChunk, revisionFile } from '@/db/schema'
import { blobPath } from '@/lib/blobs/store'
import { byteaArray } from './arrays'
import { openDuck } from './duck'
import { indexTable } from './index-files'
import { isBad } from './read/extract'
import { contentFields, type FieldPlan } from './read/fields'
import { rowsAt, type RowPlace } from './read/row-at'
import { sniff } from './read/sniff'
import { storedSha256 } from './stored-file'

/** A row near another one. `values` is null where nobody but its officers may see it, or where its text was taken out. */
export type Neighbour = { row: number; digest: string; values: Record<string, string> | null }

/**
 * The items that stand around a row in its file, itself left out, in file order; read from the stored file, of which Postgres
 * knows only the flagged rows. Items with a restricted flag and items whose text was purged keep their place and lose their text.
 */
export async function neighbours(
  datasetId: string,
  at: { revisionId: string; ordinal: number; row: number },
  reach = 2,
): Promise<Neighbour[]> {
  const source = await sourceOf(datasetId, at.revisionId, at.ordinal)
  if (!source) return []
  const places = (await placesAround(datasetId, at, reach)).filter(({ row }) => row !== at.row)
  const path = blobPath(source.sha256)
  const rows = await rowsAt(path, await sniff(path, source.path), source.plan, places)
  const found = places.flatMap(({ row }) => {
    const item = rows.get(row)
    return item && !isBad(item) ? [{ row, item }] : []
  })
  const hidden = await hiddenAmong(
    datasetId,
    found.map(({ item }) => item.digest),
  )
  const fields = contentFields(source.plan)
  return found.map(({ row, item }) => {
    const digest = item.digest.toString('hex')
    const values = Object.fromEntries(fields.map((field, i) => [field, item.values[i] ?? '']))
    return { row, digest, values: hidden.has(digest) ? null : values }
  })
}

async function sourceOf(datasetId: string, revisionId: string, ordinal: number) {
  const [found] = await db()
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
  if (!found) return null
  const { path, sha256, text, url, mediaHash, id } = found
  const plan: FieldPlan = { text: text ?? [], url: url ?? [], mediaHash, id }
  return { path, sha256, plan }
}

/** Reads only the one or two index segments that cover the rows. */
async function placesAround(
  datasetId: string,
  { revisionId, ordinal, row }: { revisionId: string; ordinal: number; row: number },
  reach: number,
): Promise<RowPlace[]> {
  const [from, to] = [row - reach, row + reach]
  const chunks = await db()
    .select({ segment: importChunk.segment })
    .from(importChunk)
    .where(
      and(
        eq(importChunk.datasetId, datasetId),
        eq(importChunk.revisionId, revisionId),
        eq(importChunk.ordinal, ordinal),
        lte(importChunk.firstRow, to),
        gte(sql`${importChunk.firstRow} + ${importChunk.rowsRead}`, from),
      ),
    )
    .orderBy(asc(importChunk.chunk))
  using database = await openDuck({ memoryMib: 128 })
  const index = indexTable(chunks.map(({ segment }) => blobPath(segment)))
  const reader = await database.duck.runAndReadAll(
    `SELECT row, "offset", length FROM ${index} WHERE row BETWEEN ${from} AND ${to} ORDER BY row`,
  )
  return reader.getRows().map(([at, offset, length]) => ({
    row: Number(at),
    offset: offset === null || offset === undefined ? null : Number(offset),
    length: length === null || length === undefined ? null : Number(length),
  }))
}

async function hiddenAmong(datasetId: string, digests: readonly Buffer[]): Promise<Set<string>> {
  const rows = await db().execute<{ digest: string }>(sql`
    select encode(i.digest, 'hex') as digest from item i
    where i.dataset_id = ${datasetId} and i.digest = any(${byteaArray(digests)})
      and (not exists (select 1 from item_content c where c.dataset_id = i.dataset_id and c.digest = i.digest)
        or exists (select 1 from flag f join category k on k.id = f.category and k.restricted = 1
                   where f.dataset_id = i.dataset_id and f.digest = i.digest))`)
  return new Set(rows.map(({ digest }) => digest))
}
