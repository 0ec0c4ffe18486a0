import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, instant } from '@/db/columns'
import { dataset, revision } from '@/db/schema/datasets'
import { release } from '@/db/schema/releases'
import { takedownRequest } from '@/db/schema/takedowns'

/** A removal was decided while a clock ran: the day by which a release without it is there. Append-only; a later outcome promises anew. */
export const releasePromise = pgTable(
  'release_promise',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => takedownRequest.id),
    profile: text('profile').notNull(),
    dueAt: instant('due_at').notNull(),
    /** The next version as it was told; null where nothing was published yet. */
    version: text('version'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    index('release_promise_due').on(t.datasetId, t.profile, t.dueAt),
    index('release_promise_request').on(t.requestId),
    foreignKey({ columns: [t.datasetId], foreignColumns: [dataset.id] }),
  ],
)

/** A release without what a request was decided about. Append-only. */
export const fulfilment = pgTable(
  'fulfilment',
  {
    datasetId: uuid('dataset_id').notNull(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => takedownRequest.id),
    profile: text('profile').notNull(),
    releaseId: uuid('release_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.requestId, t.profile, t.releaseId] }),
    index('fulfilment_release').on(t.datasetId, t.releaseId),
    foreignKey({ columns: [t.datasetId, t.releaseId], foreignColumns: [release.datasetId, release.id] }),
  ],
)

/** How long before a due date a release is published by itself. No row = the default. */
export const dueReleaseSetting = pgTable(
  'due_release_setting',
  {
    datasetId: uuid('dataset_id')
      .primaryKey()
      .references(() => dataset.id),
    marginDays: smallint('margin_days').notNull().default(2),
  },
  (t) => [check('due_release_margin', sql`${t.marginDays} between 0 and 14`)],
)

/** What was done about a removal that the next release by hand would come too late for: told once each. Append-only. */
export const dueRelease = pgTable(
  'due_release',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    profile: text('profile').notNull(),
    /** `made`: its maintainers were told that it is there. */
    kind: text('kind', { enum: ['announced', 'refused', 'staged', 'made'] }).notNull(),
    /** The day of the earliest removal it was about, UTC. */
    dueOn: date('due_on').notNull(),
    /** Of a refusal: why. */
    reason: text('reason', { enum: ['', 'no_release', 'importing', 'erasing'] })
      .notNull()
      .default(''),
    releaseId: uuid('release_id'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    uniqueIndex('due_release_once')
      .on(t.datasetId, t.profile, t.kind, t.dueOn, t.reason)
      .where(sql`kind in ('announced', 'refused')`),
    uniqueIndex('due_release_made')
      .on(t.datasetId, t.releaseId, t.kind)
      .where(sql`release_id is not null`),
    check('due_release_of', sql`(${t.kind} in ('staged', 'made')) = (${t.releaseId} is not null)`),
    check('due_release_refused', sql`(${t.kind} = 'refused') = (${t.reason} <> '')`),
    foreignKey({ columns: [t.datasetId], foreignColumns: [dataset.id] }),
    foreignKey({ columns: [t.datasetId, t.releaseId], foreignColumns: [release.datasetId, release.id] }),
  ],
)

/** A place besides this one where the dataset can be had. Never deleted: what was ticked there stays readable. */
export const datasetHost = pgTable(
  'dataset_host',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    name: text('name').notNull(),
    kind: text('kind', {
      enum: ['git', 'hugging_face', 'object_store', 'archive', 'mirror', 'website'],
    }).notNull(),
    address: text('address').notNull(),
    addedBy: text('added_by').notNull(),
    createdAt: createdAt(),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by'),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    uniqueIndex('dataset_host_once')
      .on(t.datasetId, t.address)
      .where(sql`ended_at is null`),
    check('dataset_host_ended', sql`(${t.endedAt} is null) = (${t.endedBy} is null)`),
    foreignKey({ columns: [t.datasetId], foreignColumns: [dataset.id] }),
  ],
)

/** A maintainer says that a part of a host no longer has what a release leaves out, nor what any before it did. Append-only. */
export const hostCheck = pgTable(
  'host_check',
  {
    datasetId: uuid('dataset_id').notNull(),
    hostId: uuid('host_id').notNull(),
    item: text('item', {
      enum: ['head', 'history', 'pull_requests', 'converted', 'mirrors', 'caches'],
    }).notNull(),
    releaseId: uuid('release_id').notNull(),
    /** The day it was done, as the maintainer says. */
    doneOn: date('done_on').notNull(),
    actor: text('actor').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.hostId, t.item, t.releaseId] }),
    foreignKey({ columns: [t.datasetId, t.hostId], foreignColumns: [datasetHost.datasetId, datasetHost.id] }),
    foreignKey({ columns: [t.datasetId, t.releaseId], foreignColumns: [release.datasetId, release.id] }),
  ],
)

/** A revision brought rows back that a request had left out, and they stay out. Append-only: told once for each revision. */
export const rowsReturned = pgTable(
  'rows_returned',
  {
    datasetId: uuid('dataset_id').notNull(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => takedownRequest.id),
    revisionId: uuid('revision_id').notNull(),
    rows: bigint('rows', { mode: 'number' }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.requestId, t.revisionId] }),
    foreignKey({ columns: [t.datasetId, t.revisionId], foreignColumns: [revision.datasetId, revision.id] }),
  ],
)

/**
 * A state of the list of rows that are decided to go and that the newest release still has. `holders`: with those of restricted
 * kinds. A list is signed once, by the worker; the next one has the next number.
 */
export const pendingFeed = pgTable(
  'pending_feed',
  {
    datasetId: uuid('dataset_id').notNull(),
    profile: text('profile').notNull(),
    audience: text('audience', { enum: ['public', 'holders'] }).notNull(),
    serial: integer('serial').notNull(),
    releaseId: uuid('release_id').notNull(),
    rows: bigint('rows', { mode: 'number' }).notNull(),
    /** The signed list, and the signed difference from the one before. */
    whole: bytes('whole').notNull(),
    change: bytes('change').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.profile, t.audience, t.serial] }),
    foreignKey({ columns: [t.datasetId, t.releaseId], foreignColumns: [release.datasetId, release.id] }),
  ],
)
