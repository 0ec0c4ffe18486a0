import 'server-only'
import { asc, desc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { detectorWatch } from '@/db/schema'
import type { SpanRow } from '@/db/schema/flags'
import type { Member } from '@/lib/auth/actor'
import { categoryName } from '@/lib/detection/category-name'
import { foundAsJson, foundIn } from '@/lib/review/found-in-item'
import { openContents } from '@/lib/review/item-fields'
import { categoriesIn, type FoundInItem, protectField } from '@/lib/review/protect-found'
import { isHiddenNow } from '@/lib/review/restrict-items'
import { protectionOf } from '@/lib/review/safe-view'
import { coversInList, type waysFor } from '@/lib/review/viewing'
import { viewingOf } from '@/lib/review/viewing-of'
import type { Mark } from '@/lib/text/marks'
import { snippetOf } from '@/lib/text/snippet'
import type { WatchState } from './labels'

export type WatchView = {
  detector: string
  version: string
  state: WatchState
  rowsSeen: number
  rowsHit: number
  /** Share of rows that was allowed when it was paused. */
  allowed: number | null
  pausedAt: Date | null
  settledAt: Date | null
  /** Null when it was the product itself. */
  settledBy: string | null
}

/** Versions of detectors that have looked at a dataset, the paused ones first. */
export function watchesOf(datasetId: string): Promise<WatchView[]> {
  return db()
    .select({
      detector: detectorWatch.detector,
      version: detectorWatch.version,
      state: detectorWatch.state,
      rowsSeen: detectorWatch.rowsSeen,
      rowsHit: detectorWatch.rowsHit,
      allowed: detectorWatch.allowed,
      pausedAt: detectorWatch.pausedAt,
      settledAt: detectorWatch.settledAt,
      settledBy: sql<
        string | null
      >`(select p.pseudonym from person p where p.id = ${detectorWatch.settledBy})`,
    })
    .from(detectorWatch)
    .where(eq(detectorWatch.datasetId, datasetId))
    .orderBy(
      desc(sql`${detectorWatch.state} = 'paused'`),
      asc(detectorWatch.detector),
      desc(detectorWatch.createdAt),
    )
}

/** Detectors of a dataset that wait for a lead. */
export async function pausedDetectors(datasetId: string): Promise<WatchView[]> {
  return (await watchesOf(datasetId)).filter(({ state }) => state === 'paused')
}

export type HeldType = { category: string; categoryLabel: string; type: string; flags: number }
export type HeldItem = {
  digest: string
  category: string
  categoryLabel: string
  type: string
  score: number
  /** Null where the text may not be shown in a list, or is no longer held. */
  snippet: { text: string; marks: Mark[] } | null
}

type Of = { datasetId: string; detector: string; version: string }

/**
 * What is held of a paused detector: how much of what, and some of it, its texts as this reader sees texts in lists. Items that
 * must not be seen now are left out.
 */
export async function heldBy(of: Of, reader: Member): Promise<{ types: HeldType[]; sample: HeldItem[] }> {
  const [types, sample] = await Promise.all([typesOf(of), sampleOf(of, reader)])
  return { types, sample }
}

async function typesOf({ datasetId, detector, version }: Of): Promise<HeldType[]> {
  const rows = await db().execute<Omit<HeldType, 'categoryLabel'>>(sql`
    select h.category, h.type, count(*)::int as flags
    from held_flag h join category k on k.id = h.category
    where h.dataset_id = ${datasetId} and h.detector = ${detector} and h.version = ${version} and k.restricted = 0
    group by 1, 2 order by 3 desc`)
  return rows.map((row) => ({ ...row, categoryLabel: categoryName(row.category) }))
}

const SAMPLE = 10

type Row = Omit<HeldItem, 'snippet' | 'categoryLabel'> & {
  sensitive: boolean
  spans: SpanRow[]
  body: Buffer | null
  keyId: string | null
  /** A queue in which it is asks for that. */
  covered: boolean
  /** Everything else in its text is as protected as what this detector found. */
  others: FoundInItem[] | null
}

/** The first by digest: digests are hashes, so that their order is as good as a lot, and the same for everybody. */
async function sampleOf({ datasetId, detector, version }: Of, reader: Member): Promise<HeldItem[]> {
  const viewing = await viewingOf(db(), datasetId, reader.id)
  const rows = await db().execute<Row>(sql`
    select encode(h.digest, 'hex') as digest, h.category, k.sensitive = 1 as sensitive, h.type, h.score,
           h.spans, t.body, t.key_id as "keyId", ${foundAsJson('h')} as others,
           exists (
             select from review_case c join review_queue q on q.dataset_id = c.dataset_id and q.id = c.queue_id and q.covered
             where c.dataset_id = h.dataset_id and c.digest = h.digest) as covered
    from held_flag h
    join category k on k.id = h.category and k.restricted = 0
    left join item_content t on t.dataset_id = h.dataset_id and t.digest = h.digest and octet_length(t.body) <= 65536
    where h.dataset_id = ${datasetId} and h.detector = ${detector} and h.version = ${version}
      and not ${isHiddenNow('h')} and not exists (select from ${foundIn('h')} f where f.restricted)
    order by h.digest limit ${SAMPLE}`)
  const opened = await openContents(
    db(),
    rows.flatMap(({ body, keyId }) => (body ? [{ body, keyId }] : [])),
  )
  let next = 0
  return rows.map((row) => {
    const fields = row.body ? (opened[next++] ?? null) : null
    const { digest, category, type, score } = row
    return {
      digest,
      category,
      categoryLabel: categoryName(category),
      type,
      score,
      snippet: fields && snippet(row, fields, viewing),
    }
  })
}

function snippet(
  row: Row,
  fields: Readonly<Record<string, string>>,
  viewing: Parameters<typeof waysFor>[1],
): HeldItem['snippet'] {
  const { category, sensitive, type, spans } = row
  const others = (row.others ?? []).map((found) => ({ ...found, held: true }))
  const found = [{ category, sensitive, type, spans, held: false }, ...others]
  const protection = protectionOf(categoriesIn(found), row.covered || coversInList(found, viewing))
  if (protection === 'covered') return null
  const field = row.spans[0]?.field ?? Object.keys(fields).find((name) => fields[name] !== '') ?? ''
  const shown = protectField({ field, text: fields[field] ?? '' }, found, protection)
  const { text, marks: inside, cutBefore, cutAfter } = snippetOf(shown.text, shown.marks, { before: 16 })
  const by = cutBefore ? 1 : 0
  return {
    text: `${cutBefore ? '…' : ''}${text}${cutAfter ? '…' : ''}`,
    marks: inside.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by })),
  }
}
