import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '@/db/client'
import { dataset, release, revision, revisionFile } from '@/db/schema'
import { contentFields } from '@/lib/datasets/read/fields'
import { notFound } from '@/lib/errors'
import type { Disclosure } from '@/lib/release-format/disclosure'
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
  if (!row) throw notFound('This release')
  const { release: found, dataset: of } = row
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
