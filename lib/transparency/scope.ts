import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import { datasetBySlug } from '@/lib/datasets/queries'
import { halfYearOf, type Period, periodOf, periodsSince } from './period'

/** What a report is about: the whole instance or one dataset, in one period. */
export type Scope = { dataset: { id: string; slug: string; name: string } | null; period: Period }

/** As the address asks; nonsense is the whole instance, now. A dataset that is not there is a 404. */
export const transparencyQuery = z.object({
  dataset: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/)
    .optional()
    .catch(undefined),
  period: z.string().max(7).optional().catch(undefined),
})

export async function transparencyScope(
  asked: z.output<typeof transparencyQuery>,
  now = new Date(),
): Promise<Scope> {
  const period = periodOf(asked.period ?? '', now) ?? periodOf(halfYearOf(now), now)
  if (!period) throw new RangeError('the half-year of now is no period')
  if (asked.dataset === undefined) return { dataset: null, period }
  const { id, slug, name } = await datasetBySlug(asked.dataset)
  return { dataset: { id, slug, name }, period }
}

/** The periods there is something to say of. */
export async function periodsThere(now = new Date()) {
  const [row] = await db().execute<{ first: string | null }>(
    sql`select min(submitted_at) as first from takedown_request where confirmed_at is not null`,
  )
  return periodsSince(row?.first ? new Date(row.first) : now, now)
}

/** Whether a time lies in the period. */
export const during = (column: SQL, { period }: Scope): SQL =>
  sql`${column} >= ${period.from.toISOString()}::timestamptz and ${column} < ${period.to.toISOString()}::timestamptz`

export const inDataset = (column: SQL, { dataset }: Scope): SQL =>
  dataset ? sql`${column} = ${dataset.id}::uuid` : sql`true`

/**
 * Confirmed requests of the period that may be counted one by one: neither restricted nor about somebody's own data. With the first
 * answer, the last outcome, and what happened to their clocks.
 */
export const asked = (scope: Scope): SQL => sql`
  select q.id, q.kind::text as kind, q.status::text as status, q.category, q.submitted_at, q.confirmed_at,
    extract(epoch from a.first_at - q.submitted_at) as seconds, a.first_at, o.outcome,
    coalesce((
      select (e.data ->> 'targets')::int from takedown_event e
      where e.request_id = q.id and e.type = 'submitted' limit 1), 0) as targets,
    exists (select from takedown_clock_event k where k.request_id = q.id and k.type = 'breached') as late,
    exists (select from takedown_clock_event k where k.request_id = q.id and k.type = 'extended') as extended,
    exists (select from takedown_clock_event k where k.request_id = q.id and k.type = 'paused') as paused
  from takedown_request q
  join category c on c.id = q.category and c.restricted = 0
  left join lateral (
    select min(e.created_at) as first_at from takedown_event e
    where e.request_id = q.id and e.type in ('outcome', 'no_match', 'rejected')) a on true
  left join lateral (
    select case e.type when 'no_match' then 'not_found' when 'rejected' then 'rejected'
        else e.data ->> 'outcome' end as outcome
    from takedown_event e
    where e.request_id = q.id and e.type in ('outcome', 'appeal_decided', 'no_match', 'rejected')
    order by e.created_at desc limit 1) o on true
  where q.confirmed_at is not null and q.kind <> 'privacy' and ${during(sql`q.submitted_at`, scope)}
    and ${inDataset(sql`q.dataset_id`, scope)}`

/** Decisions of the period that are in force or were replaced since, without restricted cases. */
export const decided = (scope: Scope): SQL => sql`
  select d.*, d.actor like 'system:%' as by_system,
    exists (
      select from flag f where f.dataset_id = d.dataset_id and f.digest = d.digest and f.category = d.category
        and f.source in ('detector', 'import')) as detected,
    exists (
      select from takedown_match m
      join takedown_request q on q.id = m.request_id and q.confirmed_at is not null and q.kind <> 'privacy'
      where m.dataset_id = d.dataset_id and m.case_id = d.case_id) as requested
  from decision d
  join review_case c on c.dataset_id = d.dataset_id and c.id = d.case_id
  where not c.restricted and ${during(sql`d.created_at`, scope)} and ${inDataset(sql`d.dataset_id`, scope)}`
