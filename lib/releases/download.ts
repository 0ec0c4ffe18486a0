import 'server-only'
import { and, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { dataset, release, releaseFile } from '@/db/schema'
import { blobPath } from '@/lib/blobs/store'
import { notFound } from '@/lib/errors'
import { fileResponse } from '@/lib/http/file-response'
import { plainText } from '@/lib/http/plain-text'
import { DIFF_PATH } from '@/lib/release-format/diff'
import { PROOF_PATH } from '@/lib/release-format/log-proof'
import { logProof } from './log-proof'
import { publishedAs } from './published-as'
import { filesRemoved, refuseRemoved } from './tombstone'

const TYPES: readonly (readonly [ending: string, type: string])[] = [
  ['croissant.json', 'application/ld+json; profile="http://mlcommons.org/croissant/1.1"'],
  ['.json', 'application/json'],
  ['.md', 'text/markdown; charset=utf-8'],
  ['.parquet', 'application/vnd.apache.parquet'],
  ['.jsonl', 'application/jsonl; charset=utf-8'],
  ['.csv', 'text/csv; charset=utf-8; header=present'],
  ['.txt', 'text/plain; charset=utf-8'],
]

/** Answers a request for a file of a published release. The log's proof is made for the newest checkpoint, so it is kept only briefly. */
export async function releaseResponse(
  request: Request,
  slug: string,
  version: string,
  path: string,
): Promise<Response> {
  if (path === PROOF_PATH) return proofResponse(slug, version)
  const [file] = await db()
    .select({ sha256: releaseFile.sha256, bytes: releaseFile.bytes, removed: filesRemoved })
    .from(releaseFile)
    .innerJoin(
      release,
      and(eq(release.datasetId, releaseFile.datasetId), eq(release.id, releaseFile.releaseId)),
    )
    .innerJoin(dataset, eq(dataset.id, release.datasetId))
    .where(and(publishedAs(slug, version), eq(releaseFile.path, path)))
  if (!file) throw notFound('file')
  refuseRemoved(file)
  return fileResponse(request, {
    path: blobPath(file.sha256),
    bytes: file.bytes,
    sha256: file.sha256.toString('hex'),
    contentType: TYPES.find(([ending]) => path.endsWith(ending))?.[1] ?? 'application/octet-stream',
    name: `${slug}-${version}-${path.replace(/^(?:data|parquet)\//, '')}`,
  })
}

/** What changed since the release before; a first release has none. */
export const diffResponse = (request: Request, slug: string, version: string): Promise<Response> =>
  releaseResponse(request, slug, version, DIFF_PATH)

async function proofResponse(slug: string, version: string): Promise<Response> {
  const [found] = await db()
    .select({ entryId: release.entryId })
    .from(release)
    .innerJoin(dataset, eq(dataset.id, release.datasetId))
    .where(publishedAs(slug, version))
  const proof = found?.entryId ? await logProof(found.entryId) : null
  if (proof === null) throw notFound('proof')
  return plainText(proof, 'public, max-age=60')
}
