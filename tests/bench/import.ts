import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { root } from '@/lib/runtime/root'
import { newDataset } from '@/tests/support/datasets'
import { openScratch } from '@/tests/support/scratch'
import { writeRows } from './import-rows'
import type { BenchResult } from './log'

const measured = z.object({ rows: z.number(), flagged: z.number(), seconds: z.number(), peakMib: z.number() })
type Measured = z.output<typeof measured>

/**
 * Import of synthetic rows of about 1 KB as one revision, into a Postgres with fsync on: rows per second and the ratio to
 * reading and parsing alone (one thread). Each figure is a process of its own; peak memory is compared with a tenth of
 * the rows, because it must not grow with them.
 */
export async function benchImport(rows = 1_000_000): Promise<BenchResult[]> {
  await using scratch = await openScratch('bench-import', { durable: true })
  const [small, large] = [path.join(scratch.folder, 'tenth.jsonl'), path.join(scratch.folder, 'rows.jsonl')]
  await writeRows(small, rows / 10)
  await writeRows(large, rows)
  const parse = await child('parse', large)
  const scan = await child('scan', large)
  const tenth = await child('import', small, await newDataset('tenth'))
  const all = await child('import', large, await newDataset('all'))
  return [
    result('read and parse, one thread', parse, parse, ''),
    result('read, parse, digest, scan', scan, parse, `${scan.flagged} flagged, peak ${mib(scan)}`),
    result(
      'import',
      all,
      parse,
      `${all.flagged} flagged, peak ${mib(all)}; ${mib(tenth)} at ${tenth.rows} rows`,
    ),
  ]
}

const mib = ({ peakMib }: Measured) => `${Math.round(peakMib)} MiB`

/** `ratio`: how many times as long as the baseline a row takes. */
function result(name: string, { rows, seconds }: Measured, baseline: Measured, note: string): BenchResult {
  const ratio = Math.round((seconds / rows / (baseline.seconds / baseline.rows)) * 10) / 10
  return { name, perSecond: Math.round(rows / seconds), unit: 'rows/s', ratio, note }
}

async function child(...words: string[]): Promise<Measured> {
  const script = path.join(root, 'tests/bench/import-child.ts')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', script, ...words],
    { cwd: root, maxBuffer: 1e6 },
  )
  return measured.parse(JSON.parse(stdout))
}
