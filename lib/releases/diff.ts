import 'server-only'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { and, eq, inArray, not } from 'drizzle-orm'
import { db } from '@/db/client'
import { dataset, release, releaseFile } from '@/db/schema'
import { blobPath, storeBlob } from '@/lib/blobs/store'
import { literal, openDuck } from '@/lib/datasets/duck'
import {
  CHANGES,
  DIFF_PATH,
  diffBytes,
  diffOf,
  type Diff,
  sameFiles,
  type Change,
  type FileChanges,
  type Run,
} from '@/lib/release-format/diff'
import { manifest } from '@/lib/release-format/lists'
import { compareText } from '@/lib/release-format/order'
import { redactions } from '@/lib/release-format/redactions'
import { parseRelease, RELEASE_PATH } from '@/lib/release-format/release-json'
import type { ReleaseFile } from './build'
import { sha256Of } from './read-file'
import { publishedAs } from './published-as'
import { filesRemoved } from './tombstone'

/** Blobs of the files that the difference is made from. */
export type DiffSide = ReadonlyMap<string, string>

/** Writes diff.json into the blob store: a function of the published bytes of the two releases, so anybody can make it again. */
export async function buildDiff(before: DiffSide, after: DiffSide): Promise<ReleaseFile> {
  const [from, to] = [await sideOf(before), await sideOf(after)]
  const same = sameFiles(from.release, to.release)
  const changes = same.length > 0 ? await changedRows(before, after, same) : []
  const content = diffBytes(diffOf(from, to, changes))
  const { digest, bytes } = await storeBlob(Readable.from([Buffer.from(content)]))
  return { path: DIFF_PATH, sha256: digest.toString('hex'), bytes }
}

/** The files of a published release that a difference is made from; null when a law took them away. */
export async function diffSide(datasetId: string, releaseId: string): Promise<DiffSide | null> {
  const rows = await db()
    .select({ path: releaseFile.path, sha256: releaseFile.sha256, removed: filesRemoved })
    .from(releaseFile)
    .innerJoin(
      release,
      and(eq(release.datasetId, releaseFile.datasetId), eq(release.id, releaseFile.releaseId)),
    )
    .where(
      and(
        eq(releaseFile.datasetId, datasetId),
        eq(releaseFile.releaseId, releaseId),
        inArray(releaseFile.path, [RELEASE_PATH, manifest.path, redactions.path]),
      ),
    )
  if (rows.some(({ removed }) => removed)) return null
  return new Map(rows.map(({ path, sha256 }) => [path, sha256.toString('hex')]))
}

/** What changed since the release before; null for a first release. */
export async function releaseDiff(slug: string, name: string): Promise<Diff | null> {
  const [row] = await db()
    .select({ sha256: releaseFile.sha256 })
    .from(releaseFile)
    .innerJoin(
      release,
      and(eq(release.datasetId, releaseFile.datasetId), eq(release.id, releaseFile.releaseId)),
    )
    .innerJoin(dataset, eq(dataset.id, release.datasetId))
    .where(and(publishedAs(slug, name), eq(releaseFile.path, DIFF_PATH), not(filesRemoved)))
  return row ? JSON.parse(await readFile(blobPath(row.sha256), 'utf8')) : null
}

async function sideOf(side: DiffSide) {
  const bytes = await readFile(fileOf(side, RELEASE_PATH))
  return { release: parseRelease(bytes), digest: sha256Of(bytes) }
}

function fileOf(side: DiffSide, path: string): string {
  const sha256 = side.get(path)
  if (sha256 === undefined) throw new Error(`a release without ${path}`)
  return blobPath(Buffer.from(sha256, 'hex'))
}

/** The two manifests joined by place; neighbours that changed alike are one run, which is what a bulk removal gives. */
async function changedRows(
  before: DiffSide,
  after: DiffSide,
  same: readonly string[],
): Promise<FileChanges[]> {
  using database = await openDuck()
  const { duck } = database
  await duck.run(`CREATE TEMP TABLE same_file AS SELECT unnest([${same.map(literal).join(', ')}]) AS file`)
  await duck.run(
    `CREATE TEMP TABLE before AS ${keptRows(fileOf(before, manifest.path), fileOf(before, redactions.path))}`,
  )
  await duck.run(
    `CREATE TEMP TABLE after AS ${keptRows(fileOf(after, manifest.path), fileOf(after, redactions.path))}`,
  )
  const result = await duck.stream(`
    WITH changed AS (
      SELECT coalesce(b.file, a.file) AS file, coalesce(b.row, a.row) AS row,
        CASE WHEN a.row IS NULL THEN 'left_out' WHEN b.row IS NULL THEN 'restored'
          WHEN a.mask IS NULL THEN 'unmasked' ELSE 'masked' END AS change
      FROM before b FULL JOIN after a ON a.file = b.file AND a.row = b.row
      WHERE a.row IS NULL OR b.row IS NULL OR a.mask IS DISTINCT FROM b.mask),
    runs AS (SELECT *, row - row_number() OVER (PARTITION BY file, change ORDER BY row) AS run FROM changed)
    SELECT file, change, min(row)::DOUBLE, max(row)::DOUBLE FROM runs GROUP BY file, change, run ORDER BY 3`)
  const files = new Map<string, Record<Change, Run[]>>()
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
    for (const [file, name, first, last] of chunk.getRows()) {
      const change = CHANGES.find((known) => known === name)
      if (change === undefined) throw new Error(`not a change: ${String(name)}`)
      const runs = files.get(String(file)) ?? { left_out: [], masked: [], unmasked: [], restored: [] }
      files.set(String(file), runs)
      runs[change].push({ first: Number(first), last: Number(last) })
    }
  return [...files]
    .map(([file, changes]) => ({ file, ...changes }))
    .sort((a, b) => compareText(a.file, b.file))
}

/** Kept rows by place; `mask` is what is replaced in a redacted one, as its lines say it. */
function keptRows(manifestFile: string, redactionsFile: string): string {
  const csv = (columns: string) =>
    `read_csv(${literal(manifestFile)}, header = true, quote = '"', escape = '"', strict_mode = true, columns = {${columns}})`
  const spans = `read_json(${literal(redactionsFile)}, format = 'newline_delimited', columns = {file: 'VARCHAR', row: 'BIGINT', field: 'VARCHAR', "start": 'BIGINT', "end": 'BIGINT'})`
  return `
    SELECT m.file, m.row, s.mask
    FROM ${csv(`file: 'VARCHAR', row: 'BIGINT', id: 'VARCHAR', digest: 'VARCHAR'`)} m
    SEMI JOIN same_file f ON f.file = m.file
    LEFT JOIN (
      SELECT file, row, string_agg(field || ' ' || "start" || ' ' || "end", chr(10) ORDER BY field, "start") AS mask
      FROM ${spans} GROUP BY file, row) s ON s.file = m.file AND s.row = m.row`
}
