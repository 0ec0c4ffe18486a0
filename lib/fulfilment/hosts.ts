import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { db, type Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { dataset, datasetHost, dueReleaseSetting, hostCheck, release, releaseHead } from '@/db/schema'
import { actorRef, type Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { conflict, invalid, missing } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { WORLD } from '@/lib/release-format/profile'
import { marginDays } from './due-release'
import type { endHostInput, hostInput, marginInput, tickInput } from './input'
import { type HostItem, type HostKind, itemsOf } from './labels'

type Done = { slug: string }

async function slugOf(tx: Tx, datasetId: string): Promise<Done> {
  const [of] = await tx.select({ slug: dataset.slug }).from(dataset).where(eq(dataset.id, datasetId))
  return { slug: of?.slug ?? '' }
}

/** A place besides this one where the dataset can be had. */
export async function addHost(
  tx: Tx,
  actor: Member,
  { datasetId, name, kind, address }: z.output<typeof hostInput>,
): Promise<Done> {
  authorize(actor, 'release.publish', { datasetId })
  const added = await tx
    .insert(datasetHost)
    .values({ datasetId, name, kind, address, addedBy: actorRef(actor) })
    .onConflictDoNothing()
    .returning({ id: datasetHost.id })
  if (added.length === 0) throw conflict(say('fulfilment.errors.known'))
  return slugOf(tx, datasetId)
}

/** The dataset cannot be had there any more. What was ticked stays. */
export async function endHost(
  tx: Tx,
  actor: Member,
  { datasetId, hostId }: z.output<typeof endHostInput>,
): Promise<Done> {
  authorize(actor, 'release.publish', { datasetId })
  const ended = await tx
    .update(datasetHost)
    .set({ endedAt: new Date(), endedBy: actorRef(actor) })
    .where(and(eq(datasetHost.datasetId, datasetId), eq(datasetHost.id, hostId), isNull(datasetHost.endedAt)))
    .returning({ id: datasetHost.id })
  if (ended.length === 0) throw missing(say('fulfilment.errors.noHost'))
  return slugOf(tx, datasetId)
}

/**
 * A part of a place no longer has what the newest release leaves out, nor what any before it did: it counts for every request that
 * those releases fulfil. A fact; said again of the same release it is the same.
 */
export async function tickHost(
  tx: Tx,
  actor: Member,
  { datasetId, hostId, item, doneOn }: z.output<typeof tickInput>,
): Promise<Done> {
  authorize(actor, 'release.publish', { datasetId })
  const [host] = await tx
    .select({ kind: datasetHost.kind })
    .from(datasetHost)
    .where(and(eq(datasetHost.datasetId, datasetId), eq(datasetHost.id, hostId), isNull(datasetHost.endedAt)))
  if (!host || !itemsOf(host.kind).includes(item)) throw missing(say('fulfilment.errors.noHost'))
  const [head] = await tx
    .select({ id: release.id, publishedAt: release.publishedAt })
    .from(releaseHead)
    .innerJoin(
      release,
      and(eq(release.datasetId, releaseHead.datasetId), eq(release.id, releaseHead.releaseId)),
    )
    .where(and(eq(releaseHead.datasetId, datasetId), eq(releaseHead.profile, WORLD)))
  if (!head?.publishedAt) throw conflict(say('fulfilment.errors.noRelease'))
  const published = head.publishedAt.toISOString().slice(0, 10)
  if (doneOn < published || doneOn > new Date(Date.now() + DAY_MS).toISOString().slice(0, 10))
    throw invalid(say('fulfilment.errors.day', { date: published }), {
      doneOn: [say('fulfilment.errors.day', { date: published })],
    })
  await tx
    .insert(hostCheck)
    .values({ datasetId, hostId, item, releaseId: head.id, doneOn, actor: actorRef(actor) })
    .onConflictDoNothing()
  return slugOf(tx, datasetId)
}

const DAY_MS = 86_400_000

/** How many days before a removal is due a release is published by itself. Refused when somebody else changed it meanwhile. */
export async function setMargin(
  tx: Tx,
  actor: Member,
  { datasetId, days, opened }: z.output<typeof marginInput>,
): Promise<Done> {
  authorize(actor, 'release.publish', { datasetId })
  await takeTurns(tx, `release-margin/${datasetId}`)
  if ((await marginDays(tx, datasetId)) !== opened) throw conflict(say('fulfilment.errors.changed'))
  await tx
    .insert(dueReleaseSetting)
    .values({ datasetId, marginDays: days })
    .onConflictDoUpdate({ target: dueReleaseSetting.datasetId, set: { marginDays: days } })
  // What was planned by the margin before is looked at again.
  const profiles = await tx
    .select({ profile: releaseHead.profile })
    .from(releaseHead)
    .where(eq(releaseHead.datasetId, datasetId))
  for (const { profile } of profiles)
    await enqueue(tx, 'release.due', { datasetId, profile }, { key: `release.due/${datasetId}/${profile}` })
  return slugOf(tx, datasetId)
}

export type HostView = {
  id: string
  name: string
  kind: HostKind
  address: string
  items: { item: HostItem; doneOn: string | null }[]
}

/**
 * The places of a dataset, by name, with what was done there for a release or a later one; without a release nothing counts as done.
 */
export async function hostsOf(datasetId: string, releaseId: string | null): Promise<HostView[]> {
  const rows = await db().execute<{
    id: string
    name: string
    kind: HostKind
    address: string
    done: { item: HostItem; doneOn: string }[]
  }>(sql`
    select h.id, h.name, h.kind, h.address, coalesce((
      select jsonb_agg(distinct jsonb_build_object('item', c.item, 'doneOn', c.done_on::text))
      from host_check c
      join release later on later.dataset_id = c.dataset_id and later.id = c.release_id
      join release one on one.dataset_id = c.dataset_id and one.id = ${releaseId}::uuid
      where c.dataset_id = h.dataset_id and c.host_id = h.id and later.published_at >= one.published_at), '[]') as done
    from dataset_host h where h.dataset_id = ${datasetId} and h.ended_at is null
    order by h.name, h.id`)
  return rows.map(({ done, ...host }) => ({
    ...host,
    items: itemsOf(host.kind).map((item) => ({
      item,
      doneOn:
        done
          .filter((one) => one.item === item)
          .map(({ doneOn }) => doneOn)
          .sort()[0] ?? null,
    })),
  }))
}
