import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { LEASE_SECONDS } from '@/lib/review/claim'
import { takes } from '@/lib/review/route'
import { isServable, mayComeTo } from './servable'
import {
  AGAIN_DAYS,
  AGAIN_DAYS_HELD,
  AGAIN_DAYS_UNANSWERED,
  DEFAULTS,
  EVERY_WHILE_HELD,
  type StandingState,
} from './standing-rules'

type Claimed = {
  datasetId: string
  queueId: string | undefined
  held: readonly string[]
  caseId: string | null
}

/**
 * The golden item that comes before the case this member was just handed, or null. The case stays claimed behind it, so that there is
 * always real work where a golden item appears; its queue and its age are the ones the item shows. One that their screen has
 * forgotten comes first again. Never an item they decided, flagged, skipped, nominated or answered lately, nor one of a category or
 * language they are not served at this moment; it counts as seen like any other. Who has to recover meets what they answered sooner.
 */
export async function serveGolden(tx: Tx, actor: Member, claimed: Claimed): Promise<string | null> {
  const { kept, busy, fresh, every, state } = await liveServing(tx, actor, claimed)
  if (kept || busy || !fresh || claimed.caseId === null || every === 0) return kept
  const often = state === 'held' ? Math.min(every, EVERY_WHILE_HELD) : every
  if (Math.random() * often >= 1) return null
  return serveBefore(tx, actor, { datasetId: claimed.datasetId, caseId: claimed.caseId }, state)
}

type Live = {
  kept: string | null
  busy: boolean
  fresh: boolean
  /** 0 also where there is nothing to serve. */
  every: number
  state: StandingState
}

/**
 * Ends what ran out of time, was restricted, or is of a dataset they stand aside from by now, and says what this member has on their screens and how often they are checked, in one
 * round trip, because every claim asks. `fresh`: the case was claimed in this transaction.
 */
async function liveServing(
  tx: Tx,
  actor: Member,
  { datasetId, queueId, held, caseId }: Claimed,
): Promise<Live> {
  const mine = sql`s.dataset_id = ${datasetId} and s.person_id = ${actor.id} and s.ended_at is null`
  const barred = sql`(exists (
    select from golden_item g join review_case c on c.dataset_id = g.dataset_id and c.id = g.case_id
    where g.dataset_id = s.dataset_id and g.id = s.golden_id and c.restricted)
    or stands_aside(${datasetId}, ${actor.id}, ${actor.roles[datasetId]?.includes('maintainer') ?? false}) is not null)`
  const setting = sql`select t.every from golden_settings t where t.dataset_id = ${datasetId}`
  const [row] = await tx.execute<Live>(sql`
    with over as (
      update golden_serving s set ended_at = statement_timestamp(), outcome = 'expired'
      where ${mine} and (s.expires_at < statement_timestamp() or ${barred})
    ), kept as (
      update golden_serving s set expires_at = statement_timestamp() + make_interval(secs => ${LEASE_SECONDS})
      where ${mine} and s.expires_at >= statement_timestamp() and not ${barred} and s.id <> all (${sql.param([...held])}::uuid[])
        and (${queueId ?? null}::uuid is null or s.queue_id = ${queueId ?? null}::uuid)
      returning s.id
    )
    select (select id from kept) as kept,
      exists (
        select from golden_serving s where ${mine} and s.expires_at >= statement_timestamp() and not ${barred}) as busy,
      exists (
        select from lease l
        where l.dataset_id = ${datasetId} and l.case_id = ${caseId}::uuid and l.reviewer_id = ${actor.id} and l.ended_at is null
          and l.created_at = now()) as fresh,
      case when exists (select from golden_item g where g.dataset_id = ${datasetId} and g.retired_at is null)
        then coalesce((${setting}), ${DEFAULTS.every}::integer) else 0 end as every,
      coalesce((
        select g.state from golden_standing g where g.dataset_id = ${datasetId} and g.person_id = ${actor.id}), 'fine') as state`)
  if (!row) throw new Error('a row of constants is missing')
  return row
}

async function serveBefore(
  tx: Tx,
  { id: personId }: Member,
  { datasetId, caseId }: { datasetId: string; caseId: string },
  state: StandingState,
): Promise<string | null> {
  const usual = state === 'held' ? AGAIN_DAYS_HELD : AGAIN_DAYS
  const again = (days: number) => sql`s.created_at > now() - make_interval(days => ${days})`
  const [served] = await tx.execute<{ id: string; goldenId: string }>(sql`
    insert into golden_serving (dataset_id, golden_id, person_id, behind_case_id, queue_id, opened_at, expires_at)
    select g.dataset_id, g.id, ${personId}, r.id, r.queue_id, r.opened_at,
      clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    from review_case r
    join review_queue q on q.dataset_id = r.dataset_id and q.id = r.queue_id
    join golden_item g on g.dataset_id = r.dataset_id
    join review_case c on c.dataset_id = g.dataset_id and c.id = g.case_id
    where r.dataset_id = ${datasetId} and r.id = ${caseId} and ${isServable} and ${takes}
      and c.category = any (categories_for(${datasetId}, ${personId}))
      and (c.language = 'und' or coalesce(
        (select c.language = any (p.languages) from reviewer_preference p where p.person_id = ${personId}), true))
      and ${mayComeTo(sql`${personId}`)}
      and not exists (
        select from golden_serving s
        where s.dataset_id = g.dataset_id and s.golden_id = g.id and s.person_id = ${personId}
          and case when s.outcome in ('released', 'expired') then ${again(AGAIN_DAYS_UNANSWERED)} else ${again(usual)} end)
    -- What they have not had yet first, then what they had the longest ago.
    order by (
      select max(s.created_at) from golden_serving s
      where s.dataset_id = g.dataset_id and s.golden_id = g.id and s.person_id = ${personId}) nulls first, random() limit 1
    -- Another screen of the same person was given one at this moment.
    on conflict (dataset_id, person_id) where ended_at is null do nothing
    returning id, golden_id as "goldenId"`)
  if (!served) return null
  await countGolden(tx, personId, datasetId, served.goldenId)
  return served.id
}

/** As `claim_case` counts a case: the limits of the day and the pauses are about what is read. */
async function countGolden(tx: Tx, personId: string, datasetId: string, goldenId: string): Promise<void> {
  await tx.execute(sql`
    select count_as_seen(${personId}, c.category)
    from golden_item g join review_case c on c.dataset_id = g.dataset_id and c.id = g.case_id
    where g.dataset_id = ${datasetId} and g.id = ${goldenId}`)
}
