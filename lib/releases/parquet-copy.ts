import 'server-only'
import { DuckDBBlobValue, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api'
import { fileLiteral, identifier, literal, openDuck } from '@/lib/datasets/duck'
import { decodeUtf8 } from '@/lib/datasets/read/decode'
import { invalid } from '@/lib/errors'
import type { Mask } from '@/lib/release-format/redact-again'
import { redactText } from '@/lib/release-format/spans'
import type { RowSet } from './row-set'

export type Change = {
  /** Rows that go. */
  dropped: RowSet
  /** Stretches to mask in rows that stay. */
  masks: ReadonlyMap<number, readonly Mask[]>
}

/**
 * Writes a Parquet file without some of its rows and with some of its values masked, in the order of the original and with its
 * compression. Statistics in the footer are of the new values. One thread: on one version of DuckDB the same bytes each time.
 *
 * @throws AppError `invalid` when a redaction names no column, or does not fit its value
 */
export async function copyParquet(
  { path, name }: { path: string; name: string },
  target: string,
  { dropped, masks }: Change,
): Promise<void> {
  using database = await openDuck({ ordered: true })
  const { duck } = database
  const source = `read_parquet(${fileLiteral(path)}, file_row_number = true)`
  await fillDropped(duck, dropped)
  const columns = await columnsOf(duck, source)
  const masked = [...new Set([...masks.values()].flat().map(({ field }) => field))]
  const replaced: string[] = []
  for (const [i, field] of masked.entries()) {
    const column = columns.find((candidate) => candidate.name === field)
    if (!column)
      throw invalid(`${name} has no column “${field}”, in which something is redacted. Nothing was written.`)
    await fillMasks(duck, `masked_${i}`, { source, name, column, masks })
    // Not coalesce: a value that is masked to null is masked.
    replaced.push(
      `CASE WHEN m${i}.row IS NOT NULL THEN m${i}.value ELSE s.${identifier(field)} END AS ${identifier(field)}`,
    )
  }
  const joins = masked.map((_, i) => `LEFT JOIN masked_${i} m${i} ON m${i}.row = s.file_row_number`)
  const stars = `s.* EXCLUDE (file_row_number)${replaced.length > 0 ? ` REPLACE (${replaced.join(', ')})` : ''}`
  // Leaving rows out keeps the order; a join does not: within a batch it hands on what it found first.
  const order = masked.length > 0 ? ' ORDER BY s.file_row_number' : ''
  await duck.run(
    `COPY (SELECT ${stars} FROM ${source} s ${joins.join(' ')}
           WHERE NOT EXISTS (SELECT 1 FROM dropped d WHERE d.row = s.file_row_number)${order})
     TO ${literal(target)} (FORMAT parquet, COMPRESSION ${await compressionOf(duck, path)}${await featuresOf(duck, path)})`,
  )
}

type Column = { name: string; type: string }

async function columnsOf(duck: DuckDBConnection, source: string): Promise<Column[]> {
  const reader = await duck.runAndReadAll(`DESCRIBE SELECT * FROM ${source}`)
  return reader
    .getRowObjectsJson()
    .map((row) => ({ name: String(row.column_name), type: String(row.column_type) }))
}

async function fillDropped(duck: DuckDBConnection, dropped: RowSet): Promise<void> {
  await duck.run('CREATE TEMP TABLE dropped (row BIGINT)')
  const appender = await duck.createAppender('dropped')
  for (const { start, length } of dropped.runs())
    for (let row = start; row < start + length; row++) {
      appender.appendBigInt(BigInt(row))
      appender.endRow()
    }
  appender.closeSync()
}

async function fillMasks(
  duck: DuckDBConnection,
  table: string,
  { source, name, column, masks }: { source: string; name: string; column: Column; masks: Change['masks'] },
): Promise<void> {
  await duck.run(`CREATE TEMP TABLE ${table} (row BIGINT, value ${column.type})`)
  const wanted = [...masks].flatMap(([row, list]) =>
    list.some(({ field }) => field === column.name) ? [row] : [],
  )
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const rows = wanted.slice(from, from + AT_ONCE)
    const reader = await duck.runAndReadAll(
      `SELECT file_row_number, ${identifier(column.name)} FROM ${source} WHERE file_row_number IN (${rows.join()})`,
    )
    const appender = await duck.createAppender(table)
    for (const [number, value = null] of reader.getRows()) {
      const row = Number(number)
      appender.appendBigInt(BigInt(row))
      const text = maskedText(value, column, row, name, masks.get(row) ?? [])
      if (text === null) appender.appendNull()
      else if (column.type === 'BLOB') appender.appendBlob(Buffer.from(text))
      else appender.appendVarchar(text)
      appender.endRow()
    }
    appender.closeSync()
  }
}

const AT_ONCE = 10_000

function maskedText(
  value: DuckDBValue,
  { name: field, type }: Column,
  row: number,
  file: string,
  masks: readonly Mask[],
): string | null {
  const text = value instanceof DuckDBBlobValue ? decodeUtf8(Buffer.from(value.bytes)) : value
  if (typeof text !== 'string' || !(type === 'VARCHAR' || type === 'BLOB')) return null
  try {
    return redactText(
      text,
      masks.filter((mask) => mask.field === field),
    )
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw invalid(`Row ${row} of ${file} cannot be redacted: ${error.message}. Nothing was written.`)
  }
}

const CODECS = new Set(['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'ZSTD', 'BROTLI', 'LZ4_RAW'])

async function compressionOf(duck: DuckDBConnection, path: string): Promise<string> {
  const reader = await duck.runAndReadAll(
    `SELECT DISTINCT compression FROM parquet_metadata(${fileLiteral(path)}) LIMIT 2`,
  )
  const [only, other] = reader.getRows().map(([codec]) => String(codec))
  return only !== undefined && other === undefined && CODECS.has(only) ? only : 'ZSTD'
}

/** What the Hugging Face libraries know of the columns stands in the footer under this key; of the other keys some describe bytes that change. */
async function featuresOf(duck: DuckDBConnection, path: string): Promise<string> {
  const reader = await duck.runAndReadAll(
    `SELECT decode(value) FROM parquet_kv_metadata(${fileLiteral(path)}) WHERE key = 'huggingface'::BLOB LIMIT 1`,
  )
  const [row] = reader.getRows()
  return row ? `, KV_METADATA {huggingface: ${literal(String(row[0]))}}` : ''
}
