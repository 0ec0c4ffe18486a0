import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, instant } from '@/db/columns'
import type { SpanRow } from '@/db/schema/flags'
import { person } from '@/db/schema/people'
import { takedownProof } from '@/db/schema/takedown-process'
import { takedownRequest } from '@/db/schema/takedowns'

const requestId = () =>
  uuid('request_id')
    .notNull()
    .references(() => takedownRequest.id)

/**
 * What somebody is answered who asks what there is about them, or that it be corrected. `proposed` by one person; a copy is told when
 * another has agreed. It holds no text: a copy is made of what there is when it is opened.
 */
export const takedownAnswer = pgTable(
  'takedown_answer',
  {
    id: id().primaryKey(),
    requestId: requestId(),
    kind: text('kind', { enum: ['copy', 'none', 'correction'] }).notNull(),
    state: text('state', { enum: ['proposed', 'told', 'dropped'] })
      .notNull()
      .default('proposed'),
    /** Sealed JSON {note, statement}: what is written to the requester, and what they say that stands beside a row. */
    sealed: bytes('sealed'),
    /** Of a correction: the reason of the policy that it is decided by. */
    reasonCode: text('reason_code'),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => person.id),
    agreedBy: uuid('agreed_by').references(() => person.id),
    agreedAt: instant('agreed_at'),
    /** When its requester said that their statement may be published as it is. */
    acceptedAt: instant('accepted_at'),
    toldAt: instant('told_at'),
    /** Until when a copy can be opened. */
    expiresAt: instant('expires_at'),
    /** Of the code that opens a copy: keyed, with the id of the answer. */
    codeHash: bytes('code_hash'),
    attempts: integer('attempts').notNull().default(0),
    codeExpiresAt: instant('code_expires_at'),
    /** SHA-256 of the secret in the address of an opened copy. */
    openedHash: bytes('opened_hash'),
    openedUntil: instant('opened_until'),
    createdAt: createdAt(),
  },
  (t) => [
    index('takedown_answer_request').on(t.requestId, t.createdAt.desc()),
    uniqueIndex('takedown_answer_proposed')
      .on(t.requestId)
      .where(sql`state = 'proposed'`),
    uniqueIndex('takedown_answer_opened').on(t.openedHash),
    check('takedown_answer_two_people', sql`${t.agreedBy} is null or ${t.agreedBy} <> ${t.proposedBy}`),
    check(
      'takedown_answer_copy_agreed',
      sql`${t.kind} <> 'copy' or ${t.state} <> 'told' or (${t.agreedBy} is not null and ${t.expiresAt} is not null)`,
    ),
    check('takedown_answer_told', sql`(${t.state} = 'told') = (${t.toldAt} is not null)`),
    check('takedown_answer_attempts', sql`${t.attempts} between 0 and 3`),
    check('takedown_answer_correction', sql`(${t.kind} = 'correction') = (${t.reasonCode} is not null)`),
  ],
)

/**
 * What one row comes to in an answer. Of a copy: it is given (by which proof), or others' rights forbid it, or nothing shows that it is
 * theirs. Of a correction: passages are masked, their statement stands beside it, or it stays as it is.
 */
export const takedownAnswerRow = pgTable(
  'takedown_answer_row',
  {
    answerId: uuid('answer_id')
      .notNull()
      .references(() => takedownAnswer.id),
    requestId: requestId(),
    datasetId: uuid('dataset_id').notNull(),
    digest: bytes('digest').notNull(),
    verdict: text('verdict', {
      enum: ['give', 'others', 'unproven', 'not_them', 'mask', 'statement', 'keep'],
    }).notNull(),
    /** Places: of what is about others and left out of a copy, or of what is wrong and masked. */
    spans: jsonb('spans').$type<SpanRow[]>().notNull().default([]),
    proofId: uuid('proof_id').references(() => takedownProof.id),
  },
  (t) => [
    primaryKey({ columns: [t.answerId, t.digest] }),
    index('takedown_answer_row_request').on(t.requestId),
    check('takedown_answer_row_proven', sql`(${t.verdict} <> 'give') or (${t.proofId} is not null)`),
  ],
)

/** That a copy was looked at, or saved. Append-only; it outlives the copy. */
export const takedownAnswerView = pgTable(
  'takedown_answer_view',
  {
    id: id().primaryKey(),
    answerId: uuid('answer_id')
      .notNull()
      .references(() => takedownAnswer.id),
    requestId: requestId(),
    how: text('how', { enum: ['page', 'file'] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('takedown_answer_view_answer').on(t.answerId, t.createdAt)],
)
