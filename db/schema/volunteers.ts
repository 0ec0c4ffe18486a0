import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, instant } from '@/db/columns'
import { dataset } from '@/db/schema/datasets'
import { person } from '@/db/schema/people'

/**
 * Somebody offers to review a dataset. Their address and words are sealed under a key of their own, until they are erased: three
 * days after an application that nobody confirmed, some months after one that was answered.
 */
export const volunteerApplication = pgTable(
  'volunteer_application',
  {
    id: id().primaryKey(),
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    /** `sent`: the address is not confirmed, and nobody sees it. `lapsed`: not confirmed, or not answered, in time. */
    state: text('state', { enum: ['sent', 'waiting', 'accepted', 'declined', 'lapsed'] }).notNull(),
    /** Address, public name, languages and words; null once they were erased. */
    sealed: bytes('sealed'),
    /** SHA-256 of the secret of the confirmation link; null for one that was made from an account. */
    tokenHash: bytes('token_hash'),
    /** Until when the link works. */
    expiresAt: instant('expires_at').notNull(),
    confirmedAt: instant('confirmed_at'),
    /** The account it is about, from its confirmation on. */
    personId: uuid('person_id').references(() => person.id),
    answeredBy: uuid('answered_by').references(() => person.id),
    answeredAt: instant('answered_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('volunteer_application_token').on(t.tokenHash),
    // Asked twice, a lead answers once.
    uniqueIndex('volunteer_application_waiting')
      .on(t.datasetId, t.personId)
      .where(sql`state = 'waiting'`),
    index('volunteer_application_person').on(t.personId),
    check(
      'volunteer_application_confirmed',
      sql`${t.state} in ('sent', 'lapsed') or ${t.confirmedAt} is not null`,
    ),
    check(
      'volunteer_application_answered',
      sql`(${t.state} in ('accepted', 'declined')) = (${t.answeredAt} is not null and ${t.answeredBy} is not null)`,
    ),
  ],
)
