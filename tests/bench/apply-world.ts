import { execFile } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { itemDigest } from '@/lib/datasets/digest'
import { fileLiteral, literal, openDuck } from '@/lib/datasets/duck'
import { COUNTS_PATH, countsBytes } from '@/lib/release-format/counts'
import type { Outcome } from '@/lib/release-format/fold'
import type { BaseFile } from '@/lib/release-format/release-json'
import { linesOf, listsOf, Tally } from '@/lib/release-format/rows'
import { sealRelease } from '@/lib/release-format/seal'
import { hashFile } from '@/lib/releases/read-file'
import { factsOf, sha256 } from '@/tests/support/release'
import { writeRows } from './import-rows'

const telling = { disclosure: 'rows', reasons: false } as const
const run = promisify(execFile)

export type ApplyWorld = {
  jsonl: string
  /** The JSONL in another order: no base file any more. */
  shuffled: string
  /** The same rows as Parquet, in shards. */
  parquet: string[]
  /** For each, the numbers of the rows that go, for other people's anti-join. */
  gone: string[]
  /** Releases of which one row in a hundred goes. */
  releaseOf: { jsonl: string; parquet: string }
}

const SHARDS = 4

/** Rows of about 1 KB in a folder, the same ones every time. */
export async function applyWorld(folder: string, rows: number): Promise<ApplyWorld> {
  const at = (name: string) => path.join(folder, name)
  const [jsonl, shuffled] = [at('rows.jsonl'), at('copy.jsonl')]
  await writeRows(jsonl, rows)
  await swapHalves(jsonl, shuffled)
  const shards = Array.from({ length: SHARDS }, (_, i) => {
    const [from, to] = [Math.floor((rows * i) / SHARDS), Math.floor((rows * (i + 1)) / SHARDS)]
    return { file: at(`rows-${i}.parquet`), gone: at(`gone-${i}.parquet`), from, to }
  })
  {
    using database = await openDuck({ memoryMib: 2048 })
    const { duck } = database
    for (const { file, gone, from, to } of shards) {
      await duck.run(
        `COPY (SELECT * FROM read_json(${fileLiteral(jsonl)}, format = 'newline_delimited') LIMIT ${to - from} OFFSET ${from})
         TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd)`,
      )
      await duck.run(
        `COPY (SELECT i - ${from} AS "row" FROM range(${from}, ${to}) t(i) WHERE i % ${EVERY} = 0) TO ${literal(gone)} (FORMAT parquet)`,
      )
    }
  }
  const releaseOf = { jsonl: at('release-jsonl'), parquet: at('release-parquet') }
  await writeReleases(jsonl, [
    { folder: releaseOf.jsonl, parts: [{ file: jsonl, format: 'jsonl', from: 0, to: rows }] },
    { folder: releaseOf.parquet, parts: shards.map((shard) => ({ ...shard, format: 'parquet' })) },
  ])
  return {
    ...{ jsonl, shuffled, releaseOf },
    parquet: shards.map(({ file }) => file),
    gone: shards.map(({ gone }) => gone),
  }
}

/** One row in so many goes. */
const EVERY = 100

const REMOVED: Outcome = {
  action: 'remove',
  spans: [],
  labels: [],
  grounds: [{ category: 'hate', reason: 'bench' }],
}

type Part = { file: string; format: string; from: number; to: number }
type Wanted = { folder: string; parts: readonly Part[] }

/** The same decisions about the same rows, as releases of different base files. */
async function writeReleases(jsonl: string, wanted: readonly Wanted[]): Promise<void> {
  const releases = await Promise.all(wanted.map(begin))
  let row = 0
  for await (const line of createInterface({ input: createReadStream(jsonl) })) {
    const { id, text }: { id: string; text: string } = JSON.parse(line)
    const outcome = row % EVERY === 0 ? REMOVED : null
    const digest = itemDigest([text]).toString('hex')
    for (const { parts, lists, tally } of releases) {
      const part = parts.find(({ to }) => row < to)
      if (!part) throw new Error('more rows than were written')
      const one = { file: part.base.path, row: row - part.from, id, digest, outcome }
      tally.add(one)
      for (const { path: name, text: written } of linesOf(one, telling)) lists.get(name)?.push(written)
    }
    row += 1
  }
  for (const release of releases) await seal(release)
}

async function begin({ folder, parts: wanted }: Wanted) {
  const parts = await Promise.all(
    wanted.map(async ({ file, format, from, to }) => {
      const base: BaseFile = { path: path.basename(file), ...(await hashFile(file)), format, rows: to - from }
      return { base, from, to }
    }),
  )
  const lists = new Map(listsOf(telling).map(({ path: name, head }) => [name, [head]]))
  const tally = new Tally(
    telling,
    parts.map(({ base }) => base),
  )
  return { folder, parts, lists, tally }
}

type Begun = Awaited<ReturnType<typeof begin>>

async function seal({ folder, parts, lists, tally }: Begun): Promise<void> {
  await mkdir(path.join(folder, 'data'), { recursive: true })
  const counts = tally.counts()
  const data = new Map([...lists].map(([name, lines]) => [name, Buffer.from(lines.join(''))]))
  data.set(COUNTS_PATH, Buffer.from(countsBytes(counts)))
  const payload = Array.from(data, ([name, bytes]) => ({
    path: name,
    sha256: sha256(bytes),
    bytes: bytes.length,
  }))
  const facts = factsOf({
    files: parts.map(({ base }) => base),
    rows: [],
    contentFields: ['text'],
    idField: 'id',
    disclosure: 'rows',
  })
  const { files } = sealRelease(facts, counts.rows, payload)
  for (const [name, bytes] of files) data.set(name, Buffer.from(bytes))
  for (const [name, bytes] of data) await writeFile(path.join(folder, name), bytes)
}

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
