import 'server-only'
import {
  BLOB,
  DuckDBBlobValue,
  DuckDBDataChunk,
  type DuckDBConnection,
  type DuckDBValue,
} from '@duckdb/node-api'
import { sql } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { insertOccurrences, type OccurrenceRow } from './commit-chunk'
import { openDuck } from './duck'
import { indexTable, segmentPaths } from './index-files'

/**
 * Records where the items that are rows in Postgres stand in a later revision, also those in which nothing was found this
 * time: a reported text, or one whose detector has changed. Only their rows are read, by a semi-join on the index. May be
 * repeated: known places are left as they are.
 */
export async function placeKnownItems(datasetId: string, revisionId: string): Promise<void> {
  using database = await openDuck()
  const { duck } = database
  await loadDigests(duck, datasetId)
  const index = indexTable(await segmentPaths(db(), datasetId, revisionId))
  const result = await duck.stream(
    `SELECT ordinal, row, "offset", length, digest, source_id, url FROM ${index} SEMI JOIN known USING (digest)`,
  )
  for (;;) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) return
    const rows = chunk.getRows().map(toOccurrence)
    await transact((tx) => insertOccurrences(tx, datasetId, revisionId, rows))
  }
}

/** DuckDB's vector size: what one data chunk holds. */
const PAGE = 2048

async function loadDigests(duck: DuckDBConnection, datasetId: string): Promise<void> {
  await duck.run('CREATE TEMP TABLE known (digest BLOB)')
  const appender = await duck.createAppender('known')
  let after = ''
  for (;;) {
    const page = await db().execute<{ digest: string }>(sql`
      select encode(digest, 'hex') as digest from item
      where dataset_id = ${datasetId} and digest > decode(${after}, 'hex') order by digest limit ${PAGE}`)
    if (page.length === 0) break
    const chunk = DuckDBDataChunk.create([BLOB], page.length)
    chunk.setColumns([page.map(({ digest }) => new DuckDBBlobValue(Buffer.from(digest, 'hex')))])
    appender.appendDataChunk(chunk)
    after = page.at(-1)?.digest ?? after
  }
  appender.closeSync()
}

function toOccurrence([ordinal, row, offset, length, digest, sourceId, url]: DuckDBValue[]): OccurrenceRow {
  if (!(digest instanceof DuckDBBlobValue)) throw new TypeError('an index row without a digest')
  return {
    ordinal: Number(ordinal),
    row: Number(row),
    offset: numberOrNull(offset),
    length: numberOrNull(length),
    digest: Buffer.from(digest.bytes),
    sourceId: textOrNull(sourceId),
    url: textOrNull(url),
  }
}

const numberOrNull = (value: DuckDBValue | undefined) =>
  value === null || value === undefined ? null : Number(value)
const textOrNull = (value: DuckDBValue | undefined) => (typeof value === 'string' ? value : null)
