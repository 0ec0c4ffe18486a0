import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, instant } from '@/db/columns'
import { person } from '@/db/schema/people'
import { takedownRequest } from '@/db/schema/takedowns'

/** A text by its digest in hex, and the ids of rules. */
export type KeptOut = { digest: string; rules: string[] }

/**
 * Whoever wrote a text complains that it was taken out (Regulation (EU) 2022/2065 Art. 20). Before somebody has seen that it is theirs nothing
 * follows from it, and nobody is told whether there is anything of it. What is contested then is in `appeal`.
 */
export const complaint = pgTable(
  'complaint',
  {
    /** The request of kind `complaint` that it came as. */
    requestId: uuid('request_id')
      .primaryKey()
      .references(() => takedownRequest.id),
    datasetId: uuid('dataset_id').notNull(),
    /** What it names, in hexadecimal, taken out or not: what is taken out before it is heard is part of it, too. */
    digests: text('digests').array().notNull().default([]),
    /** The cases that took out what it names, of all categories but the restricted ones. */
    caseIds: uuid('case_ids').array().notNull(),
    /** Of each text it names that no decision took out: the standing rules under which it falls by where it comes from. */
    keptOut: jsonb('kept_out').$type<KeptOut[]>().notNull().default([]),
    /** How its sender was shown to be the author, who saw it, and when. */
    shownBy: text('shown_by'),
    heardBy: uuid('heard_by').references(() => person.id),
    heardAt: instant('heard_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('complaint_cases').using('gin', t.caseIds),
    check(
      'complaint_heard',
      sql`(${t.heardBy} is null) = (${t.heardAt} is null) and (${t.heardBy} is null) = (${t.shownBy} is null)`,
    ),
  ],
)
