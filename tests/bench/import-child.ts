/**
 * One measurement in a process of its own, so that its peak memory is its own: `parse`, `scan` or `import <dataset id>` of a
 * JSONL file. Prints one line of JSON.
 */
import { availableParallelism } from 'node:os'
import { closeDatabase } from '@/db/client'
import { system } from '@/lib/auth/load-actor'
import { importRevision } from '@/lib/datasets/import-revision'
import { readBlocks, START } from '@/lib/datasets/read/blocks'
import { chooseFields } from '@/lib/datasets/read/fields'
import { openBytes } from '@/lib/datasets/read/source'
import { openScanPool } from '@/lib/datasets/scan/scan-pool'
import { scanTasks } from '@/lib/datasets/scan/tasks'
import { importHooks } from '@/lib/jobs/import-hooks'

const [mode, file = '', datasetId = ''] = process.argv.slice(2)
const format = { kind: 'jsonl' as const, gzip: false }
const began = performance.now()
const { rows, flagged } = await measure()
const seconds = (performance.now() - began) / 1000
console.log(JSON.stringify({ rows, flagged, seconds, peakMib: process.resourceUsage().maxRSS / 1024 }))

function measure() {
  if (mode === 'parse') return parse()
  if (mode === 'scan') return scan()
  return importAll()
}

/** What nobody can do without: read the bytes, cut them at line ends, parse each row. One thread. */
async function parse() {
  let rows = 0
  for await (const block of readBlocks(openBytes(file, false), format)) {
    const bytes = Buffer.from(block.bytes.buffer)
    for (let i = 0; i < block.end.length; i++) {
      const row: unknown = JSON.parse(bytes.toString('latin1', block.next[i - 1] ?? 0, block.end[i]))
      if (typeof row === 'object') rows++
    }
  }
  return { rows, flagged: 0 }
}

/** Read, parse, digest, every detector; workers on every core; nothing is stored. */
async function scan() {
  let rows = 0
  let flagged = 0
  const plan = chooseFields(['id', 'text'])
  await using pool = openScanPool(plan, availableParallelism())
  for await (const block of pool.scan(scanTasks(file, format, plan, START))) {
    rows += block.to.row - block.from.row
    flagged += block.flagged.length
  }
  return { rows, flagged }
}

async function importAll() {
  const view = await importRevision(
    system('bench'),
    { datasetId, sources: [{ name: 'rows.jsonl', file }] },
    await importHooks(datasetId),
  )
  await closeDatabase()
  return { rows: view.rows.good, flagged: view.flagged }
}
