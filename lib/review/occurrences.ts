import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'

/** A row in which an item stands. */
export type Occurrence = {
  revisionId: string
  revision: number
  ordinal: number
  file: string
  row: number
  sourceId: string | null
  url: string | null
}

/** "Thanks!" occurs ten thousand times: this many are listed, and counted up to one hundred times as many. */
export const MOST_LISTED = 10

export async function occurrencesOf(datasetId: string, digest: Buffer): Promise<Occurrence[]> {
  const rows = await db().execute<Occurrence>(sql`
    select o.revision_id as "revisionId", r.number as revision, o.ordinal, f.path as file, o.row::float8 as row,
           o.source_id as "sourceId", o.url
    from occurrence o
    join revision r on r.dataset_id = o.dataset_id and r.id = o.revision_id
    join revision_file f on f.dataset_id = o.dataset_id and f.revision_id = o.revision_id and f.ordinal = o.ordinal
    where o.dataset_id = ${datasetId} and o.digest = ${digest}
    order by r.number desc, o.ordinal, o.row
    limit ${MOST_LISTED * 100}`)
  return [...rows]
}
