import 'server-only'
import { sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import type { takedownCandidate } from '@/db/schema'
import { byteaArray } from '@/lib/datasets/arrays'
import { contentFields } from '@/lib/datasets/read/fields'
import { isRestricted, isSensitive } from '@/lib/detection/categories'
import { scanItem } from '@/lib/detection/scan'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { type ItemFields, openContents } from '@/lib/review/item-fields'
import { isCleared, isHiddenNow } from '@/lib/review/restrict-items'
import { protectionOf, protectText } from '@/lib/review/safe-view'
import type { Mark } from '@/lib/text/marks'
import { contentAt, latestRevision } from './revision-rows'
import { placeOf } from './scanned'

/** A text as its reader may have it. `hidden`: for safety officers only; `gone`: it cannot be read any more. */
export type ShownText = { state: 'shown'; text: string; marks: Mark[] } | { state: 'hidden' | 'gone' }

type Candidate = typeof takedownCandidate.$inferSelect

/**
 * The texts of candidates, by digest, masked as everywhere before a reader asks: what detectors find to be personal or secret as blocks,
 * what may hurt as its shape. Most are no items of Postgres yet, so they are read from their file and looked at by the detectors here.
 */
export async function shownTexts(
  actor: Member,
  datasetId: string,
  candidates: readonly Candidate[],
): Promise<Map<string, ShownText>> {
  if (candidates.length === 0) return new Map()
  const known = await knownTexts(db(), datasetId, candidates)
  const officer = can(actor, 'restricted.handle')
  const read = await textsInFiles(
    db(),
    candidates.filter(({ digest }) => !known.has(digest.toString('hex'))),
  )
  return new Map(
    candidates.map(({ digest }) => {
      const key = digest.toString('hex')
      const found = known.get(key)
      if (found?.restricted && !officer) return [key, { state: 'hidden' }]
      const fields = found ? found.fields : read.get(key)
      return [key, fields ? shown(fields, found?.categories ?? []) : { state: 'gone' }]
    }),
  )
}

function shown(fields: ItemFields, flagged: readonly string[]): ShownText {
  const { findings } = scanItem(fields)
  const categories = new Set([...flagged, ...findings.map(({ category }) => category)])
  if ([...categories].some(isRestricted)) return { state: 'hidden' }
  const protection = protectionOf([...categories].map((id) => ({ id, sensitive: isSensitive(id) })))
  const parts = Object.entries(fields).map(([field, value]) => {
    const marks = findings.flatMap(({ category, type, spans }) =>
      spans
        .filter((span) => span.field === field)
        .map(({ start, end }): Mark => ({ start, end, category, label: type })),
    )
    return protectText(value, marks, protection).text
  })
  return { state: 'shown', text: parts.filter((part) => part !== '').join(' · '), marks: [] }
}

/** A text as it is, for whoever has to judge it; null when it cannot be read any more. */
export type WholeText = { fields: ItemFields | null; categories: string[]; restricted: boolean }

/**
 * The texts of candidates as they are, by digest, with what is known of them. For what is told to nobody else: whoever calls this leaves
 * out what is `restricted`.
 */
export async function wholeTexts(
  on: Db | Tx,
  datasetId: string,
  candidates: readonly Candidate[],
): Promise<Map<string, WholeText>> {
  if (candidates.length === 0) return new Map()
  const known = await knownTexts(on, datasetId, candidates)
  const missing = candidates.filter(({ digest }) => !known.has(digest.toString('hex')))
  const read = await textsInFiles(on, missing)
  return new Map(
    candidates.map(({ digest }) => {
      const key = digest.toString('hex')
      const found = known.get(key)
      const fields = found ? found.fields : (read.get(key) ?? null)
      const seen = fields ? scanItem(fields).findings.map(({ category }) => category) : []
      const categories = [...new Set([...(found?.categories ?? []), ...seen])]
      return [key, { fields, categories, restricted: found?.restricted || seen.some(isRestricted) }]
    }),
  )
}

/** An item whose text was purged is known, and has none: its file is not asked in its place. */
async function knownTexts(
  on: Db | Tx,
  datasetId: string,
  candidates: readonly Candidate[],
): Promise<Map<string, WholeText>> {
  const rows = await on.execute<{
    digest: string
    body: Buffer | null
    keyId: string | null
    categories: string[]
    hidden: boolean
  }>(sql`
    select encode(i.digest, 'hex') as digest, c.body, c.key_id as "keyId",
           array(
             select distinct f.category from flag f join category k on k.id = f.category
             where f.dataset_id = i.dataset_id and f.digest = i.digest and (k.restricted = 0 or not ${isCleared('f')})) as categories,
           ${isHiddenNow('i')} as hidden
    from item i left join item_content c on c.dataset_id = i.dataset_id and c.digest = i.digest
    where i.dataset_id = ${datasetId} and i.digest = any(${byteaArray(candidates.map(({ digest }) => digest))})`)
  const stored = rows.flatMap(({ body, keyId }) => (body ? [{ body, keyId }] : []))
  const opened = await openContents(on, stored)
  let next = 0
  return new Map(
    rows.map(({ digest, body, categories, hidden }) => {
      const fields = body ? (opened[next++] ?? null) : null
      return [digest, { fields, categories, restricted: hidden || categories.some(isRestricted) }]
    }),
  )
}

async function textsInFiles(on: Db | Tx, candidates: readonly Candidate[]): Promise<Map<string, ItemFields>> {
  const texts = new Map<string, ItemFields>()
  for (const revisionId of new Set(candidates.map((candidate) => candidate.revisionId))) {
    const own = candidates.filter(
      (candidate) => candidate.revisionId === revisionId && candidate.row !== null,
    )
    const revision = own[0] ? await latestRevision(on, own[0].datasetId, revisionId) : null
    if (!revision) continue
    const names = contentFields(revision.plan)
    for (const file of revision.files) {
      const places = own.filter(({ ordinal }) => ordinal === file.ordinal).map(placeOf)
      if (places.length === 0) continue
      const contents = await contentAt(revision, file, places)
      for (const { digest, row } of places) {
        const values = contents.get(row)
        if (values)
          texts.set(
            digest.toString('hex'),
            Object.fromEntries(names.map((name, i) => [name, values[i] ?? ''])),
          )
      }
    }
  }
  return texts
}
