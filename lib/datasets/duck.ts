import 'server-only'
import { tmpdir } from 'node:os'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'

export type Duck = { duck: DuckDBConnection; [Symbol.dispose](): void }

/**
 * Opens an in-memory DuckDB of its own: bounded memory, spilling to the temporary folder, no extensions from outside.
 *
 * @param options.ordered one thread: a streamed result comes in the order of the file
 * @param options.memoryMib what it may use before it spills; the process takes about half as much again
 */
export async function openDuck(options: { ordered?: boolean; memoryMib?: number } = {}): Promise<Duck> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: options.ordered ? '1' : '2',
    memory_limit: `${options.memoryMib ?? 512}MiB`,
    temp_directory: tmpdir(),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const duck = await instance.connect()
  return {
    duck,
    [Symbol.dispose]() {
      duck.closeSync()
      instance.closeSync()
    },
  }
}

/** A string literal. */
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** A quoted identifier. */
export const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`

/** A file name for `read_parquet`, which would take `*`, `?` and `[` as patterns. */
export const fileLiteral = (path: string) => literal(path.replaceAll(/[*?[]/g, '[$&]'))
