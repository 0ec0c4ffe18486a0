/** Cases, seats, claims, votes and decisions. One file of some length: their keys refer to one another, and hold only together. */
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, entryId, id, instant } from '@/db/columns'
import { category, item } from '@/db/schema/datasets'
import type { JudgedPassage, SpanRow } from '@/db/schema/flags'
import { policyVersion } from '@/db/schema/policies'

export const caseStatus = pgEnum('case_status', ['open', 'decided'])
export const decisionAction = pgEnum('decision_action', ['keep', 'remove', 'redact', 'restrict', 'label'])
export const decisionScope = pgEnum('decision_scope', ['content', 'occurrence', 'source'])
/** How it came about: votes that filled the quorum, a lead's direct decision, one of many in a batch, or taking such a one back. */
export const decisionKind = pgEnum('decision_kind', [
  'quorum',
  'override',
  'batch',
  'adjudication',
  'reversal',
])
/** What the open round waits for: votes, a lead because the votes did not agree, or a lead because a reviewer asked for one. */
export const caseStage = pgEnum('case_stage', ['review', 'adjudication', 'escalation'])
/**
 * What a person is to a round of a case, and a person is one thing only: whoever flagged it, skipped it or made the decision that
 * is appealed against has no place among its reviewers.
 */
export const seatKind = pgEnum('seat_kind', ['reviewer', 'skipped', 'flagged', 'barred'])
export const leaseOutcome = pgEnum('lease_outcome', [
  'voted',
  'released',
  'skipped',
  'escalated',
  'expired',
  'resolved',
])

/** Which rows a decision with scope `occurrence` or `source` is about. */
export type DecisionTarget =
  | { kind: 'occurrence'; revisionId: string; ordinal: number; row: number }
  | { kind: 'source'; ruleIds: string[] }

/** What a `keep` has seen: a finding that is not listed opens the case again. */
export type SeenFinding = { type: string; spans: SpanRow[] }

/** The unit of review: one per item and category. Reopened, never created twice. Status and counters are projections. */
export const reviewCase = pgTable(
  'review_case',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    digest: bytes('digest').notNull(),
    category: text('category')
      .notNull()
      .references(() => category.id),
    restricted: boolean('restricted').notNull().default(false),
    status: caseStatus('status').notNull().default('open'),
    round: integer('round').notNull().default(1),
    /** The first queue that it fits; its rules as they were when the round began. */
    queueId: uuid('queue_id'),
    quorum: smallint('quorum').notNull().default(1),
    slots: smallint('slots').notNull().default(1),
    leadNeeded: boolean('lead_needed').notNull().default(false),
    /** Whether its votes stay hidden until the round is over: what was promised to who voted first holds to its end. */
    blind: boolean('blind').notNull().default(true),
    /** What its reviewers may choose; null = whatever the reason allows. */
    actions: text('actions').array().$type<(typeof decisionAction.enumValues)[number][]>(),
    stage: caseStage('stage').notNull().default('review'),
    /** Whether the open round answers an appeal. */
    appealed: boolean('appealed').notNull().default(false),
    /** Slots of this round with a vote or a live lease. */
    taken: smallint('taken').notNull().default(0),
    /** Slots that are free for leads only. */
    reserved: smallint('reserved').notNull().default(0),
    /** A slot is free for somebody of the community. Stored, so that the index of the queue changes only when it does. */
    claimable: boolean('claimable')
      .notNull()
      .generatedAlwaysAs(sql`status = 'open' and not restricted and taken < slots`),
    severity: smallint('severity').notNull(),
    score: real('score').notNull(),
    /** Hundredths, without age and clock: lib/review/priority.ts. Written by the domain that knows (flags, takedowns). */
    points: integer('points').notNull().default(0),
    /**
     * Higher is sooner. Every case gains a point a day, so `points` less a point for each day from 2026 to when it was opened orders
     * as points and age do, at any time, and never has to be rewritten. Once a person asked, it ages from 30 days before it is due if
     * that is earlier: of two requests the one that is due sooner comes first.
     */
    priority: integer('priority')
      .notNull()
      .generatedAlwaysAs(
        sql`points - round(least(extract(epoch from opened_at - timestamptz '2026-01-01 00:00:00+00'), case when takedowns > 0 then extract(epoch from due_at - timestamptz '2026-01-31 00:00:00+00') end) / 864)::integer`,
      ),
    flagCount: integer('flag_count').notNull().default(0),
    detectors: text('detectors').array().notNull(),
    types: text('types').array().notNull(),
    /** Where its flags come from. */
    sources: text('sources').array().notNull().default([]),
    /** Of its item: ISO 639 code, `und` where it could not be told. */
    language: text('language').notNull().default('und'),
    takedowns: integer('takedowns').notNull().default(0),
    dueAt: instant('due_at'),
    openedAt: instant('opened_at').notNull().defaultNow(),
    decidedAt: instant('decided_at'),
    /** The decision in force for this case, if any. */
    decisionId: uuid('decision_id'),
    /** Its row of `case_kind`; set by a trigger. */
    kindId: uuid('kind_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    index('review_case_by_kind').on(t.datasetId, t.kindId, t.status, t.priority.desc(), t.id.desc()),
    uniqueIndex('review_case_item_category').on(t.datasetId, t.digest, t.category),
    index('review_case_claim')
      .on(t.datasetId, t.queueId, t.priority.desc(), t.id.desc())
      .where(sql`claimable`),
    index('review_case_waiting')
      .on(t.datasetId, t.queueId, t.openedAt)
      .where(sql`status = 'open' and not restricted`),
    index('review_case_by_age').on(t.datasetId, t.status, t.openedAt.desc(), t.id.desc()),
    index('review_case_by_severity').on(t.datasetId, t.status, t.severity.desc(), t.id.desc()),
    index('review_case_by_priority').on(t.datasetId, t.status, t.priority.desc(), t.id.desc()),
    index('review_case_by_due').on(
      t.datasetId,
      t.status,
      sql`coalesce(due_at, 'infinity'::timestamptz) desc nulls last`,
      t.id.desc(),
      // What is asked of cases that are overdue, so that no case is read to count them.
      t.dueAt,
      t.kindId,
      t.restricted,
    ),
    foreignKey({ columns: [t.datasetId, t.digest], foreignColumns: [item.datasetId, item.digest] }),
    check('review_case_decided', sql`(${t.status} = 'decided') = (${t.decidedAt} is not null)`),
    check(
      'review_case_slots',
      sql`${t.taken} between 0 and ${t.slots} and ${t.reserved} between 0 and ${t.slots}`,
    ),
  ],
)

/**
 * What the triage table filters cases by, once for all that are alike: there are thousands of kinds among millions of cases. Filters are
 * asked of the kinds, and an index finds the cases of each. Written by triggers of `review_case`, and not part of a backup: these write it
 * again. Nothing is ever taken out.
 */
export const caseKind = pgTable(
  'case_kind',
  {
    datasetId: uuid('dataset_id').notNull(),
    /** Half of a SHA-256 of the others, so that a copy of the cases has the same. */
    id: uuid('id').notNull(),
    restricted: boolean('restricted').notNull(),
    category: text('category').notNull(),
    severity: smallint('severity').notNull(),
    language: text('language').notNull(),
    detectors: text('detectors').array().notNull(),
    types: text('types').array().notNull(),
    /** Where they wait, or waited last: a case that is routed anew is of another kind. */
    queueId: uuid('queue_id'),
  },
  // Not unique: two who are the first of a kind at one time must not wait for each other. Both rows say the same.
  (t) => [index('case_kind_id').on(t.datasetId, t.id)],
)

/**
 * How many cases of a kind are in a status: the sum of its rows, of which there are as many as were changed at one time, so that nobody
 * waits for anybody's counter. Written by triggers too.
 */
export const caseTally = pgTable(
  'case_tally',
  {
    datasetId: uuid('dataset_id').notNull(),
    kindId: uuid('kind_id').notNull(),
    status: caseStatus('status').notNull(),
    cases: integer('cases').notNull(),
  },
  (t) => [index('case_tally_kind').on(t.datasetId, t.kindId, t.status)],
)

/** What a person is to one round of a case. The key refuses that anybody is two things, and so a decider their own appeal. */
export const caseSeat = pgTable(
  'case_seat',
  {
    datasetId: uuid('dataset_id').notNull(),
    caseId: uuid('case_id').notNull(),
    round: integer('round').notNull(),
    personId: uuid('person_id').notNull(),
    kind: seatKind('kind').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.caseId, t.round, t.personId] }),
    unique('case_seat_kind').on(t.datasetId, t.caseId, t.round, t.personId, t.kind),
    foreignKey({ columns: [t.datasetId, t.caseId], foreignColumns: [reviewCase.datasetId, reviewCase.id] }),
  ],
)

/** A claim of one of a case's review slots, for a time. Never deleted: it says who held what, for how long, and how it ended. */
export const lease = pgTable(
  'lease',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    caseId: uuid('case_id').notNull(),
    round: integer('round').notNull(),
    slot: smallint('slot').notNull(),
    reviewerId: uuid('reviewer_id').notNull(),
    /** Whether it holds the slot that is kept for a lead. */
    forLead: boolean('for_lead').notNull().default(false),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
    outcome: leaseOutcome('outcome'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    // A slot is one person's, while they hold it and once they voted from it.
    uniqueIndex('lease_slot')
      .on(t.datasetId, t.caseId, t.round, t.slot)
      .where(sql`ended_at is null or outcome = 'voted'`),
    uniqueIndex('lease_reviewer')
      .on(t.datasetId, t.caseId, t.round, t.reviewerId)
      .where(sql`ended_at is null`),
    // Not the dataset too: who looks for what is due of all of a dataset would be led through every claim of everybody.
    index('lease_live')
      .on(t.reviewerId)
      .where(sql`ended_at is null`),
    index('lease_due')
      .on(t.datasetId, t.expiresAt)
      .where(sql`ended_at is null`),
    // What somebody had before them and let go of.
    index('lease_let_go')
      .on(t.datasetId, t.caseId, t.reviewerId)
      .where(sql`outcome in ('expired', 'released', 'skipped', 'escalated', 'resolved')`),
    check('lease_ended', sql`(${t.endedAt} is null) = (${t.outcome} is null)`),
    foreignKey({ columns: [t.datasetId, t.caseId], foreignColumns: [reviewCase.datasetId, reviewCase.id] }),
  ],
)

/** One reviewer's vote in one round of a case. Append-only; blind until the round resolves. */
export const review = pgTable(
  'review',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    caseId: uuid('case_id').notNull(),
    round: integer('round').notNull(),
    reviewerId: uuid('reviewer_id').notNull(),
    action: decisionAction('action').notNull(),
    reasonCode: text('reason_code').notNull(),
    policyVersionId: uuid('policy_version_id')
      .notNull()
      .references(() => policyVersion.id),
    spans: jsonb('spans').$type<SpanRow[]>().notNull(),
    /** What the reviewer said of single passages. */
    judged: jsonb('judged').$type<JudgedPassage[]>().notNull().default([]),
    /** What its voter saw. Null: cast before that was kept, and taken to have seen it all. */
    seen: jsonb('seen').$type<SeenFinding[]>(),
    /** Internal note, sealed. */
    note: bytes('note'),
    label: text('label'),
    /** Milliseconds from opening the case to the vote, as the browser measured it. */
    handlingMs: integer('handling_ms'),
    /**
     * Milliseconds for which its reviewer had the case before them at most, as the server knows: since it was claimed, or uncovered for
     * them. Null where neither was.
     */
    heldMs: integer('held_ms'),
    /** Whether it fills the quorum: a vote of an account that is too new, or of nobody known, is kept and does not. */
    counts: boolean('counts').notNull().default(true),
    byLead: boolean('by_lead').notNull().default(false),
    /** Always `reviewer`: the key below refuses the vote of anybody who is something else to this round. */
    seat: seatKind('seat').notNull().default('reviewer'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    uniqueIndex('review_once').on(t.datasetId, t.caseId, t.round, t.reviewerId),
    index('review_by_person').on(t.reviewerId, t.createdAt),
    index('review_by_time').on(t.datasetId, t.createdAt.desc()),
    foreignKey({ columns: [t.datasetId, t.caseId], foreignColumns: [reviewCase.datasetId, reviewCase.id] }),
    foreignKey({
      name: 'review_has_a_seat',
      columns: [t.datasetId, t.caseId, t.round, t.reviewerId, t.seat],
      foreignColumns: [caseSeat.datasetId, caseSeat.caseId, caseSeat.round, caseSeat.personId, caseSeat.kind],
    }),
    check('review_seat', sql`${t.seat} = 'reviewer'`),
  ],
)

/** A resolved outcome. Append-only: it is changed only by a later decision that supersedes it. */
export const decision = pgTable(
  'decision',
  {
    datasetId: uuid('dataset_id').notNull(),
    id: id(),
    caseId: uuid('case_id').notNull(),
    digest: bytes('digest').notNull(),
    category: text('category').notNull(),
    kind: decisionKind('kind').notNull(),
    scope: decisionScope('scope').notNull().default('content'),
    target: jsonb('target').$type<DecisionTarget>(),
    action: decisionAction('action').notNull(),
    reasonCode: text('reason_code').notNull(),
    policyVersionId: uuid('policy_version_id')
      .notNull()
      .references(() => policyVersion.id),
    spans: jsonb('spans').$type<SpanRow[]>().notNull(),
    label: text('label'),
    /** Where it holds; null is everywhere. */
    territories: text('territories').array(),
    seen: jsonb('seen').$type<SeenFinding[]>().notNull(),
    /** Passages that everybody who made it called wrong, moved or added: what detectors are weighed by. */
    judged: jsonb('judged').$type<JudgedPassage[]>().notNull().default([]),
    /** Internal note, sealed. */
    note: bytes('note'),
    /** Round of the case that it ended. */
    round: integer('round').notNull(),
    /** The member who made it, when it was one; `seat` is then `reviewer`, and the key below holds. */
    deciderId: uuid('decider_id'),
    seat: seatKind('seat').notNull().default('reviewer'),
    /** Votes that made it. */
    reviewIds: jsonb('review_ids').$type<string[]>().notNull(),
    batchId: uuid('batch_id'),
    supersedes: uuid('supersedes'),
    /** `member:<uuid>` or `system:<name>`: never null, on the CLI too. */
    actor: text('actor').notNull(),
    entryId: entryId(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.datasetId, t.id] }),
    index('decision_item').on(t.datasetId, t.digest),
    index('decision_case').on(t.datasetId, t.caseId),
    index('decision_by_time').on(t.datasetId, t.createdAt.desc()),
    index('decision_by_batch')
      .on(t.datasetId, t.batchId)
      .where(sql`batch_id is not null`),
    // Whether the decision on any case rests on a rule: asked for every rule that would end.
    index('decision_rules')
      .using('gin', sql`(target -> 'ruleIds')`)
      .where(sql`scope = 'source'`),
    index('decision_of_sources')
      .on(t.datasetId, t.caseId)
      .where(sql`scope = 'source'`),
    // A decision is superseded at most once: two people changing it at the same time cannot both win.
    uniqueIndex('decision_superseded_once')
      .on(t.datasetId, t.supersedes)
      .where(sql`supersedes is not null`),
    foreignKey({ columns: [t.datasetId, t.caseId], foreignColumns: [reviewCase.datasetId, reviewCase.id] }),
    foreignKey({ columns: [t.datasetId, t.supersedes], foreignColumns: [t.datasetId, t.id] }),
    foreignKey({
      name: 'decision_by_a_seat',
      columns: [t.datasetId, t.caseId, t.round, t.deciderId, t.seat],
      foreignColumns: [caseSeat.datasetId, caseSeat.caseId, caseSeat.round, caseSeat.personId, caseSeat.kind],
    }),
    check('decision_seat', sql`${t.seat} = 'reviewer'`),
    check('decision_redact_has_spans', sql`(${t.action} = 'redact') = (jsonb_array_length(${t.spans}) > 0)`),
    check('decision_target', sql`(${t.scope} = 'content') = (${t.target} is null)`),
  ],
)
