import 'server-only'
import {
  BIGINT,
  BLOB,
  DuckDBBlobValue,
  DuckDBDataChunk,
  INTEGER,
  UTINYINT,
  type DuckDBConnection,
} from '@duckdb/node-api'
import { indexTable } from '@/lib/datasets/index-files'
import type { EffectiveSet } from './effective-set'

/** DuckDB's vector size: what one data chunk holds. */
const VECTOR = 2048

/** What the manifest does with a row that is not untouched. */
export const FATE = { leftOut: 0, redacted: 1 } as const
export type Fate = { ordinal: number; row: number; fate: (typeof FATE)[keyof typeof FATE] }

/** A table of its own with one column of digests, in hex here, to join the index with. */
export async function loadDigests(
  duck: DuckDBConnection,
  table: string,
  digests: Iterable<string>,
): Promise<void> {
  await duck.run(`CREATE TEMP TABLE ${table} (digest BLOB)`)
  const rows = Array.from(digests, (hex) => [new DuckDBBlobValue(Buffer.from(hex, 'hex'))])
  await appendRows(duck, table, [BLOB], rows)
}

/** Puts the keys of the effective set where DuckDB can join them with the index. */
export async function loadEffects(
  duck: DuckDBConnection,
  effects: EffectiveSet,
  ordinals: readonly number[],
): Promise<void> {
  await duck.run('CREATE TEMP TABLE effect_row (ordinal INTEGER, "row" BIGINT)')
  await duck.run('CREATE TEMP TABLE fate (ordinal INTEGER, "row" BIGINT, fate UTINYINT)')
  await loadDigests(duck, 'effect_digest', effects.digests())
  const rows = ordinals.flatMap((ordinal) => effects.rowsOf(ordinal).map((row) => [ordinal, BigInt(row)]))
  await appendRows(duck, 'effect_row', [INTEGER, BIGINT], rows)
}

export function recordFates(duck: DuckDBConnection, fates: readonly Fate[]): Promise<void> {
  return appendRows(
    duck,
    'fate',
    [INTEGER, BIGINT, UTINYINT],
    fates.map(({ ordinal, row, fate }) => [ordinal, BigInt(row), fate]),
  )
}

export type IndexedRow = { row: number; digest: string }

/**
 * Rows of one base file that some effect is about, in row order. Nothing else may run on the connection meanwhile: DuckDB ends a
 * streamed result, without an error, when another statement begins. So they are counted first and have to be as many.
 */
export async function* affectedRows(
  duck: DuckDBConnection,
  ordinal: number,
  segments: readonly string[],
): AsyncGenerator<IndexedRow[]> {
  const affected = `FROM ${indexTable(segments)}
    WHERE digest IN (SELECT digest FROM effect_digest) OR "row" IN (SELECT "row" FROM effect_row WHERE ordinal = ${ordinal})`
  const counted = await duck.runAndReadAll(`SELECT count(*)::DOUBLE ${affected}`)
  const expected = Number(counted.getRows()[0]?.[0])
  const result = await duck.stream(`SELECT "row", digest ${affected} ORDER BY "row"`)
  let found = 0
  for (;;) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) break
    found += chunk.rowCount
    yield chunk.getRows().map(([row, digest]) => {
      if (!(digest instanceof DuckDBBlobValue)) throw new TypeError('an index row without a digest')
      return { row: Number(row), digest: Buffer.from(digest.bytes).toString('hex') }
    })
  }
  if (found !== expected)
    throw new Error(`${found} of ${expected} affected rows of file ${ordinal} were read`)
}

type Value = DuckDBBlobValue | bigint | number
type ColumnType = typeof BLOB | typeof BIGINT | typeof INTEGER | typeof UTINYINT

async function appendRows(
  duck: DuckDBConnection,
  table: string,
  types: readonly ColumnType[],
  rows: readonly (readonly Value[])[],
): Promise<void> {
  const appender = await duck.createAppender(table)
  for (let from = 0; from < rows.length; from += VECTOR) {
    const slice = rows.slice(from, from + VECTOR)
    const chunk = DuckDBDataChunk.create(types, slice.length)
    chunk.setRows(slice.map((row) => [...row]))
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}
