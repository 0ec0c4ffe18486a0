import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { byteaArray } from '@/lib/datasets/arrays'
import { neighboursOf } from '@/lib/datasets/indexed-rows'
import { codePointLength } from '@/lib/text/code-points'
import type { Mark } from '@/lib/text/marks'
import { snippetOf } from '@/lib/text/snippet'
import { foundAsJson } from './found-in-item'
import type { Occurrence } from './occurrences'
import { categoriesIn, type FoundInItem, protectField } from './protect-found'
import { isHiddenNow } from './restrict-items'
import { type Protection, protectionOf } from './safe-view'
import { coversInList, type waysFor } from './viewing'
import { viewingOf } from './viewing-of'

/** A row beside the item. Its text is as protected as if it were a case itself, and is never revealed from here. */
export type Neighbour = {
  row: number
  sourceId: string | null
  text: string
  marks: Mark[]
  protection: Protection | 'restricted'
}

const LENGTH = 400

/** The rows around an occurrence, in file order, with what has been found in them. What was erased is not among them, also while the file still holds it. */
export async function neighbours(
  datasetId: string,
  place: Occurrence | undefined,
  reader: Member,
): Promise<Neighbour[]> {
  if (!place) return []
  const rows = await neighboursOf({
    datasetId,
    revisionId: place.revisionId,
    ordinal: place.ordinal,
    row: place.row,
  })
  const [known, viewing] = await Promise.all([
    foundAmong(
      datasetId,
      rows.map(({ digest }) => digest),
    ),
    viewingOf(db(), datasetId, reader.id),
  ])
  return rows.flatMap(({ row, sourceId, digest, fields }) => {
    const item = known.get(digest.toString('hex')) ?? NOTHING
    if (item.erased) return []
    const [field = '', text = ''] = Object.entries(fields).find(([, value]) => value !== '') ?? []
    return [{ row, sourceId, ...shown(field, text, item, viewing) }]
  })
}

type Found = FoundInItem & { restricted: boolean }
/** What is known of an item; nothing of most, which no case was ever opened of. */
type Known = { found: Found[] | null; hidden: boolean; erased: boolean }
const NOTHING: Known = { found: null, hidden: false, erased: false }

async function foundAmong(datasetId: string, digests: readonly Buffer[]): Promise<Map<string, Known>> {
  if (digests.length === 0) return new Map()
  const rows = await db().execute<Known & { digest: string }>(sql`
    select encode(i.digest, 'hex') as digest, ${foundAsJson('i')} as found, ${isHiddenNow('i')} as hidden,
      not exists (select from item_content c where c.dataset_id = i.dataset_id and c.digest = i.digest) as erased
    from item i
    where i.dataset_id = ${datasetId} and i.digest = any (${byteaArray(digests)})`)
  return new Map(rows.map(({ digest, ...known }) => [digest, known]))
}

function shown(
  field: string,
  text: string,
  { found: named, hidden }: Known,
  viewing: Parameters<typeof waysFor>[1],
): Pick<Neighbour, 'text' | 'marks' | 'protection'> {
  const found = named ?? []
  // What a paused detector found of that kind has no case yet that could hide it.
  if (hidden || found.some(({ restricted }) => restricted))
    return { text: '', marks: [], protection: 'restricted' }
  const protection = protectionOf(categoriesIn(found), coversInList(found, viewing))
  const safe = protectField({ field, text }, found, protection)
  const { text: beginning, cutAfter } = snippetOf(safe.text, [], { length: LENGTH })
  const end = codePointLength(beginning)
  return {
    text: cutAfter ? `${beginning}…` : beginning,
    marks: safe.marks
      .filter((mark) => mark.start < end)
      .map((mark) => ({ ...mark, end: Math.min(mark.end, end) })),
    protection,
  }
}
