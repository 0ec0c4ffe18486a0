import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, instant } from '@/db/columns'
import { dataset } from '@/db/schema/datasets'
import { release } from '@/db/schema/releases'

/**
 * Somebody who keeps copies of datasets and wants to be told what has to go. Name and address are sealed under a key of their own,
 * and go when they leave, or when they were not heard of for long.
 */
export const copyHolder = pgTable(
  'copy_holder',
  {
    id: id().primaryKey(),
    /** `sent`: the address is not confirmed, and nobody sees it. */
    state: text('state', { enum: ['sent', 'active', 'ended'] }).notNull(),
    /** Name, organisation, address, and the secret of their page for the letters; null once erased. */
    sealed: bytes('sealed'),
    /** SHA-256 of the secret of the confirmation link; null once it was used. */
    confirmHash: bytes('confirm_hash'),
    /** SHA-256 of the secret of their page; null once they left. */
    pageHash: bytes('page_hash'),
    /** Until when the confirmation link works. */
    expiresAt: instant('expires_at').notNull(),
    confirmedAt: instant('confirmed_at'),
    /** Erased then, unless they are heard of before. */
    retainUntil: instant('retain_until').notNull(),
    /** Letters; null once they said that they want none. */
    lettersSince: instant('letters_since'),
    createdAt: createdAt(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('copy_holder_confirm').on(t.confirmHash),
    uniqueIndex('copy_holder_page').on(t.pageHash),
    check('copy_holder_confirmed', sql`${t.state} <> 'active' or ${t.confirmedAt} is not null`),
    check('copy_holder_ended', sql`(${t.state} = 'ended') = (${t.endedAt} is not null)`),
  ],
)

/** A dataset that somebody keeps a copy of, and how far they were told about it. */
export const copyHolding = pgTable(
  'copy_holding',
  {
    datasetId: uuid('dataset_id').notNull(),
    holderId: uuid('holder_id')
      .notNull()
      .references(() => copyHolder.id),
    /** The release they said they use when they registered; what they confirmed since is a fact of its own. */
    version: text('version'),
    /** Releases, notices and pending removals up to here were in a letter. */
    toldUntil: instant('told_until').notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.holderId] }),
    index('copy_holding_holder').on(t.holderId),
    foreignKey({ columns: [t.datasetId], foreignColumns: [dataset.id] }),
  ],
)

/** Somebody says that they applied a release to their copy. Append-only. */
export const copyConfirmation = pgTable(
  'copy_confirmation',
  {
    datasetId: uuid('dataset_id').notNull(),
    holderId: uuid('holder_id')
      .notNull()
      .references(() => copyHolder.id),
    releaseId: uuid('release_id').notNull(),
    /** SHA-256 of their receipt, when they gave it. */
    receipt: bytes('receipt'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.holderId, t.releaseId] }),
    index('copy_confirmation_release').on(t.datasetId, t.releaseId),
    foreignKey({ columns: [t.datasetId, t.releaseId], foreignColumns: [release.datasetId, release.id] }),
    check('copy_confirmation_receipt', sql`${t.receipt} is null or octet_length(${t.receipt}) = 32`),
  ],
)
