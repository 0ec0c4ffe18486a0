import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, instant } from '@/db/columns'
import { dataset, disclosureLevel, revision } from '@/db/schema/datasets'
import type { SpanRow } from '@/db/schema/flags'
import { decisionAction } from '@/db/schema/review'
import { suppressionRule } from '@/db/schema/suppression'

export const releaseState = pgEnum('release_state', ['staged', 'published'])

/** What a release says of its dataset, fixed when it was staged: later words are those of later releases. */
export type ReleaseFactsRow = {
  title: string
  description: string
  licence: string
  homepage: string | null
  /** Address of the release's page. */
  page: string
  /** SHA-256 of the policy in force, in hex. */
  policy: string
  /** Where the base files are, ending in a slash. */
  baseUrl: string | null
  /** YYYY-MM-DD, UTC. */
  date: string
}

/** A state of the log; the root in hex. */
export type LogPositionRow = { origin: string; size: number; root: string }

/** A published result. Everything but `state` and the columns filled at commit is fixed when it is staged. */
export const release = pgTable(
  'release',
  {
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    id: id(),
    version: text('version').notNull(),
    profile: text('profile').notNull().default('world'),
    disclosure: disclosureLevel('disclosure').notNull(),
    revisionId: uuid('revision_id').notNull(),
    previousId: uuid('previous_id'),
    facts: jsonb('facts').$type<ReleaseFactsRow>(),
    /** A tree with every decision of the effective set: fixed once, before the first file is written. */
    logPosition: jsonb('log_position').$type<LogPositionRow>(),
    state: releaseState('state').notNull().default('staged'),
    /** rows {in, untouched, redacted, removed, restricted}, by category as far as the disclosure level allows. */
    counts: jsonb('counts').$type<Record<string, unknown>>(),
    /** SHA-256 of release.json: the subject of signature and log entry. */
    digest: bytes('digest'),
    /** SHA-256 of manifest-sha256.txt. */
    manifestDigest: bytes('manifest_digest'),
    entryId: uuid('entry_id'),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    publishedAt: instant('published_at'),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    uniqueIndex('release_version').on(t.datasetId, t.profile, t.version),
    // One publish at a time per head.
    uniqueIndex('release_staged_once')
      .on(t.datasetId, t.profile)
      .where(sql`state = 'staged'`),
    foreignKey({ columns: [t.datasetId, t.revisionId], foreignColumns: [revision.datasetId, revision.id] }),
    check(
      'release_published_is_whole',
      sql`${t.state} <> 'published' or (${t.digest} is not null and ${t.manifestDigest} is not null and ${t.entryId} is not null and ${t.publishedAt} is not null)`,
    ),
  ],
)

/** The effective set of a release, frozen: what happens to which item, or to which single row. Append-only. */
export const releaseEffect = pgTable(
  'release_effect',
  {
    datasetId: uuid('dataset_id').notNull(),
    releaseId: uuid('release_id').notNull(),
    id: id(),
    /** Every occurrence of this item … */
    digest: bytes('digest').notNull(),
    /** … or, when set, this row alone. */
    ordinal: integer('ordinal'),
    row: bigint('row', { mode: 'number' }),
    action: decisionAction('action').notNull(),
    spans: jsonb('spans').$type<SpanRow[]>().notNull(),
    label: text('label'),
    /** Categories and reason codes of the decisions folded in; the disclosure level decides what of it is published. */
    reasons: jsonb('reasons')
      .$type<{ category: string; reasonCode: string; decisionId: string; entryId: string }[]>()
      .notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.releaseId, t.id] }),
    index('release_effect_digest').on(t.datasetId, t.releaseId, t.digest),
    foreignKey({ columns: [t.datasetId, t.releaseId], foreignColumns: [release.datasetId, release.id] }),
  ],
)

/** Standing opt-out rules in force when the release was frozen; a rule ended since still holds for it. Append-only. */
export const releaseRule = pgTable(
  'release_rule',
  {
    datasetId: uuid('dataset_id').notNull(),
    releaseId: uuid('release_id').notNull(),
    ruleId: uuid('rule_id')
      .notNull()
      .references(() => suppressionRule.id),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.releaseId, t.ruleId] }),
    foreignKey({ columns: [t.datasetId, t.releaseId], foreignColumns: [release.datasetId, release.id] }),
  ],
)

export const releaseFile = pgTable(
  'release_file',
  {
    datasetId: uuid('dataset_id').notNull(),
    releaseId: uuid('release_id').notNull(),
    path: text('path').notNull(),
    sha256: bytes('sha256').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.releaseId, t.path] }),
    foreignKey({ columns: [t.datasetId, t.releaseId], foreignColumns: [release.datasetId, release.id] }),
  ],
)

/** The newest release of each (dataset, profile): moved last, by compare-and-swap on its parent. */
export const releaseHead = pgTable(
  'release_head',
  {
    datasetId: uuid('dataset_id').notNull(),
    profile: text('profile').notNull(),
    releaseId: uuid('release_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.profile] }),
    foreignKey({ columns: [t.datasetId, t.releaseId], foreignColumns: [release.datasetId, release.id] }),
  ],
)

export const releaseNoticeKind = pgEnum('release_notice_kind', [
  'withdrawn',
  'superseded_for_legal_reasons',
  'removed_for_legal_reasons',
])

/** What has to be said of a release after it was published. Append-only: the release itself stays as it is. */
export const releaseNotice = pgTable(
  'release_notice',
  {
    datasetId: uuid('dataset_id').notNull(),
    releaseId: uuid('release_id').notNull(),
    kind: releaseNoticeKind('kind').notNull(),
    /** Why, in the maintainer's words, for everybody to read. Not in the log, which keeps words for ever. */
    reason: text('reason'),
    entryId: uuid('entry_id').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.releaseId, t.kind] }),
    foreignKey({ columns: [t.datasetId, t.releaseId], foreignColumns: [release.datasetId, release.id] }),
  ],
)
