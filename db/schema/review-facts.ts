import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, instant } from '@/db/columns'
import { decision, decisionAction, reviewCase } from '@/db/schema/review'

/** Somebody contests a decision: the case is open again, for people who had no part in it. Append-only. */
export const appeal = pgTable(
  'appeal',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    caseId: uuid('case_id').notNull(),
    /** The decision appealed against. */
    decisionId: uuid('decision_id').notNull(),
    /** The round that answers it. */
    round: integer('round').notNull(),
    actor: text('actor').notNull(),
    /** Why, sealed under the item's key: it may quote the text. */
    grounds: bytes('grounds').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    uniqueIndex('appeal_once').on(t.datasetId, t.decisionId),
    foreignKey({ columns: [t.datasetId, t.caseId], foreignColumns: [reviewCase.datasetId, reviewCase.id] }),
    foreignKey({ columns: [t.datasetId, t.decisionId], foreignColumns: [decision.datasetId, decision.id] }),
  ],
)

/**
 * What somebody wrote on a case: why they left it to others or asked for a lead, a note for the team, or, by a lead, a word to
 * those who asked for it to be decided, told with the outcome. Append-only.
 */
export const caseNote = pgTable(
  'case_note',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    caseId: uuid('case_id').notNull(),
    round: integer('round').notNull(),
    personId: uuid('person_id').notNull(),
    kind: text('kind', { enum: ['skipped', 'escalated', 'note', 'public'] }).notNull(),
    /** Code of the reason, its words are in the labels; empty for a note. */
    reason: text('reason').notNull(),
    /** In their own words, sealed under the item's key. */
    note: bytes('note'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    index('case_note_case').on(t.datasetId, t.caseId),
    index('case_note_person').on(t.personId, t.createdAt),
    foreignKey({ columns: [t.datasetId, t.caseId], foreignColumns: [reviewCase.datasetId, reviewCase.id] }),
  ],
)

/** A bulk decision: one reason over many cases, with what happened to each counted. */
export const decisionBatch = pgTable(
  'decision_batch',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    actor: text('actor').notNull(),
    action: decisionAction('action').notNull(),
    reasonCode: text('reason_code').notNull(),
    decided: integer('decided').notNull(),
    skipped: integer('skipped').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.datasetId, t.id] })],
)

/** Somebody lifted the blur from an item of a sensitive category. Append-only; capped per day. */
export const reveal = pgTable(
  'reveal',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    caseId: uuid('case_id').notNull(),
    personId: uuid('person_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    index('reveal_person').on(t.personId, t.createdAt),
    foreignKey({ columns: [t.datasetId, t.caseId], foreignColumns: [reviewCase.datasetId, reviewCase.id] }),
  ],
)

/**
 * A vote, or a skip, a question to a lead or a lead's direct decision, that can still be taken back: sealed, for some seconds, with its slot
 * kept if it takes one. Then a job carries it out, and the row goes; one that was refused by then stays with the reason until its reviewer
 * has read it.
 */
export const heldVote = pgTable(
  'held_vote',
  {
    datasetId: uuid('dataset_id').notNull(),
    caseId: uuid('case_id').notNull(),
    round: integer('round').notNull(),
    reviewerId: uuid('reviewer_id').notNull(),
    kind: text('kind', { enum: ['vote', 'skip', 'escalation', 'decision'] })
      .notNull()
      .default('vote'),
    /** What the form sent, under the item's key. */
    sealed: bytes('sealed').notNull(),
    castsAt: instant('casts_at').notNull(),
    refused: text('refused'),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.caseId, t.round, t.reviewerId] }),
    index('held_vote_reviewer').on(t.reviewerId),
    foreignKey({ columns: [t.datasetId, t.caseId], foreignColumns: [reviewCase.datasetId, reviewCase.id] }),
  ],
)
