import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { identifier, literal } from '@/lib/datasets/duck'
import type { COPIED_LISTS } from '@/lib/release-format/conveniences'

type CopiedList = (typeof COPIED_LISTS)[number]

/**
 * Writes a list as Parquet: the same rows in the same order, so that a row group holds one stretch of one file and a reader can pass
 * over the others. With one thread, one version of DuckDB writes the same bytes each time; another may not.
 *
 * @param source the list as text, canonical
 * @returns rows written
 */
export async function writeParquetList(
  duck: DuckDBConnection,
  list: CopiedList,
  source: string,
  target: string,
): Promise<number> {
  const reader = await duck.runAndReadAll(
    `COPY (SELECT ${list.columns.map(({ name }) => identifier(name)).join(', ')} FROM ${tableOf(list, source)})
     TO ${literal(target)} (FORMAT parquet, COMPRESSION zstd)`,
  )
  return Number(reader.getRows()[0]?.[0] ?? 0)
}

function tableOf({ path, columns }: CopiedList, source: string): string {
  const types = columns.map(({ name, type }) => `${literal(name)}: '${type}'`).join(', ')
  if (path.endsWith('.jsonl'))
    return `read_json(${literal(source)}, format = 'newline_delimited', columns = {${types}})`
  // Nothing is guessed: an id may look like a date, a quote or a whole file of lines.
  return `read_csv(${literal(source)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
    nullstr = '', strict_mode = true, parallel = false, columns = {${types}})`
}
