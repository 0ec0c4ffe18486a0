import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { byteaArray } from '@/lib/datasets/arrays'
import { neighboursOf } from '@/lib/datasets/indexed-rows'
import { codePointLength } from '@/lib/text/code-points'
import type { Mark } from '@/lib/text/marks'
import { snippetOf } from '@/lib/text/snippet'
import type { Occurrence } from './case-view'
import { type Protection, protectionOf, protectText } from './safe-view'
import type { Span } from './spans'
import { waysFor } from './viewing'
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
  reader?: Member,
): Promise<Neighbour[]> {
  if (!place) return []
  const rows = await neighboursOf({
    datasetId,
    revisionId: place.revisionId,
    ordinal: place.ordinal,
    row: place.row,
  })
  const [flags, viewing] = await Promise.all([
    flagsOf(
      datasetId,
      rows.map(({ digest }) => digest),
    ),
    viewingOf(db(), datasetId, reader?.id ?? null),
  ])
  return rows.map(({ row, sourceId, digest, fields }) => {
    const found = flags.filter((flag) => flag.digest === digest.toString('hex'))
    const [field = '', text = ''] = Object.entries(fields).find(([, value]) => value !== '') ?? []
    return { row, sourceId, ...shown(field, text, found, viewing) }
  })
}

type FoundFlag = {
  digest: string
  category: string
  sensitive: boolean
  restricted: boolean
  type: string
  spans: Span[]
}

async function flagsOf(datasetId: string, digests: readonly Buffer[]): Promise<FoundFlag[]> {
  if (digests.length === 0) return []
  const rows = await db().execute<FoundFlag>(sql`
    select encode(f.digest, 'hex') as digest, f.category, k.sensitive = 1 as sensitive, k.restricted = 1 as restricted, f.type, f.spans
    from flag f join category k on k.id = f.category
    where f.dataset_id = ${datasetId} and f.digest = any (${byteaArray(digests)})`)
  return [...rows]
}

function shown(
  field: string,
  text: string,
  flags: readonly FoundFlag[],
  viewing: Parameters<typeof waysFor>[1],
): Pick<Neighbour, 'text' | 'marks' | 'protection'> {
  if (flags.some((flag) => flag.restricted)) return { text: '', marks: [], protection: 'restricted' }
  const categories = flags.map(({ category }) => category)
  const protection = protectionOf(
    flags.map(({ category, sensitive }) => ({ id: category, sensitive })),
    waysFor(categories, viewing).has('cover'),
  )
  const marks = flags.flatMap(({ category, type, spans }) =>
    spans
      .filter((span) => span.field === field)
      .map(({ start, end }) => ({ start, end, category, label: type })),
  )
  const safe = protectText(text, marks, protection)
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
