import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'

/** The newest release of a profile, and the base files whose rows a list of pending removals names. */
export type PendingHead = {
  datasetId: string
  slug: string
  profile: string
  releaseId: string
  version: string
  /** SHA-256 of its release.json, in hex. */
  sha256: string
  revisionId: string
  files: { ordinal: number; path: string; sha256: string }[]
}

/** One for each profile of a dataset that has a release. */
export async function headsOf(datasetId: string): Promise<PendingHead[]> {
  const rows = await db().execute<PendingHead>(sql`
    select h.dataset_id as "datasetId", d.slug, h.profile, r.id as "releaseId", r.version,
      encode(r.digest, 'hex') as sha256, r.revision_id as "revisionId",
      (select jsonb_agg(jsonb_build_object('ordinal', f.ordinal, 'path', f.path, 'sha256', encode(f.sha256, 'hex')))
        from revision_file f where f.dataset_id = r.dataset_id and f.revision_id = r.revision_id) as files
    from release_head h
    join dataset d on d.id = h.dataset_id
    join release r on r.dataset_id = h.dataset_id and r.id = h.release_id
    where h.dataset_id = ${datasetId}
    order by h.profile`)
  return [...rows]
}
