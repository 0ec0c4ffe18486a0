import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, entryId, id, instant } from '@/db/columns'
import { dataset } from '@/db/schema/datasets'

export const siteRole = pgEnum('site_role', ['admin', 'safety_officer', 'auditor'])
export const datasetRole = pgEnum('dataset_role', ['reviewer', 'lead', 'maintainer'])

/** A person with an account. `session_version` goes up to end every session of theirs at once. */
export const person = pgTable(
  'person',
  {
    id: id().primaryKey(),
    /** Lower-cased; the address signs in and receives mail. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    /** What the public sees instead of the name. */
    pseudonym: text('pseudonym').notNull(),
    /** scrypt, PHC string; null for accounts that sign in through OIDC only. */
    passwordHash: text('password_hash'),
    sessionVersion: integer('session_version').notNull().default(1),
    disabledAt: instant('disabled_at'),
    /** Their address was verified: by themselves, by an identity provider, or by the admin who made the account. */
    verifiedAt: instant('verified_at').defaultNow(),
    /** A demo persona: refused by a production start. */
    demo: integer('demo').notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('person_email').on(t.email),
    uniqueIndex('person_pseudonym').on(t.pseudonym),
    check('person_email_lower', sql`${t.email} = lower(${t.email})`),
  ],
)

/** A subject at an OIDC issuer that signs in as this person. */
export const identity = pgTable(
  'identity',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index('identity_person').on(t.personId)],
)

export const siteMembership = pgTable(
  'site_membership',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    role: siteRole('role').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.role] })],
)

export const membership = pgTable(
  'membership',
  {
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    role: datasetRole('role').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.personId, t.role] }),
    index('membership_person').on(t.personId),
  ],
)

/** Every grant and revocation of a role: the fact behind `membership` and `site_membership`. Append-only. */
export const roleChange = pgTable(
  'role_change',
  {
    id: id().primaryKey(),
    datasetId: uuid('dataset_id'),
    personId: uuid('person_id').notNull(),
    role: text('role').notNull(),
    change: text('change', { enum: ['granted', 'revoked'] }).notNull(),
    actor: text('actor').notNull(),
    entryId: entryId(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({ columns: [t.personId], foreignColumns: [person.id] }),
    index('role_change_person').on(t.personId),
  ],
)

/** Fixed-window counters for sign-in, takedown forms and look-ups. The key is an HMAC: no address is stored. */
export const rateLimit = pgTable(
  'rate_limit',
  {
    key: bytes('key').notNull(),
    windowStart: instant('window_start').notNull(),
    count: bigint('count', { mode: 'number' }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] }), index('rate_limit_window').on(t.windowStart)],
)
