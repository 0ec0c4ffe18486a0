import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { root } from '@/lib/runtime/root'
import { applyWorld, type ApplyWorld } from './apply-world'
import { interleaved } from './interleaved'
import type { BenchResult } from './log'
import { scaled } from './scale'

const run = promisify(execFile)

/**
 * `winnow apply` on rows of about 1 KB of which one in a hundred goes: as JSONL beside `cat` of the file and `sha256sum` of the copy, the
 * least that a checked copy can cost; as Parquet beside DuckDB's own anti-join to Parquet of the same compression, without checksum. Each
 * figure is a process from its start, interleaved; medians.
 */
export async function benchApply(rows = scaled(1_000_000)): Promise<BenchResult[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'winnow-bench-apply-'))
  try {
    const world = await applyWorld(folder, rows)
    return [...(await benchJsonl(world, folder, rows)), ...(await benchParquet(world, folder))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchJsonl({ jsonl, shuffled, releaseOf }: ApplyWorld, folder: string, rows: number) {
  const out = path.join(folder, 'out')
  const times = await interleaved({
    limit: async () => {
      await run('sh', ['-c', `cat "$1" > "$2" && sha256sum "$2"`, 'sh', jsonl, out])
      rmSync(out)
    },
    position: () => child('apply-child.ts', out, [releaseOf.jsonl, out, jsonl]),
    content: () => child('apply-child.ts', out, [releaseOf.jsonl, out, shuffled]),
  })
  const megabytes = statSync(jsonl).size / 1e6
  return [
    result('cat and sha256sum', megabytes, times.limit, times.limit),
    result('apply by position', megabytes, times.position, times.limit, `${rows} rows`),
    result('apply by content', megabytes, times.content, times.limit, 'every digest recomputed'),
  ]
}

async function benchParquet({ parquet, gone, releaseOf }: ApplyWorld, folder: string) {
  const out = path.join(folder, 'out')
  const pairs = parquet.flatMap((file, i) => [file, gone[i] ?? ''])
  const times = await interleaved({
    limit: () => {
      mkdirSync(out)
      return child('anti-join-child.ts', out, [out, ...pairs])
    },
    apply: () => child('apply-child.ts', out, [releaseOf.parquet, out, ...parquet]),
  })
  const megabytes = parquet.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6
  const files = `${parquet.length} files`
  return [
    result('DuckDB anti-join to Parquet', megabytes, times.limit, times.limit, files),
    result(
      'apply to Parquet by position',
      megabytes,
      times.apply,
      times.limit,
      `${files}, checksums of both`,
    ),
  ]
}

type Timing = Awaited<ReturnType<typeof interleaved>>[string]

function result(name: string, megabytes: number, own: Timing, limit: Timing, note = ''): BenchResult {
  const { median, low, high, peakMib } = own
  const spread = `${low.toFixed(2)} to ${high.toFixed(2)} s${peakMib ? `, peak ${peakMib} MiB` : ''}`
  const ratio = median / limit.median
  return { name, perSecond: megabytes / median, unit: 'MB/s', ratio, note: `${spread} ${note}`.trim() }
}

/** @returns peak resident memory in MiB, which the script prints */
async function child(script: string, out: string, args: readonly string[]): Promise<number> {
  const words = [
    '--conditions=react-server',
    '--import',
    'tsx',
    path.join(root, 'tests/bench', script),
    ...args,
  ]
  const { stdout } = await run(process.execPath, words, { cwd: root })
  rmSync(out, { recursive: true })
  return Number(stdout)
}
