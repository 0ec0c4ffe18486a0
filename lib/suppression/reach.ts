import 'server-only'
import { DuckDBBlobValue, type DuckDBValue } from '@duckdb/node-api'
import type { Db, Tx } from '@/db/client'
import { literal, openDuck } from '@/lib/datasets/duck'
import { indexTable, segmentPaths } from '@/lib/datasets/index-files'
import { newestRevision } from '@/lib/datasets/newest-revision'
import { authorsLike, hostsLike } from './index-conditions'
import { identifiersOf } from './match'
import type { Source } from './sources'

export type Reach = {
  /** The newest complete revision, in which was counted. */
  revision: number
  /** Rows that come from each source, in the order that was asked for. */
  rows: number[]
}

/** How many rows of the newest revision a rule about each of these sources would leave out; null when there is no revision. */
export async function reachOf(
  on: Db | Tx,
  datasetId: string,
  sources: readonly Source[],
): Promise<Reach | null> {
  const newest = await newestRevision(on, datasetId)
  if (!newest) return null
  const rows = sources.map(() => 0)
  if (sources.length === 0) return { revision: newest.number, rows }
  const index = indexTable(await segmentPaths(on, datasetId, newest.id))
  using database = await openDuck()
  const result = await database.duck.stream(
    `SELECT digest, source_id, url, author FROM ${index} WHERE ${sources.map(candidates).join(' OR ')}`,
  )
  for (;;) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) return { revision: newest.number, rows }
    for (const row of chunk.getRows()) {
      const seen = rowOf(row)
      for (const [i, { kind, value }] of sources.entries())
        if (identifiersOf(seen, kind).includes(value)) rows[i] = (rows[i] ?? 0) + 1
    }
  }
}

/** SQL that lets through every row of a source, and few others: they are read again in their one spelling. */
function candidates({ kind, value }: Source): string {
  switch (kind) {
    case 'digest':
      return `digest = unhex(${literal(value)})`
    case 'source_id':
      return `source_id = ${literal(value.replaceAll('\0', ''))}`
    case 'author':
      return authorsLike([value])
    case 'url':
    case 'prefix':
    case 'domain':
    case 'host':
      return hostsLike([value.replace(/[/:?].*/s, '')])
  }
}

function rowOf([digest, sourceId, url, author]: DuckDBValue[]) {
  if (!(digest instanceof DuckDBBlobValue)) throw new TypeError('an index row without a digest')
  return { digest: digest.bytes, sourceId: text(sourceId), url: text(url), author: text(author) }
}

const text = (value: DuckDBValue | undefined) => (typeof value === 'string' ? value : null)
