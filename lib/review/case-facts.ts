import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { flagSource } from '@/db/schema/flags'
import type { SeenFinding } from '@/db/schema/review'
import { categoryName } from '@/lib/detection/category-name'
import { decider } from './case-row'
import { countsFor, foundIn } from './found-in-item'
import type { FoundInItem } from './protect-found'
import type { Span } from './spans'
import type { Action, CaseStatus, DecisionKind, DecisionScope } from './status'
import { flagWeight } from './weigh-detectors'

export type CaseFlag = {
  id: string
  at: Date
  category: string
  categoryLabel: string
  sensitive: boolean
  source: (typeof flagSource.enumValues)[number]
  /** Who claims: detector id, pipeline or request; whoever reported it, by public name. */
  by: string
  version: string
  type: string
  score: number
  severity: number
  /** How far its detector is believed; 1 for a person. */
  weight: number
  spans: Span[]
}

export type CaseDecision = {
  id: string
  caseId: string
  category: string
  categoryLabel: string
  action: Action
  reasonCode: string
  kind: DecisionKind
  scope: DecisionScope
  spans: Span[]
  label: string | null
  /** Where it holds; null = everywhere. */
  territories: string[] | null
  /** It was about sources, and every exclusion it made was ended since. */
  ended: boolean
  supersedes: string | null
  by: string
  at: Date
}

export type CaseVote = {
  id: string
  round: number
  reviewerId: string
  by: string
  action: Action
  reasonCode: string
  at: Date
}

type Facts = {
  flags: CaseFlag[]
  /** By what its text is protected on this case: findings, and what paused detectors found. */
  found: FoundInItem[]
  decisions: CaseDecision[]
  /** With what each voter saw, which is in no page: it says where passages are. */
  votes: (CaseVote & { seen: SeenFinding[] | null })[]
  reveals: { id: string; by: string; at: Date }[]
  appeals: { id: string; by: string | null; at: Date }[]
  otherCases: { id: string; category: string; categoryLabel: string; status: CaseStatus }[]
}

/** What is on record about an item and one of its cases. Restricted categories only for those who handle them. */
export async function caseFacts(
  of: { id: string; datasetId: string },
  digest: Buffer,
  officer: boolean,
): Promise<Facts> {
  const open = officer ? sql`true` : sql`k.restricted = 0`
  const item = { datasetId: of.datasetId, digest, open }
  const [flags, found, decisions, votes, reveals, appeals, otherCases] = await Promise.all([
    flagsOf(item),
    foundOn(of, officer),
    decisionsOf(item),
    votesOf(of),
    revealsOf(of),
    appealsOf(of),
    otherCasesOf(item, of.id),
  ])
  return { flags, found, decisions, votes, reveals, appeals, otherCases }
}

type Item = { datasetId: string; digest: Buffer; open: ReturnType<typeof sql> }
/** Timestamps of plain SQL arrive as text. */
type Raw<T extends { at: Date }> = Omit<T, 'at' | 'categoryLabel'> & { at: string }
const dated = <T extends { at: string }>(rows: readonly T[]) =>
  rows.map((row) => ({ ...row, at: new Date(row.at) }))
const named = <T extends { category: string }>(rows: readonly T[]) =>
  rows.map((row) => ({ ...row, categoryLabel: categoryName(row.category) }))

async function flagsOf({ datasetId, digest, open }: Item): Promise<CaseFlag[]> {
  const rows = await db().execute<Raw<CaseFlag>>(sql`
    select f.id, f.created_at as at, f.category, k.sensitive = 1 as sensitive, f.source,
           coalesce(p.pseudonym, f.detector) as by, f.detector_version as version, f.type, f.score, f.severity, f.spans,
           ${flagWeight} as weight
    from flag f join category k on k.id = f.category
    left join person p on p.id = case when f.source = 'report' and f.detector like 'member:%' then substring(f.detector from 8)::uuid end
    where f.dataset_id = ${datasetId} and f.digest = ${digest} and ${open}
    order by f.severity desc, f.score desc, f.type, f.id`)
  return named(dated(rows))
}

async function foundOn(
  { datasetId, id }: { datasetId: string; id: string },
  officer: boolean,
): Promise<FoundInItem[]> {
  const rows = await db().execute<FoundInItem>(sql`
    select f.* from review_case c cross join lateral ${foundIn('c')} f
    where c.dataset_id = ${datasetId} and c.id = ${id} and ${countsFor(officer)}`)
  return [...rows]
}

async function decisionsOf({ datasetId, digest, open }: Item): Promise<CaseDecision[]> {
  const rows = await db().execute<Raw<CaseDecision>>(sql`
    select d.id, d.case_id as "caseId", d.category, d.action, d.reason_code as "reasonCode",
           d.kind, d.scope, d.spans, d.label, d.territories, d.supersedes,
           d.scope = 'source' and not exists (
             select from suppression_rule r where r.dataset_id = d.dataset_id and r.ended_at is null
               and d.target -> 'ruleIds' ? r.id::text) as ended, ${decider('d')} as by, d.created_at as at
    from decision d join category k on k.id = d.category
    where d.dataset_id = ${datasetId} and d.digest = ${digest} and ${open}
    order by d.created_at desc, d.id
    limit 100`)
  return named(dated(rows))
}

async function votesOf({ datasetId, id }: { datasetId: string; id: string }): Promise<Facts['votes']> {
  const rows = await db().execute<Raw<Facts['votes'][number]>>(sql`
    select v.id, v.round, v.reviewer_id as "reviewerId", p.pseudonym as by, v.action, v.reason_code as "reasonCode", v.created_at as at,
           v.seen
    from review v join person p on p.id = v.reviewer_id
    where v.dataset_id = ${datasetId} and v.case_id = ${id}
    order by v.created_at`)
  return dated(rows)
}

async function revealsOf({ datasetId, id }: { datasetId: string; id: string }) {
  const rows = await db().execute<{ id: string; by: string; at: string }>(sql`
    select r.id, p.pseudonym as by, r.created_at as at
    from reveal r join person p on p.id = r.person_id
    where r.dataset_id = ${datasetId} and r.case_id = ${id}
    order by r.created_at desc limit 20`)
  return dated(rows)
}

async function appealsOf({ datasetId, id }: { datasetId: string; id: string }) {
  const rows = await db().execute<{ id: string; by: string | null; at: string }>(sql`
    select a.id, case when a.actor like 'member:%' then ${decider('a')} end as by, a.created_at as at
    from appeal a where a.dataset_id = ${datasetId} and a.case_id = ${id}
    order by a.created_at desc limit 20`)
  return dated(rows)
}

async function otherCasesOf({ datasetId, digest, open }: Item, caseId: string) {
  const rows = await db().execute<Omit<Facts['otherCases'][number], 'categoryLabel'>>(sql`
    select c.id, c.category, c.status
    from review_case c join category k on k.id = c.category
    where c.dataset_id = ${datasetId} and c.digest = ${digest} and c.id <> ${caseId} and ${open}
    order by k.label`)
  return named(rows)
}
