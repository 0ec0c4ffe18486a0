import 'server-only'
import { and, eq, ne, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { category, dataset, erasure, flag, item, release, revision, takedownRequest } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { itemSubject } from '@/lib/crypto/subject'
import { conflict, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { erasePersonalData } from '@/lib/takedowns/erase'
import { lockRequest } from '@/lib/takedowns/request-row'
import { isClosed } from '@/lib/takedowns/status'
import type { EraseInput } from './input'
import type { Basis } from './labels'
import { recordErasure, shred } from './record'

export type BegunErasure = {
  erasureId: string
  datasetId: string
  /** It was asked for before, and is finished instead of begun again. */
  resumed: boolean
}

/**
 * Erases: in the caller's transaction all that Postgres holds of the subject and its key, so that from the commit on nobody
 * opens it; the stored files follow by the job (finish.ts). Erased before, nothing more happens.
 *
 * Refused while a release is being made, whose files would be of neither world, and while a revision is being imported.
 */
export async function beginErasure(tx: Tx, actor: Actor, input: EraseInput): Promise<BegunErasure> {
  authorize(actor, 'content.erase', { visible: false, what: 'page' })
  const datasetId = await lockDatasetNamed(tx, input.dataset)
  return input.what === 'item'
    ? beginItem(tx, actor, { datasetId, digest: Buffer.from(input.digest, 'hex'), basis: input.basis })
    : beginRequest(tx, actor, { datasetId, name: input.request, basis: input.basis })
}

async function beginItem(
  tx: Tx,
  actor: Actor,
  { datasetId, digest, basis }: { datasetId: string; digest: Buffer; basis: Basis },
): Promise<BegunErasure> {
  const [before] = await tx
    .select({ id: erasure.id })
    .from(erasure)
    .where(and(eq(erasure.datasetId, datasetId), eq(erasure.digest, digest), ne(erasure.state, 'done')))
  if (before) return { erasureId: before.id, datasetId, resumed: true }
  await refuseUnderWay(tx, datasetId)
  const restricted = await isRestricted(tx, datasetId, digest)
  const { content, places } = await removeContent(tx, datasetId, digest)
  const subject = itemSubject(datasetId, digest)
  const { openings, entryIds } = await shred(tx, actor, subject, { basis, restricted })
  const erasureId = await recordErasure(tx, actor, subject, {
    datasetId,
    basis,
    restricted,
    counts: { content, openings, places },
    entryId: entryIds[0] ?? null,
  })
  return { erasureId, datasetId, resumed: false }
}

/** The rows alone: also of a backup that is older than the erasure. The item stays, without text, so that an import does not bring it back. */
export async function removeContent(
  tx: Tx,
  datasetId: string,
  digest: Buffer,
): Promise<{ content: number; places: number }> {
  await tx.insert(item).values({ datasetId, digest }).onConflictDoNothing()
  const content = await tx.execute(sql`
    delete from item_content where dataset_id = ${datasetId} and digest = ${digest} returning 1`)
  const places = await tx.execute(sql`
    update occurrence set source_id = null, url = null
    where dataset_id = ${datasetId} and digest = ${digest} and (source_id is not null or url is not null)
    returning 1`)
  return { content: content.length, places: places.length }
}

async function beginRequest(
  tx: Tx,
  actor: Actor,
  { datasetId, name, basis }: { datasetId: string; name: string; basis: Basis },
): Promise<BegunErasure> {
  const [found] = await tx
    .select({ id: takedownRequest.id })
    .from(takedownRequest)
    .where(and(eq(takedownRequest.datasetId, datasetId), isNamed(name)))
  if (!found) throw notFound('reference')
  const request = await lockRequest(tx, found.id)
  if (!isClosed(request.status)) throw conflict(say('erasures.errors.openRequest'))
  const [before] = await tx
    .select({ id: erasure.id })
    .from(erasure)
    .where(and(eq(erasure.datasetId, datasetId), eq(erasure.requestId, request.id)))
  const erasureId = await erasePersonalData(tx, actor, request, basis)
  return { erasureId, datasetId, resumed: before !== undefined }
}

/** By its number as people have it, or by its id. */
export const isNamed = (name: string) =>
  sql`(${takedownRequest.reference} = ${name.toUpperCase()} or ${takedownRequest.id}::text = ${name.toLowerCase()})`

/** As publishing locks it: an erasure and a release meet here. */
async function lockDatasetNamed(tx: Tx, slug: string): Promise<string> {
  const [found] = await tx
    .select({ id: dataset.id })
    .from(dataset)
    .where(eq(dataset.slug, slug))
    .for('update')
  if (!found) throw notFound('dataset')
  return found.id
}

/** The caller has locked the dataset. */
export async function refuseUnderWay(tx: Tx, datasetId: string): Promise<void> {
  const [staged] = await tx
    .select({ version: release.version })
    .from(release)
    .where(and(eq(release.datasetId, datasetId), eq(release.state, 'staged')))
  if (staged) throw conflict(say('erasures.errors.release', { version: staged.version }))
  const [importing] = await tx
    .select({ number: revision.number })
    .from(revision)
    .where(and(eq(revision.datasetId, datasetId), eq(revision.state, 'importing')))
  if (importing) throw conflict(say('erasures.errors.revision', { number: String(importing.number) }))
}

async function isRestricted(tx: Tx, datasetId: string, digest: Buffer): Promise<boolean> {
  const [found] = await tx
    .select({ id: flag.id })
    .from(flag)
    .innerJoin(category, eq(category.id, flag.category))
    .where(and(eq(flag.datasetId, datasetId), eq(flag.digest, digest), eq(category.restricted, 1)))
    .limit(1)
  return found !== undefined
}
