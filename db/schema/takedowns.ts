import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, entryId, id, instant } from '@/db/columns'
import { category, dataset, item } from '@/db/schema/datasets'
import { reviewCase } from '@/db/schema/review'

export const takedownKind = pgEnum('takedown_kind', [
  'copyright',
  'privacy',
  'illegal_content',
  'opt_out',
  'other',
  'counter_notice',
  'licence',
  'publicity',
  'court_order',
  'retraction',
  'complaint',
])

/** §1.0 of the process: the first path uses these; later states are added, never renamed. */
export const takedownStatus = pgEnum('takedown_status', [
  'email_unverified',
  'received',
  'under_review',
  'no_match',
  'actioned',
  'partially_actioned',
  'no_action',
  'withdrawn',
  'expired',
  'needs_info',
  'needs_identity',
  'owner_notified',
  'on_hold',
  'rejected',
  'duplicate',
  'countered',
  'restored',
  'kept_down',
  'retracted',
  'closed',
  'answered',
])

export const takedownTargetKind = pgEnum('takedown_target_kind', [
  'link',
  'row',
  'digest',
  'quote',
  'source_id',
  'url',
  'domain',
  'prefix',
  'author',
  'host',
  'near',
])

/** A person's request. Nothing here says who: contact and statement are sealed in `takedown_contact`. Status is a projection of the events. */
export const takedownRequest = pgTable(
  'takedown_request',
  {
    id: id().primaryKey(),
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id),
    /** Short public number, e.g. `7QK4-M2XD`: names the request, opens nothing. */
    reference: text('reference').notNull(),
    kind: takedownKind('kind').notNull(),
    /** Of a privacy request: which right it is about. Access and rectification are answered, not decided as a removal. */
    right: text('asked_right', {
      enum: ['erasure', 'objection', 'restriction', 'opt_out_of_sale', 'rectification', 'access'],
    }),
    /** The category its cases open under. A restricted one hides the whole request from the dataset's team. */
    category: text('category')
      .notNull()
      .default('other')
      .references(() => category.id),
    status: takedownStatus('status').notNull().default('email_unverified'),
    /** SHA-256 of the secret in the tracking link. */
    trackingHash: bytes('tracking_hash').notNull(),
    /** Version of the attestation wording that was shown and accepted; `.de` behind it: in German. */
    attestation: text('attestation').notNull(),
    /** Version of the questions that were asked, likewise; null: before they had one, or not by a form. */
    form: text('form'),
    submittedAt: instant('submitted_at').notNull().defaultNow(),
    confirmedAt: instant('confirmed_at'),
    /** The earliest end of its clocks that we have to keep, and from when on it is near. Projections of their events. */
    dueAt: instant('due_at'),
    nearAt: instant('near_at'),
    closedAt: instant('closed_at'),
    /** Where it stood when it was held, and goes back to. */
    heldFrom: takedownStatus('held_from'),
    /** Of a court order: that it forbids to tell others of it. Its answers are erased in time, and what they forbid is not. */
    confidential: boolean('confidential').notNull().default(false),
  },
  (t) => [
    uniqueIndex('takedown_reference').on(t.reference),
    uniqueIndex('takedown_tracking').on(t.trackingHash),
    index('takedown_status_age').on(t.status, t.submittedAt.desc(), t.id.desc()),
    index('takedown_dataset').on(t.datasetId, t.submittedAt.desc()),
    index('takedown_near')
      .on(t.nearAt)
      .where(sql`closed_at is null`),
    check('takedown_right', sql`${t.right} is null or ${t.kind}::text = 'privacy'`),
    check('takedown_confidential', sql`not ${t.confidential} or ${t.kind}::text = 'court_order'`),
  ],
)

/** Personal data of the requester: sealed, apart, with a date after which it goes. */
export const takedownContact = pgTable(
  'takedown_contact',
  {
    requestId: uuid('request_id')
      .primaryKey()
      .references(() => takedownRequest.id),
    /** Sealed JSON {name, email, organisation?, statement, …answers}. */
    sealed: bytes('sealed').notNull(),
    /** HMAC of the normalised address: limits and duplicates without reading it. */
    emailHmac: bytes('email_hmac').notNull(),
    retainUntil: instant('retain_until').notNull(),
  },
  (t) => [
    index('takedown_contact_email').on(t.emailHmac),
    index('takedown_contact_retain').on(t.retainUntil),
  ],
)

/** A single-use link. GET shows, POST uses. */
export const takedownConfirmation = pgTable(
  'takedown_confirmation',
  {
    tokenHash: bytes('token_hash').primaryKey(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => takedownRequest.id),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    createdAt: createdAt(),
  },
  (t) => [index('takedown_confirmation_request').on(t.requestId)],
)

/** What the request is about, as the requester put it (sealed: a quote is personal data). */
export const takedownTarget = pgTable(
  'takedown_target',
  {
    id: id().primaryKey(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => takedownRequest.id),
    ordinal: integer('ordinal').notNull(),
    kind: takedownTargetKind('kind').notNull(),
    sealed: bytes('sealed').notNull(),
    /** The source that it stands for, as a rule about it would name it (an HMAC); null of what only names rows or words. */
    source: bytes('source'),
    /** The last two: a source that no row comes from yet, and what a lead decided about those to come. */
    state: text('state', { enum: ['pending', 'matched', 'not_found', 'kept_out', 'declined'] })
      .notNull()
      .default('pending'),
    /** Rows of the searched revision that it means, as counted last. */
    rows: bigint('rows', { mode: 'number' }),
    /** Of one that the requester did not name: the lead who widened the request by it, and the target that it widens. */
    addedBy: uuid('added_by'),
    widens: uuid('widens'),
  },
  (t) => [
    uniqueIndex('takedown_target_ordinal').on(t.requestId, t.ordinal),
    index('takedown_target_source')
      .on(t.source)
      .where(sql`source is not null`),
  ],
)

/** An item a target was found to be, and the case that asks about it. */
export const takedownMatch = pgTable(
  'takedown_match',
  {
    datasetId: uuid('dataset_id').notNull(),
    requestId: uuid('request_id').notNull(),
    targetId: uuid('target_id').notNull(),
    digest: bytes('digest').notNull(),
    caseId: uuid('case_id').notNull(),
    /** The decision of its case that the last answer to the request was about; null before there was one. */
    told: uuid('told'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.requestId, t.targetId, t.digest] }),
    index('takedown_match_case').on(t.datasetId, t.caseId),
    index('takedown_match_request').on(t.requestId),
    foreignKey({ columns: [t.datasetId, t.digest], foreignColumns: [item.datasetId, item.digest] }),
    foreignKey({ columns: [t.datasetId, t.caseId], foreignColumns: [reviewCase.datasetId, reviewCase.id] }),
  ],
)

/** What happened to a request. Append-only; status, clocks and the tracking page are read from it. */
export const takedownEvent = pgTable(
  'takedown_event',
  {
    id: id().primaryKey(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => takedownRequest.id),
    type: text('type', {
      enum: [
        'submitted',
        'confirmed',
        'matched',
        'no_match',
        'case_decided',
        'outcome',
        'appealed',
        'appeal_decided',
        'withdrawn',
        'expired',
        'message',
        'clock_paused',
        'clock_resumed',
        'extended',
        'needs_info',
        'info_given',
        'info_reminded',
        'needs_identity',
        'identity_proven',
        'identity_failed',
        'owner_notified',
        'owner_extended',
        'owner_ended',
        'held',
        'resumed',
        'rejected',
        'duplicate',
        'not_duplicate',
        'outcome_ready',
        'second_agreed',
        'reopened',
        'fulfilled',
        'returned',
        'counter_checked',
        'counter_passed_on',
        'counter_refused',
        'countered',
        'counter_fell',
        'put_back',
        'put_back_agreed',
        'kept_down',
        'retracted',
        'sender_measure',
        'let_through',
        'reach_first',
        'reach_approved',
        'reach_narrowed',
        'reach_widened',
        'bulk_decided',
        'bulk_taken_back',
        'urgent_passed',
        'reported',
        'answer_proposed',
        'answer_dropped',
        'answer_accepted',
        'answered',
        'copy_opened',
        'copy_recalled',
        'lift_announced',
        'lift_called_off',
        'lifted',
      ],
    }).notNull(),
    actor: text('actor').notNull(),
    /** Structured, no free text from outside: counts, states, reason codes. */
    data: jsonb('data').$type<Record<string, string | number | boolean | string[]>>().notNull(),
    /** Events of one transaction have one time: this is their order. */
    ordinal: bigint('ordinal', { mode: 'number' }).generatedAlwaysAsIdentity(),
    /** What the request was when this had happened. */
    status: takedownStatus('status'),
    entryId: entryId(),
    createdAt: createdAt(),
  },
  (t) => [index('takedown_event_request').on(t.requestId, t.createdAt)],
)
