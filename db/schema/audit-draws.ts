import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, entryId, id, instant } from '@/db/columns'
import { dataset } from '@/db/schema/datasets'
import { person } from '@/db/schema/people'

/** A draw that was announced: which entries, how many, and whose signature settles it. Append-only. */
export const auditDraw = pgTable(
  'audit_draw',
  {
    id: id().primaryKey(),
    /** Null: decisions of every dataset, and sealed entries. */
    datasetId: uuid('dataset_id').references(() => dataset.id),
    k: integer('k').notNull(),
    /** Entries of the log with an index from here … */
    fromIndex: bigint('from_index', { mode: 'number' }).notNull(),
    /** … up to here. */
    toIndex: bigint('to_index', { mode: 'number' }).notNull(),
    /** Verifier key of the witness; null when none was configured. */
    witness: text('witness'),
    announcedBy: text('announced_by').notNull(),
    entryId: entryId(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('audit_draw_entry').on(t.entryId),
    index('audit_draw_age').on(t.createdAt),
    check('audit_draw_range', sql`${t.fromIndex} >= 0 and ${t.fromIndex} < ${t.toIndex}`),
    check('audit_draw_k', sql`${t.k} > 0`),
  ],
)

/** What settled a draw. Append-only: the first one stands. */
export const auditSeed = pgTable(
  'audit_seed',
  {
    drawId: uuid('draw_id')
      .primaryKey()
      .references(() => auditDraw.id),
    /** The signed note, with the line of the witness. */
    checkpoint: text('checkpoint').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    seed: bytes('seed').notNull(),
    /** Entries there were to draw from. */
    among: bigint('among', { mode: 'number' }).notNull(),
    entryId: entryId(),
    dueAt: instant('due_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [check('audit_seed_length', sql`octet_length(${t.seed}) = 32`)],
)

/** The entries that were drawn. Append-only; anybody can compute them again. */
export const auditDrawn = pgTable(
  'audit_drawn',
  {
    drawId: uuid('draw_id')
      .notNull()
      .references(() => auditDraw.id),
    index: bigint('index', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.drawId, t.index] })],
)

/** That an auditor opened an entry, or took its opening along. Append-only. */
export const auditView = pgTable(
  'audit_view',
  {
    id: id().primaryKey(),
    drawId: uuid('draw_id')
      .notNull()
      .references(() => auditDraw.id),
    index: bigint('index', { mode: 'number' }).notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
  },
  (t) => [index('audit_view_of').on(t.drawId, t.index, t.personId)],
)
