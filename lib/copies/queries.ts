import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { copyHolder } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { nameOf, WORLD } from '@/lib/release-format/profile'
import { audienceOf } from './audience'
import { openHolders, secretHash } from './holder'
import { addressOf, authorizeVetting, isOwn, type Vetting, vettingsOf } from './vet'

/** What the confirmation page says before anything is pressed. */
export async function holderConfirmation(token: string): Promise<'unknown' | 'ready' | 'used' | 'over'> {
  const [found] = await db()
    .select({ state: copyHolder.state, expiresAt: copyHolder.expiresAt })
    .from(copyHolder)
    .where(eq(copyHolder.confirmHash, secretHash(token)))
  if (!found) return 'unknown'
  if (found.state === 'active') return 'used'
  return found.expiresAt <= new Date() ? 'over' : 'ready'
}

type Release = { version: string; profile: string }
type HoldingRow = {
  slug: string
  dataset: string
  version: string | null
  releases: Release[]
  confirmed: Release[]
  /** May read the restricted list. */
  approved: boolean
  pending: number
}

export type HolderPage = NonNullable<Awaited<ReturnType<typeof holderPage>>>

/** What a holder of copies sees behind their own link; null for one that is none. */
export async function holderPage(token: string) {
  const [holder] = await db()
    .select({
      id: copyHolder.id,
      sealed: copyHolder.sealed,
      letters: copyHolder.lettersSince,
      until: copyHolder.retainUntil,
    })
    .from(copyHolder)
    .where(and(eq(copyHolder.pageHash, secretHash(token)), eq(copyHolder.state, 'active')))
  const [words] = await openHolders(db(), [holder?.sealed ?? null])
  if (!holder || !words) return null
  const rows = await db().execute<HoldingRow>(sql`
    select d.slug, d.name as dataset, h.version, h.approval_id is not null as approved,
      coalesce((select jsonb_agg(jsonb_build_object('version', r.version, 'profile', r.profile) order by r.published_at desc)
        from release r where r.dataset_id = h.dataset_id and r.state = 'published'), '[]') as releases,
      coalesce((select jsonb_agg(jsonb_build_object('version', r.version, 'profile', r.profile) order by r.published_at desc)
        from copy_confirmation c join release r on r.dataset_id = c.dataset_id and r.id = c.release_id
        where c.dataset_id = h.dataset_id and c.holder_id = h.holder_id), '[]') as confirmed,
      coalesce((select f.rows from pending_feed f
        where f.dataset_id = h.dataset_id and f.audience = ${audienceOf} and f.profile = ${WORLD}
        order by f.serial desc limit 1), 0)::float8 as pending
    from copy_holding h join dataset d on d.id = h.dataset_id
    where h.holder_id = ${holder.id} order by d.name`)
  return {
    name: words.name,
    letters: holder.letters !== null,
    until: holder.until,
    holdings: rows.map(({ releases, confirmed, ...row }) => ({
      ...row,
      releases: releases.map(nameOf),
      confirmed: confirmed.map(nameOf),
    })),
  }
}

export type CopyCount = { holders: number; current: number; newest: string | null }

/**
 * How many keep a copy of a dataset, and how many of them have said that they applied the newest release for everybody. Numbers are
 * for everybody; who they are is for the maintainers.
 */
export async function countCopies(datasetId: string): Promise<CopyCount> {
  const [row] = await db().execute<{ holders: number; current: number; newest: string | null }>(sql`
    select count(*)::int as holders, count(c.holder_id)::int as current, max(r.version) as newest
    from copy_holding h
    join copy_holder p on p.id = h.holder_id and p.state = 'active'
    left join release_head t on t.dataset_id = h.dataset_id and t.profile = ${WORLD}
    left join release r on r.dataset_id = t.dataset_id and r.id = t.release_id
    left join copy_confirmation c
      on c.dataset_id = h.dataset_id and c.holder_id = h.holder_id and c.release_id = t.release_id
    where h.dataset_id = ${datasetId}`)
  return row ?? { holders: 0, current: 0, newest: null }
}

/** Of those who keep a copy: how many have applied a release, or a later one for the same profile. */
export async function confirmedCopies(
  datasetId: string,
  releaseId: string,
): Promise<{ confirmed: number; of: number }> {
  const [row] = await db().execute<{ confirmed: number; of: number }>(sql`
    select count(*)::int as of, count(*) filter (where exists (
      select from copy_confirmation c
      join release later on later.dataset_id = c.dataset_id and later.id = c.release_id
      join release one on one.dataset_id = c.dataset_id and one.id = ${releaseId}
      where c.dataset_id = h.dataset_id and c.holder_id = h.holder_id and later.profile = one.profile
        and later.published_at >= one.published_at))::int as confirmed
    from copy_holding h join copy_holder p on p.id = h.holder_id and p.state = 'active'
    where h.dataset_id = ${datasetId}`)
  return row ?? { confirmed: 0, of: 0 }
}

export type CopyRow = {
  id: string
  name: string
  organisation: string
  email: string
  /** The release they use, as they say. */
  version: string | null
  confirmedAt: Date | null
  since: Date
  isBehind: boolean
  /** May read the restricted list. */
  approved: boolean
  /** Whose copy it is reads this: somebody else approves it. */
  own: boolean
  /** Newest first. */
  vettings: Vetting[]
}

/** Who keeps a copy of a dataset: those who are behind first, then by how long they are known. */
export async function copiesOf(actor: Member, datasetId: string): Promise<CopyRow[]> {
  authorizeVetting(actor, datasetId)
  const rows = await db().execute<{
    id: string
    sealed: string | null
    version: string | null
    confirmedAt: string | null
    since: string
    isBehind: boolean
    approved: boolean
  }>(sql`
    select p.id, h.approval_id is not null as approved, encode(p.sealed, 'hex') as sealed, h.version,
      (select max(c.created_at) from copy_confirmation c
        where c.dataset_id = h.dataset_id and c.holder_id = h.holder_id)::text as "confirmedAt",
      h.created_at::text as since,
      exists (select from release_head t where t.dataset_id = h.dataset_id and t.profile = ${WORLD})
        and not exists (
          select from release_head t
          join copy_confirmation c on c.dataset_id = t.dataset_id and c.release_id = t.release_id
          where t.dataset_id = h.dataset_id and c.holder_id = h.holder_id) as "isBehind"
    from copy_holding h join copy_holder p on p.id = h.holder_id and p.state = 'active'
    where h.dataset_id = ${datasetId}
    order by "isBehind" desc, h.created_at limit 500`)
  const [words, vettings, address] = await Promise.all([
    openHolders(
      db(),
      rows.map(({ sealed }) => (sealed === null ? null : Buffer.from(sealed, 'hex'))),
    ),
    vettingsOf(db(), datasetId),
    addressOf(db(), actor),
  ])
  return rows.flatMap(({ sealed: _, confirmedAt, since, ...row }, i) => {
    const said = words[i]
    if (!said) return []
    const { page: _page, ...who } = said
    return [
      {
        ...{ ...row, ...who, since: new Date(since) },
        confirmedAt: confirmedAt ? new Date(confirmedAt) : null,
        own: isOwn(who.email, address),
        vettings: vettings.get(row.id) ?? [],
      },
    ]
  })
}

/** Datasets of which something was published, by name, with the name of their newest release for everybody. */
export async function publishedDatasets(): Promise<{ slug: string; name: string; newest: string }[]> {
  const rows = await db().execute<{ slug: string; name: string; newest: string }>(sql`
    select d.slug, d.name, r.version as newest from dataset d
    join release_head h on h.dataset_id = d.id and h.profile = ${WORLD}
    join release r on r.dataset_id = h.dataset_id and r.id = h.release_id
    order by d.name`)
  return [...rows]
}
