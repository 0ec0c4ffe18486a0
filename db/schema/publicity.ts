import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, entryId, id, instant } from '@/db/columns'
import { dataset } from '@/db/schema/datasets'
import { decision } from '@/db/schema/review'
import { takedownRequest } from '@/db/schema/takedowns'

/** A request in the public register. `id` is its public address: random, and not the reference that its requester has. */
export const registerEntry = pgTable(
  'register_entry',
  {
    id: id().primaryKey(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => takedownRequest.id),
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('register_entry_request').on(t.requestId)],
)

/**
 * What people decided about an entry. Append-only: the last one holds. `notice` is the whole of what may be read of it, built
 * from structured fields when it was proposed and never changed after; it holds no word of a requester.
 */
export const registerFact = pgTable(
  'register_fact',
  {
    id: id().primaryKey(),
    registerId: uuid('register_id')
      .notNull()
      .references(() => registerEntry.id),
    type: text('type', { enum: ['proposed', 'released', 'withheld', 'rescinded'] }).notNull(),
    actor: text('actor').notNull(),
    /** Of a release: who proposed it. */
    proposedBy: text('proposed_by'),
    /** Of a release: whether the kind of request asks for two people. */
    fourEyes: boolean('four_eyes').notNull().default(false),
    /** As lib/register/notice.ts has it. */
    notice: jsonb('notice'),
    /** Embargo: nobody reads it earlier. */
    publishFrom: instant('publish_from'),
    /** Why it was rescinded: a code. */
    reason: text('reason', { enum: ['retracted', 'restored', 'delisted', 'mistake', 'court'] }),
    entryId: entryId(),
    createdAt: createdAt(),
  },
  (t) => [
    index('register_fact_entry').on(t.registerId, t.createdAt.desc()),
    index('register_fact_published')
      .on(t.publishFrom.desc(), t.registerId)
      .where(sql`type = 'released'`),
    check('register_fact_notice', sql`(${t.type} in ('proposed', 'released')) = (${t.notice} is not null)`),
    check('register_fact_embargo', sql`(${t.type} = 'released') = (${t.publishFrom} is not null)`),
    check('register_fact_proposer', sql`(${t.type} = 'released') = (${t.proposedBy} is not null)`),
    check('register_fact_four_eyes', sql`not ${t.fourEyes} or ${t.proposedBy} <> ${t.actor}`),
    check('register_fact_reason', sql`(${t.type} = 'rescinded') = (${t.reason} is not null)`),
  ],
)

/** A statement of reasons as it was handed out for the DSA Transparency Database: its puid may be sent once, for ever. */
export const dsaStatement = pgTable(
  'dsa_statement',
  {
    datasetId: uuid('dataset_id').notNull(),
    decisionId: uuid('decision_id').notNull(),
    puid: text('puid').notNull(),
    /** Version of the schema that the record was made for; its enumerations change. */
    schemaVersion: text('schema_version').notNull(),
    record: jsonb('record').$type<Record<string, unknown>>().notNull(),
    actor: text('actor').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.decisionId] }),
    index('dsa_statement_puid').on(t.datasetId, t.puid),
    foreignKey({
      columns: [t.datasetId, t.decisionId],
      foreignColumns: [decision.datasetId, decision.id],
    }),
    check('dsa_statement_puid_form', sql`${t.puid} ~ '^[a-zA-Z0-9_-]+$' and length(${t.puid}) <= 500`),
  ],
)

/** What a site said about text and data mining when it was asked: a fact on a request. Append-only until the request is erased. */
export const takedownReservation = pgTable(
  'takedown_reservation',
  {
    id: id().primaryKey(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => takedownRequest.id),
    /** `found`: a reservation stands there; `none`: it was read and there is none; `failed`: it could not be read. */
    state: text('state', { enum: ['found', 'none', 'failed'] }).notNull(),
    /** Sealed JSON of {address, signals}: an address that somebody named can be personal data. */
    sealed: bytes('sealed').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('takedown_reservation_request').on(t.requestId, t.createdAt)],
)
