import { sql } from 'drizzle-orm'
import { bigint, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, instant } from '@/db/columns'
import { dataset } from '@/db/schema/datasets'
import { person } from '@/db/schema/people'

/** A filter, order and columns of the triage table under a name: of one person, or of a dataset's team. */
export const savedView = pgTable(
  'saved_view',
  {
    id: id().primaryKey(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => person.id),
    /** The team it is shared with; null = nobody. */
    datasetId: uuid('dataset_id').references(() => dataset.id),
    name: text('name').notNull(),
    /** Filter and order as they stand in the table's address. */
    query: text('query').notNull(),
    /** Ids of its columns in order; null = whatever its reader has chosen. */
    columns: text('columns').array(),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('saved_view_own')
      .on(t.ownerId, t.name)
      .where(sql`dataset_id is null`),
    uniqueIndex('saved_view_shared')
      .on(t.datasetId, t.name)
      .where(sql`dataset_id is not null`),
    check('saved_view_size', sql`length(${t.name}) between 1 and 80 and length(${t.query}) <= 2000`),
  ],
)

/** How a person wants the triage table. No row = as it comes. */
export const tablePreference = pgTable('table_preference', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => person.id),
  /** Ids of the columns in order; null = the usual ones. */
  columns: text('columns').array(),
  /** What the table opens with. */
  defaultView: uuid('default_view').references(() => savedView.id, { onDelete: 'set null' }),
})

/** Who took which cases of the table along as a file, and when. Append-only but for its count, which is null until the end. */
export const caseExport = pgTable(
  'case_export',
  {
    id: id().primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    /** Datasets it reached into. */
    datasets: uuid('datasets').array().notNull(),
    /** The filter as it stands in the table's address. */
    query: text('query').notNull(),
    format: text('format', { enum: ['csv', 'jsonl'] }).notNull(),
    cases: bigint('cases', { mode: 'number' }),
    createdAt: createdAt(),
  },
  (t) => [index('case_export_age').on(t.createdAt.desc())],
)
