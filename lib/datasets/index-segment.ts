import 'server-only'
import { BIGINT, BLOB, DuckDBBlobValue, DuckDBDataChunk, INTEGER, VARCHAR } from '@duckdb/node-api'
import { adoptFile, draftPath, type Blob } from '@/lib/blobs/store'
import { literal, openDuck } from './duck'
import type { ScannedBlock } from './scan/scan-block'

/**
 * Writes the index of a chunk: one row per item (bad rows have none), in row order, as Parquet in the blob store.
 *
 * Columns: `ordinal` of the file in its revision, `row`, `offset` and `length` in bytes of the decompressed file (null for
 * Parquet), `digest` (32 bytes), `source_id`, `url`,
 * `author`.
 */
export async function writeSegment(ordinal: number, blocks: readonly ScannedBlock[]): Promise<Blob> {
  // One of its own each time (12 ms): a table that is replaced keeps its memory.
  using database = await openDuck({ ordered: true, memoryMib: 128 })
  const { duck } = database
  await duck.run(
    `CREATE TABLE segment (ordinal INTEGER, row BIGINT, "offset" BIGINT, length BIGINT, digest BLOB, source_id VARCHAR, url VARCHAR, author VARCHAR)`,
  )
  const appender = await duck.createAppender('segment')
  // One for all: their memory is native, and the collector, which sees none of it, would let it pile up.
  const chunk = DuckDBDataChunk.create(TYPES)
  for (const block of blocks) {
    const rows = goodRows(block)
    for (let from = 0; from < rows.length; from += VECTOR) {
      fill(chunk, ordinal, block, rows.slice(from, from + VECTOR))
      appender.appendDataChunk(chunk)
    }
  }
  appender.closeSync()
  const file = await draftPath()
  await duck.run(`COPY segment TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 131072)`)
  return adoptFile(file)
}

/** DuckDB's vector size: what one data chunk holds. */
const VECTOR = 2048
const TYPES = [INTEGER, BIGINT, BIGINT, BIGINT, BLOB, VARCHAR, VARCHAR, VARCHAR]

function goodRows({ digests, bad }: ScannedBlock): number[] {
  const listed = new Set(bad.map(({ index }) => index))
  return Array.from({ length: digests.length / 32 }, (_, index) => index).filter(
    (index) => !listed.has(index),
  )
}

function fill(chunk: DuckDBDataChunk, ordinal: number, block: ScannedBlock, rows: readonly number[]): void {
  const { from, digests, places, ids, urls, authors } = block
  chunk.reset()
  chunk.setColumns([
    rows.map(() => ordinal),
    rows.map((index) => BigInt(from.row + index)),
    rows.map((index) => (places ? BigInt(places.offset[index] ?? 0) : null)),
    rows.map((index) => (places ? BigInt(places.length[index] ?? 0) : null)),
    rows.map((index) => new DuckDBBlobValue(digests.subarray(index * 32, index * 32 + 32))),
    rows.map((index) => ids[index] ?? null),
    rows.map((index) => urls[index] ?? null),
    rows.map((index) => authors[index] ?? null),
  ])
}
