import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, entryId, id, instant } from '@/db/columns'
import { dataset } from '@/db/schema/datasets'
import { policyVersion } from '@/db/schema/policies'
import { decisionAction, reviewCase } from '@/db/schema/review'

export const suppressionKind = pgEnum('suppression_kind', [
  'digest',
  'source_id',
  'url',
  'domain',
  'prefix',
  'author',
  'host',
])

/** A standing exclusion made by a decision. The identifier is an HMAC under the instance key: a public list would be a register of objectors. */
export const suppressionRule = pgTable(
  'suppression_rule',
  {
    id: id().primaryKey(),
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    kind: suppressionKind('kind').notNull(),
    hmac: bytes('hmac').notNull(),
    /** A `decision` about a case, or a `suppression_decision`. */
    decisionId: uuid('decision_id').notNull(),
    /** Where it holds, as its decision says; null is everywhere. */
    territories: text('territories').array(),
    requestId: uuid('request_id'),
    entryId: entryId(),
    createdAt: createdAt(),
    endedAt: instant('ended_at'),
    /** The `suppression_decision` that ended it; null when its case was decided otherwise. */
    endedBy: uuid('ended_by'),
  },
  (t) => [
    uniqueIndex('suppression_rule_once')
      .on(t.datasetId, t.kind, t.hmac)
      .where(sql`ended_at is null`),
    index('suppression_rule_request')
      .on(t.requestId)
      .where(sql`request_id is not null`),
    check('suppression_hmac_length', sql`octet_length(${t.hmac}) = 32`),
  ],
)

/**
 * A decision about sources as such, which no case asked for: to keep one out (`remove`, `restrict`), or to end rules (`keep`).
 * Append-only, with an entry in the log like every decision.
 */
export const suppressionDecision = pgTable(
  'suppression_decision',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    category: text('category').notNull(),
    action: decisionAction('action').notNull(),
    reasonCode: text('reason_code').notNull(),
    policyVersionId: uuid('policy_version_id')
      .notNull()
      .references(() => policyVersion.id),
    territories: text('territories').array(),
    /** The request that named the source, when there is one. */
    requestId: uuid('request_id'),
    actor: text('actor').notNull(),
    entryId: entryId(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    foreignKey({ columns: [t.datasetId], foreignColumns: [dataset.id] }),
  ],
)

/**
 * A source that somebody asked to leave out, of the item of a case. A decision that upholds it makes it a rule; kind `digest` says
 * that the item has no source of its own, and that the decision is about the text.
 */
export const suppressionAsked = pgTable(
  'suppression_asked',
  {
    datasetId: uuid('dataset_id').notNull(),
    caseId: uuid('case_id').notNull(),
    kind: suppressionKind('kind').notNull(),
    hmac: bytes('hmac').notNull(),
    /** The takedown request; null when a standing rule found the item. */
    requestId: uuid('request_id'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.caseId, t.kind, t.hmac] }),
    foreignKey({ columns: [t.datasetId, t.caseId], foreignColumns: [reviewCase.datasetId, reviewCase.id] }),
    index('suppression_asked_source').on(t.datasetId, t.hmac),
    check('suppression_asked_hmac_length', sql`octet_length(${t.hmac}) = 32`),
  ],
)
