import 'server-only'
import { type Db, transact, type Tx } from '@/db/client'
import type { SourceRow } from '@/lib/suppression/match'
import { indexHits, type KeyTarget } from '@/lib/takedowns/index-hits'
import { keysOf } from '@/lib/takedowns/keys-of'
import type { Target } from '@/lib/takedowns/parse-targets'
import { lockRequest } from '@/lib/takedowns/request-row'
import { targetsOf } from '@/lib/takedowns/results'
import { latestRevision } from '@/lib/takedowns/revision-rows'

/** Rows of the newest revision that a line of a list means, by its number in the list. */
export type ListedRows = (line: number) => readonly SourceRow[]

export const NO_ROWS: ListedRows = () => []

/** A line leads to its rows, and a rule that keeps out one of them keeps out what the line means: a few are enough. */
const ROWS_OF_A_LINE = 20

/**
 * The rows that a counter notice lists by place, text, id or address, from the index: a rule also keeps out rows that no case is about.
 * Outside any transaction, as every search is.
 */
export async function listedRows(on: Db, requestId: string): Promise<ListedRows> {
  const { datasetId, list } = await transact(async (tx) => {
    const request = await lockRequest(tx, requestId)
    return { datasetId: request.datasetId, list: await targetsOf(tx, requestId) }
  }, on)
  return rowsListed(on, datasetId, list)
}

/** The same of a list in hand. */
export async function rowsListed(
  on: Db | Tx,
  datasetId: string,
  list: readonly { target: Target }[],
): Promise<ListedRows> {
  const revision = await latestRevision(on, datasetId)
  if (!revision) return NO_ROWS
  const pointed = list.flatMap(({ target }, line) =>
    POINTS.has(target.kind) ? [{ id: String(line), target }] : [],
  )
  const keys: KeyTarget[] = await keysOf(on, datasetId, pointed)
  const found = new Map<string, SourceRow[]>(keys.map(({ id }) => [id, []]))
  let missing = found.size
  for await (const { place, author, targetIds } of indexHits(on, revision, keys)) {
    for (const id of targetIds) {
      const rows = found.get(id) ?? []
      if (rows.length < ROWS_OF_A_LINE && rows.push({ ...place, author }) === ROWS_OF_A_LINE) missing -= 1
    }
    if (missing === 0) break
  }
  return (line) => found.get(String(line)) ?? []
}

/** What points at rows. What names a place or an author says itself which rules it falls under; words are not looked for here. */
const POINTS: ReadonlySet<string> = new Set(['link', 'row', 'digest', 'source_id', 'url'])
