import 'server-only'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'

export type Duck = { duck: DuckDBConnection; [Symbol.dispose](): void }

/**
 * Opens an in-memory DuckDB of its own: bounded memory, spilling to a folder of its own, no extensions from outside. The names of the
 * files it spills to are the same in every database: two in one folder write over each other, and read what the other wrote.
 *
 * @param options.ordered one thread: a streamed result comes in the order of the file
 * @param options.memoryMib what it may use before it spills; the process takes about half as much again
 */
export async function openDuck(options: { ordered?: boolean; memoryMib?: number } = {}): Promise<Duck> {
  const spill = mkdtempSync(path.join(tmpdir(), 'winnow-duckdb-'))
  const close = () => rmSync(spill, { recursive: true, force: true })
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      threads: options.ordered ? '1' : '2',
      memory_limit: `${options.memoryMib ?? 512}MiB`,
      temp_directory: spill,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    })
    const duck = await instance.connect()
    return {
      duck,
      [Symbol.dispose]() {
        duck.closeSync()
        instance.closeSync()
        close()
      },
    }
  } catch (error) {
    close()
    throw error
  }
}

/** A string literal. */
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** A quoted identifier. */
export const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`

/** A file name for `read_parquet`, which would take `*`, `?` and `[` as patterns. */
export const fileLiteral = (path: string) => literal(path.replaceAll(/[*?[]/g, '[$&]'))
