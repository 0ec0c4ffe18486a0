import 'server-only'
import {
  BIGINT,
  BLOB,
  DuckDBBlobValue,
  DuckDBDataChunk,
  INTEGER,
  VARCHAR,
  type DuckDBConnection,
} from '@duckdb/node-api'
import { adoptFile, draftPath, type Blob } from '@/lib/blobs/store'
import { literal } from './duck'
import type { ScannedBlock } from './scan/scan-block'

/**
 * Writes the index of a chunk: one row per item (bad rows have none), in row order, as Parquet in the blob store.
 *
 * Columns: `ordinal` of the file in its revision, `row`, `offset` and `length` in bytes of the decompressed file (null for
 * Parquet), `digest` (32 bytes), `source_id`, `url`.
 */
export async function writeSegment(
  duck: DuckDBConnection,
  ordinal: number,
  blocks: readonly ScannedBlock[],
): Promise<Blob> {
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE segment (ordinal INTEGER, row BIGINT, "offset" BIGINT, length BIGINT, digest BLOB, source_id VARCHAR, url VARCHAR)`,
  )
  const appender = await duck.createAppender('segment')
  for (const block of blocks) {
    const rows = goodRows(block)
    for (let from = 0; from < rows.length; from += VECTOR)
      appender.appendDataChunk(toChunk(ordinal, block, rows.slice(from, from + VECTOR)))
  }
  appender.closeSync()
  const file = await draftPath()
  await duck.run(`COPY segment TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 131072)`)
  return adoptFile(file)
}

/** DuckDB's vector size: what one data chunk holds. */
const VECTOR = 2048
const TYPES = [INTEGER, BIGINT, BIGINT, BIGINT, BLOB, VARCHAR, VARCHAR]

function goodRows({ digests, bad }: ScannedBlock): number[] {
  const listed = new Set(bad.map(({ index }) => index))
  return Array.from({ length: digests.length / 32 }, (_, index) => index).filter(
    (index) => !listed.has(index),
  )
}

function toChunk(ordinal: number, block: ScannedBlock, rows: readonly number[]): DuckDBDataChunk {
  const { from, digests, places, ids, urls } = block
  const chunk = DuckDBDataChunk.create(TYPES, rows.length)
  chunk.setColumns([
    rows.map(() => ordinal),
    rows.map((index) => BigInt(from.row + index)),
    rows.map((index) => (places ? BigInt(places.offset[index] ?? 0) : null)),
    rows.map((index) => (places ? BigInt(places.length[index] ?? 0) : null)),
    rows.map((index) => new DuckDBBlobValue(digests.subarray(index * 32, index * 32 + 32))),
    rows.map((index) => ids[index] ?? null),
    rows.map((index) => urls[index] ?? null),
  ])
  return chunk
}
