import 'server-only'
import type { DuckDBValue } from '@duckdb/node-api'
import { type Db, transact } from '@/db/client'
import { literal, openDuck } from '@/lib/datasets/duck'
import { indexTable, segmentPaths } from '@/lib/datasets/index-files'
import { newestRevision } from '@/lib/datasets/newest-revision'
import { canonicalAuthor } from '@/lib/suppression/canonical-author'
import { lockRequest } from '@/lib/takedowns/request-row'
import { decidedMatches } from '@/lib/takedowns/results'
import { addStrikes } from './strikes'

/** Counts a strike against every author of what an upheld copyright request removed. Run again it changes nothing. */
export async function strikeAuthors(on: Db, requestId: string): Promise<void> {
  const upheld = await transact((tx) => removedBy(tx, requestId), on)
  if (!upheld) return
  const authors = await authorsOf(on, upheld.datasetId, upheld.digests)
  // Taken back or put back meanwhile: nothing to count.
  await transact(async (tx) => {
    if (await removedBy(tx, requestId)) await addStrikes(tx, { id: requestId, ...upheld }, authors)
  }, on)
}

async function removedBy(tx: Parameters<Parameters<typeof transact>[0]>[0], requestId: string) {
  const { kind, status, datasetId } = await lockRequest(tx, requestId)
  if (kind !== 'copyright' || !['actioned', 'partially_actioned', 'closed'].includes(status)) return null
  const matches = await decidedMatches(tx, requestId)
  const removed = matches.filter(({ action }) => action !== null && action !== 'keep' && action !== 'label')
  const digests = [...new Set(removed.map(({ digest }) => digest.toString('hex')))]
  return digests.length > 0 ? { datasetId, digests } : null
}

/** In canonical spelling; rows of a dataset without authors have none. */
async function authorsOf(on: Db, datasetId: string, digests: readonly string[]): Promise<string[]> {
  const newest = await newestRevision(on, datasetId)
  if (!newest) return []
  using database = await openDuck()
  const index = indexTable(await segmentPaths(on, datasetId, newest.id))
  const result = await database.duck.runAndReadAll(
    `select distinct author from ${index} where author is not null and digest in (${digests.map((hex) => `unhex(${literal(hex)})`).join()})`,
  )
  const named = result.getRows().flatMap(([author]: DuckDBValue[]) => {
    const name = typeof author === 'string' ? canonicalAuthor(author) : null
    return name === null ? [] : [name]
  })
  return [...new Set(named)]
}
