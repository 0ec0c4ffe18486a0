import { sql } from 'drizzle-orm'
import { check, integer, pgTable, primaryKey, real, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '@/db/columns'
import { dataset } from '@/db/schema/datasets'

/**
 * How far the flags of a detector are believed in a dataset, by type: from what people decided about them. Rebuilt when an
 * import begins, whose flags take it; no row = nothing is known yet.
 */
export const detectorWeight = pgTable(
  'detector_weight',
  {
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    detector: text('detector').notNull(),
    type: text('type').notNull(),
    /** Flags of decided cases, and those that were right. */
    judged: integer('judged').notNull(),
    upheld: integer('upheld').notNull(),
    /** Multiplies the score of a flag. */
    weight: real('weight').notNull(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.detector, t.type] }),
    check('detector_weight_range', sql`${t.weight} > 0 and ${t.weight} <= 1`),
    check('detector_weight_counts', sql`0 <= ${t.upheld} and ${t.upheld} <= ${t.judged}`),
  ],
)
