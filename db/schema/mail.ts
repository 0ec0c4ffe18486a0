import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, instant } from '@/db/columns'

/** One message in the outbox, written in the transaction that caused it. Address and text are sealed. Without SMTP it stays `held` and an admin reads it. */
export const mailMessage = pgTable(
  'mail_message',
  {
    id: id().primaryKey(),
    template: text('template').notNull(),
    /** Sealed JSON {to, subject, text}. */
    sealed: bytes('sealed').notNull(),
    state: text('state', { enum: ['queued', 'held', 'sent', 'failed'] })
      .notNull()
      .default('queued'),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    requestId: uuid('request_id'),
    /** The volunteer's application it is about. */
    applicationId: uuid('application_id'),
    /** Whom it goes to as a holder of copies. */
    holderId: uuid('holder_id'),
    /** The look-up whose link it brings. */
    searchId: uuid('search_id'),
    createdAt: createdAt(),
    sentAt: instant('sent_at'),
  },
  (t) => [
    index('mail_message_state').on(t.state, t.createdAt.desc()),
    index('mail_message_search')
      .on(t.searchId)
      .where(sql`search_id is not null`),
  ],
)
