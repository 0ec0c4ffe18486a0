import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { importChunk } from '@/db/schema'
import { blobPath } from '@/lib/blobs/store'
import { fileLiteral } from './duck'

/** The index segments of a revision (see `writeSegment`), in file and row order: paths in the blob store. */
export async function segmentPaths(on: Db | Tx, datasetId: string, revisionId: string): Promise<string[]> {
  const chunks = await on
    .select({ segment: importChunk.segment })
    .from(importChunk)
    .where(and(eq(importChunk.datasetId, datasetId), eq(importChunk.revisionId, revisionId)))
    .orderBy(asc(importChunk.ordinal), asc(importChunk.chunk))
  return chunks.map(({ segment }) => blobPath(segment))
}

/** The index of a revision as a table for DuckDB: one row per item. */
export function indexTable(paths: readonly string[]): string {
  return paths.length > 0 ? `read_parquet([${paths.map(fileLiteral).join(', ')}])` : EMPTY
}

const EMPTY =
  "(SELECT 0::INTEGER AS ordinal, 0::BIGINT AS row, 0::BIGINT AS \"offset\", 0::BIGINT AS length, ''::BLOB AS digest, '' AS source_id, '' AS url, '' AS author WHERE false)"
