import 'server-only'
import { and, desc, eq, isNotNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { dataset, logEntry, release, releaseFile, releaseHead, releaseNotice, revision } from '@/db/schema'
import { newestRevision } from '@/lib/datasets/newest-revision'
import type { RowCounts } from '@/lib/release-format/counts'
import { COPIED_LISTS, isConvenience, parquetPath } from '@/lib/release-format/conveniences'
import { DIFF_PATH } from '@/lib/release-format/diff'
import { RELEASE_PATH } from '@/lib/release-format/release-json'
import { compareText } from '@/lib/release-format/order'
import { changeSince } from './change-since'
import { proposeVersion } from '@/lib/release-format/semver'
import { nameOf, parseName, WORLD } from '@/lib/release-format/profile'
import { publishedAs } from './published-as'
import { filesRemoved } from './tombstone'

export type NoticeKind = (typeof releaseNotice.$inferSelect)['kind']
/** `reason`: in its maintainer’s words. `at` as ISO 8601. */
export type Notice = { kind: NoticeKind; reason: string | null; at: string }

export type { RowCounts } from '@/lib/release-format/counts'

const summaryColumns = {
  id: release.id,
  version: release.version,
  profile: release.profile,
  /** What addresses name it by. */
  name: sql<string>`${release.version} || case when ${release.profile} = ${WORLD} then '' else '+' || ${release.profile} end`,
  disclosure: release.disclosure,
  state: release.state,
  isHead: isNotNull(releaseHead.releaseId).mapWith(Boolean),
  revisionNumber: revision.number,
  rows: sql<RowCounts | null>`${release.counts} -> 'rows'`,
  labelled: sql<number>`coalesce((${release.counts} ->> 'labelled')::integer, 0)`,
  digest: sql<string | null>`encode(${release.digest}, 'hex')`,
  publishedAt: release.publishedAt,
  createdBy: release.createdBy,
  /** A law took its files away. */
  removed: filesRemoved,
  /** What had to be said of it since, oldest first. */
  notices: sql<Notice[]>`coalesce((
    select jsonb_agg(jsonb_build_object('kind', n.kind, 'reason', n.reason, 'at', n.created_at) order by n.created_at)
    from ${releaseNotice} n where n.dataset_id = ${release.datasetId} and n.release_id = ${release.id}), '[]')`,
}

const toRevision = and(eq(revision.datasetId, release.datasetId), eq(revision.id, release.revisionId))
const toHead = and(eq(releaseHead.datasetId, release.datasetId), eq(releaseHead.releaseId, release.id))

export type ReleaseSummary = Awaited<ReturnType<typeof releasesOf>>[number]

/** Published releases of a dataset, newest first. */
export function releasesOf(datasetId: string) {
  return db()
    .select(summaryColumns)
    .from(release)
    .innerJoin(revision, toRevision)
    .leftJoin(releaseHead, toHead)
    .where(and(eq(release.datasetId, datasetId), eq(release.state, 'published')))
    .orderBy(desc(release.publishedAt))
}

/** The newest published releases of all datasets, each with its dataset. */
export function latestReleases(limit: number) {
  return db()
    .select({ ...summaryColumns, dataset: { slug: dataset.slug, name: dataset.name } })
    .from(release)
    .innerJoin(dataset, eq(dataset.id, release.datasetId))
    .innerJoin(revision, toRevision)
    .leftJoin(releaseHead, toHead)
    .where(eq(release.state, 'published'))
    .orderBy(desc(release.publishedAt))
    .limit(limit)
}

export type ReleaseView = NonNullable<Awaited<ReturnType<typeof releaseByVersion>>>

/** A published release with its files, or null. */
export async function releaseByVersion(slug: string, name: string) {
  const { profile } = parseName(name)
  const before = alias(release, 'before')
  const [row] = await db()
    .select({
      ...summaryColumns,
      dataset: { id: dataset.id, slug: dataset.slug, name: dataset.name, licence: dataset.licence },
      previous: before.version,
      manifestDigest: sql<string>`encode(${release.manifestDigest}, 'hex')`,
      entryId: release.entryId,
      logIndex: logEntry.idx,
      /** Made when it was published, from both releases; gone with the files of either. */
      hasDiff: sql<boolean>`not ${filesRemoved} and exists (
        select from ${releaseFile} f
        where f.dataset_id = ${release.datasetId} and f.release_id = ${release.id} and f.path = ${DIFF_PATH})`,
      reasons: sql<Record<string, number> | null>`${release.counts} -> 'reasons'`,
    })
    .from(release)
    .innerJoin(dataset, eq(dataset.id, release.datasetId))
    .innerJoin(revision, toRevision)
    .leftJoin(releaseHead, toHead)
    .leftJoin(before, and(eq(before.datasetId, release.datasetId), eq(before.id, release.previousId)))
    .leftJoin(logEntry, eq(logEntry.entryId, release.entryId))
    .where(publishedAs(slug, name))
  if (!row) return null
  const reasons = row.reasons && Object.entries(row.reasons).map(([reason, rows]) => ({ reason, rows }))
  const previous = row.previous === null ? null : nameOf({ version: row.previous, profile })
  return { ...row, previous, reasons, ...(await filesOf(row.dataset.id, row.id)) }
}

/**
 * `files` of a release as they are downloaded: release.json and the signature first, then the data by name. `copies` of its lists in
 * another format, in the order of the lists; none yet in the first moments.
 */
async function filesOf(datasetId: string, releaseId: string) {
  const all = await db()
    .select({
      path: releaseFile.path,
      sha256: sql<string>`encode(${releaseFile.sha256}, 'hex')`,
      bytes: releaseFile.bytes,
    })
    .from(releaseFile)
    .where(
      and(
        eq(releaseFile.datasetId, datasetId),
        eq(releaseFile.releaseId, releaseId),
        ne(releaseFile.path, DIFF_PATH),
      ),
    )
  const rank = ({ path }: { path: string }) =>
    path.startsWith('data/') ? 3 : path === RELEASE_PATH ? 0 : path.startsWith('release.') ? 1 : 2
  const copies = COPIED_LISTS.flatMap((list) => {
    const copy = all.find(({ path }) => path === parquetPath(list.path))
    return copy ? [{ ...copy, from: list.path }] : []
  })
  const files = all
    .filter(({ path }) => !isConvenience(path))
    .sort((a, b) => rank(a) - rank(b) || compareText(a.path, b.path))
  return { files, copies }
}

/** What publishing now would start from. The version is a proposal from what has changed since the head. */
export async function publishPreview(datasetId: string, profile: string = WORLD) {
  const newest = await newestRevision(db(), datasetId)
  const [head] = await db()
    .select({ id: release.id, version: release.version, revisionId: release.revisionId })
    .from(releaseHead)
    .innerJoin(
      release,
      and(eq(release.datasetId, releaseHead.datasetId), eq(release.id, releaseHead.releaseId)),
    )
    .where(and(eq(releaseHead.datasetId, datasetId), eq(releaseHead.profile, profile)))
  const [staged] = await db()
    .select({ version: release.version })
    .from(release)
    .where(and(eq(release.datasetId, datasetId), eq(release.profile, profile), eq(release.state, 'staged')))
  const [of] = await db()
    .select({ territories: dataset.territories })
    .from(dataset)
    .where(eq(dataset.id, datasetId))
  return {
    profile,
    territories: of?.territories ?? [],
    revision: newest,
    head: head ? { version: head.version } : null,
    staged: staged ?? null,
    proposedVersion: proposeVersion(
      head?.version ?? null,
      await changeSince(db(), { datasetId, profile, revisionId: newest?.id ?? null, head }),
    ),
  }
}
