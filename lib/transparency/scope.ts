import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import { datasetBySlug } from '@/lib/datasets/queries'
import { isOneOf, OUTCOMES_TOLD, outcomeTold } from '@/lib/takedowns/answering-events'
import { firstAnswerAt } from '@/lib/takedowns/timeliness'
import { halfYearOf, isThere, type Period, periodOf, periodsSince } from './period'

/** What a report is about: the whole instance or one dataset, in one period. */
export type Scope = { dataset: { id: string; slug: string; name: string } | null; period: Period }

/** As the address asks; nonsense, and a period of which there is nothing to say, is the whole instance, now. A dataset that is not there is a 404. */
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
  const wanted = periodOf(asked.period ?? '', now)
  const there = wanted && isThere(wanted, await firstDay(), now) ? wanted : null
  const period = there ?? periodOf(halfYearOf(now), now)
  if (!period) throw new RangeError('the half-year of now is no period')
  if (asked.dataset === undefined) return { dataset: null, period }
  const { id, slug, name } = await datasetBySlug(asked.dataset)
  return { dataset: { id, slug, name }, period }
}

/** The periods there is something to say of. */
export const periodsThere = async (now = new Date()) => periodsSince((await firstDay()) ?? now, now)

/** When there was first something to report about: a dataset, or a request. */
async function firstDay(): Promise<Date | null> {
  const [row] = await db().execute<{ first: string | null }>(sql`
    select least((select min(created_at) from dataset),
      (select min(submitted_at) from takedown_request where confirmed_at is not null)) as first`)
  return row?.first ? new Date(row.first) : null
}

/** Whether a time lies in the period. */
export const during = (column: SQL, { period }: Scope): SQL =>
  sql`${column} >= ${period.from.toISOString()}::timestamptz and ${column} < ${period.to.toISOString()}::timestamptz`

export const inDataset = (column: SQL, { dataset }: Scope): SQL =>
  dataset ? sql`${column} = ${dataset.id}::uuid` : sql`true`

/**
 * Confirmed requests of the period that may be counted one by one: neither restricted nor about somebody's own data, and no complaint. With the first
 * answer and the last outcome; how soon is measured by lib/takedowns/timeliness.ts.
 */
export const asked = (scope: Scope): SQL => sql`
  select q.id, q.kind::text as kind, q.status::text as status, q.category, q.submitted_at,
    extract(epoch from a.first_at - q.submitted_at) as seconds, a.first_at, o.outcome,
    extract(epoch from q.confirmed_at - q.submitted_at) as acknowledged,
    coalesce((
      select (e.data ->> 'targets')::int from takedown_event e
      where e.request_id = q.id and e.type = 'submitted' limit 1), 0) as targets
  from takedown_request q
  join category c on c.id = q.category and c.restricted = 0
  cross join lateral (select ${firstAnswerAt(sql`q.id`)} as first_at) a
  left join lateral (
    select ${outcomeTold(sql`e.type`, sql`e.data`)} as outcome
    from takedown_event e
    where e.request_id = q.id and ${isOneOf(sql`e.type`, OUTCOMES_TOLD)}
    order by e.created_at desc, e.ordinal desc limit 1) o on true
  where q.confirmed_at is not null and q.kind not in ('privacy', 'complaint') and ${during(sql`q.submitted_at`, scope)}
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
