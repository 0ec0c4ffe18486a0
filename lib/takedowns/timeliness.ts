import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { CLOCK_NAMES, purposeOf } from '@/lib/clocks/rules'
import { FIRST_ANSWERS, isOneOf } from './answering-events'
import type { TakedownKind } from './attestations'

/**
 * How soon requests of one kind, received in one UTC month, got what they were owed. Times in seconds; null where nothing happened yet. Of a
 * whole time `month` is null, and `kind` is null in the row about all kinds.
 */
export type Timeliness<
  Month extends string | null = string,
  Kind extends TakedownKind | null = TakedownKind,
> = {
  /** `2026-11` */
  month: Month
  kind: Kind
  /** Confirmed ones. */
  received: number
  decided: number
  acknowledgeMedian: number | null
  acknowledgeP90: number | null
  /** Until a person first did something about it: decided, voted, asked, moved a clock. */
  lookMedian: number | null
  lookP90: number | null
  decideMedian: number | null
  decideP90: number | null
  /** Clocks to answer that are over: met by an answer, or run out; and how many of them were met in time. */
  clocks: number
  inTime: number
  breaches: number
  pauses: number
  extensions: number
  /** Requests with a clock to answer that ran out, that was extended, that stood for a while. */
  late: number
  extended: number
  paused: number
}

/** `listed`: without those that are only counted, which are restricted or about somebody's own data; `personal`: these last alone. */
type Of = { from: Date; to: Date; datasetIds?: readonly string[]; which?: 'listed' | 'personal' }

const WHICH = {
  listed: sql`and r.kind not in ('privacy', 'complaint') and r.category in (select id from category where restricted = 0)`,
  personal: sql`and r.kind = 'privacy' and r.category in (select id from category where restricted = 0)`,
}

/** In SQL: when a request got its first answer, by its id. What it is answered with later is another matter. */
export const firstAnswerAt = (requestId: SQL): SQL => sql`(
  select min(e.created_at) from takedown_event e
  where e.request_id = ${requestId} and ${isOneOf(sql`e.type`, FIRST_ANSWERS)})`

/**
 * Of requests that were sent from `from` on and before `to`. All times count from the sending, which is what the laws count from; what
 * was withdrawn is among the received, not among the decided. Half of them, and nine in ten, by interpolation.
 */
export async function timeliness(on: Db | Tx, of: Of): Promise<Timeliness[]> {
  return on.execute<Timeliness>(measured(of, sql`s.month, s.kind`, { month: sql`s.month` }))
}

/** The same of the whole time: a row for each kind, and one for all of them. */
export async function timelinessOfAll(on: Db | Tx, of: Of): Promise<Timeliness<null, TakedownKind | null>[]> {
  return on.execute<Timeliness<null, TakedownKind | null>>(
    measured(of, sql`grouping sets ((s.kind), ())`, { month: sql`null` }),
  )
}

const measured = ({ from, to, datasetIds, which }: Of, groups: SQL, { month }: { month: SQL }): SQL => sql`
    with asked as (
      select r.id, r.dataset_id, r.kind, r.submitted_at as at, r.confirmed_at,
        to_char(r.submitted_at at time zone 'UTC', 'YYYY-MM') as month
      from takedown_request r
      where r.confirmed_at is not null
        and r.submitted_at >= ${from.toISOString()}::timestamptz and r.submitted_at < ${to.toISOString()}::timestamptz
        ${datasetIds ? sql`and r.dataset_id = any (${sql.param([...datasetIds])}::uuid[])` : sql``}
        ${which ? WHICH[which] : sql``}),
    spent as (
      select a.id, a.kind, a.month,
        extract(epoch from a.confirmed_at - a.at) as acknowledged,
        extract(epoch from least(
          (select min(e.created_at) from takedown_event e where e.request_id = a.id and e.actor like 'member:%'),
          (select min(v.created_at) from takedown_match m
            join review v on v.dataset_id = m.dataset_id and v.case_id = m.case_id
            where m.dataset_id = a.dataset_id and m.request_id = a.id and v.created_at >= m.created_at),
          (select min(d.created_at) from takedown_match m
            join decision d on d.dataset_id = m.dataset_id and d.case_id = m.case_id
            where m.dataset_id = a.dataset_id and m.request_id = a.id and d.created_at >= m.created_at
              and d.decider_id is not null)) - a.at) as looked,
        extract(epoch from ${firstAnswerAt(sql`a.id`)} - a.at) as decided
      from asked a),
    moved as (
      select e.request_id,
        count(*) filter (where e.type = 'paused') as pauses,
        count(*) filter (where e.type = 'extended') as extensions
      from takedown_clock_event e join asked a on a.id = e.request_id
      group by e.request_id),
    ends as (
      select c.request_id, c.id,
        bool_or(e.type = 'breached') as breached,
        bool_or(e.type = 'satisfied' and e.reason not in ('withdrawn', 'expired')) as met,
        bool_or(e.type = 'satisfied' and e.reason not in ('withdrawn', 'expired') and e.at <= e.due_at) as in_time
      from takedown_clock c
      join asked a on a.id = c.request_id
      join takedown_clock_event e on e.clock_id = c.id
      where c.law = any (${sql.param(ANSWERS)}::text[])
      group by c.request_id, c.id),
    kept as (
      select request_id,
        count(*) filter (where met or breached) as clocks,
        count(*) filter (where in_time and not breached) as in_time,
        count(*) filter (where breached) as breaches
      from ends group by request_id)
    select ${month} as month, s.kind,
      count(*)::int as received,
      count(s.decided)::int as decided,
      ${half(sql`s.acknowledged`)} as "acknowledgeMedian", ${most(sql`s.acknowledged`)} as "acknowledgeP90",
      ${half(sql`s.looked`)} as "lookMedian", ${most(sql`s.looked`)} as "lookP90",
      ${half(sql`s.decided`)} as "decideMedian", ${most(sql`s.decided`)} as "decideP90",
      coalesce(sum(k.clocks), 0)::int as clocks,
      coalesce(sum(k.in_time), 0)::int as "inTime",
      coalesce(sum(k.breaches), 0)::int as breaches,
      coalesce(sum(m.pauses), 0)::int as pauses,
      coalesce(sum(m.extensions), 0)::int as extensions,
      count(*) filter (where k.breaches > 0)::int as late,
      count(*) filter (where m.extensions > 0)::int as extended,
      count(*) filter (where m.pauses > 0)::int as paused
    from spent s left join kept k on k.request_id = s.id left join moved m on m.request_id = s.id
    group by ${groups}
    order by 1, s.kind`

const ANSWERS = CLOCK_NAMES.filter((name) => purposeOf(name) === 'answer')

const half = (of: SQL) => sql`percentile_cont(0.5) within group (order by ${of})::float8`
const most = (of: SQL) => sql`percentile_cont(0.9) within group (order by ${of})::float8`
