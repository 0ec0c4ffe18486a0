import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, instant } from '@/db/columns'
import { category, dataset, item } from '@/db/schema/datasets'
import type { SpanRow } from '@/db/schema/flags'

/**
 * A version of a detector in a dataset. One that is new there is watched until an import with rows enough to judge it is complete; when
 * it finds something in too many rows it is paused, and a lead lets its flags go on or drops them.
 */
export const detectorWatch = pgTable(
  'detector_watch',
  {
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    detector: text('detector').notNull(),
    version: text('version').notNull(),
    state: text('state', { enum: ['known', 'watched', 'paused', 'dropped'] }).notNull(),
    /** The import it is watched in, and what it came to there. */
    revisionId: uuid('revision_id'),
    rowsSeen: bigint('rows_seen', { mode: 'number' }).notNull().default(0),
    rowsHit: bigint('rows_hit', { mode: 'number' }).notNull().default(0),
    pausedAt: instant('paused_at'),
    /** The share of rows that was allowed when it was paused. */
    allowed: real('allowed'),
    /** The lead who let it go on or dropped it. */
    settledBy: uuid('settled_by'),
    settledAt: instant('settled_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.detector, t.version] }),
    check('detector_watch_counts', sql`0 <= ${t.rowsHit} and ${t.rowsHit} <= ${t.rowsSeen}`),
  ],
)

/** A flag of a paused detector: kept as it would be written; until a lead lets it go on it protects the text and is part of nothing. */
export const heldFlag = pgTable(
  'held_flag',
  {
    datasetId: uuid('dataset_id').notNull(),
    digest: bytes('digest').notNull(),
    detector: text('detector').notNull(),
    version: text('version').notNull(),
    category: text('category')
      .notNull()
      .references(() => category.id),
    type: text('type').notNull(),
    score: real('score').notNull(),
    severity: smallint('severity').notNull(),
    spans: jsonb('spans').$type<SpanRow[]>().notNull(),
    revisionId: uuid('revision_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.detector, t.version, t.digest, t.category, t.type] }),
    index('held_flag_item').on(t.datasetId, t.digest),
    foreignKey({ columns: [t.datasetId, t.digest], foreignColumns: [item.datasetId, item.digest] }),
  ],
)
