import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
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
import { bytes, createdAt, id, instant } from '@/db/columns'
import { dataset } from '@/db/schema/datasets'
import type { SpanRow } from '@/db/schema/flags'
import { policyVersion } from '@/db/schema/policies'
import { decisionAction } from '@/db/schema/review'
import { takedownRequest } from '@/db/schema/takedowns'

/**
 * What upholding a request would do to the revision it was looked for in, in rows, each once. `gone` and `masked`: out or masked
 * already; `kept`: rows that a decision keeps; `asked`: rows that another request asks about too.
 */
export type ReachTally = { gone: number; masked: number; kept: number; asked: number; requests: number }

/**
 * How far a request reaches, as it was found last, and who stands for it. Beyond the dataset's limits it waits: two people have to
 * say that it is meant, and until then none of it is decided (see the trigger on takedown_request).
 */
export const takedownReach = pgTable(
  'takedown_reach',
  {
    requestId: uuid('request_id')
      .primaryKey()
      .references(() => takedownRequest.id),
    datasetId: uuid('dataset_id').notNull(),
    revisionId: uuid('revision_id').notNull(),
    /** Rows it reaches, and of how many. */
    rows: bigint('rows', { mode: 'number' }).notNull(),
    ofRows: bigint('of_rows', { mode: 'number' }).notNull(),
    tally: jsonb('tally').$type<ReachTally>().notNull(),
    /** SHA-256 over its targets and what they mean; null while that is counted anew. */
    covers: bytes('covers'),
    /** The same of what whoever agreed has agreed to. */
    agreed: bytes('agreed'),
    state: text('state', { enum: ['open', 'waiting', 'approved'] }).notNull(),
    /** The first who said that it is meant, and the second, who is somebody else. */
    firstBy: uuid('first_by'),
    firstAt: instant('first_at'),
    secondBy: uuid('second_by'),
    secondAt: instant('second_at'),
    countedAt: instant('counted_at').notNull().defaultNow(),
  },
  (t) => [
    check(
      'takedown_reach_two_people',
      sql`${t.secondBy} is null or (${t.firstBy} is not null and ${t.firstBy} <> ${t.secondBy})`,
    ),
    check('takedown_reach_approved', sql`(${t.state} = 'approved') = (${t.secondBy} is not null)`),
    // A word that was given for something else does not hold for this.
    check(
      'takedown_reach_agreed',
      sql`${t.firstBy} is null or (${t.covers} is not null and ${t.agreed} is not null and ${t.agreed} = ${t.covers})`,
    ),
  ],
)

/** An item that a target may mean, with what speaks for it. `found` waits for a look, `taken` has a case, `dropped` was found not to belong. */
export const takedownCandidate = pgTable(
  'takedown_candidate',
  {
    datasetId: uuid('dataset_id').notNull(),
    requestId: uuid('request_id').notNull(),
    targetId: uuid('target_id').notNull(),
    digest: bytes('digest').notNull(),
    tier: text('tier', { enum: ['exact', 'fuzzy'] }).notNull(),
    /** Of a fuzzy one: the share of common shingles, and the share of the target's that are in it. */
    similarity: real('similarity'),
    contained: real('contained'),
    /** The first row where it stands in the revision that was searched, and in how many. */
    revisionId: uuid('revision_id').notNull(),
    ordinal: integer('ordinal'),
    row: bigint('row', { mode: 'number' }),
    offset: bigint('offset', { mode: 'number' }),
    length: bigint('length', { mode: 'number' }),
    sourceId: text('source_id'),
    url: text('url'),
    rows: bigint('rows', { mode: 'number' }).notNull().default(1),
    /** Where the quoted words stand; never the words. */
    spans: jsonb('spans').$type<SpanRow[]>().notNull().default([]),
    /** Drawn by lot to be looked at before the fuzzy ones beside it are taken. */
    drawn: boolean('drawn').notNull().default(false),
    state: text('state', { enum: ['found', 'taken', 'dropped'] }).notNull(),
    by: uuid('by'),
    at: instant('at'),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.requestId, t.targetId, t.digest] }),
    check('takedown_candidate_tier', sql`(${t.tier} = 'fuzzy') = (${t.similarity} is not null)`),
    check('takedown_candidate_dropped', sql`${t.state} <> 'dropped' or ${t.by} is not null`),
  ],
)

/** How far the files were read for what a request quotes; killed anywhere, the next run begins behind the last row written here. */
export const takedownScan = pgTable(
  'takedown_scan',
  {
    requestId: uuid('request_id')
      .primaryKey()
      .references(() => takedownRequest.id),
    revisionId: uuid('revision_id').notNull(),
    /** The file that is read, and the row of it that comes next. */
    ordinal: integer('ordinal').notNull().default(0),
    row: bigint('row', { mode: 'number' }).notNull().default(0),
    rowsRead: bigint('rows_read', { mode: 'number' }).notNull().default(0),
    rowsTotal: bigint('rows_total', { mode: 'number' }).notNull(),
    startedAt: instant('started_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    check('takedown_scan_progress', sql`${t.rowsRead} between 0 and ${t.rowsTotal} or ${t.endedAt} is null`),
  ],
)

/** Which requests a bulk decision was about when it was prepared. `exact`: nothing of it is only like what was named; `proven`: whoever asks has proven an identifier. */
export type RequestSelection = { kind: string; exact: boolean; proven: boolean }

/**
 * One decision on many requests, or the taking back of one; as `bulk` is for cases. Prepared it holds its requests as they were;
 * beyond the dataset's limits somebody else has to agree before it starts.
 */
export const takedownBulk = pgTable(
  'takedown_bulk',
  {
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    id: id(),
    kind: text('kind', { enum: ['decide', 'undo'] }).notNull(),
    state: text('state', { enum: ['draft', 'running', 'done', 'cancelled', 'stopped', 'discarded'] })
      .notNull()
      .default('draft'),
    selection: jsonb('selection').$type<RequestSelection>().notNull(),
    /** Null when it takes decisions back. */
    action: decisionAction('action'),
    reasonCode: text('reason_code'),
    policyVersionId: uuid('policy_version_id').references(() => policyVersion.id),
    undoes: uuid('undoes'),
    /** Rows its requests reach together, of how many, and whether that needs a second person. */
    rows: bigint('rows', { mode: 'number' }).notNull(),
    ofRows: bigint('of_rows', { mode: 'number' }).notNull(),
    needsSecond: boolean('needs_second').notNull(),
    secondBy: uuid('second_by'),
    secondAt: instant('second_at'),
    total: integer('total').notNull(),
    decided: integer('decided').notNull().default(0),
    skipped: integer('skipped').notNull().default(0),
    preparedBy: uuid('prepared_by').notNull(),
    startedBy: uuid('started_by'),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    stopped: text('stopped'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    index('takedown_bulk_by_age').on(t.datasetId, t.createdAt.desc()),
    check(
      'takedown_bulk_verdict',
      sql`(${t.kind} = 'decide') = (${t.action} is not null and ${t.reasonCode} is not null and ${t.policyVersionId} is not null)
        and (${t.kind} = 'undo') = (${t.undoes} is not null)`,
    ),
    check('takedown_bulk_started', sql`(${t.state} in ('draft', 'discarded')) = (${t.startedBy} is null)`),
    check(
      'takedown_bulk_two_people',
      sql`(${t.secondBy} is null or ${t.secondBy} <> ${t.preparedBy}) and (not ${t.needsSecond} or ${t.startedBy} is null or ${t.secondBy} is not null)`,
    ),
    check(
      'takedown_bulk_counts',
      sql`${t.decided} >= 0 and ${t.skipped} >= 0 and ${t.decided} + ${t.skipped} <= ${t.total}`,
    ),
  ],
)

/** A request of a bulk decision and what became of it. */
export const takedownBulkItem = pgTable(
  'takedown_bulk_item',
  {
    datasetId: uuid('dataset_id').notNull(),
    bulkId: uuid('bulk_id').notNull(),
    n: integer('n').notNull(),
    requestId: uuid('request_id').notNull(),
    state: text('state', { enum: ['waiting', 'decided', 'skipped'] }).notNull(),
    /** Why it was skipped: a code, and what was said of it where there is no code. */
    why: text('why'),
    detail: text('detail'),
    /** Decisions that were made for it, by their entries in the log; the entry of its own event is the last. */
    entries: uuid('entries')
      .array()
      .notNull()
      .default(sql`'{}'`),
    at: instant('at'),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.bulkId, t.n] }),
    uniqueIndex('takedown_bulk_item_once').on(t.datasetId, t.bulkId, t.requestId),
    index('takedown_bulk_item_waiting')
      .on(t.datasetId, t.bulkId, t.n)
      .where(sql`state = 'waiting'`),
    check('takedown_bulk_item_skipped', sql`(${t.state} = 'skipped') = (${t.why} is not null)`),
  ],
)
