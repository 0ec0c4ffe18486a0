import 'server-only'
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import { dataset, releaseHead, releasePromise, takedownRequest } from '@/db/schema'
import { confirmedCopies } from '@/lib/copies/queries'
import { logProof } from '@/lib/releases/log-proof'
import { WORLD } from '@/lib/release-format/profile'
import { profilesOf } from '@/lib/takedowns/left-out'
import { ourDay } from '@/lib/takedowns/our-day'
import { isForATime, type Right } from '@/lib/takedowns/rights'
import type { TakedownStatus } from '@/lib/takedowns/status'
import { tokenHash } from '@/lib/takedowns/tokens'
import { type HostView, hostsOf } from './hosts'
import { DEFAULT_MARGIN_DAYS } from './labels'

/** Rows of a table stay readable: whoever needs the proofs of more decisions has the log. */
const SHOWN = 25

export type FulfilmentView = {
  slug: string
  releases: {
    profile: string
    /** The one that is without it, or the one that will be. */
    name: string | null
    done: boolean
    /** Its day, as it is told. */
    by: Date | null
  }[]
  /** Log entries of the decisions that are carried out, oldest first; `more`: those that are not listed. */
  decisions: { entryId: string; index: number }[]
  more: number
  hosts: HostView[]
  copies: { confirmed: number; of: number }
}

/** Its answer stands: what is decided for it is what it was told. */
const ANSWERED: readonly TakedownStatus[] = ['actioned', 'partially_actioned', 'kept_down', 'closed']

/**
 * How far what was decided for a request is carried out; null while nothing was told to be taken away. One that is looked at again,
 * countered or held keeps the proof of all that still holds of its last answer.
 */
export async function fulfilmentOf(request: {
  id: string
  datasetId: string
  slug: string
  right: Right | null
  status: TakedownStatus
}): Promise<FulfilmentView | null> {
  // Taken back, or a restriction that is over: nothing of it is to be carried out any more.
  if (request.status === 'retracted' || (request.status === 'restored' && isForATime(request))) return null
  const again = !ANSWERED.includes(request.status)
  const profiles = await profilesOf(db(), request, again)
  if (profiles.length === 0) return null
  const promised = await promisesOf(request.id)
  // What a court holds is promised for no day.
  const promiseOf = (profile: string) => (request.status === 'on_hold' ? undefined : promised.get(profile))
  const world = profiles.find(({ profile }) => profile === WORLD)
  const releaseId = world?.done ? ((await fulfilledBy(request.id)) ?? world.release?.id ?? null) : null
  const [entries, hosts, copies] = await Promise.all([
    entriesOf(request.id, again),
    hostsOf(request.datasetId, releaseId),
    releaseId ? confirmedCopies(request.datasetId, releaseId) : { confirmed: 0, of: 0 },
  ])
  return {
    slug: request.slug,
    releases: profiles.map(({ profile, release, done }) => ({
      profile,
      name: done ? (release?.name ?? null) : (promiseOf(profile)?.version ?? null),
      done,
      by: done ? null : (promiseOf(profile)?.dueAt ?? null),
    })),
    decisions: entries.slice(0, SHOWN),
    more: Math.max(0, entries.length - SHOWN),
    hosts,
    copies,
  }
}

/** The newest promise for each profile. */
async function promisesOf(requestId: string) {
  const rows = await db()
    .select({
      profile: releasePromise.profile,
      version: sql<
        string | null
      >`${releasePromise.version} || case when ${releasePromise.profile} = ${WORLD} then '' else '+' || ${releasePromise.profile} end`,
      dueAt: releasePromise.dueAt,
    })
    .from(releasePromise)
    .where(eq(releasePromise.requestId, requestId))
    .orderBy(releasePromise.createdAt)
  return new Map(
    rows.map(({ profile, dueAt, ...promise }) => [profile, { ...promise, dueAt: ourDay(dueAt) }]),
  )
}

async function fulfilledBy(requestId: string): Promise<string | null> {
  const [row] = await db().execute<{ id: string }>(sql`
    select release_id as id from fulfilment where request_id = ${requestId} and profile = ${WORLD}
    order by created_at desc limit 1`)
  return row?.id ?? null
}

/** Decisions in force for a request that the log has taken in; of one that waits for another answer those that it was told. */
async function entriesOf(requestId: string, again: boolean): Promise<{ entryId: string; index: number }[]> {
  const rows = await db().execute<{ entryId: string; index: number }>(sql`
    select e.entry_id as "entryId", e.idx::float8 as index from log_entry e
    where e.entry_id in (
      select d.entry_id from takedown_match m
      join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
      join decision d on d.dataset_id = c.dataset_id and d.id = ${again ? sql`m.told` : sql`c.decision_id`}
      where m.request_id = ${requestId} and d.action <> 'keep'
      union
      select s.entry_id from suppression_decision s
      where s.request_id = ${requestId} and (${!again} or s.created_at <= (
        select max(t.created_at) from takedown_event t
        where t.request_id = ${requestId} and t.type in ('outcome', 'appeal_decided'))))
    order by e.idx limit 1000`)
  return [...rows]
}

/** The proof of a decision for a request, as a file; null for an entry that is not about it. */
export async function decisionProof(requestId: string, entryId: string): Promise<string | null> {
  if (!z.uuid().safeParse(entryId).success) return null
  const [request] = await db()
    .select({ status: takedownRequest.status })
    .from(takedownRequest)
    .where(eq(takedownRequest.id, requestId))
  if (!request) return null
  const own = await entriesOf(requestId, !ANSWERED.includes(request.status))
  return own.some((entry) => entry.entryId === entryId) ? logProof(entryId) : null
}

/** The request behind a tracking link that was confirmed; null for a link that is none. */
export async function requestByLink(token: string): Promise<string | null> {
  const [row] = await db()
    .select({ id: takedownRequest.id })
    .from(takedownRequest)
    .where(and(eq(takedownRequest.trackingHash, tokenHash(token)), isNotNull(takedownRequest.confirmedAt)))
  return row?.id ?? null
}

/** The same as `fulfilmentOf` for whoever has the tracking link. */
export async function fulfilmentByLink(token: string): Promise<FulfilmentView | null> {
  const [request] = await db()
    .select({
      id: takedownRequest.id,
      datasetId: takedownRequest.datasetId,
      right: takedownRequest.right,
      status: takedownRequest.status,
      slug: dataset.slug,
    })
    .from(takedownRequest)
    .innerJoin(dataset, eq(dataset.id, takedownRequest.datasetId))
    .where(and(eq(takedownRequest.trackingHash, tokenHash(token)), isNotNull(takedownRequest.confirmedAt)))
  return request ? fulfilmentOf(request) : null
}

/** What the maintainers' page of other places shows: how they stand for the newest release, and the margin. */
export async function placesOf(datasetId: string): Promise<{ hosts: HostView[]; margin: number }> {
  const [head] = await db()
    .select({ id: releaseHead.releaseId })
    .from(releaseHead)
    .where(and(eq(releaseHead.datasetId, datasetId), eq(releaseHead.profile, WORLD)))
    .orderBy(desc(releaseHead.profile))
  const [margin] = await db().execute<{ days: number }>(
    sql`select margin_days as days from due_release_setting where dataset_id = ${datasetId}`,
  )
  return { hosts: await hostsOf(datasetId, head?.id ?? null), margin: margin?.days ?? DEFAULT_MARGIN_DAYS }
}
