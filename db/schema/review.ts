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
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, entryId, id, instant } from '@/db/columns'
import { category, item } from '@/db/schema/datasets'
import type { SpanRow } from '@/db/schema/flags'
import { policyVersion } from '@/db/schema/policies'

export const caseStatus = pgEnum('case_status', ['open', 'decided'])
export const decisionAction = pgEnum('decision_action', ['keep', 'remove', 'redact', 'restrict', 'label'])
export const decisionScope = pgEnum('decision_scope', ['content', 'occurrence', 'source'])
/** How it came about: votes that filled the quorum, a lead's direct decision, or one of many in a batch. */
export const decisionKind = pgEnum('decision_kind', ['quorum', 'override', 'batch'])

/** Which rows a decision with scope `occurrence` or `source` is about. */
export type DecisionTarget =
  | { kind: 'occurrence'; revisionId: string; ordinal: number; row: number }
  | { kind: 'source'; ruleIds: string[] }

/** What a `keep` has seen: a finding that is not listed opens the case again. */
export type SeenFinding = { type: string; spans: SpanRow[] }

/** The unit of review: one per item and category. Reopened, never created twice. Status and counters are projections. */
export const reviewCase = pgTable(
  'review_case',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    digest: bytes('digest').notNull(),
    category: text('category')
      .notNull()
      .references(() => category.id),
    restricted: boolean('restricted').notNull().default(false),
    status: caseStatus('status').notNull().default('open'),
    round: integer('round').notNull().default(1),
    quorum: smallint('quorum').notNull().default(1),
    severity: smallint('severity').notNull(),
    score: real('score').notNull(),
    /** Higher is sooner; written by the domain that knows (flags, takedowns). */
    priority: integer('priority').notNull().default(0),
    flagCount: integer('flag_count').notNull().default(0),
    detectors: text('detectors').array().notNull(),
    types: text('types').array().notNull(),
    takedowns: integer('takedowns').notNull().default(0),
    dueAt: instant('due_at'),
    openedAt: instant('opened_at').notNull().defaultNow(),
    decidedAt: instant('decided_at'),
    /** The decision in force for this case, if any. */
    decisionId: uuid('decision_id'),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    uniqueIndex('review_case_item_category').on(t.datasetId, t.digest, t.category),
    index('review_case_queue')
      .on(t.datasetId, t.priority.desc(), t.id.desc())
      .where(sql`status = 'open' and not restricted`),
    index('review_case_by_age').on(t.datasetId, t.status, t.openedAt.desc(), t.id.desc()),
    index('review_case_by_severity').on(t.datasetId, t.status, t.severity.desc(), t.id.desc()),
    index('review_case_by_priority').on(t.datasetId, t.status, t.priority.desc(), t.id.desc()),
    foreignKey({ columns: [t.datasetId, t.digest], foreignColumns: [item.datasetId, item.digest] }),
    check('review_case_decided', sql`(${t.status} = 'decided') = (${t.decidedAt} is not null)`),
  ],
)

/** A claim of one of a case's review slots, for a time. */
export const lease = pgTable(
  'lease',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    caseId: uuid('case_id').notNull(),
    round: integer('round').notNull(),
    slot: smallint('slot').notNull(),
    reviewerId: uuid('reviewer_id').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    uniqueIndex('lease_slot')
      .on(t.datasetId, t.caseId, t.round, t.slot)
      .where(sql`ended_at is null`),
    uniqueIndex('lease_reviewer')
      .on(t.datasetId, t.caseId, t.round, t.reviewerId)
      .where(sql`ended_at is null`),
    foreignKey({ columns: [t.datasetId, t.caseId], foreignColumns: [reviewCase.datasetId, reviewCase.id] }),
  ],
)

/** One reviewer's vote in one round of a case. Append-only; blind until the round resolves. */
export const review = pgTable(
  'review',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    caseId: uuid('case_id').notNull(),
    round: integer('round').notNull(),
    reviewerId: uuid('reviewer_id').notNull(),
    action: decisionAction('action').notNull(),
    reasonCode: text('reason_code').notNull(),
    policyVersionId: uuid('policy_version_id')
      .notNull()
      .references(() => policyVersion.id),
    spans: jsonb('spans').$type<SpanRow[]>().notNull(),
    /** Internal note, sealed. */
    note: bytes('note'),
    /** Milliseconds from opening the case to the vote, as the browser measured it. */
    handlingMs: integer('handling_ms'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    uniqueIndex('review_once').on(t.datasetId, t.caseId, t.round, t.reviewerId),
    foreignKey({ columns: [t.datasetId, t.caseId], foreignColumns: [reviewCase.datasetId, reviewCase.id] }),
  ],
)

/** A resolved outcome. Append-only: it is changed only by a later decision that supersedes it. */
export const decision = pgTable(
  'decision',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    caseId: uuid('case_id').notNull(),
    digest: bytes('digest').notNull(),
    category: text('category').notNull(),
    kind: decisionKind('kind').notNull(),
    scope: decisionScope('scope').notNull().default('content'),
    target: jsonb('target').$type<DecisionTarget>(),
    action: decisionAction('action').notNull(),
    reasonCode: text('reason_code').notNull(),
    policyVersionId: uuid('policy_version_id')
      .notNull()
      .references(() => policyVersion.id),
    spans: jsonb('spans').$type<SpanRow[]>().notNull(),
    label: text('label'),
    /** Where it holds; null is everywhere. */
    territories: text('territories').array(),
    seen: jsonb('seen').$type<SeenFinding[]>().notNull(),
    /** Internal note, sealed. */
    note: bytes('note'),
    /** Votes that made it. */
    reviewIds: jsonb('review_ids').$type<string[]>().notNull(),
    batchId: uuid('batch_id'),
    supersedes: uuid('supersedes'),
    /** `member:<uuid>` or `system:<name>`: never null, on the CLI too. */
    actor: text('actor').notNull(),
    entryId: entryId(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    index('decision_item').on(t.datasetId, t.digest),
    index('decision_case').on(t.datasetId, t.caseId),
    index('decision_by_batch')
      .on(t.datasetId, t.batchId)
      .where(sql`batch_id is not null`),
    index('decision_of_sources')
      .on(t.datasetId, t.caseId)
      .where(sql`scope = 'source'`),
    // A decision is superseded at most once: two people changing it at the same time cannot both win.
    uniqueIndex('decision_superseded_once')
      .on(t.datasetId, t.supersedes)
      .where(sql`supersedes is not null`),
    foreignKey({ columns: [t.datasetId, t.caseId], foreignColumns: [reviewCase.datasetId, reviewCase.id] }),
    foreignKey({ columns: [t.datasetId, t.supersedes], foreignColumns: [t.datasetId, t.id] }),
    check('decision_redact_has_spans', sql`(${t.action} = 'redact') = (jsonb_array_length(${t.spans}) > 0)`),
    check('decision_target', sql`(${t.scope} = 'content') = (${t.target} is null)`),
  ],
)

/** A bulk decision: one reason over many cases, with what happened to each counted. */
export const decisionBatch = pgTable(
  'decision_batch',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    actor: text('actor').notNull(),
    action: decisionAction('action').notNull(),
    reasonCode: text('reason_code').notNull(),
    decided: integer('decided').notNull(),
    skipped: integer('skipped').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.datasetId, t.id] })],
)

/** Somebody lifted the blur from an item of a sensitive category. Append-only; capped per day. */
export const reveal = pgTable(
  'reveal',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    caseId: uuid('case_id').notNull(),
    personId: uuid('person_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    index('reveal_person').on(t.personId, t.createdAt),
    foreignKey({ columns: [t.datasetId, t.caseId], foreignColumns: [reviewCase.datasetId, reviewCase.id] }),
  ],
)
