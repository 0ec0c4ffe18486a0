import { jsonb, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, createdAt, entryId, id } from '@/db/columns'
import { category, dataset } from '@/db/schema/datasets'

/** The rule text in force at one time. Append-only: a change is a new version. `dataset_id` null = the default of this instance. */
export const policyVersion = pgTable(
  'policy_version',
  {
    id: id().primaryKey(),
    datasetId: uuid('dataset_id').references(() => dataset.id),
    number: integer('number').notNull(),
    text: text('text').notNull(),
    /** SHA-256 of the text and its reason codes in canonical form. */
    digest: bytes('digest').notNull(),
    createdBy: text('created_by').notNull(),
    entryId: entryId(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('policy_version_number').on(t.datasetId, t.number),
    index('policy_version_dataset').on(t.datasetId),
  ],
)

/** A ground for a decision, as a policy version words it. */
export const reasonCode = pgTable(
  'reason_code',
  {
    policyVersionId: uuid('policy_version_id')
      .notNull()
      .references(() => policyVersion.id),
    code: text('code').notNull(),
    category: text('category')
      .notNull()
      .references(() => category.id),
    label: text('label').notNull(),
    guidance: text('guidance').notNull().default(''),
    /** Actions this ground allows; the first is the usual one. */
    actions: jsonb('actions').$type<string[]>().notNull(),
    ordinal: integer('ordinal').notNull(),
  },
  (t) => [primaryKey({ columns: [t.policyVersionId, t.code] })],
)
