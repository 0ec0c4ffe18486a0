import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { holdsIn } from '@/lib/datasets/holds-in'
import { nameOf, WORLD } from '@/lib/release-format/profile'

/** A release of a dataset and profile; its effects and rules say what it leaves out. */
export type InRelease = { datasetId: string; releaseId: string; profile: string }

/**
 * The decisions `d` on what a request matched `m`: those in force; or, of one that waits for another answer, those it was told that still
 * have effect, so that nothing is said of what is not told yet.
 */
const decided = (told: boolean): SQL =>
  told
    ? sql`join decision d on d.dataset_id = m.dataset_id and d.id = m.told and (
        exists (
          select from decision_in_effect e
          where e.dataset_id = m.dataset_id and e.case_id = m.case_id and e.decision_id = d.id)
        or exists (select from takedown_request h where h.id = m.request_id and h.status = 'on_hold'))`
    : sql`join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
    join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id`

/** The rules `r` that were made for it; likewise. */
const made = (told: boolean): SQL =>
  told
    ? sql`r.created_at <= (
        select max(e.created_at) from takedown_event e
        where e.request_id = r.request_id and e.type in ('outcome', 'appeal_decided'))`
    : sql`true`

/**
 * Whether a release does to all that a request `q` was decided about what the decisions in force say: what was frozen with it has
 * those decisions, or takes the whole text out, and it obeys the rules that were made. A row that only another decision than the
 * request's took out in the same way counts; one that a later decision spared is asked for no more.
 */
export const leavesOut = ({ datasetId, releaseId, profile }: InRelease, told = false): SQL => sql`(
  not exists (
    select from takedown_match m
    ${decided(told)}
    where m.dataset_id = ${datasetId} and m.request_id = q.id and d.action <> 'keep' and d.scope <> 'source'
      and ${holdsIn(profile)}
      and not exists (
        select from release_effect e
        where e.dataset_id = ${datasetId} and e.release_id = ${releaseId} and e.digest = d.digest
          and (e.reasons -> 0 ->> 'decisionId' = d.id::text or e.ordinal is null and e.action = 'remove')))
  and not exists (
    select from suppression_rule r
    where r.dataset_id = ${datasetId} and r.ended_at is null and ${holdsIn(profile, 'r')}
      and (r.request_id = q.id and ${made(told)} or r.id in (
        select rule::uuid from takedown_match m
        ${decided(told)}
        cross join jsonb_array_elements_text(case when d.scope = 'source' then d.target -> 'ruleIds' else '[]' end) as t (rule)
        where m.dataset_id = ${datasetId} and m.request_id = q.id and d.action <> 'keep'))
      and not exists (
        select from release_rule f
        where f.dataset_id = ${datasetId} and f.release_id = ${releaseId} and f.rule_id = r.id)))`

export type ProfileOfRequest = {
  profile: string
  /** Its newest release; null when there is none. */
  release: { id: string; version: string; name: string } | null
  /** Whether that one leaves out what the request was decided about. */
  done: boolean
}

/**
 * The profiles that hold what a request was decided about: the world's, and those of its territories that have releases. None when
 * nothing was taken away for it. `told`: only by what its last answer said.
 */
export async function profilesOf(
  on: Db | Tx,
  { id, datasetId }: { id: string; datasetId: string },
  told = false,
): Promise<ProfileOfRequest[]> {
  const rows = await on.execute<{ profile: string; releaseId: string | null; version: string | null }>(sql`
    with held as (
      select d.territories from takedown_match m
      ${decided(told)}
      where m.dataset_id = ${datasetId} and m.request_id = ${id} and d.action <> 'keep'
      union all
      select r.territories from suppression_rule r
      where r.dataset_id = ${datasetId} and r.request_id = ${id} and r.ended_at is null and ${made(told)}),
    profiles as (
      select ${WORLD}::text as profile union all select unnest(territories) from dataset where id = ${datasetId})
    select p.profile, r.id as "releaseId", r.version from profiles p
    left join release_head h on h.dataset_id = ${datasetId} and h.profile = p.profile
    left join release r on r.dataset_id = h.dataset_id and r.id = h.release_id
    where (p.profile = ${WORLD} or r.id is not null)
      and exists (select from held d where p.profile = ${WORLD} or d.territories is null or p.profile = any(d.territories))
    order by p.profile <> ${WORLD}, p.profile`)
  const found: ProfileOfRequest[] = []
  for (const { profile, releaseId, version } of rows) {
    const release =
      releaseId && version ? { id: releaseId, version, name: nameOf({ version, profile }) } : null
    const done =
      release !== null && (await isLeftOut(on, id, { datasetId, releaseId: release.id, profile }, told))
    found.push({ profile, release, done })
  }
  return found
}

async function isLeftOut(on: Db | Tx, requestId: string, where: InRelease, told: boolean): Promise<boolean> {
  const [row] = await on.execute<{ out: boolean }>(
    sql`select ${leavesOut(where, told)} as out from takedown_request q where q.id = ${requestId}`,
  )
  return row?.out ?? false
}
