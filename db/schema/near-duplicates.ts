import { sql } from 'drizzle-orm'
import { bigint, check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytes } from '@/db/columns'
import { itemContent } from '@/db/schema/datasets'

/** How a text can be found by others like it: by bands of its shingles, by all of its few words, or not at all. */
export type LikenessKind = 'bands' | 'words' | 'nothing'

/**
 * What finds the near-duplicates of a stored text: its buckets (docs/near-duplicates.md), as keyed fingerprints that also name the
 * dataset and the band, so that equal numbers in one array are all that there is to compare. One row with an array, not a row for each
 * key: a tenth of the room, and one index for all bands.
 *
 * A fingerprint of a text goes with the text. The database sees to it: a row cannot be without its content, and whatever deletes the
 * content deletes it too.
 */
export const nearDuplicate = pgTable(
  'near_duplicate',
  {
    datasetId: uuid('dataset_id').notNull(),
    digest: bytes('digest').notNull(),
    kind: text('kind').$type<LikenessKind>().notNull(),
    keys: bigint('keys', { mode: 'bigint' }).array().notNull(),
  },
  (t) => [
    // The digest first: by the dataset first, a planner without statistics read all of its entries for each look-up by keys
    // (120 ms among 200,000).
    primaryKey({ columns: [t.digest, t.datasetId] }),
    // Without the list of entries yet to be sorted in, which each look-up would read from end to end.
    index('near_duplicate_keys').using('gin', t.keys).with({ fastupdate: false }),
    foreignKey({
      columns: [t.datasetId, t.digest],
      foreignColumns: [itemContent.datasetId, itemContent.digest],
      name: 'near_duplicate_has_content',
    }).onDelete('cascade'),
    check(
      'near_duplicate_kind',
      sql`(${t.kind}, cardinality(${t.keys})) in (('bands', 14), ('words', 1), ('nothing', 0))`,
    ),
  ],
)
