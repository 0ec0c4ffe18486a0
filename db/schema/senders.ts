import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, instant } from '@/db/columns'
import { dataset } from './datasets'
import { person } from './people'
import { takedownRequest } from './takedowns'

/** An organisation that may send takedown requests by program. It was checked by whoever made this, so its requests wait for no mail. */
export const sender = pgTable(
  'sender',
  {
    id: id().primaryKey(),
    /** Sealed JSON {organisation, email}; null once it is revoked. */
    sealed: bytes('sealed'),
    /** SHA-256 of its token, which was shown once. */
    tokenHash: bytes('token_hash').notNull(),
    /** The kinds of request it may send. */
    kinds: text('kinds').array().notNull(),
    /** The one dataset its requests may be about; null: any. */
    datasetId: uuid('dataset_id').references(() => dataset.id),
    perHour: integer('per_hour').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    revokedBy: uuid('revoked_by').references(() => person.id),
    revokedAt: instant('revoked_at'),
  },
  (t) => [uniqueIndex('sender_token').on(t.tokenHash)],
)

/** One call that led to a request. A second one with its key gets the same answer. */
export const senderCall = pgTable(
  'sender_call',
  {
    senderId: uuid('sender_id')
      .notNull()
      .references(() => sender.id),
    /** Keyed fingerprint of the Idempotency-Key. */
    key: bytes('key').notNull(),
    /** Keyed fingerprint of the body. */
    bodyHash: bytes('body_hash').notNull(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => takedownRequest.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.senderId, t.key] }), index('sender_call_request').on(t.requestId)],
)
