import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import { notFound } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { daysOf, type RegisterFilter } from './filter'
import { type Notice, noticeSchema, ORDERS_WITH_HOSTS, PERSONAL, withoutPersons } from './notice'
import { type Present, present, presentSchema } from './present'
import { roughly } from './small-counts'

/** How a notice stands now, beyond what it said when it was published. */
export type Standing = 'stands' | 'contested' | 'countered' | 'kept_down' | 'rescinded'
export type RescindedWhy = 'retracted' | 'restored' | 'delisted' | 'mistake' | 'court'

/** An entry as everybody reads it, on the page and as JSON. Of a rescinded one only that it was. */
export type PublicEntry = {
  id: string
  url: string
  /** Day. */
  published: string
  standing: Standing
  rescinded: { on: string; why: RescindedWhy } | null
  /** As it was published. */
  notice: Notice | null
  /** What holds now, where it was decided otherwise since. */
  now: Present | null
}

export type PublicPage = { entries: PublicEntry[]; next: string | null }

const PAGE = 25

type Row = {
  id: string
  status: string
  publish_from: Date | string
  /** The same to the microsecond, as the page after it begins. */
  cursor: string
  notice: unknown
  last: string
  reason: RescindedWhy | null
  last_at: Date | string
  status_at: Date | string | null
  category: string
  changed: boolean
  contested: boolean
  outcome: string
  items: unknown
  since: Date | string | null
}

/** The register, newest first; keyset after (published, id). */
export async function registerPage(filter: RegisterFilter): Promise<PublicPage> {
  const { after } = filter
  const conditions = [
    ...narrowing(filter),
    ...(after
      ? [
          sql`(r.publish_from < ${after.at}::timestamptz or (r.publish_from = ${after.at}::timestamptz and r.register_id > ${after.id}::uuid))`,
        ]
      : []),
  ]
  const rows = await select(sql`and ${sql.join([sql`true`, ...conditions], sql` and `)}`, PAGE + 1)
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return {
    entries: rows.slice(0, PAGE).map(publicEntry),
    next: last ? `${last.cursor}_${last.id}` : null,
  }
}

/** One entry by its public address. The same 404 for one that is not there, is not released, or is under embargo. */
export async function registerEntryView(id: string): Promise<PublicEntry> {
  const [row] = z.uuid().safeParse(id).success ? await select(sql`and r.register_id = ${id}::uuid`, 1) : []
  if (!row) throw notFound('page')
  return publicEntry(row)
}

/** What was decided otherwise since an entry was published; null where nothing was, or it cannot be read. */
export async function presentOf(id: string): Promise<Present | null> {
  const [row] = await select(sql`and r.register_id = ${id}::uuid`, 1)
  return row ? publicEntry(row).now : null
}

export type CountedMonth = {
  /** `2026-10` */
  month: string
  privacy: number | null
  restricted: number | null
}

/**
 * What is only counted, by month, over the whole instance: null for fewer than five, none included. Only months that are over, so that
 * nobody can watch the number grow by one.
 */
export async function countedMonths(): Promise<CountedMonth[]> {
  const rows = await db().execute<{ month: string; privacy: number; restricted: number }>(sql`
    select to_char(m.first, 'YYYY-MM') as month,
      count(q.id) filter (where c.restricted = 0)::int as privacy,
      count(q.id) filter (where c.restricted = 1)::int as restricted
    from generate_series(
        greatest(date_trunc('month', now() at time zone 'UTC') - interval '12 months',
          (select date_trunc('month', min(submitted_at) at time zone 'UTC') from takedown_request)),
        date_trunc('month', now() at time zone 'UTC') - interval '1 month', interval '1 month') as m (first)
    left join (takedown_request q join category c on c.id = q.category and (c.restricted = 1 or q.kind = 'privacy'))
      on q.confirmed_at is not null and date_trunc('month', q.submitted_at at time zone 'UTC') = m.first
    group by m.first order by m.first desc`)
  return rows.map(({ month, privacy, restricted }) => ({
    month,
    privacy: roughly(privacy),
    restricted: roughly(restricted),
  }))
}

/** Released, its embargo over, and not withheld since; `status_at`: when its request was retracted or its rows restored. */
function select(conditions: SQL, limit: number): Promise<Row[]> {
  return db()
    .execute<Row>(
      sql`
      select e.id, q.category,
        case when q.status::text = 'closed' and exists (
          select from counter_notice n where n.of_request_id = q.id and n.state = 'kept_down') then 'kept_down' else q.status::text end as status,
        r.publish_from, r.notice, p.*,
        to_char(r.publish_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as cursor, l.type as last, l.reason, l.created_at as last_at,
        case when q.status::text in ('retracted', 'restored') then (
          select max(v.created_at) from takedown_event v where v.request_id = q.id) end as status_at
      from register_fact r
      join register_entry e on e.id = r.register_id
      join takedown_request q on q.id = e.request_id
      join category c on c.id = q.category and c.restricted = 0
      join lateral (
        select f.type, f.reason, f.created_at from register_fact f
        where f.register_id = r.register_id order by f.created_at desc limit 1) l on true
      ${present}
      where r.type = 'released' and r.publish_from <= now()
        and (l.type = 'released' or l.type = 'rescinded' and l.created_at > r.publish_from)
        and not exists (
          select from register_fact n
          where n.register_id = r.register_id and n.type = 'released' and n.created_at > r.created_at)
        ${conditions}
      order by r.publish_from desc, r.register_id limit ${limit}`,
    )
    .then((rows) => [...rows])
}

const RESCINDED = sql`(l.type = 'rescinded' or q.status::text in ('retracted', 'restored'))`

/** As {@link showsHosts} has it: what is not told is not found either. */
const TELLS_HOSTS = sql`q.category <> ${PERSONAL}
  and (q.kind <> 'court_order' or q.category = any (${sql.param([...ORDERS_WITH_HOSTS])}::text[]))`

/** What was rescinded is found as such and by nothing that it said. */
function narrowing({ kind, dataset, host, outcome, period }: RegisterFilter): SQL[] {
  const conditions: SQL[] = []
  if (kind) conditions.push(sql`r.notice ->> 'kind' = ${kind}`)
  if (dataset) conditions.push(sql`r.notice ->> 'dataset' = ${dataset}`)
  if (host)
    conditions.push(sql`r.notice -> 'hosts' @> ${JSON.stringify([{ host }])}::jsonb and ${TELLS_HOSTS}`)
  if (outcome && outcome !== 'rescinded') conditions.push(sql`p.outcome = ${outcome}`)
  if (period) {
    const { from, to } = daysOf(period)
    conditions.push(sql`r.notice ->> 'decided' >= ${from} and r.notice ->> 'decided' < ${to}`)
  }
  if (outcome === 'rescinded') return [RESCINDED]
  return conditions.length > 0 ? [...conditions, sql`not ${RESCINDED}`] : conditions
}

function publicEntry(row: Row): PublicEntry {
  const rescinded = rescindedOf(row)
  const { changed, outcome, items, since } = row
  return {
    id: row.id,
    url: env().url + paths.registerEntry(row.id),
    published: dayOf(row.publish_from),
    standing: rescinded ? 'rescinded' : standingOf(row),
    rescinded,
    notice: rescinded ? null : withoutPersons(noticeSchema.parse(row.notice), row.category),
    now:
      rescinded || !changed || since === null
        ? null
        : presentSchema.parse({ outcome, items, since: dayOf(since) }),
  }
}

function rescindedOf({ last, reason, last_at, status, status_at }: Row): PublicEntry['rescinded'] {
  if (last === 'rescinded' && reason) return { on: dayOf(last_at), why: reason }
  if (status === 'retracted' || status === 'restored') return { on: dayOf(status_at ?? last_at), why: status }
  return null
}

/** Of the status of its request: open again means that somebody contests it. Maintainers contest single decisions, beside it. */
function standingOf({ status, contested }: Row): Standing {
  switch (status) {
    case 'countered':
    case 'kept_down':
      return status
    case 'received':
    case 'under_review':
    case 'owner_notified':
    case 'on_hold':
    case 'needs_info':
    case 'needs_identity':
    case 'duplicate':
      return 'contested'
    default:
      return contested ? 'contested' : 'stands'
  }
}

const dayOf = (at: Date | string) => new Date(at).toISOString().slice(0, 10)
