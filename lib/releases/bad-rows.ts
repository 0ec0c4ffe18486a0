import 'server-only'
import type postgres from 'postgres'
import type { Frozen } from './frozen'

/** Numbers of a file's records that are no items, ascending. Throws if there are not as many as the import counted. */
export async function* badRows(
  sql: postgres.Sql,
  { datasetId, revisionId }: Frozen,
  { ordinal, path, bad }: Frozen['files'][number],
): AsyncGenerator<number> {
  let found = 0
  const rows = sql<{ row: string }[]>`
    select row from quarantine
    where dataset_id = ${datasetId} and revision_id = ${revisionId} and ordinal = ${ordinal} and kind = 'bad'
    order by row`.cursor(5_000)
  for await (const batch of rows) {
    for (const { row } of batch) {
      found += 1
      yield Number(row)
    }
  }
  if (found !== bad) throw new Error(`${path}: ${found} quarantined rows are listed, ${bad} were counted`)
}
