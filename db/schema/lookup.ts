import { index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, instant } from '@/db/columns'

/** What was found of a proven identifier: rows of the newest release of each public dataset. */
export type LookupFound = { dataset: string; name: string; version: string; rows: number; of: number }[]

/**
 * A look for what somebody proves to be theirs: an address, a domain, a path, a page they can write on. The value is sealed under a key of its own and goes,
 * with the answer, some days after it was asked for.
 */
export const lookupSearch = pgTable(
  'lookup_search',
  {
    id: id().primaryKey(),
    kind: text('kind', { enum: ['email', 'domain', 'prefix', 'page'] }).notNull(),
    sealed: bytes('sealed').notNull(),
    /** SHA-256 of the secret in the link. One that was mailed shows that who opens it has the mailbox; of a page it shows nothing yet. */
    tokenHash: bytes('token_hash').notNull(),
    /** `sent`: nothing is looked for yet; a page does not show its text, or was not looked at. */
    state: text('state', { enum: ['sent', 'looking', 'done'] })
      .notNull()
      .default('sent'),
    /** Of a page that did not show its text when it was looked at: what was there. */
    lastLook: text('last_look', { enum: ['absent', 'different', 'elsewhere', 'unreachable', 'too_often'] }),
    /** Where the reading of files goes on. */
    cursor: jsonb('cursor').$type<{
      datasets: string[]
      ordinal: number
      row: number
      read: number
      of: number
    }>(),
    found: jsonb('found').$type<LookupFound>(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('lookup_search_token').on(t.tokenHash), index('lookup_search_expires').on(t.expiresAt)],
)
