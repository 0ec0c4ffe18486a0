import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, instant } from '@/db/columns'
import { person } from '@/db/schema/people'
import { reviewCase } from '@/db/schema/review'

/**
 * A report of what only safety officers see, from somebody who took out of sight what a person may in a day before: its case is before the
 * officers in this round, and the item stays in sight until one of them hides it, somebody else says the same, or it is decided.
 */
export const reportInSight = pgTable(
  'report_in_sight',
  {
    datasetId: uuid('dataset_id').notNull(),
    caseId: uuid('case_id').notNull(),
    round: integer('round').notNull(),
    /** Who reported it. */
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    hiddenAt: instant('hidden_at'),
    /** The safety officer who hid it; null where another report did. */
    hiddenBy: uuid('hidden_by').references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.caseId, t.round] }),
    foreignKey({ columns: [t.datasetId, t.caseId], foreignColumns: [reviewCase.datasetId, reviewCase.id] }),
    index('report_in_sight_waiting')
      .on(t.personId, t.createdAt)
      .where(sql`hidden_at is null`),
    check('report_in_sight_hidden', sql`${t.hiddenBy} is null or ${t.hiddenAt} is not null`),
  ],
)

/**
 * How many items one person takes out of everybody's sight in a day by reporting them, in all datasets together, as often as an admin
 * changed it: the highest number holds. Append-only; no row = the default.
 */
export const reportLimit = pgTable(
  'report_limit',
  {
    number: integer('number').primaryKey(),
    hiddenPerDay: integer('hidden_per_day').notNull(),
    actor: text('actor').notNull(),
    createdAt: createdAt(),
  },
  (t) => [check('report_limit_range', sql`${t.hiddenPerDay} between 1 and 1000`)],
)
