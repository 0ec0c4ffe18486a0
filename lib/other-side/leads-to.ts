import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { itemContent, occurrence, revisionFile, takedownMatch } from '@/db/schema'
import { type ItemFields, openContents } from '@/lib/review/item-fields'
import { identifiersOf } from '@/lib/suppression/match'
import { canonicalSource, type Source } from '@/lib/suppression/sources'
import type { Target } from '@/lib/takedowns/parse-targets'
import { passage } from '@/lib/takedowns/passages'
import type { LockedRequest } from '@/lib/takedowns/request-row'

/** An item that a request led to, as far as somebody can point at it. */
type Item = { digest: string; caseIds: Set<string>; places: Place[]; fields: ItemFields | null }
type Place = { path: string; row: number; sourceId: string | null; url: string | null }

export type Listed = { target: Target; digests: string[] }

/**
 * Which of the items that a request led to each of these means. Only those are looked at: whatever else a list may name was not
 * decided on that request.
 */
export async function leadsTo(
  tx: Tx,
  request: Pick<LockedRequest, 'id' | 'datasetId'>,
  targets: readonly Target[],
): Promise<Listed[]> {
  const items = targets.length > 0 ? await itemsOf(tx, request, targets) : []
  const bySource = sourcesOf(items)
  return targets.map((target) => ({ target, digests: meant(target, items, bySource) }))
}

function meant(target: Target, items: readonly Item[], bySource: SourceFinder): string[] {
  const which = (means: (item: Item) => boolean) => items.filter(means).map(({ digest }) => digest)
  switch (target.kind) {
    case 'link':
      return which(meantByLink(target.value))
    case 'row':
      return which(meantByRow(target.file, target.row))
    case 'quote':
    case 'near': {
      const { find } = passage(target.value)
      return which(({ fields }) => fields !== null && Object.values(fields).some(find))
    }
    default: {
      const source = canonicalSource(target.kind, target.value)
      const found = source ? bySource(source) : []
      // A bare number is a source id first; where none is like it, the number of a row.
      const isNumber = target.kind === 'source_id' && /^\d{1,15}$/.test(target.value)
      return found.length === 0 && isNumber ? which(meantByRow(null, Number(target.value))) : found
    }
  }
}

type SourceFinder = (source: Source) => string[]

/** Identifiers of a kind are read once, however many are asked for. */
function sourcesOf(items: readonly Item[]): SourceFinder {
  const kinds = new Map<string, Map<string, Set<string>>>()
  const read = (kind: Source['kind']) => {
    const found = new Map<string, Set<string>>()
    for (const { digest, places } of items)
      for (const place of kind === 'digest' ? [NOWHERE] : places)
        for (const value of identifiersOf({ digest, ...place }, kind))
          found.set(value, (found.get(value) ?? new Set()).add(digest))
    kinds.set(kind, found)
    return found
  }
  return ({ kind, value }) => [...((kinds.get(kind) ?? read(kind)).get(value) ?? [])]
}

const NOWHERE = { sourceId: null, url: null }

const meantByRow =
  (file: string | null, wanted: number) =>
  ({ places }: Item): boolean =>
    places.some(({ path, row }) => row === wanted && isFile(path, file))

/** A link of this instance: to a text, to a row, to a case. */
function meantByLink(link: string): (item: Item) => boolean {
  const url = new URL(link, 'https://winnow.invalid')
  const digest = /\/items\/([0-9a-f]{64})/.exec(url.pathname)?.[1]
  if (digest) return (item) => item.digest === digest
  const [file, row] = [url.searchParams.get('file'), url.searchParams.get('row')]
  if (file !== null && row !== null) return meantByRow(file, Number(row))
  const caseId = /^\/triage\/[^/]+\/([0-9a-f-]{36})/.exec(url.pathname)?.[1]
  return ({ caseIds }) => caseId !== undefined && caseIds.has(caseId)
}

const isFile = (path: string, named: string | null): boolean =>
  named === null || path === named || path.endsWith(`/${named}`)

async function itemsOf(
  tx: Tx,
  { id, datasetId }: Pick<LockedRequest, 'id' | 'datasetId'>,
  targets: readonly Target[],
): Promise<Item[]> {
  const matched = await tx
    .selectDistinct({ digest: takedownMatch.digest, caseId: takedownMatch.caseId })
    .from(takedownMatch)
    .where(and(eq(takedownMatch.datasetId, datasetId), eq(takedownMatch.requestId, id)))
  const items = new Map<string, Item>()
  for (const { digest, caseId } of matched) {
    const key = digest.toString('hex')
    const found = items.get(key) ?? { digest: key, caseIds: new Set(), places: [], fields: null }
    items.set(key, { ...found, caseIds: found.caseIds.add(caseId) })
  }
  if (items.size === 0) return []
  const places = await tx
    .select({
      digest: occurrence.digest,
      path: revisionFile.path,
      row: occurrence.row,
      sourceId: occurrence.sourceId,
      url: occurrence.url,
    })
    .from(occurrence)
    .innerJoin(
      revisionFile,
      and(
        eq(revisionFile.datasetId, occurrence.datasetId),
        eq(revisionFile.revisionId, occurrence.revisionId),
        eq(revisionFile.ordinal, occurrence.ordinal),
      ),
    )
    .where(
      and(
        eq(occurrence.datasetId, datasetId),
        inArray(
          occurrence.digest,
          matched.map(({ digest }) => digest),
        ),
      ),
    )
  for (const { digest, ...place } of places) items.get(digest.toString('hex'))?.places.push(place)
  if (targets.some(({ kind }) => kind === 'quote' || kind === 'near')) await addContents(tx, datasetId, items)
  return [...items.values()]
}

async function addContents(tx: Tx, datasetId: string, items: ReadonlyMap<string, Item>): Promise<void> {
  const rows = await tx
    .select({ digest: itemContent.digest, body: itemContent.body, keyId: itemContent.keyId })
    .from(itemContent)
    .where(
      and(
        eq(itemContent.datasetId, datasetId),
        inArray(
          itemContent.digest,
          [...items.keys()].map((hex) => Buffer.from(hex, 'hex')),
        ),
      ),
    )
  const opened = await openContents(tx, rows)
  for (const [i, { digest }] of rows.entries()) {
    const item = items.get(digest.toString('hex'))
    if (item) item.fields = opened[i] ?? null
  }
}
