import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, instant } from '@/db/columns'
import { dataset } from '@/db/schema/datasets'
import type { SpanRow } from '@/db/schema/flags'
import { person } from '@/db/schema/people'
import { policyVersion } from '@/db/schema/policies'
import { decision, decisionAction, reviewCase } from '@/db/schema/review'

/** How the serving of a golden item ended; only an answer is judged. */
export const goldenOutcome = pgEnum('golden_outcome', [
  'answered',
  'skipped',
  'escalated',
  'released',
  'expired',
])
/** What a person's answers to golden items come to: `held` = their votes are kept and fill no quorum until they recover. */
export const goldenState = pgEnum('golden_state', ['fine', 'warned', 'held'])

/**
 * A decided case that leads chose to serve to reviewers as if it were open, with what they expect of it. It is served while its
 * decision is in force and nothing new was found; it is never changed, only retired.
 */
export const goldenItem = pgTable(
  'golden_item',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    caseId: uuid('case_id').notNull(),
    /** In force when it was nominated. */
    decisionId: uuid('decision_id').notNull(),
    policyVersionId: uuid('policy_version_id')
      .notNull()
      .references(() => policyVersion.id),
    /** Right answers, the preferred first. */
    actions: decisionAction('actions').array().notNull(),
    /** Right reasons; none = any that carries the action. */
    reasons: text('reasons').array().notNull(),
    /** What a redaction has to mask; null = passages are not judged. */
    spans: jsonb('spans').$type<SpanRow[]>(),
    /** F1 over characters from which passages are right. */
    leastOverlap: real('least_overlap').notNull().default(0.5),
    /** Why, sealed under the item's key: it may quote the text. */
    rationale: bytes('rationale').notNull(),
    nominatedBy: uuid('nominated_by')
      .notNull()
      .references(() => person.id),
    /** A lead other than its nominator agreed. */
    confirmedBy: uuid('confirmed_by').references(() => person.id),
    confirmedAt: instant('confirmed_at'),
    /** Taken back with everything it did: its answers count in nobody's ratio. */
    retiredBy: uuid('retired_by').references(() => person.id),
    retiredAt: instant('retired_at'),
    /** Why, for those who answered it; sealed likewise. */
    retiredNote: bytes('retired_note'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    uniqueIndex('golden_item_case')
      .on(t.datasetId, t.caseId)
      .where(sql`retired_at is null`),
    foreignKey({ columns: [t.datasetId, t.caseId], foreignColumns: [reviewCase.datasetId, reviewCase.id] }),
    foreignKey({ columns: [t.datasetId, t.decisionId], foreignColumns: [decision.datasetId, decision.id] }),
    check('golden_item_actions', sql`cardinality(${t.actions}) > 0`),
    check('golden_item_overlap', sql`${t.leastOverlap} > 0 and ${t.leastOverlap} <= 1`),
    check('golden_item_confirmed', sql`(${t.confirmedBy} is null) = (${t.confirmedAt} is null)`),
    check('golden_item_second', sql`${t.confirmedBy} <> ${t.nominatedBy}`),
    check('golden_item_retired', sql`(${t.retiredBy} is null) = (${t.retiredAt} is null)`),
  ],
)

/** A golden item on one reviewer's screen, under an address of its own that looks like any case's. No vote and no decision. */
export const goldenServing = pgTable(
  'golden_serving',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    goldenId: uuid('golden_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    /** The claimed case that it stands before: its queue and its age are the ones that are shown. */
    behindCaseId: uuid('behind_case_id').notNull(),
    queueId: uuid('queue_id').notNull(),
    openedAt: instant('opened_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
    outcome: goldenOutcome('outcome'),
    action: decisionAction('action'),
    /** Of the policy; where it was skipped or brought to a lead, why. */
    reasonCode: text('reason_code'),
    spans: jsonb('spans').$type<SpanRow[]>(),
    handlingMs: integer('handling_ms'),
    /** Whether everything that is expected of it was right. */
    passed: boolean('passed'),
    /** F1 of the passages, where they were judged. */
    overlap: real('overlap'),
    /** What its reviewer holds against it, or wrote when they left it, sealed under the item's key. */
    objection: bytes('objection'),
    /** They have read that it was taken back. */
    toldAt: instant('told_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    uniqueIndex('golden_serving_one')
      .on(t.datasetId, t.personId)
      .where(sql`ended_at is null`),
    index('golden_serving_item').on(t.datasetId, t.goldenId),
    index('golden_serving_answers')
      .on(t.datasetId, t.personId, t.endedAt.desc())
      .where(sql`outcome = 'answered'`),
    foreignKey({ columns: [t.datasetId, t.goldenId], foreignColumns: [goldenItem.datasetId, goldenItem.id] }),
    check('golden_serving_ended', sql`(${t.endedAt} is null) = (${t.outcome} is null)`),
    check(
      'golden_serving_answer',
      sql`coalesce(${t.outcome} = 'answered', false) = (${t.passed} is not null) and (${t.passed} is null) = (${t.action} is null)`,
    ),
  ],
)

/** What a person's latest answers in a dataset come to. A projection, so that a vote asks for one row. */
export const goldenStanding = pgTable(
  'golden_standing',
  {
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    judged: integer('judged').notNull(),
    passed: integer('passed').notNull(),
    state: goldenState('state').notNull(),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.datasetId, t.personId] })],
)

/** How a dataset checks its reviewers. No row = the defaults. */
export const goldenSettings = pgTable(
  'golden_settings',
  {
    datasetId: uuid('dataset_id')
      .primaryKey()
      .references(() => dataset.id),
    /** One golden item in about so many cases; 0 = none. */
    every: integer('every').notNull().default(20),
    warnBelow: real('warn_below').notNull().default(0.8),
    holdBelow: real('hold_below').notNull().default(0.6),
    /** Whether an item is served only once a second lead confirmed it. */
    secondLead: boolean('second_lead').notNull().default(false),
  },
  (t) => [
    check('golden_settings_every', sql`${t.every} between 0 and 1000`),
    check(
      'golden_settings_bounds',
      sql`0 <= ${t.holdBelow} and ${t.holdBelow} <= ${t.warnBelow} and ${t.warnBelow} <= 1`,
    ),
  ],
)
