import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import type { Actor, Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { can } from '@/lib/auth/permissions'
import { openAll, type Place } from '@/lib/crypto/subject-seal'
import { notFound } from '@/lib/errors'
import type { Action } from '@/lib/review/status'
import type { GoldenStatus } from './labels'
import type { Serving } from './serving'
import { isConfirmed, isServable, stateNow } from './servable'
import type { Counted } from './standing'

export type GoldenRow = {
  id: string
  caseId: string
  category: string
  digest: string
  actions: Action[]
  status: GoldenStatus
  answered: number
  passed: number
  /** Servings that were skipped or brought to a lead, those of them that were, and objections: what tells a bad item. */
  left: number
  asked: number
  objections: number
  by: string
  at: Date
}

/** The golden items of a dataset with what was answered, newest first. For its leads. */
export async function goldenItems(actor: Actor, datasetId: string): Promise<GoldenRow[]> {
  authorize(actor, 'golden.edit', { datasetId })
  const rows = await db().execute<Omit<GoldenRow, 'at'> & { at: string }>(
    sql`${itemsOf(actor, datasetId)} order by g.created_at desc, g.id`,
  )
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}

export type GoldenView = GoldenRow & {
  reasons: string[]
  judgesPassages: boolean
  leastOverlap: number
  policyNumber: number
  rationale: string | null
  nominatedBy: string
  confirmed: { by: string; at: Date } | null
  retired: { by: string; at: Date; note: string | null } | null
  answers: GoldenAnswer[]
}

export type GoldenAnswer = {
  id: string
  by: string
  at: Date
  outcome: NonNullable<Serving['outcome']>
  action: Action | null
  /** Of the policy; where it was left to others, why. */
  reasonCode: string | null
  passed: boolean | null
  overlap: number | null
  /** What they hold against it, or wrote when they left it. */
  objection: string | null
}

/** One of them with its rationale and every answer, by pseudonym. For leads of its dataset. */
export async function goldenItemOf(actor: Actor, datasetId: string, id: string): Promise<GoldenView> {
  authorize(actor, 'golden.edit', { datasetId })
  if (!z.uuid().safeParse(id).success) throw notFound('check')
  const [row] = await db().execute<Omit<GoldenRow, 'at'> & { at: string }>(
    sql`${itemsOf(actor, datasetId)} and g.id = ${id}`,
  )
  const [more] = await db().execute<More>(sql`
    select g.reasons, g.spans is not null as "judgesPassages", g.least_overlap as "leastOverlap", v.number as "policyNumber",
      g.rationale, g.nominated_by as "nominatedBy", g.retired_note as "retiredNote", g.confirmed_at as "confirmedAt",
      g.retired_at as "retiredAt", c.pseudonym as "confirmedBy", r.pseudonym as "retiredBy"
    from golden_item g
    join policy_version v on v.id = g.policy_version_id
    left join person c on c.id = g.confirmed_by
    left join person r on r.id = g.retired_by
    where g.dataset_id = ${datasetId} and g.id = ${id}`)
  if (!row || !more) throw notFound('check')
  const [rationale = null, note = null] = await textsOf([
    ['golden_item.rationale', more.rationale],
    ['golden_item.retired_note', more.retiredNote],
  ])
  return {
    ...row,
    at: new Date(row.at),
    reasons: more.reasons,
    judgesPassages: more.judgesPassages,
    leastOverlap: more.leastOverlap,
    policyNumber: more.policyNumber,
    nominatedBy: more.nominatedBy,
    rationale,
    confirmed:
      more.confirmedBy && more.confirmedAt ? { by: more.confirmedBy, at: new Date(more.confirmedAt) } : null,
    retired:
      more.retiredBy && more.retiredAt ? { by: more.retiredBy, at: new Date(more.retiredAt), note } : null,
    answers: await answersOf(datasetId, id),
  }
}

type More = {
  reasons: string[]
  judgesPassages: boolean
  leastOverlap: number
  policyNumber: number
  rationale: Buffer
  nominatedBy: string
  retiredNote: Buffer | null
  confirmedAt: string | null
  retiredAt: string | null
  confirmedBy: string | null
  retiredBy: string | null
}

const MOST_ANSWERS = 200

async function answersOf(datasetId: string, goldenId: string): Promise<GoldenAnswer[]> {
  const rows = await db().execute<
    Omit<GoldenAnswer, 'at' | 'objection'> & { at: string; objection: Buffer | null }
  >(sql`
    select s.id, p.pseudonym as by, s.ended_at as at, s.outcome, s.action, s.reason_code as "reasonCode", s.passed, s.overlap,
      s.objection
    from golden_serving s join person p on p.id = s.person_id
    where s.dataset_id = ${datasetId} and s.golden_id = ${goldenId} and s.outcome in ('answered', 'skipped', 'escalated')
    order by s.ended_at desc limit ${MOST_ANSWERS}`)
  const objections = await textsOf(rows.map((row) => ['golden_serving.objection', row.objection]))
  return rows.map((row, i) => ({ ...row, at: new Date(row.at), objection: objections[i] ?? null }))
}

/** Sealed texts in their order; null where there is none, or its key was destroyed with the item. */
async function textsOf(values: readonly (readonly [Place, Buffer | null])[]): Promise<(string | null)[]> {
  const given = values.flatMap(([place, sealed]) => (sealed ? [{ place, sealed }] : []))
  const opened = await openAll(db(), given)
  let next = 0
  return values.map(([, sealed]) => (sealed ? (opened[next++]?.toString('utf8') ?? null) : null))
}

/** One whose item was restricted since is for safety officers alone. */
const itemsOf = (actor: Actor, datasetId: string) => sql`
  select g.id, g.case_id as "caseId", c.category, encode(c.digest, 'hex') as digest,
    array_to_json(g.actions) as actions, p.pseudonym as by, g.created_at as at,
    case
      when g.retired_at is not null then 'retired'
      when not (${isServable}) then 'suspended'
      when not ${isConfirmed} then 'waiting'
      else 'served'
    end as status,
    n.answered, n.passed, n.left, n.asked, n.objections
  from golden_item g
  join review_case c on c.dataset_id = g.dataset_id and c.id = g.case_id
  join person p on p.id = g.nominated_by
  cross join lateral (
    select count(*) filter (where s.outcome = 'answered')::int as answered, count(*) filter (where s.passed)::int as passed,
      count(*) filter (where s.outcome in ('skipped', 'escalated'))::int as left, count(*) filter (where s.outcome = 'escalated')::int as asked,
      count(s.objection) filter (where s.outcome = 'answered')::int as objections
    from golden_serving s where s.dataset_id = g.dataset_id and s.golden_id = g.id) n
  where g.dataset_id = ${datasetId} and (not c.restricted or ${can(actor, 'restricted.handle')})`

/** The golden item that a case is, as long as it is not retired. The caller has asked who may know. */
export async function goldenOfCase(datasetId: string, caseId: string): Promise<string | null> {
  const [row] = await db().execute<{ id: string }>(sql`
    select id from golden_item where dataset_id = ${datasetId} and case_id = ${caseId} and retired_at is null`)
  return row?.id ?? null
}

export type ReviewerStanding = Counted & { by: string; since: Date }

/** How the reviewers of a dataset stand, those with the smallest share first. For its leads. */
export async function standingsIn(actor: Actor, datasetId: string): Promise<ReviewerStanding[]> {
  authorize(actor, 'reviewers.compare', { datasetId })
  const rows = await db().execute<Omit<ReviewerStanding, 'since'> & { since: string }>(sql`
    select p.pseudonym as by, st.judged, st.passed, ${stateNow} as state, st.changed_at as since
    from golden_standing st join person p on p.id = st.person_id
    where st.dataset_id = ${datasetId} and st.judged > 0
    order by st.passed::float8 / st.judged, p.pseudonym`)
  return rows.map((row) => ({ ...row, since: new Date(row.since) }))
}

export type RetiredNotice = {
  datasetId: string
  servingId: string
  dataset: string
  passed: boolean
  at: Date
  note: string | null
}

/** Checks this member answered that were taken back since, until they say that they read it. */
export async function retiredNotices(actor: Member): Promise<RetiredNotice[]> {
  const rows = await db().execute<
    Omit<RetiredNotice, 'at' | 'note'> & { at: string; note: Buffer | null }
  >(sql`
    select s.dataset_id as "datasetId", s.id as "servingId", d.name as dataset, s.passed, s.ended_at as at, g.retired_note as note
    from golden_serving s
    join golden_item g on g.dataset_id = s.dataset_id and g.id = s.golden_id
    join dataset d on d.id = s.dataset_id
    where s.person_id = ${actor.id} and s.outcome = 'answered' and s.told_at is null and g.retired_at is not null
    order by s.ended_at desc limit 20`)
  const notes = await textsOf(rows.map((row) => ['golden_item.retired_note', row.note]))
  return rows.map((row, i) => ({ ...row, at: new Date(row.at), note: notes[i] ?? null }))
}
