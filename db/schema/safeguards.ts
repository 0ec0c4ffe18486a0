import { sql } from 'drizzle-orm'
import { check, integer, pgTable, real, uuid } from 'drizzle-orm/pg-core'
import { dataset } from '@/db/schema/datasets'

/** What a dataset asks before many cases are decided at once, and of detectors that are new to it. No row = the defaults. */
export const safeguard = pgTable(
  'safeguard',
  {
    datasetId: uuid('dataset_id')
      .primaryKey()
      .references(() => dataset.id),
    /** Cases of a score band that are drawn and decided one by one first. */
    bandSample: integer('band_sample').notNull().default(40),
    /** What the lower end of the 95 % interval of their agreement has to reach. */
    bandAgreement: real('band_agreement').notNull().default(0.85),
    /** The share of an import's rows in which a new version of a detector may find something. */
    throttleShare: real('throttle_share').notNull().default(0.05),
    /** Rows that are read before that is judged. */
    throttleLeast: integer('throttle_least').notNull().default(1_000),
    /** That share while the dataset has had no import of so many rows, where every detector is new. */
    throttleFirstShare: real('throttle_first_share').notNull().default(0.5),
    /** Rows, and the share of the dataset, beyond which a takedown needs a second person. */
    secondRows: integer('second_rows').notNull().default(500),
    secondShare: real('second_share').notNull().default(0.001),
  },
  (t) => [
    check(
      'safeguard_ranges',
      sql`${t.bandSample} between 5 and 500 and ${t.bandAgreement} between 0.5 and 0.99
        and ${t.throttleShare} > 0 and ${t.throttleShare} <= 1 and ${t.throttleLeast} >= 0`,
    ),
    check('safeguard_first_share', sql`${t.throttleFirstShare} > 0 and ${t.throttleFirstShare} <= 1`),
    check(
      'safeguard_second',
      sql`${t.secondRows} between 1 and 1000000 and ${t.secondShare} > 0 and ${t.secondShare} <= 1`,
    ),
  ],
)
