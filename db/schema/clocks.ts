import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, instant } from '@/db/columns'
import { dataset } from '@/db/schema/datasets'
import { mailMessage } from '@/db/schema/mail'
import { person } from '@/db/schema/people'
import { takedownRequest } from '@/db/schema/takedowns'

/** One clock of a request: of one right under one law, or of one promise of ours. When it ends follows from its events. */
export const takedownClock = pgTable(
  'takedown_clock',
  {
    id: id().primaryKey(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => takedownRequest.id),
    /** Names a rule in lib/clocks/rules.ts. */
    law: text('law').notNull(),
    /** What is asked for, where one request asks for several things: `erasure`, `access`; else empty. */
    right: text('asked_right').notNull().default(''),
    /** Of a promise: its length, in the unit of its rule, as it was when it was given. A law has its own. */
    promised: integer('promised'),
    /** Whose days are counted, as it was when the clock began. */
    zone: text('zone').notNull(),
    calendar: text('calendar').notNull(),
    startedAt: instant('started_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('takedown_clock_once').on(t.requestId, t.law, t.right, t.startedAt)],
)

/** What happened to a clock. Append-only: nothing else says when it ends. */
export const takedownClockEvent = pgTable(
  'takedown_clock_event',
  {
    clockId: uuid('clock_id')
      .notNull()
      .references(() => takedownClock.id),
    /** From 0, without a gap: two that would follow the same event cannot both be written. */
    ordinal: integer('ordinal').notNull(),
    requestId: uuid('request_id').notNull(),
    type: text('type', {
      enum: ['started', 'paused', 'resumed', 'extended', 'satisfied', 'breached', 'reminded'],
    }).notNull(),
    /** The moment that counts: of a start the submission, which lies before the confirmation. */
    at: instant('at').notNull(),
    /** Of an extension: units from the start. */
    amount: integer('amount'),
    /** A code: why it was stopped, extended, or ended. */
    reason: text('reason'),
    /** What the requester was told besides, sealed under the key of the request. */
    note: bytes('note'),
    /** The letter that told its requester. */
    letterId: uuid('letter_id').references(() => mailMessage.id),
    actor: text('actor').notNull(),
    /** The end that follows from the events up to this one; null while the clock stands and when it is over. */
    dueAt: instant('due_at'),
    /** From when on it counts as nearly due; null with `dueAt`. */
    nearAt: instant('near_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clockId, t.ordinal] }),
    index('takedown_clock_event_request').on(t.requestId),
    index('takedown_clock_event_type').on(t.type, t.at),
  ],
)

/** What somebody was reminded of, so that nobody gets a letter about it twice. */
export const takedownReminder = pgTable(
  'takedown_reminder',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    clockId: uuid('clock_id')
      .notNull()
      .references(() => takedownClock.id),
    level: text('level', { enum: ['near', 'over'] }).notNull(),
    /** The end it was about: one that moved is told anew. */
    dueAt: instant('due_at').notNull(),
    /** In the time zone of the instance: one letter a day. */
    day: date('day').notNull(),
    messageId: uuid('message_id')
      .notNull()
      .references(() => mailMessage.id),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.clockId, t.level, t.dueAt] }),
    index('takedown_reminder_day').on(t.personId, t.day.desc()),
  ],
)

/** In how many working days a dataset promises to answer where no law says so. Each change is a version; the last holds for what comes. */
export const datasetPromise = pgTable(
  'dataset_promise',
  {
    datasetId: uuid('dataset_id').notNull(),
    number: integer('number').notNull(),
    acknowledgeDays: integer('acknowledge_days').notNull(),
    decideDays: integer('decide_days').notNull(),
    /** Working days that maintainers have before a copyright or licence request is decided, when a lead asks them; 0: nobody asks them. */
    ownerDays: integer('owner_days').notNull().default(1),
    changedBy: uuid('changed_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.number] }),
    foreignKey({ columns: [t.datasetId], foreignColumns: [dataset.id] }),
    check('dataset_promise_owner_days', sql`${t.ownerDays} between 0 and 5`),
  ],
)
