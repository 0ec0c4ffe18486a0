import 'server-only'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { release, releaseFile } from '@/db/schema'
import { lawfullyGone } from '@/lib/errors'
import { sweepBlobs } from '@/lib/erasure/sweep'
import { say } from '@/lib/i18n/say'

/** Whether a law took the files of a release away. Names, sizes and digests stay, and so does what the log says of it. */
export const filesRemoved: SQL<boolean> = sql<boolean>`exists (
  select from release_notice n
  where n.dataset_id = ${release.datasetId} and n.release_id = ${release.id} and n.kind = 'removed_for_legal_reasons')`

/** Refused from the moment it was decided, whether or not the bytes have gone yet. */
export function refuseRemoved({ removed }: { removed: boolean }): void {
  if (removed) throw lawfullyGone(say('releases.errors.filesRemoved'))
}

/**
 * Removes the stored bytes of a release whose notice says so; those that another release or a revision has too stay theirs. They are
 * no longer referred to (`BLOB_REFERENCES`), so no later backup takes them along.
 */
export async function removeReleaseFiles(id: { datasetId: string; releaseId: string }): Promise<void> {
  const files = await db()
    .select({ sha256: releaseFile.sha256 })
    .from(releaseFile)
    .innerJoin(
      release,
      and(eq(release.datasetId, releaseFile.datasetId), eq(release.id, releaseFile.releaseId)),
    )
    .where(and(eq(release.datasetId, id.datasetId), eq(release.id, id.releaseId), filesRemoved))
  if (files.length > 0) await sweepBlobs(files.map(({ sha256 }) => sha256.toString('hex')))
}
