import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, instant } from '@/db/columns'
import { dataset } from '@/db/schema/datasets'
import { decision, decisionAction } from '@/db/schema/review'

/** Which cases a bulk decision was about when it was prepared. `queue` is the query string of the triage table. */
export type BulkSelection =
  | { kind: 'cases' }
  | { kind: 'filter'; queue: string }
  | { kind: 'band'; detector: string; category: string; low: number; high: number }
  | { kind: 'decided' }

/** What the sample of a score band came to when its rest was decided: what a lead relied on. */
export type BulkEvidence = {
  sample: number
  agreed: number
  /** The 95 % interval of the share that agreed, and what its lower end had to reach. */
  low: number
  high: number
  threshold: number
  decisions: string[]
}

/**
 * One decision on many cases, or the taking back of one. Prepared it holds its cases as they were then, and waits for a lead to start
 * it; a job carries it out. What was asked never changes; the state, the counts and the evidence are written as it goes.
 */
export const bulk = pgTable(
  'bulk',
  {
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    id: id(),
    kind: text('kind', { enum: ['decide', 'undo'] }).notNull(),
    state: text('state', { enum: ['draft', 'running', 'done', 'cancelled', 'stopped', 'discarded'] })
      .notNull()
      .default('draft'),
    selection: jsonb('selection').$type<BulkSelection>().notNull(),
    /** Null when it takes decisions back. */
    action: decisionAction('action'),
    reasonCode: text('reason_code'),
    /** The policy its reason is of: under another one it stops. */
    policyVersionId: uuid('policy_version_id'),
    label: text('label'),
    /** Profiles it holds in; null = everywhere. */
    territories: text('territories').array(),
    /** The one that this takes back. */
    undoes: uuid('undoes'),
    /** What the lower end of the sample's interval has to reach; null where none has to be looked at first. */
    threshold: real('threshold'),
    evidence: jsonb('evidence').$type<BulkEvidence>(),
    total: integer('total').notNull(),
    /** Cases that matched and are not in it, because it would have become too large. */
    beyond: integer('beyond').notNull().default(0),
    decided: integer('decided').notNull().default(0),
    skipped: integer('skipped').notNull().default(0),
    preparedBy: uuid('prepared_by').notNull(),
    startedBy: uuid('started_by'),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    /** Why it ended before its last case. */
    stopped: text('stopped'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    index('bulk_by_age').on(t.datasetId, t.createdAt.desc()),
    foreignKey({ columns: [t.datasetId, t.undoes], foreignColumns: [t.datasetId, t.id] }),
    check(
      'bulk_verdict',
      sql`(${t.kind} = 'decide') = (${t.action} is not null and ${t.reasonCode} is not null and ${t.policyVersionId} is not null)
        and (${t.kind} = 'undo') = (${t.undoes} is not null)`,
    ),
    check('bulk_started', sql`(${t.state} in ('draft', 'discarded')) = (${t.startedBy} is null)`),
    check(
      'bulk_sampled_first',
      sql`${t.threshold} is null or ${t.startedBy} is null or (${t.evidence} is not null and (${t.evidence} ->> 'low')::real >= ${t.threshold})`,
    ),
    check(
      'bulk_counts',
      sql`${t.decided} >= 0 and ${t.skipped} >= 0 and ${t.decided} + ${t.skipped} <= ${t.total}`,
    ),
  ],
)

/**
 * A case of a bulk decision, as it was when that was prepared, and what became of it. Numbered in the order in which cases are locked. No
 * key refers to the case: its check would lock every one of them, and reviewers would find them taken while a filter is held.
 */
export const bulkItem = pgTable(
  'bulk_item',
  {
    datasetId: uuid('dataset_id').notNull(),
    bulkId: uuid('bulk_id').notNull(),
    n: integer('n').notNull(),
    caseId: uuid('case_id').notNull(),
    round: integer('round').notNull(),
    /** Names the flags it had: lib/bulk/skips.ts. */
    seen: text('seen').notNull(),
    /** The decision in force then. */
    before: uuid('before'),
    /** `sample`: to be decided by itself first, and not by this. */
    state: text('state', { enum: ['waiting', 'sample', 'decided', 'skipped'] }).notNull(),
    /** Why it was skipped: a code of lib/bulk/labels.ts, and what was said of it where there is no code. */
    why: text('why'),
    detail: text('detail'),
    decisionId: uuid('decision_id'),
    at: instant('at'),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.bulkId, t.n] }),
    uniqueIndex('bulk_item_once').on(t.datasetId, t.bulkId, t.caseId),
    index('bulk_item_waiting')
      .on(t.datasetId, t.bulkId, t.n)
      .where(sql`state = 'waiting'`),
    foreignKey({ columns: [t.datasetId, t.bulkId], foreignColumns: [bulk.datasetId, bulk.id] }),
    foreignKey({ columns: [t.datasetId, t.decisionId], foreignColumns: [decision.datasetId, decision.id] }),
    check('bulk_item_decided', sql`(${t.state} = 'decided') = (${t.decisionId} is not null)`),
    check('bulk_item_skipped', sql`(${t.state} = 'skipped') = (${t.why} is not null)`),
  ],
)
