import { sql } from 'drizzle-orm'
import { boolean, jsonb, pgTable, uuid } from 'drizzle-orm/pg-core'
import { instant } from '@/db/columns'
import { person } from '@/db/schema/people'

/** Keys a person chose for themselves. No row = the usual ones. */
export const keyboardPreference = pgTable('keyboard_preference', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => person.id),
  /** Off: no single key does anything (WCAG 2.1.4). */
  enabled: boolean('enabled').notNull().default(true),
  /** Commands with another key than the usual one; `''` for none. */
  keys: jsonb('keys').$type<Record<string, string>>().notNull().default({}),
  updatedAt: instant('updated_at')
    .notNull()
    .default(sql`now()`),
})
