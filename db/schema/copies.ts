import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, entryId, id, instant } from '@/db/columns'
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

/** Somebody who may has checked a holder of copies of a dataset, or has taken that back. Append-only; the last one holds. */
export const copyVetting = pgTable(
  'copy_vetting',
  {
    id: id().primaryKey(),
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    holderId: uuid('holder_id')
      .notNull()
      .references(() => copyHolder.id),
    change: text('change', { enum: ['approved', 'revoked'] }).notNull(),
    actor: text('actor').notNull(),
    /** Sealed under the key of the holder: why, in the words of who decided. */
    reason: bytes('reason').notNull(),
    entryId: entryId(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('copy_vetting_of').on(t.datasetId, t.holderId, t.id),
    index('copy_vetting_holder').on(t.datasetId, t.holderId, t.createdAt.desc()),
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
    /** The fact that they were approved by, which lets them read the restricted rows of what is pending; null without one, or once it was revoked. */
    approvalId: uuid('approval_id'),
    /** Releases, notices and pending removals up to here were in a letter. */
    toldUntil: instant('told_until').notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.holderId] }),
    index('copy_holding_holder').on(t.holderId),
    foreignKey({ columns: [t.datasetId], foreignColumns: [dataset.id] }),
    // Of this dataset and this holder: an approval is carried to no other.
    foreignKey({
      columns: [t.datasetId, t.holderId, t.approvalId],
      foreignColumns: [copyVetting.datasetId, copyVetting.holderId, copyVetting.id],
    }),
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
