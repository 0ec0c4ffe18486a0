import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { dataset, revision, reviewCase, revisionFile } from '@/db/schema'
import { newestRevision } from '@/lib/datasets/newest-revision'
import { indexHits, type KeyTarget } from './index-hits'
import { type OwnLink, readOwnLink } from './own-link'
import type { Target } from './parse-targets'

type RowLink = Extract<OwnLink, { to: 'row' }>

/** Rows of one revision that links lead to, and the items that stand there. */
export type ItemsAt = (
  on: Db | Tx,
  revision: { datasetId: string; id: string },
  rows: readonly { id: string; file: string; row: number }[],
) => Promise<{ id: string; digest: Buffer }[]>

/**
 * The keys by which targets are looked for; words have none. A link of this instance becomes what it leads to: a row of an earlier revision
 * the item that stands there, because in a later one something else may stand in its place. One that leads nowhere, or into another
 * dataset, finds nothing.
 */
export async function keysOf(
  on: Db | Tx,
  datasetId: string,
  targets: readonly { id: string; target: Target }[],
  itemsAt: ItemsAt = inIndex,
): Promise<KeyTarget[]> {
  const keys: KeyTarget[] = []
  const rows: { id: string; link: RowLink }[] = []
  const slug = await slugOf(on, datasetId)
  for (const { id, target } of targets) {
    if (target.kind === 'quote' || target.kind === 'near') continue
    if (target.kind !== 'link') {
      keys.push({ id, target })
      continue
    }
    const link = readOwnLink(target.value)
    if (!link || link.slug !== slug) continue
    if (link.to === 'item') keys.push({ id, target: { kind: 'digest', value: link.digest } })
    else if (link.to === 'case') keys.push(...(await keyOfCase(on, datasetId, { id, caseId: link.caseId })))
    else rows.push({ id, link })
  }
  return rows.length === 0 ? keys : [...keys, ...(await keysOfRows(on, datasetId, rows, itemsAt))]
}

/** The items that an address of this instance names by their text or place, which anybody may ask about. */
export async function itemsOfLink(
  on: Db | Tx,
  datasetId: string,
  link: Exclude<OwnLink, { to: 'case' }>,
): Promise<Buffer[]> {
  if (link.to === 'item') return [Buffer.from(link.digest, 'hex')]
  const asked = [{ id: 'asked', file: link.file, row: link.row }]
  const found = await inRevision(on, datasetId, { number: link.revision, asked, itemsAt: inIndex })
  return found.map(({ digest }) => digest)
}

async function keyOfCase(
  on: Db | Tx,
  datasetId: string,
  { id, caseId }: { id: string; caseId: string },
): Promise<KeyTarget[]> {
  const [found] = await on
    .select({ digest: reviewCase.digest })
    .from(reviewCase)
    .where(and(eq(reviewCase.datasetId, datasetId), eq(reviewCase.id, caseId)))
  return found ? [{ id, target: { kind: 'digest', value: found.digest.toString('hex') } }] : []
}

async function keysOfRows(
  on: Db | Tx,
  datasetId: string,
  rows: readonly { id: string; link: RowLink }[],
  itemsAt: ItemsAt,
): Promise<KeyTarget[]> {
  const newest = await newestRevision(on, datasetId)
  const keys: KeyTarget[] = []
  for (const number of new Set(rows.map(({ link }) => link.revision))) {
    const asked = rows.flatMap(({ id, link: { revision: of, file, row } }) =>
      of === number ? [{ id, file, row }] : [],
    )
    if (number === newest?.number)
      keys.push(...asked.map(({ id, file, row }) => ({ id, target: { kind: 'row' as const, file, row } })))
    else
      for (const { id, digest } of await inRevision(on, datasetId, { number, asked, itemsAt }))
        keys.push({ id, target: { kind: 'digest', value: digest.toString('hex') } })
  }
  return keys
}

async function inRevision(
  on: Db | Tx,
  datasetId: string,
  { number, asked, itemsAt }: { number: number; asked: Parameters<ItemsAt>[2]; itemsAt: ItemsAt },
): Promise<{ id: string; digest: Buffer }[]> {
  const [of] = await on
    .select({ id: revision.id })
    .from(revision)
    .where(
      and(eq(revision.datasetId, datasetId), eq(revision.number, number), eq(revision.state, 'complete')),
    )
  return of ? itemsAt(on, { datasetId, id: of.id }, asked) : []
}

/** By the index of that revision, in one pass. */
const inIndex: ItemsAt = async (on, { datasetId, id: revisionId }, rows) => {
  const files = await on
    .select({ ordinal: revisionFile.ordinal, path: revisionFile.path })
    .from(revisionFile)
    .where(and(eq(revisionFile.datasetId, datasetId), eq(revisionFile.revisionId, revisionId)))
  const keys = rows.map(({ id, file, row }) => ({ id, target: { kind: 'row' as const, file, row } }))
  const found: { id: string; digest: Buffer }[] = []
  for await (const { place, targetIds } of indexHits(on, { datasetId, id: revisionId, files }, keys))
    for (const id of targetIds) found.push({ id, digest: place.digest })
  return found
}

async function slugOf(on: Db | Tx, datasetId: string): Promise<string | undefined> {
  const [of] = await on.select({ slug: dataset.slug }).from(dataset).where(eq(dataset.id, datasetId))
  return of?.slug
}
