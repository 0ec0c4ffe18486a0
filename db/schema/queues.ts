import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, instant } from '@/db/columns'
import { category, dataset } from '@/db/schema/datasets'
import { person } from '@/db/schema/people'
import type { decisionAction } from '@/db/schema/review'

/** Who may take cases of a queue: the whole team of reviewers, or its leads. */
export const queueAudience = pgEnum('queue_audience', ['reviewer', 'lead'])

/**
 * A saved selection of a dataset's cases with the rules of their review. A case belongs to the first queue, by `ordinal`, whose
 * conditions all hold; a condition that is null holds always.
 */
export const reviewQueue = pgTable(
  'review_queue',
  {
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    id: id(),
    ordinal: integer('ordinal').notNull(),
    name: text('name').notNull(),
    /** Categories of the case. */
    categories: text('categories').array(),
    minSeverity: smallint('min_severity').notNull().default(1),
    maxSeverity: smallint('max_severity').notNull().default(4),
    /** One of its detectors is among these. */
    detectors: text('detectors').array(),
    /** One of its flags comes from such a source. */
    sources: text('sources').array(),
    /** Its language is among these; `und` is one of them. */
    languages: text('languages').array(),
    /** Votes for one action that decide a case. */
    quorum: smallint('quorum').notNull(),
    /** Reviewers who may vote in one round, at most; when they do not agree, a lead who has not voted adjudicates. */
    slots: smallint('slots').notNull(),
    /** One of the agreeing votes has to be a lead's. */
    leadNeeded: boolean('lead_needed').notNull().default(false),
    /** Votes stay hidden from the other reviewers of the round. */
    blind: boolean('blind').notNull().default(true),
    /** Actions a reviewer may choose; null = whatever the reason allows. */
    actions: text('actions').array().$type<(typeof decisionAction.enumValues)[number][]>(),
    /** Hours from opening to the time a case is due. */
    dueHours: integer('due_hours'),
    audience: queueAudience('audience').notNull().default('reviewer'),
    /** Its texts stay covered until they are asked for, also where the category is not sensitive. */
    covered: boolean('covered').notNull().default(false),
    /** Taken out of use; its open cases were routed anew. */
    retiredAt: instant('retired_at'),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    index('review_queue_order').on(t.datasetId, t.ordinal),
    check('review_queue_quorum', sql`${t.quorum} between 1 and 9 and ${t.slots} between ${t.quorum} and 99`),
    check(
      'review_queue_severity',
      sql`1 <= ${t.minSeverity} and ${t.minSeverity} <= ${t.maxSeverity} and ${t.maxSeverity} <= 4`,
    ),
    check('review_queue_due', sql`${t.dueHours} > 0`),
  ],
)

/** Who changed which rules of a dataset's review, and how: the fields that differ. Append-only. */
export const queueChange = pgTable(
  'queue_change',
  {
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    id: id(),
    change: text('change', { enum: ['added', 'changed', 'moved', 'retired', 'settings'] }).notNull(),
    /** Null when it is about the settings that hold for all queues. */
    queueId: uuid('queue_id'),
    /** Its name then. */
    name: text('name'),
    before: jsonb('before').$type<Record<string, unknown>>().notNull(),
    after: jsonb('after').$type<Record<string, unknown>>().notNull(),
    actor: text('actor').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    index('queue_change_age').on(t.datasetId, t.createdAt.desc()),
    foreignKey({
      columns: [t.datasetId, t.queueId],
      foreignColumns: [reviewQueue.datasetId, reviewQueue.id],
    }),
  ],
)

/**
 * Cases became available in a queue, this one the best of them: a new flag, a slot given back, a split vote. Whoever works
 * further down the queue goes back up to it. Append-only; swept after an hour, when every position is forgotten too.
 */
export const queueArrival = pgTable(
  'queue_arrival',
  {
    datasetId: uuid('dataset_id').notNull(),
    queueId: uuid('queue_id').notNull(),
    at: instant('at')
      .notNull()
      .default(sql`clock_timestamp()`),
    priority: integer('priority').notNull(),
    caseId: uuid('case_id').notNull(),
  },
  (t) => [index('queue_arrival_queue').on(t.datasetId, t.queueId, t.at.desc())],
)

/** How far down a queue a reviewer has come, so that a claim need not pass again what they have already reviewed. */
export const queuePosition = pgTable(
  'queue_position',
  {
    datasetId: uuid('dataset_id').notNull(),
    queueId: uuid('queue_id').notNull(),
    personId: uuid('person_id').notNull(),
    priority: integer('priority').notNull(),
    caseId: uuid('case_id').notNull(),
    /** Categories they were served then: with others, what was passed by may fit. */
    categories: text('categories').array().notNull(),
    /** Languages they read then. */
    languages: text('languages').array(),
    at: instant('at').notNull(),
    /** When nothing was found for them in all of it; then the place is its end. */
    emptyAt: instant('empty_at'),
  },
  (t) => [primaryKey({ columns: [t.datasetId, t.queueId, t.personId] })],
)

/** Rules of a dataset's review beside its queues. No row = the defaults. */
export const reviewSettings = pgTable('review_settings', {
  datasetId: uuid('dataset_id')
    .primaryKey()
    .references(() => dataset.id),
  /** Days an account must have existed before its votes fill a quorum. */
  minAccountDays: integer('min_account_days').notNull().default(0),
  /** Whether the dataset's maintainers may review its cases, when they are reviewers too. */
  maintainersReview: boolean('maintainers_review').notNull().default(true),
  /** Whether anybody can offer to review its cases, for a lead to answer. */
  volunteers: boolean('volunteers').notNull().default(true),
  /** Items of a category that one person may be served in a day: `{hate: 100}`. */
  dailyCaps: jsonb('daily_caps').$type<Record<string, number>>().notNull().default({}),
  /** Items of a category after which one person pauses from it, unless they chose otherwise: `{hate: 20}`. */
  breaks: jsonb('breaks').$type<Record<string, number>>().notNull().default({}),
  /** How texts of a category are shown, unless a reviewer chose otherwise: `{hate: ['blur']}`; one that is not in it: as for all datasets. */
  viewing: jsonb('viewing').$type<Record<string, string[]>>().notNull().default({}),
})

/**
 * How texts of a category are shown in all datasets, where neither the dataset nor a reviewer chose otherwise, as often as an admin
 * changed it: the highest number holds. Append-only.
 */
export const siteViewing = pgTable('site_viewing', {
  number: integer('number').primaryKey(),
  viewing: jsonb('viewing').$type<Record<string, readonly string[]>>().notNull(),
  actor: text('actor').notNull(),
  createdAt: createdAt(),
})

/** What a reviewer chose at onboarding and later. No row = not onboarded: only categories that are not sensitive are served. */
export const reviewerPreference = pgTable(
  'reviewer_preference',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => person.id),
    /** Categories they agreed to see. */
    categories: text('categories').array().notNull(),
    /** Items of a sensitive category a day; null = the dataset's own limit. */
    dailyCap: integer('daily_cap'),
    /** Items of single categories a day, in place of `dailyCap`; whatever it is, the dataset's limit holds too. */
    dailyCaps: jsonb('daily_caps').$type<Record<string, number>>().notNull().default({}),
    /** A pause after this many sensitive items without one; null = none. */
    breakAfter: integer('break_after'),
    /** Items of single categories after which they pause from that one, in place of what the dataset sets; 0 = none. */
    breaks: jsonb('breaks').$type<Record<string, number>>().notNull().default({}),
    breakMinutes: integer('break_minutes').notNull().default(10),
    /** How they want to see texts of a category, in place of what the dataset sets; a category that is not in it: as set there. */
    viewing: jsonb('viewing').$type<Record<string, string[]>>().notNull().default({}),
    /** Languages they read; null = any. What cannot be told is served to all. */
    languages: text('languages').array(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    check('reviewer_preference_cap', sql`${t.dailyCap} >= 0`),
    check('reviewer_preference_break', sql`${t.breakAfter} > 0 and ${t.breakMinutes} between 1 and 240`),
  ],
)

/** A conflict of interest that a reviewer declared: they are served nothing of this dataset, and decide nothing about it. */
export const recusal = pgTable(
  'recusal',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.datasetId] })],
)

/**
 * Items a person had before them on a day (UTC), by category: served, or uncovered elsewhere. `run` counts those of all sensitive
 * categories since their last pause, as of the last of this one; `own_run` those of this category alone since the last pause from it.
 */
export const exposure = pgTable(
  'exposure',
  {
    personId: uuid('person_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    category: text('category')
      .notNull()
      .references(() => category.id),
    items: integer('items').notNull(),
    run: integer('run').notNull(),
    ownRun: integer('own_run').notNull().default(0),
    lastAt: instant('last_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.day, t.category] }),
    foreignKey({ columns: [t.personId], foreignColumns: [person.id] }),
  ],
)
