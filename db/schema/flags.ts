import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
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
import { bytes, createdAt, id } from '@/db/columns'
import { category, item } from '@/db/schema/datasets'

export const flagSource = pgEnum('flag_source', ['detector', 'import', 'report', 'takedown'])

/** [start, end) in Unicode code points of the named field. */
export type SpanRow = { field: string; start: number; end: number }

/**
 * What a person said of one passage: of a flag's, that nothing is the matter with it (`wrong`) or where it really stands (`moved`,
 * `to`); of one of their own, what it is (`added`). Whoever says nothing of a passage has not judged it.
 */
export type JudgedPassage = SpanRow &
  (
    | { verdict: 'wrong'; flagId: string }
    | { verdict: 'moved'; flagId: string; to: { start: number; end: number } }
    | { verdict: 'added'; type: string }
  )

/** A claim that an item breaks a policy: one per (item, source, detector, category, type), with every span it names. */
export const flag = pgTable(
  'flag',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    digest: bytes('digest').notNull(),
    category: text('category')
      .notNull()
      .references(() => category.id),
    source: flagSource('source').notNull(),
    /** Detector id; for other sources the pipeline, report or request that claims. */
    detector: text('detector').notNull(),
    detectorVersion: text('detector_version').notNull().default(''),
    type: text('type').notNull(),
    score: real('score').notNull(),
    severity: smallint('severity').notNull(),
    spans: jsonb('spans').$type<SpanRow[]>().notNull(),
    /** Revision in which it was first seen. */
    revisionId: uuid('revision_id'),
    takedownId: uuid('takedown_id'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    uniqueIndex('flag_once').on(t.datasetId, t.digest, t.source, t.detector, t.category, t.type),
    index('flag_item').on(t.datasetId, t.digest, t.category),
    foreignKey({ columns: [t.datasetId, t.digest], foreignColumns: [item.datasetId, item.digest] }),
    check('flag_score', sql`${t.score} >= 0 and ${t.score} <= 1`),
    check('flag_severity', sql`${t.severity} between 1 and 4`),
  ],
)
