import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { dataset, importChunk, revision, revisionFile } from '@/db/schema'
import { blobPath } from '@/lib/blobs/store'
import { fileLiteral, openDuck } from '@/lib/datasets/duck'
import { storedSha256 } from '@/lib/datasets/stored-file'
import type { FieldPlan } from '@/lib/datasets/read/fields'
import type { DoomedRow, Shard } from './rewrite-shard'

/** Where texts stand in everything that is stored of a dataset: all its revisions, not the newest alone. */
export type Places = {
  /** By the blob a file is read from now; the same file in two revisions is one shard. */
  shards: { shard: Shard; rows: DoomedRow[] }[]
  /** Index segments that name the source of such a row. */
  segments: Buffer[]
  /** Revisions with such a row, oldest first, with their log entries. */
  revisions: { id: string; number: number; entryId: string | null }[]
  /** Chunks of the dataset that were looked into. */
  chunks: number
  /** Files of imports that failed: nobody knows what is in them, and nobody reads them. */
  abandoned: Buffer[]
}

/** Reads the digests of every index segment of the dataset. `digests` in hex. */
export async function placesOf(datasetId: string, digests: readonly string[]): Promise<Places> {
  const chunks = await chunksOf(datasetId)
  const found = await rowsIn(
    chunks.map(({ segment }) => segment),
    digests,
  )
  const shards = new Map<string, { shard: Shard; rows: Map<number, DoomedRow> }>()
  const segments = new Map<string, Buffer>()
  const revisions = new Map<string, Places['revisions'][number]>()
  for (const chunk of chunks) {
    const rows = found.get(blobPath(chunk.segment)) ?? []
    if (rows.length === 0) continue
    revisions.set(chunk.revisionId, { id: chunk.revisionId, number: chunk.number, entryId: chunk.entryId })
    if (rows.some(({ named }) => named)) segments.set(chunk.segment.toString('hex'), chunk.segment)
    const key = chunk.blob.toString('hex')
    const at = shards.get(key) ?? { shard: shardOf(chunk), rows: new Map() }
    for (const { named: _, ...row } of rows) at.rows.set(row.row, row)
    shards.set(key, at)
  }
  return {
    shards: [...shards.values()].map(({ shard, rows }) => ({ shard, rows: [...rows.values()] })),
    segments: [...segments.values()],
    revisions: [...revisions.values()].sort((a, b) => a.number - b.number),
    chunks: chunks.length,
    abandoned: await abandonedFiles(datasetId),
  }
}

function chunksOf(datasetId: string) {
  return db()
    .select({
      revisionId: importChunk.revisionId,
      segment: importChunk.segment,
      path: revisionFile.path,
      blob: storedSha256,
      number: revision.number,
      entryId: revision.entryId,
      text: dataset.textFields,
      url: dataset.urlFields,
      mediaHash: dataset.mediaHashField,
      id: dataset.idField,
    })
    .from(importChunk)
    .innerJoin(
      revisionFile,
      and(
        eq(revisionFile.datasetId, importChunk.datasetId),
        eq(revisionFile.revisionId, importChunk.revisionId),
        eq(revisionFile.ordinal, importChunk.ordinal),
      ),
    )
    .innerJoin(
      revision,
      and(eq(revision.datasetId, importChunk.datasetId), eq(revision.id, importChunk.revisionId)),
    )
    .innerJoin(dataset, eq(dataset.id, importChunk.datasetId))
    .where(eq(importChunk.datasetId, datasetId))
    .orderBy(revision.number, importChunk.ordinal, importChunk.chunk)
}

function shardOf({
  blob,
  path,
  text,
  url,
  mediaHash,
  id,
}: Awaited<ReturnType<typeof chunksOf>>[number]): Shard {
  const plan: FieldPlan = { text: text ?? [], url: url ?? [], mediaHash, id }
  return { blob, path, plan }
}

type IndexedRow = DoomedRow & { named: boolean }

/** Rows with these digests, by the path of their segment. */
async function rowsIn(
  segments: readonly Buffer[],
  digests: readonly string[],
): Promise<Map<string, IndexedRow[]>> {
  const found = new Map<string, IndexedRow[]>()
  const paths = [...new Set(segments.map((segment) => blobPath(segment)))]
  if (paths.length === 0 || digests.length === 0) return found
  using database = await openDuck()
  const result = await database.duck.stream(`
    SELECT filename, row, "offset", length, lower(hex(digest)), source_id IS NOT NULL OR url IS NOT NULL
    FROM read_parquet([${paths.map(fileLiteral).join(', ')}], filename = true)
    WHERE digest IN (${digests.map((digest) => `unhex('${digest}')`).join(', ')})`)
  for (;;) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) return found
    for (const [file, row, offset, length, digest, named] of chunk.getRows()) {
      const at = { row: Number(row), offset: numberOrNull(offset), length: numberOrNull(length) }
      const rows = found.get(String(file)) ?? []
      rows.push({ ...at, digest: String(digest), named: named === true })
      found.set(String(file), rows)
    }
  }
}

const numberOrNull = (value: unknown) => (value === null || value === undefined ? null : Number(value))

async function abandonedFiles(datasetId: string): Promise<Buffer[]> {
  const rows = await db().execute<{ blob: Buffer }>(sql`
    select distinct coalesce(f.stored_sha256, f.sha256) as blob
    from revision_file f join revision r on r.dataset_id = f.dataset_id and r.id = f.revision_id
    where f.dataset_id = ${datasetId} and r.state = 'failed' and f.state <> 'complete'
      and not exists (
        select from revision_file o join revision p on p.dataset_id = o.dataset_id and p.id = o.revision_id
        where o.dataset_id = f.dataset_id and o.sha256 = f.sha256 and p.state <> 'failed')`)
  return rows.map(({ blob }) => blob)
}
