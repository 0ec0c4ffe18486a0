import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { item, reviewCase } from '@/db/schema'
import type { SpanRow } from '@/db/schema/flags'
import { contentFields } from '@/lib/datasets/read/fields'
import { occurrencesOf } from '@/lib/review/item-fields'
import { Found, LIMITS, type Located } from './found'
import { indexHits, type KeyTarget } from './index-hits'
import type { Target } from './parse-targets'
import { type Passage, passage } from './passages'
import { contentAt, latestRevision, rowsOfFile, type SearchedRevision } from './revision-rows'

type Asked = { id: string; target: Target }

/**
 * Finds what the targets name in the latest revision: keys in the index, quotations by reading the base files once. Outside
 * any transaction: it can take as long as an import of the revision takes to read. Null when there is nothing to look in.
 */
export async function locate(
  on: Db,
  datasetId: string,
  targets: readonly Asked[],
  limits = LIMITS,
): Promise<Located | null> {
  const revision = await latestRevision(on, datasetId)
  if (!revision) return null
  const found = new Found(targets, limits)
  const keys = await keysOf(on, datasetId, targets)
  await addHits(on, revision, keys, found)
  await rowsForLonelyNumbers(on, revision, keys, found)
  await itemsOfEarlierRevisions(on, datasetId, keys, found)
  const known = await knownItems(on, datasetId, found.digests())
  await readFiles(revision, targets, found, known)
  return { revisionId: revision.id, fields: contentFields(revision.plan), ...found.result(known) }
}

/** Links of this instance become the digests they lead to. One that leads nowhere, or into another dataset, finds nothing. */
async function keysOf(on: Db, datasetId: string, targets: readonly Asked[]): Promise<KeyTarget[]> {
  const keys: KeyTarget[] = []
  for (const { id, target } of targets) {
    if (target.kind === 'quote') continue
    if (target.kind !== 'link') keys.push({ id, target })
    else for (const key of await keyOfLink(on, datasetId, target.value)) keys.push({ id, target: key })
  }
  return keys
}

async function keyOfLink(on: Db, datasetId: string, link: string): Promise<KeyTarget['target'][]> {
  const url = new URL(link, 'https://winnow.invalid')
  const digest = /\/items\/([0-9a-f]{64})/.exec(url.pathname)?.[1]
  if (digest) return [{ kind: 'digest', value: digest }]
  const [file, row] = [url.searchParams.get('file'), url.searchParams.get('row')]
  if (file !== null && row !== null) return [{ kind: 'row', file, row: Number(row) }]
  const caseId = /^\/triage\/[^/]+\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/.exec(
    url.pathname,
  )?.[1]
  if (!caseId) return []
  const [found] = await on
    .select({ digest: reviewCase.digest })
    .from(reviewCase)
    .where(and(eq(reviewCase.datasetId, datasetId), eq(reviewCase.id, caseId)))
  return found ? [{ kind: 'digest', value: found.digest.toString('hex') }] : []
}

async function addHits(
  on: Db,
  revision: SearchedRevision,
  keys: readonly KeyTarget[],
  found: Found,
): Promise<void> {
  for await (const { targetId, place } of indexHits(on, revision, keys)) {
    found.add(targetId, place)
  }
}

/** A bare number is a source id first; where no row has that id, it is the number of a row. */
async function rowsForLonelyNumbers(
  on: Db,
  revision: SearchedRevision,
  keys: readonly KeyTarget[],
  found: Found,
): Promise<void> {
  const numbers = keys.flatMap(({ id, target }): KeyTarget[] =>
    target.kind === 'source_id' && /^\d{1,15}$/.test(target.value) && !found.has(id)
      ? [{ id, target: { kind: 'row', file: null, row: Number(target.value) } }]
      : [],
  )
  await addHits(on, revision, numbers, found)
}

/** What reviewers still see although the newest revision has lost it, a request still reaches. */
async function itemsOfEarlierRevisions(
  on: Db,
  datasetId: string,
  keys: readonly KeyTarget[],
  found: Found,
): Promise<void> {
  const lost = keys.flatMap(({ id, target }) =>
    target.kind === 'digest' && !found.has(id) ? [{ id, digest: Buffer.from(target.value, 'hex') }] : [],
  )
  const known = await knownItems(
    on,
    datasetId,
    lost.map(({ digest }) => digest),
  )
  for (const { id, digest } of lost) if (known.has(digest.toString('hex'))) found.addKnown(id, digest)
}

async function knownItems(on: Db, datasetId: string, digests: readonly Buffer[]): Promise<Set<string>> {
  if (digests.length === 0) return new Set()
  const rows = await on
    .select({ digest: item.digest })
    .from(item)
    .where(and(eq(item.datasetId, datasetId), inArray(item.digest, [...digests])))
  return new Set(rows.map(({ digest }) => digest.toString('hex')))
}

/** Items that become rows in Postgres bring their content; quotations cost a pass over every file. */
async function readFiles(
  revision: SearchedRevision,
  targets: readonly Asked[],
  found: Found,
  known: ReadonlySet<string>,
): Promise<void> {
  for (const file of revision.files) {
    const missing = found.placesWithoutContent(file.ordinal, known)
    if (missing.length === 0) continue
    const values = await contentAt(revision, file, missing)
    for (const place of missing) found.content(place, values.get(place.row))
  }
  const quotes = targets.flatMap(({ id, target }) =>
    target.kind === 'quote' ? [{ id, text: target.value, ...passage(target.value) }] : [],
  )
  if (quotes.length > 0) await readQuotes(revision, quotes, found)
}

async function readQuotes(
  revision: SearchedRevision,
  quotes: readonly ({ id: string; text: string } & Passage)[],
  found: Found,
): Promise<void> {
  const fields = contentFields(revision.plan)
  for (const file of revision.files) {
    for await (const row of rowsOfFile(revision, file)) {
      for (const { id, text, find } of quotes) {
        if (row.values.some(find)) found.add(id, row.place, row, spansOf(fields, row.values, text))
      }
    }
  }
}

function spansOf(fields: readonly string[], values: readonly string[], text: string): SpanRow[] {
  const named = Object.fromEntries(fields.map((field, i) => [field, values[i] ?? '']))
  return occurrencesOf(named, text) ?? []
}
