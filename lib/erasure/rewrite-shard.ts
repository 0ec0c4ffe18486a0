import 'server-only'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { PassThrough, Readable } from 'node:stream'
import { adoptFile, blobPath, draftPath, storeBlob } from '@/lib/blobs/store'
import { fileLiteral, identifier, literal, openDuck, type Duck } from '@/lib/datasets/duck'
import { isBad } from '@/lib/datasets/read/extract'
import { contentFields, type FieldPlan } from '@/lib/datasets/read/fields'
import type { TextFormat } from '@/lib/datasets/read/format'
import { parquetColumns, parquetRowCount } from '@/lib/datasets/read/parquet'
import { rowsAt } from '@/lib/datasets/read/row-at'
import { sniff } from '@/lib/datasets/read/sniff'
import { openBytes } from '@/lib/datasets/read/source'
import { tombstone } from './tombstone'

/** A row that has to go: its place, and whose digest it must have if it is still there. */
export type DoomedRow = { row: number; offset: number | null; length: number | null; digest: string }

export type Shard = { blob: Buffer; path: string; plan: FieldPlan }

/**
 * Stores a copy of a base file in which the given rows are tombstones: as many rows, each in its place. Rows that are tombstones
 * already are left alone; null when all of them are. The file as it was stays, for the caller to remove.
 *
 * @throws Error when a row is neither the one it should be nor a tombstone: then its index is not that of this file
 */
export async function rewriteShard(
  shard: Shard,
  rows: readonly DoomedRow[],
): Promise<{ digest: Buffer; rows: number } | null> {
  const file = blobPath(shard.blob)
  const format = await sniff(file, shard.path)
  const standing = await stillThere(file, format, shard, rows)
  if (standing.length === 0) return null
  const { digest } =
    format.kind === 'parquet'
      ? await rewriteParquet(file, standing)
      : await rewriteText(file, format, shard.plan, standing)
  const left = await stillThere(blobPath(digest), format, shard, standing)
  if (left.length > 0) throw new Error(`${shard.path}: ${left.length} rows outlived their erasure`)
  return { digest, rows: standing.length }
}

/** Rows whose content is still in the file. */
export async function stillThere(
  file: string,
  format: Awaited<ReturnType<typeof sniff>>,
  { path, plan }: Shard,
  rows: readonly DoomedRow[],
): Promise<DoomedRow[]> {
  const found = await rowsAt(file, format, plan, rows)
  return rows.filter(({ row, digest, length }) => {
    const item = found.get(row)
    if (!item) throw new Error(`${path} has no row ${row}`)
    if (!isBad(item) && item.digest.toString('hex') === digest) return true
    // A bad row has no content; one of a single column is a cell of spaces.
    const blank = isBad(item) || item.values.every((value) => value.trim() === '')
    if (!blank)
      throw new Error(`row ${row} of ${path} (${length ?? 'no'} bytes) is another one than its index says`)
    return false
  })
}

async function rewriteText(file: string, format: TextFormat, plan: FieldPlan, rows: readonly DoomedRow[]) {
  const content = contentFields(plan)
  const patches = rows
    .map(({ row, offset, length }) => {
      if (offset === null || length === null)
        throw new TypeError(`row ${row} of a text file has no place in bytes`)
      return { offset, bytes: tombstone(format, content, length) }
    })
    .sort((a, b) => a.offset - b.offset)
  const pieces = patched(openBytes(file, format.gzip), patches)
  if (!format.gzip) return storeBlob(pieces)
  const zipped = new PassThrough({ highWaterMark: 1024 * 1024 })
  // A failure of the pipeline destroys its end, which the store is reading.
  const done = pipeline(Readable.from(pieces), createGzip(), zipped)
  const [blob] = await Promise.all([storeBlob(zipped), done])
  return blob
}

/** The stream with `patches` (in order, apart from each other) over its bytes. */
async function* patched(
  pieces: AsyncIterable<Buffer>,
  patches: readonly { offset: number; bytes: Buffer }[],
): AsyncGenerator<Buffer> {
  let at = 0
  let next = 0
  for await (const piece of pieces) {
    const end = at + piece.length
    const out = Buffer.from(piece)
    for (let i = next; i < patches.length; i++) {
      const patch = patches[i]
      if (!patch || patch.offset >= end) break
      const from = Math.max(patch.offset, at)
      patch.bytes.copy(out, from - at, from - patch.offset)
      if (patch.offset + patch.bytes.length <= end) next = i + 1
    }
    at = end
    yield out
  }
  if (next < patches.length) throw new Error(`the file ends at byte ${at}, before the rows that have to go`)
}

/** Nothing in a Parquet file can be overwritten, so it is written anew with NULL in every column of those rows. */
async function rewriteParquet(file: string, rows: readonly DoomedRow[]) {
  using database = await openDuck({ ordered: true })
  const { duck } = database
  const columns = (await parquetColumns(file)).map(identifier)
  const gone = `file_row_number IN (${rows.map(({ row }) => String(row)).join(', ')})`
  const draft = await draftPath()
  const cells = columns.map((name) => `CASE WHEN ${gone} THEN NULL ELSE ${name} END AS ${name}`)
  await duck.run(`
    COPY (SELECT ${cells.join(', ')} FROM read_parquet(${fileLiteral(file)}, file_row_number = true))
    TO ${literal(draft)} (FORMAT parquet, COMPRESSION zstd)`)
  const [before, after] = [await parquetRowCount(file), await parquetRowCount(draft)]
  const kept = (path: string) => othersOf(database, path, columns, gone)
  if (before !== after || (await kept(file)) !== (await kept(draft)))
    throw new Error('a rewritten Parquet file has other rows than before')
  return adoptFile(draft)
}

/** One number over all cells that stay, with their places: equal before and after. */
async function othersOf(
  { duck }: Duck,
  file: string,
  columns: readonly string[],
  gone: string,
): Promise<string> {
  const reader = await duck.runAndReadAll(`
    SELECT bit_xor(hash(file_row_number, ${columns.join(', ')}))::VARCHAR
    FROM read_parquet(${fileLiteral(file)}, file_row_number = true) WHERE NOT ${gone}`)
  return String(reader.getRows()[0]?.[0])
}
