import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { item, reviewCase } from '@/db/schema'
import type { SpanRow } from '@/db/schema/flags'
import type { OccurrenceRow } from '@/lib/datasets/commit-chunk'
import { contentFields } from '@/lib/datasets/read/fields'
import { occurrencesOf } from '@/lib/review/item-fields'
import { indexHits, type KeyTarget } from './index-hits'
import type { Target } from './parse-targets'
import { type Passage, passage } from './passages'
import {
  contentAt,
  latestRevision,
  type RevisionRow,
  rowsOfFile,
  type SearchedRevision,
} from './revision-rows'

/** An item that a target was found to be. `spans`: where the quoted words stand; empty = the item as a whole. */
export type Hit = { targetId: string; digest: Buffer; spans: SpanRow[] }

export type Located = {
  revisionId: string
  /** Names of the content fields, in digest order: what `values` mean. */
  fields: string[]
  hits: Hit[]
  /** Items that are not rows in Postgres yet, with their content, and places of all that were found. */
  fresh: { digest: Buffer; values: string[] }[]
  places: OccurrenceRow[]
  /** More was named than one request may open cases for. */
  capped: boolean
}

type Asked = { id: string; target: Target }

/** Items one request can lead to. What an opt-out names beyond that is kept out by its rule. */
export const MAX_ITEMS = 2_000

/**
 * Finds what the targets name in the latest revision: keys in the index, quotations by reading the base files once. Outside
 * any transaction: it can take as long as an import of the revision takes to read. Null when there is nothing to look in.
 */
export async function locate(
  on: Db,
  datasetId: string,
  targets: readonly Asked[],
  maxItems = MAX_ITEMS,
): Promise<Located | null> {
  const revision = await latestRevision(on, datasetId)
  if (!revision) return null
  const found = new Found(maxItems)
  const keys = await keysOf(on, datasetId, targets)
  await addHits(on, revision, keys, found)
  await rowsForLonelyNumbers(on, revision, keys, found)
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

/** A domain can name a million rows: the pass ends with the first that is too many. */
async function addHits(
  on: Db,
  revision: SearchedRevision,
  keys: readonly KeyTarget[],
  found: Found,
): Promise<void> {
  for await (const { targetId, place } of indexHits(on, revision, keys)) {
    found.add(targetId, place)
    if (found.full) return
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
      if (found.full) return
    }
  }
}

function spansOf(fields: readonly string[], values: readonly string[], text: string): SpanRow[] {
  const named = Object.fromEntries(fields.map((field, i) => [field, values[i] ?? '']))
  return occurrencesOf(named, text) ?? []
}

class Found {
  private readonly hits = new Map<string, Hit>()
  private readonly items = new Map<string, { digest: Buffer; values: string[] | null }>()
  private readonly places = new Map<string, OccurrenceRow>()
  private capped = false

  constructor(private readonly maxItems: number) {}

  get full(): boolean {
    return this.capped
  }

  has(targetId: string): boolean {
    return [...this.hits.values()].some((hit) => hit.targetId === targetId)
  }

  add(targetId: string, place: OccurrenceRow, row?: RevisionRow, spans: SpanRow[] = []): void {
    const key = place.digest.toString('hex')
    const known = this.items.get(key)
    if (!known && this.items.size >= this.maxItems) {
      this.capped = true
      return
    }
    this.items.set(key, { digest: place.digest, values: known?.values ?? row?.values ?? null })
    this.places.set(`${place.ordinal}#${place.row}`, place)
    const hit = this.hits.get(`${targetId}\n${key}`)
    if (!hit || hit.spans.length === 0)
      this.hits.set(`${targetId}\n${key}`, { targetId, digest: place.digest, spans })
  }

  content({ digest }: OccurrenceRow, values: string[] | undefined): void {
    const found = this.items.get(digest.toString('hex'))
    if (found && values) found.values ??= values
  }

  digests(): Buffer[] {
    return [...this.items.values()].map(({ digest }) => digest)
  }

  /** Where to read the content of items that are neither in Postgres nor read yet: one place for each. */
  placesWithoutContent(ordinal: number, known: ReadonlySet<string>): OccurrenceRow[] {
    const places = new Map<string, OccurrenceRow>()
    for (const place of this.places.values()) {
      const key = place.digest.toString('hex')
      if (place.ordinal === ordinal && !known.has(key) && this.items.get(key)?.values === null)
        places.set(key, place)
    }
    return [...places.values()]
  }

  result(known: ReadonlySet<string>): Pick<Located, 'hits' | 'fresh' | 'places' | 'capped'> {
    const fresh = [...this.items.entries()].flatMap(([key, { digest, values }]) =>
      known.has(key) || values === null ? [] : [{ digest, values }],
    )
    return { hits: [...this.hits.values()], fresh, places: [...this.places.values()], capped: this.capped }
  }
}
