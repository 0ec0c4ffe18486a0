import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { literal, openDuck } from '@/lib/datasets/duck'
import { indexTable } from '@/lib/datasets/index-files'
import { type KeyTarget, segmentHits } from '@/lib/takedowns/index-hits'
import { interleaved } from './interleaved'
import type { BenchResult } from './log'
import { scaled } from './scale'

/** As many as a chunk of an import has. */
const SEGMENT_ROWS = 50_000
const HOSTS = 50_000
const AUTHORS = 200_000

/**
 * What a request names, looked for in the index of ten million rows, beside DuckDB's own query for the same without canonical forms:
 * the least that could be asked. Interleaved; medians of three: of ten million rows a round takes a minute.
 */
export async function benchMatch(rows = scaled(10_000_000)): Promise<BenchResult[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'winnow-bench-match-'))
  try {
    const segments = await writeIndex(folder, rows)
    const files = [{ ordinal: 0, path: 'rows.jsonl' }]
    const results: BenchResult[] = []
    for (const { name, targets, bare } of cases(rows)) {
      let found = 0
      const times = await interleaved(
        {
          bare: async () => {
            using database = await openDuck()
            await database.duck.runAndReadAll(
              `SELECT ordinal, row, "offset", length, digest, source_id, url, author FROM ${indexTable(segments)} WHERE ${bare}`,
            )
          },
          match: async () => {
            found = 0
            for await (const { targetIds } of segmentHits(segments, files, targets))
              if (targetIds.length > 0) found++
          },
        },
        3,
      )
      results.push(result(`DuckDB: ${name}`, times.bare, times.bare.median, rows, ''))
      results.push(result(`match: ${name}`, times.match, times.bare.median, rows, `, ${found} rows found`))
    }
    return results
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function cases(rows: number): { name: string; targets: KeyTarget[]; bare: string }[] {
  const one = (target: KeyTarget['target']): KeyTarget => ({ id: JSON.stringify(target), target })
  const middle = Math.floor(rows / 2)
  const host = (i: number) => `site${i % HOSTS}.example`
  const urls = Array.from({ length: 1_000 }, (_, i) => `https://${host(i * 37)}/p/${i * 37}`)
  return [
    {
      name: 'a digest and an id',
      targets: [
        one({ kind: 'digest', value: 'ab'.repeat(32) }),
        one({ kind: 'source_id', value: `row-${middle}` }),
      ],
      bare: `digest = unhex('${'ab'.repeat(32)}') OR source_id = 'row-${middle}'`,
    },
    {
      name: 'a domain',
      targets: [one({ kind: 'domain', value: host(middle) })],
      bare: `contains(url, ${literal(host(middle))})`,
    },
    {
      name: 'a path and an author',
      targets: [
        one({ kind: 'prefix', value: `https://${host(middle)}/p/` }),
        one({ kind: 'author', value: `Writer ${middle % AUTHORS}` }),
      ],
      bare: `contains(url, ${literal(`${host(middle)}/p/`)}) OR author = 'Writer ${middle % AUTHORS}'`,
    },
    {
      name: '1,000 addresses',
      targets: urls.map((value) => one({ kind: 'url', value })),
      bare: `url IN (${urls.map(literal).join()})`,
    },
  ]
}

function result(
  name: string,
  { median, low, high }: { median: number; low: number; high: number },
  bare: number,
  rows: number,
  note: string,
): BenchResult {
  return {
    name,
    perSecond: rows / median,
    unit: 'rows/s',
    ratio: median / bare,
    note: `${low.toFixed(2)} to ${high.toFixed(2)} s${note}`,
  }
}

async function writeIndex(folder: string, rows: number): Promise<string[]> {
  using database = await openDuck()
  const paths: string[] = []
  for (let from = 0; from < rows; from += SEGMENT_ROWS) {
    const file = path.join(folder, `${from}.parquet`)
    await database.duck.run(
      `COPY (SELECT 0::INTEGER AS ordinal, i AS "row", i * 1000 AS "offset", 999::BIGINT AS length,
               unhex(sha256(i::VARCHAR)) AS digest, 'row-' || i AS source_id,
               'https://' || CASE WHEN i % 3 = 0 THEN 'www.' ELSE '' END || 'site' || (i % ${HOSTS}) || '.example/p/' || i
                 || CASE WHEN i % 5 = 0 THEN '?utm_source=feed' ELSE '' END AS url,
               'Writer ' || (i % ${AUTHORS}) AS author
             FROM range(${from}, ${Math.min(rows, from + SEGMENT_ROWS)}) t(i))
       TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 131072)`,
    )
    paths.push(file)
  }
  return paths
}
