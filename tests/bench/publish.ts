import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { DuckDBBlobValue } from '@duckdb/node-api'
import { sql } from 'drizzle-orm'
import { database, db, transact } from '@/db/client'
import { adoptFile, blobPath, draftPath } from '@/lib/blobs/store'
import { byteaArray, inBatches } from '@/lib/datasets/arrays'
import { literal, openDuck } from '@/lib/datasets/duck'
import { indexTable } from '@/lib/datasets/index-files'
import { buildRelease } from '@/lib/releases/build'
import { EffectiveSet } from '@/lib/releases/effective-set'
import { loadFrozen } from '@/lib/releases/frozen'
import { logPosition } from '@/lib/releases/log-position'
import { newDataset } from '@/tests/support/datasets'
import { openScratch } from '@/tests/support/scratch'
import { interleaved } from './interleaved'
import type { BenchResult } from './log'
import { scaled } from './scale'

/** As many as a chunk of an import has. */
const SEGMENT_ROWS = 50_000

/**
 * The files of a release of which one row in a hundred is left out, beside DuckDB's anti-join of the same index written as sorted CSV:
 * the manifest alone, without checksum. Interleaved; medians.
 */
export async function benchPublish(rows = scaled(10_000_000)): Promise<BenchResult[]> {
  await using scratch = await openScratch('bench-publish', { durable: true })
  const paths = await writeIndex(rows)
  const { datasetId, releaseId } = await stage(rows, paths)
  const frozen = await loadFrozen(db(), datasetId, releaseId)
  const log = await logPosition(frozen)
  const out = path.join(scratch.folder, 'limit.csv')
  let kept = 0
  const times = await interleaved({
    limit: async () => {
      await antiJoin(paths, rows, out)
      rmSync(out)
    },
    publish: async () => {
      const { sql } = database()
      const effects = await EffectiveSet.load(sql, datasetId, releaseId)
      const segments = new Map([[0, paths]])
      const built = await buildRelease({
        ...{ frozen, log, signers: [], effects, withheldBefore: new Set<string>(), segments, sql },
      })
      kept = built.counts.rows.untouched
      for (const { sha256 } of built.files) rmSync(blobPath(Buffer.from(sha256, 'hex')), { force: true })
    },
  })
  const result = (name: string, arm: keyof typeof times, note: string): BenchResult => {
    const { median, low, high } = times[arm]
    return {
      name,
      perSecond: rows / median,
      unit: 'rows/s',
      ratio: median / times.limit.median,
      note: `${low.toFixed(2)} to ${high.toFixed(2)} s; ${note}`,
    }
  }
  return [
    result('DuckDB anti-join as sorted CSV', 'limit', 'one file, no checksum'),
    result('publish: all files of a release', 'publish', `${kept} of ${rows} rows kept`),
  ]
}

async function antiJoin(paths: readonly string[], rows: number, out: string): Promise<void> {
  using database = await openDuck()
  await database.duck.run(
    `CREATE TEMP TABLE gone AS SELECT unhex(sha256((i * 100)::VARCHAR)) AS digest FROM range(${Math.ceil(rows / 100)}) t(i)`,
  )
  await database.duck.run(
    `COPY (SELECT 'rows.jsonl' AS file, "row", source_id AS id, lower(hex(digest)) AS digest
       FROM ${indexTable(paths)} i ANTI JOIN gone USING (digest) ORDER BY file, "row")
     TO ${literal(out)} (FORMAT csv, HEADER true)`,
  )
}

async function writeIndex(rows: number): Promise<string[]> {
  using database = await openDuck()
  const paths: string[] = []
  for (let from = 0; from < rows; from += SEGMENT_ROWS) {
    const draft = await draftPath()
    await database.duck.run(
      `COPY (SELECT 0::INTEGER AS ordinal, i AS "row", i * 1000 AS "offset", 999::BIGINT AS length,
               unhex(sha256(i::VARCHAR)) AS digest, 'row-' || i AS source_id, NULL::VARCHAR AS url
             FROM range(${from}, ${Math.min(rows, from + SEGMENT_ROWS)}) t(i))
       TO ${literal(draft)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 131072)`,
    )
    paths.push(blobPath((await adoptFile(draft)).digest))
  }
  return paths
}

const facts = {
  ...{
    title: 'Bench',
    description: '',
    licence: 'CC0-1.0',
    homepage: null,
    baseUrl: null,
    date: '2026-11-20',
  },
  page: 'https://winnow.example/datasets/bench-publish/releases/1.0.0',
  policy: '0'.repeat(64),
}

/** A release staged by hand: a revision of one file, and a removal of every hundredth row's content. */
async function stage(rows: number, paths: readonly string[]) {
  const datasetId = await newDataset('bench-publish')
  const [revisionId, releaseId] = [randomUUID(), randomUUID()]
  const digests = await digestsToRemove(rows)
  await transact(async (tx) => {
    await tx.execute(
      sql`update dataset set text_fields = '{text}', url_fields = '{}' where id = ${datasetId}`,
    )
    await tx.execute(sql`
      insert into revision (dataset_id, id, number, state, files_digest, rows_read, rows_good, entry_id)
      values (${datasetId}, ${revisionId}, 1, 'complete', ${Buffer.alloc(32, 1)}, ${rows}, ${rows}, ${randomUUID()})`)
    await tx.execute(sql`
      insert into revision_file (dataset_id, revision_id, ordinal, path, format, sha256, bytes, state, rows_read, rows_good)
      values (${datasetId}, ${revisionId}, 0, 'rows.jsonl', 'jsonl', ${Buffer.alloc(32, 2)}, ${rows * 1000}, 'complete', ${rows}, ${rows})`)
    await tx.execute(sql`
      insert into release (dataset_id, id, version, disclosure, revision_id, facts, created_by)
      values (${datasetId}, ${releaseId}, '1.0.0', 'rows', ${revisionId}, ${JSON.stringify(facts)}, 'system:bench')`)
    await inBatches(digests, (slice) =>
      tx.execute(sql`
        insert into release_effect (dataset_id, release_id, digest, action, spans, reasons)
        select ${datasetId}, ${releaseId}, digest, 'remove', '[]',
          '[{"category": "hate", "reasonCode": "bench", "decisionId": "x", "entryId": "x"}]'
        from unnest(${byteaArray(slice)}) as t (digest)`),
    )
  })
  if (paths.length === 0) throw new RangeError('no rows')
  return { datasetId, releaseId }
}

async function digestsToRemove(rows: number): Promise<Buffer[]> {
  using database = await openDuck()
  const reader = await database.duck.runAndReadAll(
    `SELECT unhex(sha256((i * 100)::VARCHAR)) FROM range(${Math.ceil(rows / 100)}) t(i)`,
  )
  return reader
    .getRows()
    .flatMap(([digest]) => (digest instanceof DuckDBBlobValue ? [Buffer.from(digest.bytes)] : []))
}
