/** Who answers a removal, takes a request back, or is known for either. One file of some length: the facts refer to one another. */
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, entryId, id, instant } from '@/db/columns'
import { dataset } from '@/db/schema/datasets'
import { person } from '@/db/schema/people'
import { decision, reviewCase } from '@/db/schema/review'
import { takedownMatch, takedownRequest } from '@/db/schema/takedowns'

/**
 * An answer under 17 U.S.C. § 512(g)(3) to what a copyright request led to. Two people who did not file it find it complete before it
 * goes to the claimant; the database refuses one.
 */
export const counterNotice = pgTable(
  'counter_notice',
  {
    /** The request of kind `counter_notice` that it came as. */
    requestId: uuid('request_id')
      .primaryKey()
      .references(() => takedownRequest.id),
    ofRequestId: uuid('of_request_id')
      .notNull()
      .references(() => takedownRequest.id),
    state: text('state', {
      enum: ['filed', 'checked', 'valid', 'restored', 'kept_down', 'refused', 'lapsed'],
    })
      .notNull()
      .default('filed'),
    /** The cases whose outcome it is against. */
    caseIds: uuid('case_ids').array().notNull(),
    /** The standing rules of the request that keep out what it is about. */
    ruleIds: uuid('rule_ids')
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Things it names that were not removed on this request. */
    strangers: integer('strangers').notNull().default(0),
    receivedAt: instant('received_at').notNull(),
    /** The maintainer whose address it was confirmed from. */
    filerId: uuid('filer_id').references(() => person.id),
    identifiedAs: text('identified_as', {
      enum: ['maintainer', 'row_identifier', 'domain', 'agent_letter', 'document_seen'],
    }),
    checkedBy: uuid('checked_by').references(() => person.id),
    checkedAt: instant('checked_at'),
    approvedBy: uuid('approved_by').references(() => person.id),
    approvedAt: instant('approved_at'),
    /** Last seconds of the 10th and of the 14th business day. */
    earliestAt: instant('earliest_at'),
    latestAt: instant('latest_at'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    // Nobody's shuts out anybody else's: several may be about the same items, each with its own days.
    index('counter_notice_of').on(t.ofRequestId),
    index('counter_notice_due')
      .on(t.earliestAt)
      .where(sql`state = 'valid'`),
    check(
      'counter_notice_two_people',
      sql`${t.approvedBy} <> ${t.checkedBy} and coalesce(${t.filerId} <> ${t.checkedBy}, true) and coalesce(${t.filerId} <> ${t.approvedBy}, true)`,
    ),
    check(
      'counter_notice_valid',
      sql`${t.state} not in ('valid', 'restored', 'kept_down') or (${t.approvedBy} is not null and ${t.checkedBy} is not null and ${t.identifiedAs} is not null and ${t.earliestAt} is not null and ${t.latestAt} is not null)`,
    ),
    check('counter_notice_cases', sql`cardinality(${t.caseIds}) + cardinality(${t.ruleIds}) > 0`),
  ],
)

/** The claimant went to court (17 U.S.C. § 512(g)(2)(C)): what a counter notice is about stays removed. Append-only. */
export const courtFiling = pgTable('court_filing', {
  counterId: uuid('counter_id')
    .primaryKey()
    .references(() => counterNotice.requestId),
  /** The copyright request it is about. */
  requestId: uuid('request_id')
    .notNull()
    .references(() => takedownRequest.id),
  /** Sealed JSON {court, caseNumber}: the number of a case leads to the names of its parties. */
  sealed: bytes('sealed').notNull(),
  filedOn: date('filed_on').notNull(),
  recordedBy: uuid('recorded_by')
    .notNull()
    .references(() => person.id),
  createdAt: createdAt(),
})

/** A request, or part of it, was taken back by whoever made it. Append-only. */
export const takedownRetraction = pgTable(
  'takedown_retraction',
  {
    id: id().primaryKey(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => takedownRequest.id),
    /** The request of kind `retraction` that said so; null = the tracking link. */
    viaRequestId: uuid('via_request_id').references(() => takedownRequest.id),
    whole: boolean('whole').notNull(),
    /** Things it names, and what came of them. */
    outcome: jsonb('outcome').$type<Record<string, number>>().notNull(),
    entryId: entryId(),
    createdAt: createdAt(),
  },
  (t) => [
    index('takedown_retraction_request').on(t.requestId),
    uniqueIndex('takedown_retraction_via')
      .on(t.viaRequestId)
      .where(sql`via_request_id is not null`),
  ],
)

/** An item, as one target of a request named it, that is not asked for any more. Append-only. */
export const retractedMatch = pgTable(
  'retracted_match',
  {
    datasetId: uuid('dataset_id').notNull(),
    requestId: uuid('request_id').notNull(),
    targetId: uuid('target_id').notNull(),
    digest: bytes('digest').notNull(),
    retractionId: uuid('retraction_id')
      .notNull()
      .references(() => takedownRetraction.id),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.requestId, t.targetId, t.digest] }),
    foreignKey({
      name: 'retracted_match_of_a_match',
      columns: [t.datasetId, t.requestId, t.targetId, t.digest],
      foreignColumns: [
        takedownMatch.datasetId,
        takedownMatch.requestId,
        takedownMatch.targetId,
        takedownMatch.digest,
      ],
    }),
  ],
)

/**
 * A decision that rested on one request alone and was superseded because that request was answered, taken back, or for a time. Append-only; a
 * trigger refuses a `put_back` before its day and while a court filing stands.
 */
export const takedownReversal = pgTable(
  'takedown_reversal',
  {
    datasetId: uuid('dataset_id').notNull(),
    decisionId: uuid('decision_id').notNull(),
    reversedId: uuid('reversed_id').notNull(),
    caseId: uuid('case_id').notNull(),
    /** Whose decision it was. */
    requestId: uuid('request_id')
      .notNull()
      .references(() => takedownRequest.id),
    because: text('because', { enum: ['put_back', 'retraction', 'lift'] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.decisionId] }),
    uniqueIndex('takedown_reversal_once').on(t.datasetId, t.reversedId),
    index('takedown_reversal_request').on(t.requestId),
    foreignKey({ columns: [t.datasetId, t.decisionId], foreignColumns: [decision.datasetId, decision.id] }),
    foreignKey({ columns: [t.datasetId, t.reversedId], foreignColumns: [decision.datasetId, decision.id] }),
    foreignKey({ columns: [t.datasetId, t.caseId], foreignColumns: [reviewCase.datasetId, reviewCase.id] }),
  ],
)

/** An upheld copyright request against what one author wrote (17 U.S.C. § 512(i)). The author is a fingerprint, and goes with the term. */
export const authorStrike = pgTable(
  'author_strike',
  {
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    id: id(),
    /** Null once it has expired. */
    authorHmac: bytes('author_hmac'),
    requestId: uuid('request_id')
      .notNull()
      .references(() => takedownRequest.id),
    expiresAt: instant('expires_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    uniqueIndex('author_strike_once').on(t.datasetId, t.requestId, t.authorHmac),
    index('author_strike_author').on(t.datasetId, t.authorHmac),
    check('author_strike_hmac', sql`octet_length(${t.authorHmac}) = 32`),
  ],
)

/** Why a strike does not count any more. Append-only. */
export const strikeRescinded = pgTable(
  'strike_rescinded',
  {
    datasetId: uuid('dataset_id').notNull(),
    strikeId: uuid('strike_id').notNull(),
    because: text('because', { enum: ['put_back', 'retraction', 'reversal'] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.strikeId] }),
    foreignKey({
      columns: [t.datasetId, t.strikeId],
      foreignColumns: [authorStrike.datasetId, authorStrike.id],
    }),
  ],
)

/** What leads did about an author with strikes: warned first, left out later. Append-only. */
export const authorMeasure = pgTable(
  'author_measure',
  {
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    id: id(),
    /** Null once nothing counts against them any more. */
    authorHmac: bytes('author_hmac'),
    measure: text('measure', { enum: ['warned', 'left_out'] }).notNull(),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => person.id),
    strikes: integer('strikes').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    index('author_measure_author').on(t.datasetId, t.authorHmac, t.createdAt),
    check('author_measure_hmac', sql`octet_length(${t.authorHmac}) = 32`),
  ],
)

/**
 * What was decided about whoever sent a request, on account of it. No address and no fingerprint: whose it is says the contact of the
 * request, and is forgotten with that. Append-only.
 */
export const senderMeasure = pgTable(
  'sender_measure',
  {
    id: id().primaryKey(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => takedownRequest.id),
    measure: text('measure', {
      enum: [
        'unfounded',
        'not_unfounded',
        'warned',
        'suspended',
        'contested',
        'upheld',
        'lifted',
        'let_through',
      ],
    }).notNull(),
    /** Of a suspension. */
    until: instant('until'),
    /** Null when the sender themselves contested. */
    decidedBy: uuid('decided_by').references(() => person.id),
    /** Whoever decided what is answered here: somebody else. */
    answers: uuid('answers').references(() => person.id),
    /** Their grounds, sealed. */
    grounds: bytes('grounds'),
    entryId: entryId(),
    createdAt: createdAt(),
  },
  (t) => [
    index('sender_measure_request').on(t.requestId, t.createdAt),
    check('sender_measure_until', sql`(${t.measure} = 'suspended') = (${t.until} is not null)`),
    check('sender_measure_decider', sql`(${t.measure} = 'contested') = (${t.decidedBy} is null)`),
    check('sender_measure_grounds', sql`(${t.measure} = 'contested') = (${t.grounds} is not null)`),
    check(
      'sender_measure_others',
      sql`${t.measure} not in ('upheld', 'lifted') or (${t.answers} is not null and ${t.answers} <> ${t.decidedBy})`,
    ),
  ],
)
