import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, instant } from '@/db/columns'
import { person } from '@/db/schema/people'
import { takedownEvent, takedownRequest } from '@/db/schema/takedowns'

const requestId = () =>
  uuid('request_id')
    .notNull()
    .references(() => takedownRequest.id)

/** The event that this goes with; it has one of these at most. */
const eventId = () =>
  uuid('event_id')
    .primaryKey()
    .references(() => takedownEvent.id)

/**
 * A letter that asks to confirm a request and found no room on its day: it is sent on a later one. Its row goes with it, and with who asked.
 */
export const takedownWaitingLetter = pgTable(
  'takedown_waiting_letter',
  {
    requestId: uuid('request_id')
      .primaryKey()
      .references(() => takedownRequest.id),
    /** HMAC of the address that it goes to, as in the contact. */
    emailHmac: bytes('email_hmac').notNull(),
    /** Keyed fingerprint of the network that it came from: each has its turn. */
    network: text('network').notNull(),
    /** Which letter of its network it was when it came to wait: the first of each goes before the second of any. */
    turn: integer('turn').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('takedown_waiting_letter_turn').on(t.emailHmac, t.turn, t.createdAt)],
)

/** What staff wrote to the requester with an event, sealed under the key of the request. */
export const takedownWord = pgTable(
  'takedown_word',
  { eventId: eventId(), requestId: requestId(), sealed: bytes('sealed').notNull(), createdAt: createdAt() },
  (t) => [index('takedown_word_request').on(t.requestId)],
)

/** How somebody can show that they are who they say: what stands in the row first, documents last. */
export const PROOF_METHODS = [
  ...(['row_address', 'page', 'well_known', 'dns', 'contact'] as const),
  ...(['letter', 'document'] as const),
] as const

/** A proof that was asked for. What a code was sent to, or which domain is looked at, is sealed under the key of the request. */
export const takedownProof = pgTable(
  'takedown_proof',
  {
    id: id().primaryKey(),
    requestId: requestId(),
    method: text('method', { enum: PROOF_METHODS }).notNull(),
    /** The address, the page or the domain; null for what staff look at. */
    sealed: bytes('sealed'),
    /** SHA-256 of the code with the id of the proof, or of the token that a page or a domain shows. */
    codeHash: bytes('code_hash'),
    attempts: integer('attempts').notNull().default(0),
    expiresAt: instant('expires_at').notNull(),
    state: text('state', { enum: ['open', 'proven', 'failed', 'replaced'] })
      .notNull()
      .default('open'),
    /** Why a look at a page or a domain found nothing, as a code. */
    lastLook: text('last_look'),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => person.id),
    endedAt: instant('ended_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('takedown_proof_request').on(t.requestId),
    uniqueIndex('takedown_proof_open')
      .on(t.requestId)
      .where(sql`state = 'open'`),
    check('takedown_proof_attempts', sql`${t.attempts} between 0 and 3`),
  ],
)

/** The second person who agreed to an outcome: none of those who decided. Append-only. */
export const takedownSecond = pgTable(
  'takedown_second',
  {
    /** That everything was decided. */
    eventId: eventId(),
    requestId: requestId(),
    firstBy: uuid('first_by').array().notNull(),
    secondBy: uuid('second_by')
      .notNull()
      .references(() => person.id),
    /** What they agreed to, as `takedown_decided` gives it: the cases of the request with their decisions. Null before it was kept. */
    decided: text('decided'),
    createdAt: createdAt(),
  },
  (t) => [
    index('takedown_second_request').on(t.requestId),
    check('takedown_second_is_another', sql`not (${t.secondBy} = any(${t.firstBy}))`),
  ],
)

/** The time a dataset's maintainers have to change or answer, before anything is decided. */
export const takedownOwnerWindow = pgTable(
  'takedown_owner_window',
  {
    /** That they were told. */
    eventId: eventId(),
    requestId: requestId(),
    dueAt: instant('due_at').notNull(),
    extendedAt: instant('extended_at'),
    endedAt: instant('ended_at'),
    /** What they said, sealed under the key of the request. */
    answer: bytes('answer'),
    createdAt: createdAt(),
  },
  (t) => [
    index('takedown_owner_window_request').on(t.requestId),
    uniqueIndex('takedown_owner_window_open')
      .on(t.requestId)
      .where(sql`ended_at is null`),
  ],
)

/** The statement of reasons that a restriction was told with: codes and counts, no words of anybody. Append-only. */
export const takedownStatement = pgTable(
  'takedown_statement',
  {
    /** The outcome it states the reasons of. */
    eventId: eventId(),
    requestId: requestId(),
    facts: jsonb('facts').$type<StatementFacts>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('takedown_statement_request').on(t.requestId)],
)

/** Regulation (EU) 2022/2065 Art. 17(3), as fields. */
export type StatementFacts = {
  /** (a) What was done to how many items, and where it holds: null is everywhere. It has no end unless somebody ends it. */
  restrictions: { action: string; items: number; territories: string[] | null }[]
  /** (b) The kind of the notice; never who sent it. Day it came, UTC. */
  notice: { kind: string; received: string; byLaw: string | null }
  /** (c) Whether a program found the items, and whether one decided. */
  automated: { found: boolean; decided: boolean }
  /** (d), (e) The grounds: reasons of the dataset's policy, with their version. */
  grounds: { reason: string; policy: number; items: number }[]
  /** (d) Whether it was done as illegal content, or (e) against the policy. */
  ground: 'illegal' | 'policy'
}
