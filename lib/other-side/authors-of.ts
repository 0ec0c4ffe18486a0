import 'server-only'
import type { DuckDBValue } from '@duckdb/node-api'
import { sql } from 'drizzle-orm'
import { type Db, transact, type Tx } from '@/db/client'
import { literal, openDuck } from '@/lib/datasets/duck'
import { indexTable, segmentPaths } from '@/lib/datasets/index-files'
import { newestRevision } from '@/lib/datasets/newest-revision'
import { canonicalAuthor } from '@/lib/suppression/canonical-author'
import { lockRequest } from '@/lib/takedowns/request-row'
import { decidedMatches } from '@/lib/takedowns/results'
import { addStrikes, rescindOf } from './strikes'

/**
 * Counts a strike against every author of what an upheld copyright request removed, and none any more against one who has everything
 * back. Run again it changes nothing.
 */
export async function strikeAuthors(on: Db, requestId: string): Promise<void> {
  const upheld = await transact((tx) => removedBy(tx, requestId), on)
  if (!upheld) return
  const authors = await authorsOf(on, upheld.datasetId, upheld.digests)
  // Taken back or put back meanwhile: nothing to count.
  await transact(async (tx) => {
    if (await removedBy(tx, requestId)) await addStrikes(tx, { id: requestId, ...upheld }, authors)
  }, on)
  const putBack = await transact((tx) => putBackOf(tx, requestId), on)
  if (putBack.length === 0) return
  const back = (await authorsOf(on, upheld.datasetId, putBack)).filter((author) => !authors.includes(author))
  await transact((tx) => rescindOf(tx, { id: requestId, ...upheld }, back), on)
}

/** Digests, in hex, of what was put back of it. */
async function putBackOf(tx: Tx, requestId: string): Promise<string[]> {
  const rows = await tx.execute<{ digest: string }>(sql`
    select distinct encode(d.digest, 'hex') as digest
    from takedown_reversal v join decision d on d.dataset_id = v.dataset_id and d.id = v.decision_id
    where v.request_id = ${requestId} and v.because = 'put_back' order by 1`)
  return rows.map(({ digest }) => digest)
}

async function removedBy(tx: Tx, requestId: string) {
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
