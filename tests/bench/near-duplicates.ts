import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import { indexDataset } from '@/lib/near-duplicates/index-items'
import { likenessOf } from '@/lib/near-duplicates/likeness'
import { signatureOf } from '@/lib/near-duplicates/min-hash'
import { neighboursOf } from '@/lib/near-duplicates/neighbours-of'
import { shinglesOf } from '@/lib/near-duplicates/shingles'
import { normalise } from '@/lib/near-duplicates/words'
import { importFiles, newDataset } from '@/tests/support/datasets'
import { openScratch } from '@/tests/support/scratch'
import { writeRows } from './import-rows'
import { interleaved } from './interleaved'
import type { BenchResult } from './log'

const ROWS = 20_000
const LOOKUPS = 500
const row = z.object({ text: z.string() })

/**
 * Signing texts of about 1 KB on one core, beside reading the same file and splitting its texts into words; then the flagged items of an
 * import made findable, and looked up, on a Postgres with fsync on. Rates of signing are in MB/s; their ratio is to the baseline's time.
 */
export async function benchNearDuplicates(flagged = 10_000): Promise<BenchResult[]> {
  await using scratch = await openScratch('bench-near', { durable: true })
  const file = path.join(scratch.folder, 'rows.jsonl')
  await writeRows(file, ROWS)
  const megabytes = (await stat(file)).size / 1e6
  let words = 0
  const signing = await interleaved({
    read: () => eachText(file, (text) => void (words += normalise(text).split(' ').length)),
    sign: () => eachText(file, (text) => void signatureOf(shinglesOf(normalise(text)))),
    keys: () => eachText(file, (text) => void likenessOf('bench', text)),
  })
  const rate = (name: string, { median }: { median: number }, note: string): BenchResult => ({
    name,
    perSecond: megabytes / median,
    unit: 'MB/s',
    ratio: median / signing.read.median,
    note,
  })
  return [
    rate('read, normalise, split into words', signing.read, `${Math.round(words / 5 / ROWS)} words a row`),
    rate('… and sign', signing.sign, '112 hashes of each five words'),
    rate('… and key for storage', signing.keys, '14 HMACs a text'),
    ...(await storing(scratch.folder, flagged)),
  ]
}

async function eachText(file: string, use: (text: string) => void): Promise<void> {
  for await (const line of createInterface({ input: createReadStream(file) }))
    use(row.parse(JSON.parse(line)).text)
}

async function storing(folder: string, flagged: number): Promise<BenchResult[]> {
  const datasetId = await newDataset('near')
  const file = path.join(folder, 'flagged.jsonl')
  // One row of 42 is flagged.
  await writeRows(file, flagged * 42)
  await importFiles(datasetId, [file], { wishes: { text: ['text'], id: 'id' } }, { threads: undefined })
  const began = performance.now()
  const items = await indexDataset(datasetId)
  const indexed = (performance.now() - began) / 1000
  const [size] = await db().execute<{ bytes: number }>(
    sql`select pg_total_relation_size('near_duplicate')::float8 as bytes`,
  )
  const digests = await db().execute<{ digest: Buffer }>(sql`
    select digest from near_duplicate where dataset_id = ${datasetId} order by hashtext(digest::text) limit ${LOOKUPS}`)
  const times: number[] = []
  for (const { digest } of digests) {
    const started = performance.now()
    await neighboursOf(db(), { datasetId, digest })
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(share * times.length)] ?? NaN).toFixed(1)
  const perSecond = 1000 / (times.reduce((sum, time) => sum + time, 0) / times.length)
  return [
    {
      name: 'make flagged items findable',
      perSecond: items / indexed,
      unit: 'items/s',
      ratio: NaN,
      note: `${items} items, ${((size?.bytes ?? 0) / items).toFixed(0)} bytes each with their indexes`,
    },
    {
      name: 'look up the near-duplicates of one',
      perSecond,
      unit: 'look-ups/s',
      ratio: NaN,
      note: `among ${items}: median ${at(0.5)} ms, 99 % ${at(0.99)} ms`,
    },
  ]
}
