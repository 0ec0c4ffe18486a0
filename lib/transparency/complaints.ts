import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { TakedownKind } from '@/lib/takedowns/attestations'
import { during, inDataset, type Scope } from './scope'

/** What became of a complaint. `withdrawn`: its request was, before anybody answered. */
export type Answer = 'upheld' | 'partly' | 'reversed' | 'open' | 'withdrawn'

/** Complaints of the period that are alike, with the seconds until each was answered. */
export type Complaints = {
  /** Who had asked, who wrote what was taken out, or who publishes the dataset and the team. */
  basis: 'requester' | 'author' | 'maintainer'
  /** Of a request; null where a decision was contested by itself. */
  kind: TakedownKind | null
  category: string
  /** Whether what was contested restricted something. */
  restricts: boolean
  answer: Answer
  n: number
  times: number[]
}

/**
 * Every complaint of the period: of a requester one for each request that was contested, whatever of it was (decisions about items, what
 * was found not to be meant, sources that were not kept out, or that it was not taken up at all); of others one for each decision. Not
 * about requests that are only counted.
 */
export async function complaintsOf(scope: Scope): Promise<Complaints[]> {
  return [
    ...(await db().execute<Complaints>(sql`
      select basis, kind, category, restricts, answer, count(*)::int as n,
        coalesce(array_agg(seconds::float8) filter (where seconds is not null), '{}') as times
      from (${byRequesters(scope)} union all ${byOthers(scope)}) x
      group by basis, kind, category, restricts, answer order by basis, kind, category, answer`)),
  ]
}

const ANSWERS = sql`('outcome', 'appeal_decided', 'no_match', 'rejected')`

/** What of an answer's items follows the request. */
const followed = (data: string) =>
  sql.raw(
    ['remove', 'redact', 'restrict', 'label']
      .map((of) => `coalesce((${data} ->> '${of}')::int, 0)`)
      .join(' + '),
  )

/** The answer that was contested is the last before the complaint, its own the first behind it. */
const byRequesters = (scope: Scope) => sql`
  select case q.kind when 'complaint' then 'author' else 'requester' end as basis, q.kind::text as kind, q.category,
    q.kind = 'complaint' as restricts,
    case
      when s.type is null and exists (
        select from takedown_event w
        where w.request_id = q.id and w.ordinal > e.ordinal and w.type in ('withdrawn', 'retracted')) then 'withdrawn'
      when s.type is null then 'open'
      when s.type in ('rejected', 'no_match') or s.data ->> 'outcome' = 'no_action' then 'upheld'
      when s.data ->> 'outcome' = 'actioned' then 'reversed'
      when b.data ->> 'outcome' is distinct from 'partially_actioned' then 'partly'
      when ${followed('s.data')} > ${followed('b.data')} then 'partly'
      when exists (
        select from takedown_event k
        where k.request_id = q.id and k.ordinal between e.ordinal and s.ordinal and k.type = 'case_decided'
          and k.data ? 'named' and k.data ->> 'action' = 'remove') then 'partly'
      else 'upheld' end as answer,
    extract(epoch from s.created_at - e.created_at) as seconds
  from takedown_event e
  join takedown_request q on q.id = e.request_id and q.kind <> 'privacy'
  join category c on c.id = q.category and c.restricted = 0
  left join lateral (
    select x.data from takedown_event x
    where x.request_id = q.id and x.ordinal < e.ordinal and x.type in ${ANSWERS}
    order by x.ordinal desc limit 1) b on true
  left join lateral (
    select x.type, x.data, x.ordinal, x.created_at from takedown_event x
    where x.request_id = q.id and x.ordinal > e.ordinal and x.type in ${ANSWERS}
    order by x.ordinal limit 1) s on true
  where e.type = 'appealed' and ${during(sql`e.created_at`, scope)} and ${inDataset(sql`q.dataset_id`, scope)}`

/** A decision that holds in the end, though for fewer or other passages or in a milder form, is reversed in part. */
const byOthers = (scope: Scope) => sql`
  select 'maintainer' as basis, null as kind, c.category, d.action <> 'keep' as restricts,
    case
      when s.id is null then 'open'
      when s.action = d.action and s.spans = d.spans then 'upheld'
      when d.action = 'keep' or s.action = 'keep' then 'reversed'
      else 'partly' end as answer,
    extract(epoch from s.created_at - a.created_at) as seconds
  from appeal a
  join review_case c on c.dataset_id = a.dataset_id and c.id = a.case_id and not c.restricted
  join decision d on d.dataset_id = a.dataset_id and d.id = a.decision_id
  left join decision s on s.dataset_id = a.dataset_id and s.supersedes = d.id and s.round = a.round
  where a.actor not like 'requester:%' and ${during(sql`a.created_at`, scope)}
    and ${inDataset(sql`a.dataset_id`, scope)}`

/** Decisions to restrict something that a complaint led to where nothing had been restricted. */
export async function newlyRestricted(scope: Scope): Promise<number> {
  const [row] = await db().execute<{ n: number }>(sql`
    select count(*)::int as n
    from appeal a
    join review_case c on c.dataset_id = a.dataset_id and c.id = a.case_id and not c.restricted
    join decision d on d.dataset_id = a.dataset_id and d.id = a.decision_id and d.action = 'keep'
    join decision s on s.dataset_id = a.dataset_id and s.supersedes = d.id and s.round = a.round and s.action <> 'keep'
    where ${during(sql`a.created_at`, scope)} and ${inDataset(sql`a.dataset_id`, scope)} and not exists (
      select from takedown_request q where a.actor = 'requester:' || q.id::text and q.kind = 'privacy')`)
  return row?.n ?? 0
}
