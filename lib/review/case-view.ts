import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { categoryName } from '@/lib/detection/category-name'
import { notFound } from '@/lib/errors'
import { type PolicyInForce, policyInForce } from '@/lib/policies/queries'
import { fold } from '@/lib/release-format/fold'
import { askedOf, isOfSources } from '@/lib/suppression/ask'
import { caseFacts, type CaseDecision, type CaseFlag, type CaseVote } from './case-facts'
import { type ShownField, shownItem } from './found-passages'
import { groundsOf } from './appeal'
import { isOverdue } from './due'
import { type InSight, inSightOf } from './in-sight'
import { type HistoryEntry, historyOf } from './history'
import { itemFields } from './item-fields'
import type { FoundPassages } from './passages'
import { MOST_LISTED, type Occurrence, occurrencesOf } from './occurrences'
import { type PriorityPart, priorityToday } from './priority'
import { whyInQueue } from './queue-rules'
import { queuesOf } from './queues'
import { ranOutOf } from './ran-out'
import { cannotUncover, isRevealed } from './reveal'
import type { Protection } from './safe-view'
import { hasRoom, placeOf } from './seats'
import { findingsVersion } from './seen'
import { viewingOf, viewOf } from './viewing-of'
import { type Bar, standingOf } from './voters'
import { missed } from './votes'
import { distinctFindings } from './findings'
import {
  type Action,
  type CaseStage,
  type CaseStatus,
  cannotAppeal,
  cannotDecide,
  cannotOverride,
  mayView,
} from './status'

export type CaseView = {
  id: string
  datasetId: string
  dataset: {
    slug: string
    name: string
    licence: string
    description: string
    homepage: string | null
    territories: string[]
  }
  category: string
  categoryLabel: string
  digest: string
  restricted: boolean
  /** Who reported it beyond what their reports hide, while its item is in sight for that. */
  inSight: InSight | null
  /** Of its item, as lib/text/language.ts names it. */
  language: string
  status: CaseStatus
  round: number
  quorum: number
  slots: number
  leadNeeded: boolean
  /** What its reviewers may choose; null = whatever the reason allows. */
  actions: Action[] | null
  stage: CaseStage
  /** Whether the open round answers an appeal. */
  appealed: boolean
  /** The queue it is in, and why. */
  queue: { id: string; name: string; why: string; covered: boolean } | null
  /** Whether this member holds one of its slots now. */
  claimed: boolean
  severity: number
  score: number
  priority: number
  priorityParts: PriorityPart[]
  takedowns: number
  openedAt: Date
  dueAt: Date | null
  overdue: boolean
  /** Null when the content was purged. */
  fields: ShownField[] | null
  /** What flags name in it. */
  passages: FoundPassages[]
  /** How the text is shown now; `open` also when this member uncovered it. */
  protection: Protection
  revealed: boolean
  /** How it is drawn, as its reviewer wants texts of its categories. */
  look: { blur: boolean; grey: boolean; small: boolean }
  flags: CaseFlag[]
  findingsVersion: string
  occurrences: Occurrence[]
  occurrenceCount: number
  policy: Pick<PolicyInForce, 'id' | 'number' | 'text' | 'reasons'>
  /** Votes of the open round: how many, how many before all was found that is now, and which only where they are cast in the open. */
  votes: { cast: number; mine: boolean; blind: boolean; shown: CaseVote[]; missed: number }
  inForce: CaseDecision | null
  /** Every decision on this item, of this case and of its other categories, newest first. */
  decisions: CaseDecision[]
  /** Those who ask name their own rows: upholding it leaves the same text in where others wrote it. */
  ofSources: boolean
  /** What all decisions in force come to: what the next release does with the item. */
  outcome: Action
  otherCases: { id: string; category: string; categoryLabel: string; status: CaseStatus }[]
  history: HistoryEntry[]
  /** What keeps the reader from voting beside their role and seat; part of what `cannotDecide` says. */
  bar: Bar | null
  cannotDecide: string | undefined
  /** Why what is masked or covered is not uncovered for them. */
  cannotUncover: string | undefined
  cannotOverride: string | undefined
  cannotAppeal: string | undefined
  /** Why the decision before is contested, while that is open. */
  grounds: string | null
}

/** One case with everything a decision needs. 404 for whoever may not know that it exists. */
export async function caseView(actor: Member, slug: string, caseId: string): Promise<CaseView> {
  const found = isUuid(caseId) && isSlug(slug) ? await findCase(slug, caseId) : null
  if (!found || !mayView(actor, found)) throw notFound('case')
  const digest = Buffer.from(found.digest, 'hex')
  const officer = can(actor, 'restricted.handle')
  const [facts, fields, revealed, policy, occurrences, asked, queues, place, grounds, viewing, inSight] =
    await Promise.all([
      caseFacts(found, digest, officer),
      itemFields(db(), found.datasetId, digest),
      isRevealed(db(), actor, found),
      policyInForce(db(), found.datasetId),
      occurrencesOf(found.datasetId, digest),
      askedOf(db(), found),
      queuesOf(db(), found.datasetId),
      placeOf(db(), found, actor.id),
      found.appealed
        ? groundsOf(db(), found, { decides: officer || can(actor, 'case.review', found.datasetId) })
        : null,
      viewingOf(db(), found.datasetId, actor.id),
      found.restricted ? inSightOf(db(), found) : null,
    ])
  const queue = queues.find(({ id }) => id === found.queueId)
  const covered = queue?.covered ?? false
  const { natural, ways } = viewOf({ category: found.category, found: facts.found, covered, viewing })
  const protection = revealed ? 'open' : natural
  const inForce = facts.decisions.find((decision) => decision.id === found.decisionId) ?? null
  const mine = facts.votes.some((vote) => vote.round === found.round && vote.reviewerId === actor.id)
  const claimed = place.leaseId !== undefined
  const room = claimed || hasRoom(found, actor)
  const { bar, alone } = await standingOf(db(), actor, found, { claimed })
  const decidable = {
    ...found,
    decided: inForce ?? undefined,
    voted: mine,
    seat: place.seat,
    room,
    bar,
    alone,
  }
  const cast = facts.votes.filter((vote) => vote.round === found.round)
  const over = found.status === 'decided'
  const ownFlags = facts.flags.filter((flag) => flag.category === found.category)
  const findings = distinctFindings(ownFlags)
  return {
    ...found,
    inSight,
    overdue: isOverdue(found),
    dataset: {
      ...{ slug, name: found.datasetName, description: found.description, homepage: found.homepage },
      ...{ licence: found.licence, territories: found.territories },
    },
    ...priorityToday(found, ownFlags),
    ...shownItem({
      ...{ fields, flags: facts.flags, held: facts.found.filter(({ held }) => held) },
      ...{ category: found.category, protection },
    }),
    protection,
    revealed: revealed && natural !== 'open',
    look: { blur: ways.has('blur'), grey: ways.has('grey'), small: ways.has('small') },
    flags: facts.flags,
    findingsVersion: findingsVersion(findings),
    occurrences: occurrences.slice(0, MOST_LISTED),
    occurrenceCount: occurrences.length,
    queue: queue ? { ...queue, why: whyInQueue(queue, found) } : null,
    claimed,
    policy: { ...policy, reasons: policy.reasons.filter((reason) => reason.category === found.category) },
    votes: {
      ...{ cast: cast.length, mine, blind: found.blind },
      shown: found.blind || over ? [] : cast.map(({ seen: _, ...vote }) => vote),
      missed: cast.filter((vote) => missed(vote, findings)).length,
    },
    inForce,
    decisions: facts.decisions,
    ofSources: isOfSources(asked),
    outcome: outcomeOf(facts.decisions),
    otherCases: facts.otherCases,
    history: historyOf({
      flags: ownFlags,
      // Of one reviewer's quorum the decision says it all.
      votes:
        found.quorum > 1
          ? facts.votes.filter((vote) => vote.round < found.round || over || !found.blind)
          : [],
      decisions: facts.decisions.filter((decision) => decision.caseId === caseId),
      reveals: can(actor, 'case.override', found.datasetId) || officer ? facts.reveals : [],
      appeals: facts.appeals,
      reopenedAt: found.round > 1 && !found.appealed ? found.openedAt : null,
    }),
    bar,
    cannotDecide: cannotDecide(decidable, actor),
    cannotUncover: claimed ? undefined : await cannotUncover(db(), actor, found, bar),
    cannotOverride: cannotOverride(decidable, actor),
    cannotAppeal: cannotAppeal(found, actor),
    grounds,
  }
}

/** Of the decisions about the text; one about a single row or a source changes only those. */
export function outcomeOf(decisions: readonly CaseDecision[]): Action {
  const superseded = new Set(decisions.map((decision) => decision.supersedes))
  const inForce = decisions.filter(({ id, scope }) => !superseded.has(id) && scope === 'content')
  return (
    fold(inForce.map(({ reasonCode: reason, ...decision }) => ({ ...decision, reason })))?.action ?? 'keep'
  )
}

const isUuid = (text: string) => z.uuid().safeParse(text).success
const isSlug = (text: string) => /^[a-z0-9-]{1,64}$/.test(text)

type FoundCase = Pick<
  CaseView,
  | 'id'
  | 'datasetId'
  | 'category'
  | 'categoryLabel'
  | 'digest'
  | 'restricted'
  | 'language'
  | 'status'
  | 'round'
  | 'quorum'
  | 'slots'
  | 'leadNeeded'
  | 'actions'
  | 'stage'
  | 'appealed'
  | 'severity'
  | 'score'
  | 'takedowns'
  | 'openedAt'
  | 'dueAt'
> & {
  blind: boolean
  flagCount: number
  points: number
  queueId: string | null
  taken: number
  reserved: number
  detectors: string[]
  sources: string[]
  decisionId: string | null
  datasetName: string
  description: string
  homepage: string | null
  licence: string
  territories: string[]
}

async function findCase(slug: string, caseId: string): Promise<FoundCase | null> {
  const [row] = await db().execute<
    Omit<FoundCase, 'categoryLabel' | 'openedAt' | 'dueAt'> & { openedAt: string; dueAt: string | null }
  >(sql`
    select c.id, c.dataset_id as "datasetId", c.category, encode(c.digest, 'hex') as digest,
           c.restricted, c.status, c.round, c.quorum, c.slots, c.lead_needed as "leadNeeded", c.actions, c.blind, c.stage, c.appealed,
           c.queue_id as "queueId", c.taken - o.slots as taken, c.reserved + o.leads as reserved, c.detectors, c.sources, c.language,
           c.severity, c.score, c.points, c.takedowns,
           c.flag_count as "flagCount", c.opened_at as "openedAt", c.due_at as "dueAt", c.decision_id as "decisionId",
           s.name as "datasetName", s.description, s.homepage, s.licence, s.territories
    from dataset s
    join review_case c on c.dataset_id = s.id and c.id = ${caseId}
    cross join lateral ${ranOutOf} o
    where s.slug = ${slug}`)
  return row
    ? {
        ...row,
        categoryLabel: categoryName(row.category),
        openedAt: new Date(row.openedAt),
        dueAt: row.dueAt ? new Date(row.dueAt) : null,
      }
    : null
}
