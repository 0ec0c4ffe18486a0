import 'server-only'
import { sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import { category } from '@/db/schema'
import type { flagSource, SpanRow } from '@/db/schema/flags'
import { isCategory } from '@/lib/detection/categories'
import { categoryName } from '@/lib/detection/category-name'

export type CategoryRow = {
  id: string
  label: string
  restricted: boolean
  sensitive: boolean
  severity: number
}

/** What a flag can be about, the restricted ones last. */
export async function listCategories(on: Db | Tx = db()): Promise<CategoryRow[]> {
  const rows = await on
    .select({
      id: category.id,
      label: category.label,
      restricted: category.restricted,
      sensitive: category.sensitive,
      severity: category.severity,
    })
    .from(category)
  return rows
    .map((row) => ({
      ...row,
      label: isCategory(row.id) ? categoryName(row.id) : row.label,
      restricted: row.restricted === 1,
      sensitive: row.sensitive === 1,
    }))
    .sort((a, b) => Number(a.restricted) - Number(b.restricted) || (a.label < b.label ? -1 : 1))
}

/** One claim, as it is exported. `digest` in hex, spans in code points. */
export type FlagLine = {
  digest: string
  category: string
  type: string
  source: (typeof flagSource.enumValues)[number]
  detector: string
  version: string
  score: number
  severity: number
  spans: SpanRow[]
}

/**
 * Every claim about a dataset's items, ordered by item, in pages that hold the memory constant. Left out are what only safety officers see
 * of an item, and altogether the items that only they see: a list of them is itself a harm.
 */
export async function* eachFlag(datasetId: string, { batch = 2_000 } = {}): AsyncGenerator<FlagLine> {
  let after = { digest: '', id: '00000000-0000-0000-0000-000000000000' }
  for (;;) {
    const page = await flagPage(datasetId, after, batch)
    for (const { id: _, ...line } of page) yield { ...line, spans: line.spans.map(inOrder) }
    const last = page.at(-1)
    if (!last || page.length < batch) return
    after = { digest: last.digest, id: last.id }
  }
}

/** `jsonb` keeps no order of keys; a line is read by people too. */
const inOrder = ({ field, start, end }: SpanRow): SpanRow => ({ field, start, end })

async function flagPage(datasetId: string, after: { digest: string; id: string }, batch: number) {
  return db().execute<FlagLine & { id: string }>(sql`
    select f.id, encode(f.digest, 'hex') as digest, f.category, f.type, f.source, f.detector,
           f.detector_version as version, f.score, f.severity, f.spans
    from flag f
    join category c on c.id = f.category and c.restricted = 0
    where f.dataset_id = ${datasetId} and (f.digest, f.id) > (decode(${after.digest}, 'hex'), ${after.id}::uuid)
      and not item_hidden(f.dataset_id, f.digest)
    order by f.digest, f.id
    limit ${batch}`)
}
