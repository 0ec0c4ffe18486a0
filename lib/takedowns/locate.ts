import 'server-only'
import type { Db } from '@/db/client'
import { itemsAmong } from '@/lib/datasets/items-among'
import { contentFields } from '@/lib/datasets/read/fields'
import { Count } from './count'
import { Found, type InHand, type Limits, LIMITS, type Located } from './found'
import { indexHits, type KeyTarget } from './index-hits'
import { keysOf } from './keys-of'
import type { Target } from './parse-targets'
import { contentAt, latestRevision, type SearchedRevision } from './revision-rows'
import { type ScannedHit, scannedHits } from './scanned'

type Asked = { id: string; target: Target }

/** What a request names, and what of it is looked for now; the rest was found before and is only counted. */
export type Search = {
  requestId: string
  datasetId: string
  targets: readonly Asked[]
  pending: ReadonlySet<string>
  /** What was found before has its cases: it is passed over, and what comes behind it is found. */
  onwards?: boolean
  /** What is found is only written down, for a person who answers: nothing is made of its content. */
  toAnswer?: boolean
}

/**
 * Finds what the targets name in the latest revision: keys in its index; words were looked for in its files before (scan.ts). Counts the rows of
 * all of them. Outside any transaction: tens of millions of rows take seconds. Null when there is nothing to look in.
 */
export async function locate(on: Db, search: Search, limits: Limits = LIMITS): Promise<Located | null> {
  const { datasetId, targets } = search
  const revision = await latestRevision(on, datasetId)
  if (!revision) return null
  const scanned = await scannedHits(on, search.requestId)
  const found = new Found(targets, limits, search.onwards ? inHandOf(scanned) : undefined)
  const count = new Count(revision, scanned)
  const keys = await keysOf(on, datasetId, targets)
  await addHits(on, revision, keys, { found, count, search })
  await rowsForLonelyNumbers(on, revision, keys, { found, count, search })
  await itemsOfEarlierRevisions(on, search, keys, { found, count })
  for (const hit of scanned)
    if (isFresh(search, hit, revision)) found.add(hit.targetId, hit.place, undefined, hit.spans)
  const known = await knownItems(on, datasetId, found.digests())
  if (!search.toAnswer) await readContents(revision, found, known)
  const fields = contentFields(revision.plan)
  const [result, reach] = [found.result(known), count.result()]
  const broad = [...new Set([...result.broad, ...count.broad])].filter((id) => search.pending.has(id))
  return { revisionId: revision.id, fields, ...result, broad, reach }
}

/**
 * Words that are there in so many letters are the target; what is only like a text waits for a person's look, and what a person found not to
 * belong stays out, however often it is looked for.
 */
const isFresh = (
  { pending }: Search,
  { targetId, tier, state, revisionId }: ScannedHit,
  { id }: SearchedRevision,
) => pending.has(targetId) && tier === 'exact' && state !== 'dropped' && revisionId === id

function inHandOf(scanned: readonly ScannedHit[]): InHand {
  const inHand = new Map<string, Set<string>>()
  for (const { targetId, state, place } of scanned)
    if (state === 'taken')
      inHand.set(targetId, (inHand.get(targetId) ?? new Set()).add(place.digest.toString('hex')))
  return inHand
}

type Into = { found: Found; count: Count; search: Search }

async function addHits(
  on: Db,
  revision: SearchedRevision,
  keys: readonly KeyTarget[],
  { found, count, search }: Into,
): Promise<void> {
  for await (const { targetIds, place } of indexHits(on, revision, keys)) {
    const meant = count.add(place, targetIds)
    for (const id of meant) if (search.pending.has(id)) found.add(id, place)
  }
}

/** A bare number is a source id first; where no row has that id, it is the number of a row. */
async function rowsForLonelyNumbers(
  on: Db,
  revision: SearchedRevision,
  keys: readonly KeyTarget[],
  into: Into,
): Promise<void> {
  const numbers = keys.flatMap(({ id, target }): KeyTarget[] =>
    target.kind === 'source_id' && /^\d{1,15}$/.test(target.value) && !into.count.has(id)
      ? [{ id, target: { kind: 'row', file: null, row: Number(target.value) } }]
      : [],
  )
  await addHits(on, revision, numbers, into)
}

/** What reviewers still see although the newest revision has lost it, a request still reaches. */
async function itemsOfEarlierRevisions(
  on: Db,
  { datasetId, pending }: Search,
  keys: readonly KeyTarget[],
  { found, count }: Omit<Into, 'search'>,
): Promise<void> {
  const lost = keys.flatMap(({ id, target }) =>
    target.kind === 'digest' && pending.has(id) && !count.has(id)
      ? [{ id, digest: Buffer.from(target.value, 'hex') }].filter(
          ({ digest }) => !count.isDropped(id, digest),
        )
      : [],
  )
  const known = await knownItems(
    on,
    datasetId,
    lost.map(({ digest }) => digest),
  )
  for (const { id, digest } of lost) if (known.has(digest.toString('hex'))) found.addKnown(id, digest)
}

async function knownItems(on: Db, datasetId: string, digests: readonly Buffer[]): Promise<Set<string>> {
  const items = await itemsAmong(on, datasetId, digests)
  return new Set(items.map((digest) => digest.toString('hex')))
}

/** Items that become rows in Postgres bring their content. */
async function readContents(
  revision: SearchedRevision,
  found: Found,
  known: ReadonlySet<string>,
): Promise<void> {
  for (const file of revision.files) {
    const missing = found.placesWithoutContent(file.ordinal, known)
    if (missing.length === 0) continue
    const values = await contentAt(revision, file, missing)
    for (const place of missing) found.content(place, values.get(place.row))
  }
}
