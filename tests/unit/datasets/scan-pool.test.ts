import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { START } from '@/lib/datasets/read/blocks'
import { openScanPool } from '@/lib/datasets/scan/scan-pool'
import type { ScannedBlock, ScanTask } from '@/lib/datasets/scan/scan-block'
import { scanTasks } from '@/lib/datasets/scan/tasks'

const folder = mkdtempSync(path.join(tmpdir(), 'winnow-pool-'))
afterAll(() => rmSync(folder, { recursive: true }))

const plan = { text: ['text'], url: [], mediaHash: null, id: 'id' }
const format = { kind: 'jsonl' as const, gzip: false }

/** Eight blocks of which each third is much slower to scan than the others. */
function slowAndFast(): string {
  const file = path.join(folder, 'rows.jsonl')
  const rows = Array.from({ length: 800 }, (_, i) => {
    const slow = Math.floor(i / 100) % 3 === 0
    const text = slow ? 'write to person@mail.example.org '.repeat(300) : 'calm water '.repeat(900)
    return `${JSON.stringify({ id: `r${i}`, text })}\n`
  })
  rows[405] = '{"text":\n'
  writeFileSync(file, rows.join(''))
  return file
}

async function scanned(file: string, threads: number): Promise<ScannedBlock[]> {
  const blocks: ScannedBlock[] = []
  await using pool = openScanPool(plan, threads)
  for await (const block of pool.scan(scanTasks(file, format, plan, START))) blocks.push(block)
  return blocks
}

describe('the scan pool', () => {
  it('answers the same with worker threads as without, in the order of the file', async () => {
    const file = slowAndFast()
    const [without, withThreads] = [await scanned(file, 0), await scanned(file, 2)]
    expect(withThreads).toEqual(without)
    expect(without.flatMap(({ ids }) => ids)).toEqual(
      Array.from({ length: 800 }, (_, i) => (i === 405 ? null : `r${i}`)),
    )
    expect(
      without.flatMap(({ bad, from }) => bad.map(({ index, reason }) => [from.row + index, reason])),
    ).toEqual([[405, 'bad_json']])
  })

  it('does not read ahead of the workers without end', async () => {
    let given = 0
    async function* endless(): AsyncGenerator<ScanTask> {
      for (;;) {
        given++
        await Promise.resolve()
        yield { from: START, rows: [{ values: ['a'], id: null, url: null, author: null, language: null }] }
      }
    }
    await using pool = openScanPool(plan, 2)
    const answers = pool.scan(endless())
    for (let i = 0; i < 3; i++) await answers.next()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(given).toBeLessThanOrEqual(3 + 4)
  })

  it('fails the import when a worker fails', async () => {
    // A plan that cannot be cloned right: the worker throws as soon as it reads a row.
    await using pool = openScanPool({ ...plan, text: [] }, 1)
    async function* one(): AsyncGenerator<ScanTask> {
      await Promise.resolve()
      yield JSON.parse('{"from":{"row":0},"rows":[null]}')
    }
    await expect(pool.scan(one()).next()).rejects.toThrow()
  })
})
