import { check, index, integer, pgTable, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { bytes, createdAt, id } from '@/db/columns'
import { dataset } from '@/db/schema/datasets'
import { person } from '@/db/schema/people'

/** Somebody searched the texts of a dataset's cases, for what, and what came of it. Kept as long as a record of it is owed. */
export const caseSearch = pgTable(
  'case_search',
  {
    id: id().primaryKey(),
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    /** What was searched for, sealed: it may be somebody's name. */
    query: bytes('query').notNull(),
    /** Cases it was found in; the table shows these, whatever is written meanwhile. */
    caseIds: uuid('case_ids').array().notNull(),
    /** Cases whose text was read, of those there were. */
    looked: integer('looked').notNull(),
    total: integer('total').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('case_search_person').on(t.personId, t.createdAt),
    index('case_search_dataset').on(t.datasetId, t.createdAt.desc()),
    check('case_search_counts', sql`${t.looked} between 0 and ${t.total}`),
  ],
)
