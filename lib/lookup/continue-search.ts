import 'server-only'
import { eq } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { lookupSearch } from '@/db/schema'
import type { LookupFound } from '@/db/schema/lookup'
import type { OccurrenceRow } from '@/lib/datasets/commit-chunk'
import { enqueue } from '@/lib/jobs/enqueue'
import { indexHits } from '@/lib/takedowns/index-hits'
import { rowsOfFile } from '@/lib/takedowns/revision-rows'
import { type KeptClaim, claimOf } from './prove'
import { keptRows, type Searched, searchedDatasets } from './searched'
import { sourcesOf } from './sources'

/** Then the rest is a job of its own. */
const SECONDS = 15
/** Rows whose places are held before it is asked which of them are in the release. */
const AT_ONCE = 2_000

/**
 * Counts the rows of each release that hold a proven address, or come from a proven domain or path. An address is looked for in every
 * text, a stretch at a time, and goes on where it was; a source in the index at once.
 */
export async function continueLookup(searchId: string, signal?: AbortSignal): Promise<void> {
  const [row] = await db().select().from(lookupSearch).where(eq(lookupSearch.id, searchId))
  const claim =
    row && row.state === 'looking' && row.expiresAt > new Date() ? await claimOf(row.sealed) : null
  if (!row || !claim) return
  const { searched } = await searchedDatasets()
  const of = searched.reduce((sum, { revision }) => sum + rowsOf({ revision }), 0)
  const cursor = row.cursor ?? { datasets: [], ordinal: 0, row: 0, read: 0, of }
  const found: LookupFound = [...(row.found ?? [])]
  const until = Date.now() + SECONDS * 1000
  for (const one of searched) {
    if (cursor.datasets.includes(one.datasetId)) continue
    const entry = found.find(({ dataset }) => dataset === one.slug) ?? {
      ...{ dataset: one.slug, name: one.name, version: one.version, rows: 0, of: rowsOf(one) },
    }
    if (!found.includes(entry)) found.push(entry)
    const at = await countIn(one, claim, cursor, until, signal)
    entry.rows += at.rows
    if (at.next) {
      const read = cursor.datasets.length
      await save(searchId, { ...cursor, ...at.next, read: at.read, of: Math.max(of, read) }, found, 'looking')
      return transact((tx) => enqueue(tx, 'lookup.search', { searchId }, { queue: 'lookup' }))
    }
    Object.assign(cursor, { datasets: [...cursor.datasets, one.datasetId], ordinal: 0, row: 0 })
  }
  await save(searchId, { ...cursor, read: of, of }, found, 'done')
}

const rowsOf = ({ revision }: Pick<Searched, 'revision'>) =>
  revision.files.reduce((sum, { rows }) => sum + rows, 0)

type Cursor = { ordinal: number; row: number }
type Counted = { rows: number; next: Cursor | null; read: number }

async function countIn(
  of: Searched,
  claim: KeptClaim,
  from: Cursor,
  until: number,
  signal: AbortSignal | undefined,
): Promise<Counted> {
  const kept = new Kept(of)
  if (claim.kind !== 'email') {
    const keys = sourcesOf(claim).map((target) => ({ id: 'own', target }))
    for await (const { place } of indexHits(db(), of.revision, keys)) await kept.add(place)
    return { rows: await kept.total(), next: null, read: 0 }
  }
  const holds = holdsAddress(claim.value)
  for (const file of of.revision.files) {
    if (file.ordinal < from.ordinal) continue
    const start = file.ordinal === from.ordinal ? from.row : 0
    for await (const { place, values } of rowsOfFile(of.revision, file, start)) {
      if (place.row > start && place.row % 1_000 === 0 && (Date.now() > until || signal?.aborted))
        return {
          rows: await kept.total(),
          next: { ordinal: file.ordinal, row: place.row },
          read: of.revision.files.slice(0, file.ordinal).reduce((sum, { rows }) => sum + rows, 0) + place.row,
        }
      if (values.some(holds)) await kept.add(place)
    }
  }
  return { rows: await kept.total(), next: null, read: 0 }
}

/** The whole address: `ana@example.org` is not in `diana@example.org`, nor in `ana@example.org.evil.example`. */
export function holdsAddress(address: string): (text: string) => boolean {
  const escaped = address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const whole = new RegExp(`(?<![\\w.+-])${escaped}(?![\\w-]|\\.\\w)`, 'i')
  return (text) => text.includes('@') && whole.test(text)
}

class Kept {
  private places: OccurrenceRow[] = []
  private rows = 0

  constructor(private readonly of: Searched) {}

  async add(place: OccurrenceRow): Promise<void> {
    this.places.push(place)
    if (this.places.length >= AT_ONCE) await this.total()
  }

  async total(): Promise<number> {
    if (this.places.length > 0) this.rows += await keptRows(this.of, this.places, false)
    this.places = []
    return this.rows
  }
}

async function save(
  searchId: string,
  cursor: NonNullable<(typeof lookupSearch.$inferSelect)['cursor']>,
  found: LookupFound,
  state: 'looking' | 'done',
): Promise<void> {
  await db().update(lookupSearch).set({ cursor, found, state }).where(eq(lookupSearch.id, searchId))
}
