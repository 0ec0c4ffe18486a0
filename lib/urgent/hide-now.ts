import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { occurrence, revisionFile } from '@/db/schema'
import { itemsAmong } from '@/lib/datasets/items-among'
import { newestRevision } from '@/lib/datasets/newest-revision'
import type { Hit } from '@/lib/takedowns/found'
import { type ItemsAt, keysOf } from '@/lib/takedowns/keys-of'
import { openTaken } from '@/lib/takedowns/match'
import type { LockedRequest } from '@/lib/takedowns/request-row'
import { targetsOf } from '@/lib/takedowns/results'
import { isBeyondUnseen } from '@/lib/takedowns/unseen'

/**
 * Takes out of everybody's sight what a report names, as far as somebody can have it on a screen now: items that are rows here, by
 * link, digest or row. In the transaction of the report, so that nothing has to run first. What only files hold nobody sees; the job
 * that looks for the rest finds it. More than may be hidden unseen is left to that job too, which keeps it for an officer. `reading`: the
 * revision that is just read in, whose items come before it is complete.
 */
export async function hideNow(tx: Tx, request: LockedRequest, reading?: string): Promise<void> {
  const revisionId = reading ?? (await newestRevision(tx, request.datasetId))?.id
  if (!revisionId) return
  await hideHits(tx, request, revisionId, await knownHits(tx, request, revisionId))
}

/** The same of items that were found for a target of it, in a revision that is complete: by its address or its id, which only an index finds. */
export async function hideFound(
  tx: Tx,
  request: LockedRequest,
  revisionId: string,
  { targetId, digests }: { targetId: string; digests: Iterable<string> },
): Promise<void> {
  const named = [...digests].map((value) => Buffer.from(value, 'hex'))
  const items = await itemsAmong(tx, request.datasetId, named)
  await hideHits(
    tx,
    request,
    revisionId,
    items.map((digest) => ({ targetId, digest, spans: [] })),
  )
}

async function hideHits(tx: Tx, request: LockedRequest, revisionId: string, hits: Hit[]): Promise<void> {
  const items = new Set(hits.map(({ digest }) => digest.toString('hex'))).size
  if (items === 0 || (await isBeyondUnseen(tx, request.id, items))) return
  await openTaken(tx, request, { revisionId, fields: [], hits, fresh: [], places: [] })
}

async function knownHits(tx: Tx, { id, datasetId }: LockedRequest, revisionId: string): Promise<Hit[]> {
  const hits: Hit[] = []
  for (const { id: targetId, target } of await keysOf(tx, datasetId, await targetsOf(tx, id), inPostgres)) {
    const digests =
      target.kind === 'digest'
        ? await itemsAmong(tx, datasetId, [Buffer.from(target.value, 'hex')])
        : target.kind === 'row'
          ? await itemAt(tx, datasetId, revisionId, target)
          : []
    hits.push(...digests.map((digest) => ({ targetId, digest, spans: [] })))
  }
  return hits
}

/** What stood in a row of an earlier revision, as far as somebody can have it on a screen. */
const inPostgres: ItemsAt = async (on, { datasetId, id: revisionId }, rows) => {
  const found: { id: string; digest: Buffer }[] = []
  for (const { id, file, row } of rows)
    for (const digest of await itemAt(on, datasetId, revisionId, { file, row })) found.push({ id, digest })
  return found
}

/** The file is named as everywhere: whole, by its end, or not at all when there is only one. */
async function itemAt(
  tx: Db | Tx,
  datasetId: string,
  revisionId: string,
  { file, row }: { file: string | null; row: number },
): Promise<Buffer[]> {
  const files = await tx
    .select({ ordinal: revisionFile.ordinal })
    .from(revisionFile)
    .where(
      and(
        eq(revisionFile.datasetId, datasetId),
        eq(revisionFile.revisionId, revisionId),
        file === null
          ? undefined
          : sql`(${revisionFile.path} = ${file} or right(${revisionFile.path}, ${file.length + 1}) = ${`/${file}`})`,
      ),
    )
  const [only, ...more] = files
  if (!only || more.length > 0) return []
  const rows = await tx
    .select({ digest: occurrence.digest })
    .from(occurrence)
    .where(
      and(
        eq(occurrence.datasetId, datasetId),
        eq(occurrence.revisionId, revisionId),
        eq(occurrence.ordinal, only.ordinal),
        eq(occurrence.row, row),
      ),
    )
  return rows.map(({ digest }) => digest)
}
