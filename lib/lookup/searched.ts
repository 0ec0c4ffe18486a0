import 'server-only'
import { and, asc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { dataset, release, releaseHead } from '@/db/schema'
import { byteaArray } from '@/lib/datasets/arrays'
import type { OccurrenceRow } from '@/lib/datasets/commit-chunk'
import { WORLD } from '@/lib/release-format/profile'
import { latestRevision, type SearchedRevision } from '@/lib/takedowns/revision-rows'

/** What is searched of a dataset: the rows of its newest release for everybody, and nothing that was left out of it. */
export type Searched = {
  datasetId: string
  slug: string
  name: string
  version: string
  releaseId: string
  revision: SearchedRevision
}

/** Every dataset; those without a release have nothing that everybody can have, so nothing is searched. */
export async function searchedDatasets(): Promise<{ searched: Searched[]; without: string[] }> {
  const rows = await db()
    .select({
      datasetId: dataset.id,
      slug: dataset.slug,
      name: dataset.name,
      version: release.version,
      releaseId: release.id,
      revisionId: release.revisionId,
    })
    .from(dataset)
    .leftJoin(releaseHead, and(eq(releaseHead.datasetId, dataset.id), eq(releaseHead.profile, WORLD)))
    .leftJoin(release, and(eq(release.datasetId, dataset.id), eq(release.id, releaseHead.releaseId)))
    .orderBy(asc(dataset.name))
  const searched: Searched[] = []
  const without: string[] = []
  for (const { version, releaseId, revisionId, ...of } of rows) {
    const revision = revisionId ? await latestRevision(db(), of.datasetId, revisionId) : null
    if (version && releaseId && revision) searched.push({ ...of, version, releaseId, revision })
    else without.push(of.name)
  }
  return { searched, without }
}

/**
 * How many of these rows are in the release. `whole`: only as they were, because the digest of a text that was masked in part is told
 * to nobody. Asks the database once, with as much, whatever was found: that nothing was found takes as long.
 */
export async function keptRows(
  { datasetId, releaseId }: Pick<Searched, 'datasetId' | 'releaseId'>,
  places: readonly OccurrenceRow[],
  whole: boolean,
): Promise<number> {
  const asked = places.length > 0 ? places : [NOTHING]
  const out = await db().execute<{ digest: string; ordinal: number | null; row: string | null }>(sql`
    select encode(digest, 'hex') as digest, ordinal, row::text from release_effect
    where dataset_id = ${datasetId} and release_id = ${releaseId} and digest = any(${byteaArray(asked.map(({ digest }) => digest))})
      and action::text = any (${sql.param(whole ? ['remove', 'restrict', 'redact'] : ['remove', 'restrict'])}::text[])`)
  const gone = new Set(out.map(({ digest, ordinal, row }) => `${digest} ${ordinal ?? ''} ${row ?? ''}`))
  return places.filter(({ digest, ordinal, row }) => {
    const key = digest.toString('hex')
    return !gone.has(`${key}  `) && !gone.has(`${key} ${ordinal} ${row}`)
  }).length
}

const NOTHING: OccurrenceRow = {
  ordinal: -1,
  row: -1,
  offset: null,
  length: null,
  digest: Buffer.alloc(32),
  sourceId: null,
  url: null,
}
