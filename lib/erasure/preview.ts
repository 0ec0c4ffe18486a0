import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { dataset, takedownRequest } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { blobPath } from '@/lib/blobs/store'
import { itemSubject, requestSubject, type Subject } from '@/lib/crypto/subject'
import { keyIdOf } from '@/lib/crypto/subject-keys'
import { sniff } from '@/lib/datasets/read/sniff'
import { notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { isClosed } from '@/lib/takedowns/status'
import { isNamed } from './begin'
import type { SubjectInput } from './input'
import { placesOf } from './places'
import { stillThere } from './rewrite-shard'

export type ErasurePreview = {
  what: 'item' | 'request'
  dataset: string
  /** Digest or number. */
  name: string
  /** Counted, what goes. All zero: there is nothing left of it. */
  content: number
  openings: number
  sources: number
  contact: number
  targets: number
  letters: number
  /** Stored base files with rows of it. */
  files: { path: string; rows: number }[]
  /** Numbers of the revisions that can then be rebuilt only by those who hold the base. */
  revisions: number[]
  /** Published releases whose lists have its digest and source: they stay as they are. */
  releases: string[]
  /** Why it cannot be erased now. */
  blocked: string | null
}

/** Counts what an erasure would destroy, and destroys nothing. Throws not_found for what is nowhere. */
export async function previewErasure(actor: Actor, input: SubjectInput): Promise<ErasurePreview> {
  authorize(actor, 'content.erase', { visible: false, what: 'page' })
  const [found] = await db()
    .select({ id: dataset.id, slug: dataset.slug })
    .from(dataset)
    .where(eq(dataset.slug, input.dataset))
  if (!found) throw notFound('dataset')
  return input.what === 'item' ? previewItem(found, input.digest) : previewRequest(found, input.request)
}

/** Whether anything would go. */
export const isEmpty = (preview: ErasurePreview): boolean =>
  preview.content +
    preview.openings +
    preview.sources +
    preview.contact +
    preview.targets +
    preview.letters ===
    0 && preview.files.length === 0

async function previewItem({ id, slug }: { id: string; slug: string }, hex: string): Promise<ErasurePreview> {
  const digest = Buffer.from(hex, 'hex')
  const [counts] = await db().execute<{ known: boolean; content: number; sources: number }>(sql`
    select exists (select from item where dataset_id = ${id} and digest = ${digest}) as known,
      (select count(*)::int from item_content where dataset_id = ${id} and digest = ${digest}) as content,
      (select count(*)::int from occurrence where dataset_id = ${id} and digest = ${digest}
         and (source_id is not null or url is not null)) as sources`)
  const places = await placesOf(id, [hex])
  if (!counts?.known && places.shards.length === 0) throw notFound('digest')
  const files: ErasurePreview['files'] = []
  for (const { shard, rows } of places.shards) {
    const file = blobPath(shard.blob)
    const left = await stillThere(file, await sniff(file, shard.path), shard, rows)
    if (left.length > 0) files.push({ path: shard.path, rows: left.length })
  }
  return {
    ...NOTHING,
    what: 'item',
    dataset: slug,
    name: hex,
    content: counts?.content ?? 0,
    sources: counts?.sources ?? 0,
    openings: await openingsAbout(itemSubject(id, digest)),
    files,
    revisions: places.revisions.map(({ number }) => number),
    releases: await releasesWith(
      id,
      digest,
      places.revisions.map((revision) => revision.id),
    ),
    blocked: await underWay(id),
  }
}

async function previewRequest(
  { id, slug }: { id: string; slug: string },
  name: string,
): Promise<ErasurePreview> {
  const [request] = await db()
    .select({ id: takedownRequest.id, reference: takedownRequest.reference, status: takedownRequest.status })
    .from(takedownRequest)
    .where(and(eq(takedownRequest.datasetId, id), isNamed(name)))
  if (!request) throw notFound('reference')
  const [counts] = await db().execute<{ contact: number; targets: number; letters: number }>(sql`
    select (select count(*)::int from takedown_contact where request_id = ${request.id}) as contact,
      (select count(*)::int from takedown_target where request_id = ${request.id}) as targets,
      (select count(*)::int from mail_message where request_id = ${request.id}
         and not exists (select from erasure where request_id = ${request.id})) as letters`)
  return {
    ...NOTHING,
    what: 'request',
    dataset: slug,
    name: request.reference,
    ...counts,
    openings: await openingsAbout(requestSubject(request.id)),
    blocked: isClosed(request.status) ? null : say('erasures.preview.blocked.open'),
  }
}

const NOTHING = {
  content: 0,
  openings: 0,
  sources: 0,
  contact: 0,
  targets: 0,
  letters: 0,
  files: [],
  revisions: [],
  releases: [],
  blocked: null,
}

async function openingsAbout(subject: Subject): Promise<number> {
  const keyId = await keyIdOf(db(), subject)
  if (keyId === null) return 0
  const [row] = await db().execute<{ n: number }>(
    sql`select count(*)::int as n from log_opening where key_id = ${keyId}`,
  )
  return row?.n ?? 0
}

async function releasesWith(
  datasetId: string,
  digest: Buffer,
  revisionIds: readonly string[],
): Promise<string[]> {
  if (revisionIds.length === 0) return []
  const rows = await db().execute<{ version: string }>(sql`
    select r.version from release r
    where r.dataset_id = ${datasetId} and r.state = 'published'
      and r.revision_id = any(${sql.param(revisionIds)}::uuid[])
      and not exists (select from release_effect e where e.dataset_id = r.dataset_id and e.release_id = r.id
        and e.digest = ${digest} and e.action <> 'label')
    order by r.published_at`)
  return rows.map(({ version }) => version)
}

async function underWay(datasetId: string): Promise<string | null> {
  const [row] = await db().execute<{ release: string | null; revision: number | null }>(sql`
    select (select version from release where dataset_id = ${datasetId} and state = 'staged' limit 1) as release,
      (select number from revision where dataset_id = ${datasetId} and state = 'importing' limit 1) as revision`)
  if (row?.release) return say('erasures.preview.blocked.release', { version: row.release })
  if (row?.revision) return say('erasures.preview.blocked.revision', { number: String(row.revision) })
  return null
}
