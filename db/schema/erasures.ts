import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, instant } from '@/db/columns'
import { dataset } from '@/db/schema/datasets'

/**
 * The key store: a random key for each subject (an item, a request), wrapped by WINNOW_KEY. Rows come and go, they never
 * change; a key that is deleted takes all that was sealed under it along, in backups too, which hold this table apart.
 */
export const subjectKey = pgTable(
  'subject_key',
  {
    id: uuid('id').primaryKey(),
    /** Keyed fingerprint of the subject. */
    subject: bytes('subject').notNull(),
    wrapped: bytes('wrapped').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('subject_key_subject').on(t.subject),
    check('subject_key_lengths', sql`octet_length(${t.subject}) = 32 and octet_length(${t.wrapped}) = 60`),
  ],
)

/** What an erasure destroyed, counted. */
export type ErasureCounts = {
  content: number
  openings: number
  places: number
  files: number
  segments: number
  contact: number
  targets: number
  letters: number
}

/** An erasure and how far it is. What it is about is all that is kept: the list is replayed after an older backup was restored. */
export const erasure = pgTable(
  'erasure',
  {
    id: id().primaryKey(),
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    /** Of the item; null for a request. */
    digest: bytes('digest'),
    requestId: uuid('request_id'),
    basis: text('basis').notNull(),
    actor: text('actor').notNull(),
    /** Its log entries are sealed. */
    restricted: integer('restricted').notNull().default(0),
    /** `replay`: done before, on the database that this one was restored in place of; its log entries exist. */
    state: text('state', { enum: ['files', 'replay', 'sweep', 'done'] }).notNull(),
    counts: jsonb('counts').$type<ErasureCounts>().notNull(),
    /** SHA-256 of blobs that were replaced and have to go. */
    doomed: text('doomed').array().notNull().default([]),
    /** The log entry that a release names when it leaves the item out; null until there is one. */
    entryId: uuid('entry_id'),
    error: text('error'),
    createdAt: createdAt(),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    index('erasure_age').on(t.createdAt.desc()),
    index('erasure_item').on(t.datasetId, t.digest),
    uniqueIndex('erasure_item_unfinished')
      .on(t.datasetId, t.digest)
      .where(sql`digest is not null and state <> 'done'`),
    uniqueIndex('erasure_request_once')
      .on(t.requestId)
      .where(sql`request_id is not null`),
    check('erasure_about_one', sql`num_nonnulls(${t.digest}, ${t.requestId}) = 1`),
    check('erasure_done_is_finished', sql`(${t.state} = 'done') = (${t.finishedAt} is not null)`),
  ],
)
