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
import { bytes, createdAt, instant } from '@/db/columns'

/** Entries accepted in a transaction and not yet sequenced. Inserted by the product, deleted by the sequencer. */
export const logPending = pgTable(
  'log_pending',
  {
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
    entryId: uuid('entry_id').notNull(),
    body: bytes('body').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('log_pending_entry').on(t.entryId),
    // uint16 length prefix of an entry bundle, c2sp.org/tlog-tiles
    check('log_pending_body_size', sql`octet_length(${t.body}) between 1 and 65535`),
  ],
)

/** What opens an entry's commitments: private, deletable, never joined into entries. */
export const logOpening = pgTable(
  'log_opening',
  {
    entryId: uuid('entry_id').notNull(),
    field: text('field').notNull(),
    /** The subject's key (`subject_key`); null when the entry is about none. */
    keyId: uuid('key_id'),
    /** Sealed JSON {salt, value}. */
    sealed: bytes('sealed').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.entryId, t.field] }),
    index('log_opening_key')
      .on(t.keyId)
      .where(sql`key_id is not null`),
  ],
)

// Entries are canonical ASCII without free text: a quoted key stands in the bytes only where it is one, so a pattern reads
// them as safely as a parser, and unlike a cast to jsonb these are immutable and can be indexed.
export const ENTRY_TYPE = `substring(encode(body, 'escape') from '"t":"([a-z_]+)"')`
export const ENTRY_DATASET = `substring(encode(body, 'escape') from '"dataset":"([a-z0-9-]+)"')`

/** The log: gapless index, exact bytes, RFC 6962 leaf hash. Append-only. */
export const logEntry = pgTable(
  'log_entry',
  {
    idx: bigint('idx', { mode: 'number' }).primaryKey(),
    entryId: uuid('entry_id').notNull(),
    body: bytes('body').notNull(),
    leaf: bytes('leaf').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('log_entry_id').on(t.entryId),
    index('log_entry_type').on(sql.raw(ENTRY_TYPE), t.idx),
    index('log_entry_dataset').on(sql.raw(ENTRY_DATASET), t.idx),
    check('log_entry_leaf_length', sql`octet_length(${t.leaf}) = 32`),
    check('log_entry_body_size', sql`octet_length(${t.body}) between 1 and 65535`),
  ],
)

/** Full tiles only; partial ones are prefixes of stored hashes. `root` = the tile's hash one level up. Append-only. */
export const logTile = pgTable(
  'log_tile',
  {
    level: integer('level').notNull(),
    n: bigint('n', { mode: 'number' }).notNull(),
    hashes: bytes('hashes').notNull(),
    root: bytes('root').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.level, t.n] }),
    check('log_tile_width', sql`octet_length(${t.hashes}) = 8192 and octet_length(${t.root}) = 32`),
  ],
)

/** Every checkpoint that was signed. Append-only. */
export const logCheckpoint = pgTable(
  'log_checkpoint',
  {
    size: bigint('size', { mode: 'number' }).primaryKey(),
    root: bytes('root').notNull(),
    note: text('note').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('log_checkpoint_age').on(t.createdAt)],
)

/** One row; the only UPDATE in the log, by compare-and-swap on `size`. `edge` = complete-subtree hashes of the right edge, 32 bytes each, largest first. */
export const logHead = pgTable(
  'log_head',
  {
    one: integer('one').primaryKey().default(1),
    origin: text('origin').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    root: bytes('root').notNull(),
    edge: bytes('edge').notNull(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    check('log_head_one_row', sql`${t.one} = 1`),
    check('log_head_edge', sql`octet_length(${t.edge}) % 32 = 0`),
  ],
)

/** What a witness signed about a checkpoint: the line of its note. Append-only. */
export const logCosignature = pgTable(
  'log_cosignature',
  {
    size: bigint('size', { mode: 'number' })
      .notNull()
      .references(() => logCheckpoint.size),
    /** Verifier key of the witness. */
    witness: text('witness').notNull(),
    line: text('line').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.size, t.witness] }),
    index('log_cosignature_witness').on(t.witness, t.size.desc()),
  ],
)

/** How each witness does: what it signed last, and since when it has not answered. A projection. */
export const logWitness = pgTable('log_witness', {
  witness: text('witness').primaryKey(),
  name: text('name').notNull(),
  size: bigint('size', { mode: 'number' }).notNull(),
  answeredAt: instant('answered_at'),
  failingSince: instant('failing_since'),
  problem: text('problem'),
})
