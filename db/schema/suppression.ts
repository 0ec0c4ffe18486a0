import { sql } from 'drizzle-orm'
import { check, foreignKey, pgEnum, pgTable, primaryKey, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, createdAt, entryId, id, instant } from '@/db/columns'
import { dataset } from '@/db/schema/datasets'
import { reviewCase } from '@/db/schema/review'

export const suppressionKind = pgEnum('suppression_kind', ['digest', 'source_id', 'url', 'domain'])

/** A standing exclusion made by an upheld opt-out. The identifier is an HMAC under the instance key: a public list would be a register of objectors. */
export const suppressionRule = pgTable(
  'suppression_rule',
  {
    id: id().primaryKey(),
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    kind: suppressionKind('kind').notNull(),
    hmac: bytes('hmac').notNull(),
    decisionId: uuid('decision_id').notNull(),
    requestId: uuid('request_id'),
    entryId: entryId(),
    createdAt: createdAt(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('suppression_rule_once')
      .on(t.datasetId, t.kind, t.hmac)
      .where(sql`ended_at is null`),
    check('suppression_hmac_length', sql`octet_length(${t.hmac}) = 32`),
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
    check('suppression_asked_hmac_length', sql`octet_length(${t.hmac}) = 32`),
  ],
)
