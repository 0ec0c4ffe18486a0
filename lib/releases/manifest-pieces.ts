import 'server-only'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { draftPath } from '@/lib/blobs/store'
import { literal } from '@/lib/datasets/duck'
import { indexTable } from '@/lib/datasets/index-files'
import { csvLine } from '@/lib/release-format/csv-list'
import { manifest } from '@/lib/release-format/lists'
import { FATE } from './fates'

/** Segments (of 50,000 rows) in one statement: sorted in memory, and large enough that starting a statement costs nothing. */
const TOGETHER = 10

export type ManifestFile = { ordinal: number; path: string; segments: readonly string[] }

/**
 * The manifest as bytes. DuckDB writes the lines from the index, one statement for some hundred thousand rows, which is faster than
 * its own CSV writer over all rows sorted at once and takes the same memory for any number of rows.
 *
 * @param onWritten told how many lines a file got
 */
export async function* manifestPieces(
  duck: DuckDBConnection,
  files: readonly ManifestFile[],
  onWritten: (path: string, lines: number) => void,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(manifest.head)
  for (const { ordinal, path, segments } of files) {
    let lines = 0
    for (let from = 0; from < segments.length; from += TOGETHER) {
      const part = await draftPath()
      try {
        lines += await writeLines(
          duck,
          { ordinal, path, segments: segments.slice(from, from + TOGETHER) },
          part,
        )
        yield* createReadStream(part, { highWaterMark: 1024 * 1024 })
      } finally {
        await rm(part, { force: true })
      }
    }
    onWritten(path, lines)
  }
}

/** Lines are finished text: without quote and escape DuckDB's writer copies them as they are. */
async function writeLines(
  duck: DuckDBConnection,
  { ordinal, path, segments }: ManifestFile,
  part: string,
): Promise<number> {
  const file = literal(csvLine([path]).slice(0, -1))
  const reader = await duck.runAndReadAll(
    `COPY (
       SELECT ${file} || ',' || i."row" || ',' || CASE WHEN f.fate = ${FATE.redacted} THEN ','
         ELSE ${csvText('i.source_id')} || ',' || lower(hex(i.digest)) END
       FROM ${indexTable(segments)} i
       LEFT JOIN (SELECT "row", fate FROM fate WHERE ordinal = ${ordinal}) f ON f."row" = i."row"
       WHERE f.fate IS DISTINCT FROM ${FATE.leftOut}
       ORDER BY i."row"
     ) TO ${literal(part)} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '')`,
  )
  return Number(reader.getRows()[0]?.[0] ?? 0)
}

/** The same quoting as `csvLine`, in SQL. */
const csvText = (column: string) =>
  `CASE WHEN ${['"', ',', '\n', '\r'].map((char) => `contains(${column}, chr(${char.charCodeAt(0)}))`).join(' OR ')}
     THEN '"' || replace(${column}, '"', '""') || '"' ELSE coalesce(${column}, '') END`
