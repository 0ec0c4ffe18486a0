import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt } from '@/db/columns'
import { takedownRequest } from '@/db/schema/takedowns'

/** What one request is to another. Append-only. */
export const takedownLink = pgTable(
  'takedown_link',
  {
    requestId: uuid('request_id')
      .notNull()
      .references(() => takedownRequest.id),
    ofRequestId: uuid('of_request_id')
      .notNull()
      .references(() => takedownRequest.id),
    kind: text('kind', { enum: ['counters', 'retracts', 'revises', 'duplicates'] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.requestId, t.ofRequestId, t.kind] }),
    index('takedown_link_of').on(t.ofRequestId, t.kind),
    check('takedown_link_two', sql`${t.requestId} <> ${t.ofRequestId}`),
  ],
)
