import 'server-only'
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'
import { fileLiteral, identifier, openDuck } from '@/lib/datasets/duck'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { MAX_RECORD_BYTES, type BadRow } from './bad-row'
import { decodeUtf8 } from './decode'
import { bad, finishRow, type About, type Row } from './extract'
import { contentFields, SOURCE_URL_NAMES, type FieldPlan } from './fields'

/** Names of the top-level columns, in order. */
export async function parquetColumns(path: string): Promise<string[]> {
  using database = await openDuck()
  const columns = await describe(database.duck, path, '*')
  return columns.map(({ name }) => name)
}

/** Number of rows, from the footer. */
export async function parquetRowCount(path: string): Promise<number> {
  using database = await openDuck()
  const reader = await refusing(() =>
    database.duck.runAndReadAll(
      `SELECT sum(num_rows)::DOUBLE FROM parquet_file_metadata(${fileLiteral(path)})`,
    ),
  )
  return Number(reader.getRows()[0]?.[0])
}

export type ParquetBatch = { firstRow: number; rows: (Row | BadRow)[] }

/** Rows of a Parquet file in file order, from `fromRow` (0-based) to before `toRow`, some thousand at a time. Memory holds a row group or so. */
export async function* parquetRows(
  path: string,
  plan: FieldPlan,
  fromRow = 0,
  toRow = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<ParquetBatch> {
  using database = await openDuck({ ordered: true })
  const { duck } = database
  const columns = await describe(duck, path, '*')
  const fields = contentFields(plan)
  const source =
    plan.url[0] ?? SOURCE_URL_NAMES.find((name) => columns.some((column) => column.name === name))
  const content = await Promise.all(fields.map((name) => column(duck, path, columns, name)))
  const id = plan.id === null ? null : await column(duck, path, columns, plan.id)
  const url = source === undefined ? null : await column(duck, path, columns, source)
  const author = plan.author ? await column(duck, path, columns, plan.author) : null
  const language = plan.language ? await column(duck, path, columns, plan.language) : null
  const about = { id, url, author, language }
  const wanted = [...content, ...Object.values(about).filter((one) => one !== null)]
  const select = ['file_row_number', ...wanted.map(({ sql }) => sql)]
    .map((sql, i) => `${sql} AS c${i}`)
    .join(', ')
  const result = await refusing(() =>
    duck.stream(
      `SELECT ${select} FROM read_parquet(${fileLiteral(path)}, file_row_number = true) WHERE file_row_number BETWEEN ${fromRow} AND ${toRow - 1}`,
    ),
  )
  let next = fromRow
  for (;;) {
    const chunk = await refusing(() => result.fetchChunk())
    if (!chunk || chunk.rowCount === 0) return
    const [numbers = [], ...cells] = chunk.getColumns()
    const firstRow = next
    const rows = numbers.map((number, i) => {
      if (Number(number) !== next++)
        throw new Error(`Parquet rows came out of order: ${number} for ${next - 1}`)
      return readRow(fields, content, about, (index) => cells[index]?.[i] ?? null)
    })
    yield { firstRow, rows }
  }
}

type Column = { sql: string; read: (value: DuckDBValue) => string | null }

function readRow(
  fields: readonly string[],
  content: readonly Column[],
  { id, url, author, language }: Record<keyof About, Column | null>,
  cell: (index: number) => DuckDBValue,
): Row | BadRow {
  const values: string[] = []
  let size = 0
  for (const [i, { read }] of content.entries()) {
    const value = cell(i)
    const text = value === null ? '' : read(value)
    if (text === null) return bad(isBinary(value) ? 'invalid_utf8' : 'not_text', fields[i])
    values.push(text)
    size += text.length
  }
  // The limit is on the bytes of a record; a Parquet row has none, so it is held against the text that is read of it.
  if (size > MAX_RECORD_BYTES) return bad('too_large', `${size}`)
  let at = content.length
  const next = (column: Column | null) => {
    const value = column && cell(at++)
    return column && value !== null ? column.read(value) : null
  }
  return finishRow(values, { id: next(id), url: next(url), author: next(author), language: next(language) })
}

/** How a column's values become the text that the digest is made of (docs/item-digest.md). */
async function column(duck: DuckDBConnection, path: string, columns: Named[], name: string): Promise<Column> {
  const whole = columns.some((candidate) => candidate.name === name)
  const sql = whole ? identifier(name) : name.split('.').map(identifier).join('.')
  const type = (await describe(duck, path, sql))[0]?.type ?? ''
  const cast = `CAST(${sql} AS VARCHAR)`
  if (type === 'VARCHAR') return { sql, read: String }
  if (type === 'BLOB')
    return { sql, read: (value) => (isBinary(value) ? decodeUtf8(Buffer.from(value.bytes)) : null) }
  if (type === 'DOUBLE') return { sql, read: finite }
  if (type === 'FLOAT') return { sql: cast, read: (value) => finite(Number(value)) }
  if (type.startsWith('DECIMAL'))
    return {
      sql: cast,
      read: (value) =>
        String(value)
          .replace(/(\.\d*?)0+$/, '$1')
          .replace(/\.$/, ''),
    }
  if (/^(STRUCT|MAP|UNION|VARIANT|GEOMETRY)|\]$/.test(type))
    return { sql: `CASE WHEN ${sql} IS NOT NULL THEN true END`, read: () => null }
  return { sql: cast, read: String }
}

const finite = (value: DuckDBValue) => (Number.isFinite(value) ? String(value) : null)

const isBinary = (value: DuckDBValue): value is { bytes: Uint8Array } & DuckDBValue =>
  typeof value === 'object' && value !== null && 'bytes' in value

type Named = { name: string; type: string }

async function describe(duck: DuckDBConnection, path: string, sql: string): Promise<Named[]> {
  const reader = await refusing(() =>
    duck.runAndReadAll(`DESCRIBE SELECT ${sql} FROM read_parquet(${fileLiteral(path)})`),
  )
  return reader
    .getRowObjectsJson()
    .map((row) => ({ name: String(row.column_name), type: String(row.column_type) }))
}

/** DuckDB's complaints about a file are about the file: a refusal, not a fault. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw invalid(say('importing.file.parquet', { what: message.slice(0, 300) }))
  }
}
