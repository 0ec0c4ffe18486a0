import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '@/db/client'
import { dataset, release, revision, revisionFile } from '@/db/schema'
import { contentFields } from '@/lib/datasets/read/fields'
import { notFound } from '@/lib/errors'
import type { Disclosure } from '@/lib/release-format/disclosure'
import type { About, LogPosition, ReleaseFacts } from '@/lib/release-format/release-json'
import { compareText } from '@/lib/release-format/order'

/** All that the bytes of a release depend on, but for the effective set: fixed when it was staged. */
export type Frozen = {
  datasetId: string
  releaseId: string
  state: 'staged' | 'published'
  slug: string
  version: string
  profile: string
  disclosure: Disclosure
  about: About
  /** SHA-256 of the policy in force. */
  policy: string
  /** YYYY-MM-DD, UTC. */
  date: string
  /** Where the base files are, or null. */
  baseUrl: string | null
  previous: { id: string; version: string; sha256: string } | null
  revisionId: string
  /** SHA-256 over the base files' digests, as the log has it. */
  filesDigest: string
  contentFields: string[]
  digestScheme: number
  idField: string | null
  /** By path, in byte order. */
  files: {
    ordinal: number
    path: string
    sha256: string
    bytes: number
    format: string
    rows: number
    bad: number
  }[]
}

export async function loadFrozen(on: Db, datasetId: string, releaseId: string): Promise<Frozen> {
  const before = alias(release, 'before')
  const [row] = await on
    .select({ release, dataset, filesDigest: revision.filesDigest, before })
    .from(release)
    .innerJoin(dataset, eq(dataset.id, release.datasetId))
    .innerJoin(revision, and(eq(revision.datasetId, release.datasetId), eq(revision.id, release.revisionId)))
    .leftJoin(before, and(eq(before.datasetId, release.datasetId), eq(before.id, release.previousId)))
    .where(and(eq(release.datasetId, datasetId), eq(release.id, releaseId)))
  if (!row) throw notFound('release')
  const { release: found, dataset: of } = row
  if (!found.facts) throw new Error(`release ${found.version} was staged before releases had facts`)
  const { policy, date, baseUrl, ...about } = found.facts
  const plan = {
    text: of.textFields ?? [],
    url: of.urlFields ?? [],
    mediaHash: of.mediaHashField,
    id: of.idField,
  }
  return {
    datasetId,
    releaseId,
    state: found.state,
    slug: of.slug,
    version: found.version,
    profile: found.profile,
    disclosure: found.disclosure,
    about,
    policy,
    date,
    baseUrl,
    previous: row.before && {
      id: row.before.id,
      version: row.before.version,
      sha256: hexOf(row.before.digest),
    },
    revisionId: found.revisionId,
    filesDigest: hexOf(row.filesDigest),
    contentFields: contentFields(plan),
    digestScheme: of.digestScheme,
    idField: of.idField,
    files: await filesOf(on, datasetId, found.revisionId),
  }
}

/** What release.json says of it, with the state of the log it rests on. */
export function factsOf(frozen: Frozen, log: LogPosition): ReleaseFacts {
  const { slug, about, version, profile, disclosure, date, previous, policy } = frozen
  const { files, baseUrl, contentFields, digestScheme, idField } = frozen
  return {
    ...{ dataset: slug, about, version, profile, disclosure, date, policy, log },
    previous: previous && { version: previous.version, sha256: previous.sha256 },
    base: {
      files: files.map(({ path, sha256, bytes, format, rows }) => ({ path, sha256, bytes, format, rows })),
      ...{ url: baseUrl, contentFields, digestScheme, idField },
    },
  }
}

async function filesOf(on: Db, datasetId: string, revisionId: string): Promise<Frozen['files']> {
  const files = await on
    .select({
      ordinal: revisionFile.ordinal,
      path: revisionFile.path,
      sha256: revisionFile.sha256,
      bytes: revisionFile.bytes,
      format: revisionFile.format,
      rows: revisionFile.rowsRead,
      bad: revisionFile.rowsBad,
    })
    .from(revisionFile)
    .where(and(eq(revisionFile.datasetId, datasetId), eq(revisionFile.revisionId, revisionId)))
    .orderBy(asc(revisionFile.ordinal))
  return files
    .map((file) => ({ ...file, sha256: hexOf(file.sha256) }))
    .sort((a, b) => compareText(a.path, b.path))
}

function hexOf(digest: Buffer | null): string {
  if (!digest) throw new Error('a published release without its digest')
  return digest.toString('hex')
}
