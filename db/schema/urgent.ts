import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { bytes, createdAt, entryId, id, instant } from '@/db/columns'
import { person } from '@/db/schema/people'
import { takedownRequest } from '@/db/schema/takedowns'

const requestId = () => uuid('request_id').references(() => takedownRequest.id)

/**
 * A request that came by the urgent lane and was acted on before anybody knew who sent it. Where it came from is kept only to limit how
 * much one network can take out of sight unseen, and goes with the personal data of the request.
 */
export const urgentReport = pgTable(
  'urgent_report',
  {
    requestId: requestId().primaryKey(),
    /** Keyed fingerprint of the network. */
    network: bytes('network'),
    /** The safety officer who took it out of sight although it is beyond what is hidden unseen. */
    passedBy: uuid('passed_by').references(() => person.id),
    passedAt: instant('passed_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('urgent_report_network').on(t.network),
    check('urgent_report_passed', sql`(${t.passedBy} is null) = (${t.passedAt} is null)`),
  ],
)

/** That a request was reported to an authority or a hotline: when, to whom and under which number (sealed), by whom. A fact, kept as long as the request's own. */
export const authorityReport = pgTable(
  'authority_report',
  {
    id: id().primaryKey(),
    requestId: requestId().notNull(),
    /** Sealed JSON {authority, reference} under the key of the request. */
    sealed: bytes('sealed').notNull(),
    reportedOn: text('reported_on').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => person.id),
    entryId: entryId(),
    createdAt: createdAt(),
  },
  (t) => [
    index('authority_report_request').on(t.requestId),
    check('authority_report_day', sql`${t.reportedOn} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`),
  ],
)
