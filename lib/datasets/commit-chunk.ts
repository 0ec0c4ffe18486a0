import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { importChunk } from '@/db/schema'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { bigintArray, byteaArray, inBatches, textArray } from './arrays'
import type { Position } from './read/blocks'
import { insertContents } from './item-content'
import type { FlaggedRow, ListedRow, ScannedBlock } from './scan/scan-block'

/** A flagged row on its way into Postgres. */
export type FoundItem = {
  ordinal: number
  digest: Buffer
  row: number
  sourceId: string | null
  url: string | null
  offset: number | null
  length: number | null
  values: string[]
  language: string
  findings: FlaggedRow['findings']
  /** Standing rules about the row's source that it falls under. */
  rules: string[]
}

/** Which standing rules a row falls under, by what its index says of it. */
export type SourceRules = (row: {
  digest: Uint8Array
  sourceId: string | null
  url: string | null
  author: string | null
}) => string[]

/** A stretch of a file whose index segment is in the blob store. */
export type Chunk = {
  datasetId: string
  revisionId: string
  ordinal: number
  chunk: number
  segment: Buffer
  blocks: readonly ScannedBlock[]
  /** Names of the content fields, in digest order: what `values` mean. */
  fields: readonly string[]
}

/** Raises the flags of new items and opens their cases: domains above this one, so the caller of an import brings it. */
export type RaiseFlags = (
  tx: Tx,
  where: { datasetId: string; revisionId: string },
  items: readonly FoundItem[],
) => Promise<void>

/**
 * Records a chunk, all of it or nothing: items with their text and place, flags, cases, quarantined rows, progress. Two processes
 * that import the same file meet at its counter: the second is refused before it writes.
 *
 * @throws AppError `conflict` if the file has moved on since the chunk was read
 */
export async function commitChunk(tx: Tx, chunk: Chunk, raise: RaiseFlags): Promise<void> {
  const { datasetId, revisionId } = chunk
  const counts = countRows(chunk.blocks)
  await advanceFile(tx, chunk, counts)
  const items = foundItems(chunk)
  await inBatches(items, (slice) => insertItems(tx, chunk, slice))
  await inBatches(items, (slice) => insertOccurrences(tx, datasetId, revisionId, slice))
  await raise(tx, { datasetId, revisionId }, items)
  await inBatches(listedRows(chunk.blocks), (slice) => insertQuarantine(tx, chunk, slice))
  await tx.insert(importChunk).values({
    datasetId,
    revisionId,
    ordinal: chunk.ordinal,
    chunk: chunk.chunk,
    firstRow: startOf(chunk).row,
    ...counts,
    ...nextPlace(chunk),
    segment: chunk.segment,
  })
}

/** A Parquet file is entered by row, not by byte. */
function nextPlace({ blocks }: Chunk): { nextOffset: number | null; nextLine: number | null } {
  const last = blocks.at(-1)
  return last?.places
    ? { nextOffset: last.to.offset, nextLine: last.to.line }
    : { nextOffset: null, nextLine: null }
}

const startOf = ({ blocks }: Chunk): Position => blocks[0]?.from ?? emptyChunk()
const emptyChunk = (): never => {
  throw new RangeError('a chunk without blocks')
}

function countRows(blocks: readonly ScannedBlock[]) {
  const sum = (of: (block: ScannedBlock) => number) => blocks.reduce((total, block) => total + of(block), 0)
  const rowsRead = sum(({ digests }) => digests.length / 32)
  const rowsBad = sum(({ bad }) => bad.length)
  return {
    rowsRead,
    rowsGood: rowsRead - rowsBad,
    rowsBad,
    rowsUnscanned: sum(({ unscanned }) => unscanned.length),
    rowsFlagged: sum(({ flagged }) => flagged.length),
  }
}

async function advanceFile(tx: Tx, chunk: Chunk, counts: ReturnType<typeof countRows>): Promise<void> {
  const moved = await tx.execute(sql`
    update revision_file
    set state = 'importing', rows_read = rows_read + ${counts.rowsRead}, rows_good = rows_good + ${counts.rowsGood},
        rows_bad = rows_bad + ${counts.rowsBad}
    where dataset_id = ${chunk.datasetId} and revision_id = ${chunk.revisionId} and ordinal = ${chunk.ordinal}
      and state <> 'complete' and rows_read = ${startOf(chunk).row}
    returning 1`)
  if (moved.length !== 1) throw conflict(say('importing.busy'))
  await tx.execute(sql`
    update revision
    set rows_read = rows_read + ${counts.rowsRead}, rows_good = rows_good + ${counts.rowsGood},
        rows_bad = rows_bad + ${counts.rowsBad}, rows_unscanned = rows_unscanned + ${counts.rowsUnscanned},
        rows_flagged = rows_flagged + ${counts.rowsFlagged}
    where dataset_id = ${chunk.datasetId} and id = ${chunk.revisionId}`)
}

function foundItems({ ordinal, blocks }: Chunk): FoundItem[] {
  return blocks.flatMap(({ from, digests, places, ids, urls, flagged }) =>
    flagged.map(({ index, values, language, findings, rules }) => ({
      ordinal,
      digest: Buffer.from(digests.subarray(index * 32, index * 32 + 32)),
      row: from.row + index,
      sourceId: ids[index] ?? null,
      url: urls[index] ?? null,
      offset: places?.offset[index] ?? null,
      length: places?.length[index] ?? null,
      values,
      language,
      findings,
      rules: rules ?? [],
    })),
  )
}

/**
 * Items in digest order, so that two imports never wait for each other in a circle. Text goes in only with a new item: one
 * whose text was purged stays without, however often it is imported again.
 */
async function insertItems(tx: Tx, { datasetId, fields }: Chunk, found: readonly FoundItem[]): Promise<void> {
  const items = [...new Map(found.map((item) => [item.digest.toString('hex'), item])).values()]
  const made = await tx.execute<{ digest: string }>(sql`
    insert into item (dataset_id, digest, language)
    select ${datasetId}, digest, language
    from unnest(${byteaArray(items.map(({ digest }) => digest))}, ${textArray(items.map(({ language }) => language))})
      as found (digest, language)
    order by digest
    on conflict do nothing
    returning encode(digest, 'hex') as digest`)
  const fresh = new Set(made.map(({ digest }) => digest))
  await insertContents(
    tx,
    datasetId,
    fields,
    items.filter(({ digest }) => fresh.has(digest.toString('hex'))),
  )
}

export type OccurrenceRow = Pick<
  FoundItem,
  'ordinal' | 'digest' | 'row' | 'sourceId' | 'url' | 'offset' | 'length'
>

/** Where items stand in a revision. Known places are left as they are. */
export async function insertOccurrences(
  tx: Tx,
  datasetId: string,
  revisionId: string,
  rows: readonly OccurrenceRow[],
): Promise<void> {
  await tx.execute(sql`
    insert into occurrence (dataset_id, revision_id, ordinal, row, digest, source_id, url, "offset", length)
    select ${datasetId}, ${revisionId}, found.*
    from unnest(${sql.param(rows.map(({ ordinal }) => ordinal))}::integer[], ${bigintArray(rows.map(({ row }) => row))}, 
      ${byteaArray(rows.map(({ digest }) => digest))}, ${textArray(rows.map(({ sourceId }) => sourceId))}, ${textArray(rows.map(({ url }) => url))},
      ${bigintArray(rows.map(({ offset }) => offset))}, ${bigintArray(rows.map(({ length }) => length))}) as found
    on conflict do nothing`)
}

type QuarantineRow = ListedRow & { row: number; kind: 'bad' | 'unscanned' }

function listedRows(blocks: readonly ScannedBlock[]): QuarantineRow[] {
  return blocks.flatMap(({ from, bad, unscanned }) => [
    ...bad.map((row) => ({ ...row, row: from.row + row.index, kind: 'bad' as const })),
    ...unscanned.map((row) => ({ ...row, row: from.row + row.index, kind: 'unscanned' as const })),
  ])
}

async function insertQuarantine(
  tx: Tx,
  { datasetId, revisionId, ordinal }: Chunk,
  rows: readonly QuarantineRow[],
): Promise<void> {
  await tx.execute(sql`
    insert into quarantine (dataset_id, revision_id, ordinal, row, kind, line, reason, detail)
    select ${datasetId}, ${revisionId}, ${ordinal}::integer, listed.*
    from unnest(${bigintArray(rows.map(({ row }) => row))}, ${textArray(rows.map(({ kind }) => kind))},
      ${bigintArray(rows.map(({ line }) => line))}, ${textArray(rows.map(({ reason }) => reason))},
      ${textArray(rows.map(({ detail }) => detail))}) as listed`)
}
