import { execFile } from 'node:child_process'
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { itemDigest } from '@/lib/datasets/digest'
import { COUNTS_PATH, countsBytes } from '@/lib/release-format/counts'
import type { Outcome } from '@/lib/release-format/fold'
import type { BaseFile } from '@/lib/release-format/release-json'
import { linesOf, listsOf, Tally } from '@/lib/release-format/rows'
import { sealRelease } from '@/lib/release-format/seal'
import { hashFile } from '@/lib/releases/read-file'
import { root } from '@/lib/runtime/root'
import { factsOf, sha256 } from '@/tests/support/release'
import { writeRows } from './import-rows'
import type { BenchResult } from './log'
import { interleaved } from './interleaved'

const telling = { disclosure: 'rows', reasons: false } as const
const run = promisify(execFile)

/**
 * `winnow apply` on JSONL rows of about 1 KB of which one in a hundred goes, beside `cat` of the file and `sha256sum` of the copy: the
 * least that a checked copy can cost. Each figure is a process from its start, interleaved; medians.
 */
export async function benchApply(rows = 1_000_000): Promise<BenchResult[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'winnow-bench-apply-'))
  try {
    const file = path.join(folder, 'rows.jsonl')
    await writeRows(file, rows)
    const release = path.join(folder, 'release')
    await writeRelease(release, file, rows)
    const shuffled = path.join(folder, 'copy.jsonl')
    await swapHalves(file, shuffled)
    const out = path.join(folder, 'out')
    const times = await interleaved({
      limit: async () => {
        await run('sh', ['-c', `cat "$1" > "$2" && sha256sum "$2"`, 'sh', file, out])
        rmSync(out)
      },
      position: () => apply(release, file, out),
      content: () => apply(release, shuffled, out),
    })
    const megabytes = statSync(file).size / 1e6
    const result = (name: string, arm: keyof typeof times, note = ''): BenchResult => {
      const { median, low, high, peakMib } = times[arm]
      const spread = `${low.toFixed(2)} to ${high.toFixed(2)} s${peakMib ? `, peak ${peakMib} MiB` : ''}`
      return {
        name,
        perSecond: megabytes / median,
        unit: 'MB/s',
        ratio: median / times.limit.median,
        note: `${spread} ${note}`.trim(),
      }
    }
    return [
      result('cat and sha256sum', 'limit'),
      result('apply by position', 'position', `${rows} rows`),
      result('apply by content', 'content', 'every digest recomputed'),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @returns peak resident memory in MiB */
async function apply(release: string, file: string, out: string): Promise<number> {
  const script = path.join(root, 'tests/bench/apply-child.ts')
  const words = ['--conditions=react-server', '--import', 'tsx', script, release, file, out]
  const { stdout } = await run(process.execPath, words, { cwd: root })
  rmSync(out, { recursive: true })
  return Number(stdout)
}

const REMOVED: Outcome = {
  action: 'remove',
  spans: [],
  labels: [],
  grounds: [{ category: 'hate', reason: 'bench' }],
}

async function writeRelease(folder: string, file: string, rows: number): Promise<void> {
  await mkdir(path.join(folder, 'data'), { recursive: true })
  const base: BaseFile = { path: path.basename(file), ...(await hashFile(file)), format: 'jsonl', rows }
  const lists = new Map(listsOf(telling).map(({ path: name, head }) => [name, [head]]))
  const tally = new Tally(telling, [base])
  let row = 0
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { id, text } = JSON.parse(line)
    const outcome = row % 100 === 0 ? REMOVED : null
    const one = { file: base.path, row, id, digest: itemDigest([text]).toString('hex'), outcome }
    tally.add(one)
    for (const { path: name, text: written } of linesOf(one, telling)) lists.get(name)?.push(written)
    row += 1
  }
  const counts = tally.counts()
  const data = new Map([...lists].map(([name, lines]) => [name, Buffer.from(lines.join(''))]))
  data.set(COUNTS_PATH, Buffer.from(countsBytes(counts)))
  const payload = Array.from(data, ([name, bytes]) => ({
    path: name,
    sha256: sha256(bytes),
    bytes: bytes.length,
  }))
  const { files } = sealRelease(
    factsOf({ files: [base], rows: [], contentFields: ['text'], idField: 'id', disclosure: 'rows' }),
    counts.rows,
    payload,
  )
  for (const [name, bytes] of files) data.set(name, Buffer.from(bytes))
  for (const [name, bytes] of data) await writeFile(path.join(folder, name), bytes)
}

/** The same rows in another order: no base file any more. */
async function swapHalves(file: string, copy: string): Promise<void> {
  const lines = `$(( $(wc -l < "$1") / 2 ))`
  await run('sh', [
    '-c',
    `n=${lines}; tail -n +$((n + 1)) "$1" > "$2"; head -n $n "$1" >> "$2"`,
    'sh',
    file,
    copy,
  ])
}
