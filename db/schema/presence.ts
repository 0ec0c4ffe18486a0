import { foreignKey, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { instant } from '@/db/columns'
import { person } from '@/db/schema/people'
import { reviewCase } from '@/db/schema/review'

/** Who has a case before them, as their page says twice a minute. Unlogged, swept: a crash forgets it, and nothing depends on it. */
export const casePresence = pgTable(
  'case_presence',
  {
    datasetId: uuid('dataset_id').notNull(),
    caseId: uuid('case_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.caseId, t.personId] }),
    foreignKey({ columns: [t.datasetId, t.caseId], foreignColumns: [reviewCase.datasetId, reviewCase.id] }),
  ],
)
