import 'server-only'
import { open } from 'node:fs/promises'
import { itemDigest } from '@/lib/datasets/digest'
import { bad, extractor, isBad, type Row } from './extract'
import { MAX_RECORD_BYTES, type BadRow } from './bad-row'
import type { FieldPlan } from './fields'
import type { Format } from './format'
import { parquetRows } from './parquet'
import { itemReader, readSegments, type ItemRow } from './records'

/** Where a record stands, as its index has it; bytes of the decompressed file, null for Parquet. */
export type RowPlace = { row: number; offset: number | null; length: number | null }

/**
 * Reads single rows of a file again: by their bytes in a plain text file, by row number in Parquet. A gzipped file is decompressed up to
 * the last of them.
 *
 * @returns by row number; a row that is not there is missing
 */
export async function rowsAt(
  path: string,
  format: Format,
  plan: FieldPlan,
  places: readonly RowPlace[],
): Promise<Map<number, ItemRow>> {
  if (format.kind === 'parquet') return parquetRowsAt(path, plan, places)
  if (format.gzip) return streamedRowsAt(path, format, plan, places)
  const extract = extractor(format, plan)
  const found = new Map<number, ItemRow>()
  await using file = await open(path)
  for (const { row, offset, length } of places) {
    if (offset === null || length === null)
      throw new TypeError(`row ${row} of a text file has no place in bytes`)
    if (length > MAX_RECORD_BYTES) {
      found.set(row, bad('too_large', `${length} bytes`))
      continue
    }
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, offset)
    found.set(row, withDigest(extract(buffer)))
  }
  return found
}

const withDigest = (row: Row | BadRow): ItemRow =>
  isBad(row) ? row : { ...row, digest: itemDigest(row.values) }

async function streamedRowsAt(
  path: string,
  format: Exclude<Format, { kind: 'parquet' }>,
  plan: FieldPlan,
  places: readonly RowPlace[],
): Promise<Map<number, ItemRow>> {
  const found = new Map<number, ItemRow>()
  const wanted = new Set(places.map(({ row }) => row))
  const read = itemReader(format, plan)
  for await (const segments of readSegments(path, format)) {
    for (const segment of segments)
      if ((segment.kind === 'record' || segment.kind === 'too_large') && wanted.delete(segment.row))
        found.set(segment.row, read(segment))
    if (wanted.size === 0) break
  }
  return found
}

/** Rows that stand close together are read at once. */
const NEAR = 2048

async function parquetRowsAt(
  path: string,
  plan: FieldPlan,
  places: readonly RowPlace[],
): Promise<Map<number, ItemRow>> {
  const found = new Map<number, ItemRow>()
  const wanted = places.map(({ row }) => row).sort((a, b) => a - b)
  for (let i = 0; i < wanted.length;) {
    const first = wanted[i] ?? 0
    const near = wanted.slice(i).filter((row) => row - first < NEAR)
    for await (const { firstRow, rows } of parquetRows(path, plan, first, (near.at(-1) ?? first) + 1))
      for (const row of near) {
        const value = rows[row - firstRow]
        if (value) found.set(row, withDigest(value))
      }
    i += near.length
  }
  return found
}
