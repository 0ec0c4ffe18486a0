import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, instant } from '@/db/columns'

export const disclosureLevel = pgEnum('disclosure_level', ['full', 'rows', 'kept-only'])
export const revisionState = pgEnum('revision_state', ['importing', 'complete', 'failed'])
export const fileState = pgEnum('file_state', ['staged', 'importing', 'complete'])
export const sourceFormat = pgEnum('source_format', [
  'jsonl',
  'jsonl.gz',
  'csv',
  'csv.gz',
  'tsv',
  'tsv.gz',
  'parquet',
])

/** What a flag can be about. Rows, not an enum: a dataset may add its own. `restricted` ones are for safety officers only. */
export const category = pgTable('category', {
  id: text('id').primaryKey(),
  label: text('label').notNull(),
  restricted: integer('restricted').notNull().default(0),
  /** Blurred until revealed. */
  sensitive: integer('sensitive').notNull().default(0),
  severity: smallint('severity').notNull().default(2),
})

export const dataset = pgTable(
  'dataset',
  {
    id: id().primaryKey(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    /** SPDX expression, or free text when it has none. */
    licence: text('licence').notNull(),
    homepage: text('homepage'),
    description: text('description').notNull().default(''),
    idField: text('id_field'),
    /** Content fields in digest order; fixed at the first import (null before). See docs/item-digest.md. */
    textFields: text('text_fields').array(),
    urlFields: text('url_fields').array(),
    mediaHashField: text('media_hash_field'),
    /** Field that names who wrote a row; null = names are not kept. */
    authorField: text('author_field'),
    /** Field that names the language of a row; null = told from the text. */
    languageField: text('language_field'),
    digestScheme: smallint('digest_scheme').notNull().default(1),
    disclosure: disclosureLevel('disclosure').notNull().default('rows'),
    /** Territories that get releases of their own, beside the one for the whole world. */
    territories: text('territories').array().notNull().default([]),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('dataset_slug').on(t.slug),
    check('dataset_slug_form', sql`${t.slug} ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$'`),
  ],
)

/** An immutable list of source files. Complete only when every row read is either good or quarantined. */
export const revision = pgTable(
  'revision',
  {
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    id: id(),
    number: integer('number').notNull(),
    label: text('label'),
    state: revisionState('state').notNull().default('importing'),
    /** SHA-256 over the sorted file digests: the same files are the same revision. */
    filesDigest: bytes('files_digest').notNull(),
    rowsRead: bigint('rows_read', { mode: 'number' }).notNull().default(0),
    rowsGood: bigint('rows_good', { mode: 'number' }).notNull().default(0),
    rowsBad: bigint('rows_bad', { mode: 'number' }).notNull().default(0),
    rowsUnscanned: bigint('rows_unscanned', { mode: 'number' }).notNull().default(0),
    rowsFlagged: bigint('rows_flagged', { mode: 'number' }).notNull().default(0),
    /** Against the previous complete revision, by digest; null for the first. */
    rowsNew: bigint('rows_new', { mode: 'number' }),
    rowsGone: bigint('rows_gone', { mode: 'number' }),
    decisionsCarried: bigint('decisions_carried', { mode: 'number' }),
    error: text('error'),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    completedAt: instant('completed_at'),
    entryId: uuid('entry_id'),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    uniqueIndex('revision_number').on(t.datasetId, t.number),
    uniqueIndex('revision_files').on(t.datasetId, t.filesDigest),
    check(
      'revision_accounts_for_every_row',
      sql`${t.state} <> 'complete' or (${t.rowsGood} + ${t.rowsBad} = ${t.rowsRead} and ${t.entryId} is not null)`,
    ),
  ],
)

export const revisionFile = pgTable(
  'revision_file',
  {
    datasetId: uuid('dataset_id').notNull(),
    revisionId: uuid('revision_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    /** Path as given, relative to the imported folder; unique in the revision. */
    path: text('path').notNull(),
    format: sourceFormat('format').notNull(),
    sha256: bytes('sha256').notNull(),
    /** Blob that stands in for it since a row was erased: as many rows in the same places. Null while the file is whole. */
    storedSha256: bytes('stored_sha256'),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    state: fileState('state').notNull().default('staged'),
    rowsRead: bigint('rows_read', { mode: 'number' }).notNull().default(0),
    rowsGood: bigint('rows_good', { mode: 'number' }).notNull().default(0),
    rowsBad: bigint('rows_bad', { mode: 'number' }).notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.revisionId, t.ordinal] }),
    uniqueIndex('revision_file_path').on(t.datasetId, t.revisionId, t.path),
    foreignKey({ columns: [t.datasetId, t.revisionId], foreignColumns: [revision.datasetId, revision.id] }),
    check(
      'revision_file_accounts_for_every_row',
      sql`${t.state} <> 'complete' or ${t.rowsGood} + ${t.rowsBad} = ${t.rowsRead}`,
    ),
  ],
)

/** One committed step of an import: an index segment in the blob store and the rows it covers. Resume starts after the last. */
export const importChunk = pgTable(
  'import_chunk',
  {
    datasetId: uuid('dataset_id').notNull(),
    revisionId: uuid('revision_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    chunk: integer('chunk').notNull(),
    firstRow: bigint('first_row', { mode: 'number' }).notNull(),
    rowsRead: bigint('rows_read', { mode: 'number' }).notNull(),
    rowsGood: bigint('rows_good', { mode: 'number' }).notNull(),
    rowsBad: bigint('rows_bad', { mode: 'number' }).notNull(),
    rowsUnscanned: bigint('rows_unscanned', { mode: 'number' }).notNull(),
    rowsFlagged: bigint('rows_flagged', { mode: 'number' }).notNull(),
    /** Where the next chunk begins in the decompressed stream: byte and line. */
    nextOffset: bigint('next_offset', { mode: 'number' }),
    nextLine: bigint('next_line', { mode: 'number' }),
    /** Blob (SHA-256) of the Parquet index segment. */
    segment: bytes('segment').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.revisionId, t.ordinal, t.chunk] }),
    foreignKey({
      columns: [t.datasetId, t.revisionId, t.ordinal],
      foreignColumns: [revisionFile.datasetId, revisionFile.revisionId, revisionFile.ordinal],
    }),
    check('import_chunk_accounts_for_every_row', sql`${t.rowsGood} + ${t.rowsBad} = ${t.rowsRead}`),
  ],
)

/** A row that is not an item (`bad`), or an item no detector has read in full (`unscanned`): where it is and why. */
export const quarantine = pgTable(
  'quarantine',
  {
    datasetId: uuid('dataset_id').notNull(),
    revisionId: uuid('revision_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    row: bigint('row', { mode: 'number' }).notNull(),
    kind: text('kind', { enum: ['bad', 'unscanned'] }).notNull(),
    line: bigint('line', { mode: 'number' }),
    reason: text('reason').notNull(),
    detail: text('detail').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.revisionId, t.ordinal, t.row, t.kind] }),
    foreignKey({
      columns: [t.datasetId, t.revisionId, t.ordinal],
      foreignColumns: [revisionFile.datasetId, revisionFile.revisionId, revisionFile.ordinal],
    }),
  ],
)

/** One row of a dataset that somebody or something has said something about, wherever it occurs. */
export const item = pgTable(
  'item',
  {
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    digest: bytes('digest').notNull(),
    /** Of its text: ISO 639 code, `und` where it cannot be told. Null: from before it was told, until a job has read it. */
    language: text('language').default('und'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.digest] }),
    index('item_without_language')
      .on(t.datasetId, t.digest)
      .where(sql`language is null`),
    check('item_digest_length', sql`octet_length(${t.digest}) = 32`),
  ],
)

/**
 * The text of an item, apart from the item so that it can be purged while the digest stays. `body` is UTF-8 JSON
 * `{field: value}` (bytes, not jsonb: NUL and lone surrogates survive), sealed under the item's key, which `key_id` names.
 */
export const itemContent = pgTable(
  'item_content',
  {
    datasetId: uuid('dataset_id').notNull(),
    digest: bytes('digest').notNull(),
    body: bytes('body').notNull(),
    keyId: uuid('key_id'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.digest] }),
    foreignKey({ columns: [t.datasetId, t.digest], foreignColumns: [item.datasetId, item.digest] }),
  ],
)

/** Where an item stands in a revision. Only for items that are rows here; the full index is Parquet beside the data. */
export const occurrence = pgTable(
  'occurrence',
  {
    datasetId: uuid('dataset_id').notNull(),
    revisionId: uuid('revision_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    row: bigint('row', { mode: 'number' }).notNull(),
    digest: bytes('digest').notNull(),
    sourceId: text('source_id'),
    url: text('url'),
    offset: bigint('offset', { mode: 'number' }),
    length: bigint('length', { mode: 'number' }),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.revisionId, t.ordinal, t.row] }),
    index('occurrence_digest').on(t.datasetId, t.digest),
    foreignKey({ columns: [t.datasetId, t.digest], foreignColumns: [item.datasetId, item.digest] }),
    foreignKey({
      columns: [t.datasetId, t.revisionId, t.ordinal],
      foreignColumns: [revisionFile.datasetId, revisionFile.revisionId, revisionFile.ordinal],
    }),
  ],
)

/** An upload or CLI import under way: what the progress page shows. A projection, never the truth about rows. */
export const importRun = pgTable(
  'import_run',
  {
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    id: id(),
    revisionId: uuid('revision_id'),
    state: text('state', { enum: ['queued', 'running', 'done', 'failed'] })
      .notNull()
      .default('queued'),
    /** What was asked: blob digests and names, fields. No row content. */
    request: bytes('request').notNull(),
    bytesTotal: bigint('bytes_total', { mode: 'number' }).notNull().default(0),
    bytesDone: bigint('bytes_done', { mode: 'number' }).notNull().default(0),
    rowsDone: bigint('rows_done', { mode: 'number' }).notNull().default(0),
    error: text('error'),
    startedBy: uuid('started_by'),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.datasetId, t.id] })],
)
