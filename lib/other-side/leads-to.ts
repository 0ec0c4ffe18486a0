import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { itemContent, occurrence, revisionFile, takedownMatch } from '@/db/schema'
import { type ItemFields, openContents } from '@/lib/review/item-fields'
import { identifiersOf } from '@/lib/suppression/match'
import { canonicalSource } from '@/lib/suppression/sources'
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
  return targets.map((target) => {
    const means = meaning(target)
    return { target, digests: items.filter(means).map(({ digest }) => digest) }
  })
}

function meaning(target: Target): (item: Item) => boolean {
  switch (target.kind) {
    case 'link':
      return meantByLink(target.value)
    case 'row':
      return ({ places }) => places.some(({ path, row }) => row === target.row && isFile(path, target.file))
    case 'quote':
    case 'near': {
      const { find } = passage(target.value)
      return ({ fields }) => fields !== null && Object.values(fields).some(find)
    }
    case 'source_id': {
      const number = /^\d{1,15}$/.test(target.value) ? Number(target.value) : null
      return ({ places }) =>
        places.some(({ sourceId }) => sourceId === target.value) ||
        (number !== null && places.some(({ row, sourceId }) => sourceId === null && row === number))
    }
    default: {
      const source = canonicalSource(target.kind, target.value)
      return ({ digest, places }) =>
        source !== null &&
        (source.kind === 'digest'
          ? digest === source.value
          : places.some((place) => identifiersOf({ digest, ...place }, source.kind).includes(source.value)))
    }
  }
}

/** A link of this instance: to a text, to a row, to a case. */
function meantByLink(link: string): (item: Item) => boolean {
  const url = new URL(link, 'https://winnow.invalid')
  const digest = /\/items\/([0-9a-f]{64})/.exec(url.pathname)?.[1]
  if (digest) return (item) => item.digest === digest
  const [file, row] = [url.searchParams.get('file'), url.searchParams.get('row')]
  if (file !== null && row !== null) return meaning({ kind: 'row', file, row: Number(row) })
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
