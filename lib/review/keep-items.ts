import 'server-only'
import type { Tx } from '@/db/client'
import { item } from '@/db/schema'
import { insertOccurrences, type OccurrenceRow } from '@/lib/datasets/commit-chunk'
import type { IndexedRow } from '@/lib/datasets/indexed-rows'
import { insertContents } from '@/lib/datasets/item-content'
import { languageOf } from '@/lib/detection/language'
import { indexNearDuplicates } from '@/lib/near-duplicates/index-items'

/** Items that nobody had flagged, so that only files hold them: `values` in the order of `fields`, and the rows where they stand. */
export type Unflagged = {
  revisionId: string
  fields: readonly string[]
  items: readonly { digest: Buffer; values: string[] }[]
  places: readonly OccurrenceRow[]
}

/** Makes an item of one row of a file that nothing was found in. */
export const keepRow = (
  tx: Tx,
  datasetId: string,
  { revisionId, fields, ...place }: IndexedRow,
): Promise<void> =>
  keepItems(tx, datasetId, {
    ...{ revisionId, fields: Object.keys(fields) },
    items: [{ digest: place.digest, values: Object.values(fields) }],
    places: [place],
  })

/** Makes rows of them, which decisions can be about. In digest order, as an import inserts them. */
export async function keepItems(
  tx: Tx,
  datasetId: string,
  { revisionId, fields, items, places }: Unflagged,
): Promise<void> {
  const sorted = [...items].sort((a, b) => a.digest.compare(b.digest))
  for (const { digest, values } of sorted) {
    const made = await tx
      .insert(item)
      .values({ datasetId, digest, language: languageOf(null, values) })
      .onConflictDoNothing()
      .returning({ digest: item.digest })
    // An item that is known without its text had it purged: it is not brought back.
    if (made.length > 0) await insertContents(tx, datasetId, fields, [{ digest, values }])
  }
  await indexNearDuplicates(
    tx,
    datasetId,
    sorted.map(({ digest }) => digest),
  )
  if (places.length > 0) await insertOccurrences(tx, datasetId, revisionId, places)
}
