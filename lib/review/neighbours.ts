import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { byteaArray } from '@/lib/datasets/arrays'
import { neighboursOf } from '@/lib/datasets/indexed-rows'
import { codePointLength } from '@/lib/text/code-points'
import type { Mark } from '@/lib/text/marks'
import { snippetOf } from '@/lib/text/snippet'
import { foundIn } from './found-in-item'
import type { Occurrence } from './occurrences'
import { categoriesIn, type FoundInItem, protectField } from './protect-found'
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

/** The rows around an occurrence, in file order, with what has been found in them. */
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
  return rows.map(({ row, sourceId, digest, fields }) => {
    const found = known.filter((one) => one.digest === digest.toString('hex'))
    const [field = '', text = ''] = Object.entries(fields).find(([, value]) => value !== '') ?? []
    return { row, sourceId, ...shown(field, text, found, viewing) }
  })
}

type Found = FoundInItem & { digest: string; restricted: boolean }

async function foundAmong(datasetId: string, digests: readonly Buffer[]): Promise<Found[]> {
  if (digests.length === 0) return []
  const rows = await db().execute<Found>(sql`
    select encode(i.digest, 'hex') as digest, f.*
    from item i cross join lateral ${foundIn('i')} f
    where i.dataset_id = ${datasetId} and i.digest = any (${byteaArray(digests)})`)
  return [...rows]
}

function shown(
  field: string,
  text: string,
  found: readonly Found[],
  viewing: Parameters<typeof waysFor>[1],
): Pick<Neighbour, 'text' | 'marks' | 'protection'> {
  if (found.some(({ restricted }) => restricted)) return { text: '', marks: [], protection: 'restricted' }
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
