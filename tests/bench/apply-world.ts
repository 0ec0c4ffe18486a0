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
  /** The base as JSONL and as Parquet, each with a release of its own of which one row in a hundred goes. */
  jsonl: string
  parquet: string
  /** The JSONL in another order: no base file any more. */
  shuffled: string
  releaseOf: { jsonl: string; parquet: string }
  /** Row numbers that go, as Parquet, for other people's anti-join. */
  gone: string
}

/** Rows of about 1 KB in a folder, the same ones every time. */
export async function applyWorld(folder: string, rows: number): Promise<ApplyWorld> {
  const at = (name: string) => path.join(folder, name)
  const [jsonl, parquet, shuffled, gone] = [
    at('rows.jsonl'),
    at('rows.parquet'),
    at('copy.jsonl'),
    at('gone.parquet'),
  ]
  await writeRows(jsonl, rows)
  await swapHalves(jsonl, shuffled)
  {
    using database = await openDuck()
    await database.duck.run(
      `COPY (SELECT * FROM read_json(${fileLiteral(jsonl)}, format = 'newline_delimited'))
       TO ${literal(parquet)} (FORMAT parquet, COMPRESSION zstd)`,
    )
    await database.duck.run(
      `COPY (SELECT i * 100 AS "row" FROM range(${Math.ceil(rows / 100)}) t(i)) TO ${literal(gone)} (FORMAT parquet)`,
    )
  }
  const releaseOf = { jsonl: at('release-jsonl'), parquet: at('release-parquet') }
  await writeReleases(jsonl, rows, [
    { folder: releaseOf.jsonl, file: jsonl, format: 'jsonl' },
    { folder: releaseOf.parquet, file: parquet, format: 'parquet' },
  ])
  return { jsonl, parquet, shuffled, releaseOf, gone }
}

const REMOVED: Outcome = {
  action: 'remove',
  spans: [],
  labels: [],
  grounds: [{ category: 'hate', reason: 'bench' }],
}

type Wanted = { folder: string; file: string; format: string }

/** The same decisions about the same rows, as releases of different base files. */
async function writeReleases(jsonl: string, rows: number, wanted: readonly Wanted[]): Promise<void> {
  const releases = await Promise.all(
    wanted.map(async ({ folder, file, format }) => {
      const base: BaseFile = { path: path.basename(file), ...(await hashFile(file)), format, rows }
      const lists = new Map(listsOf(telling).map(({ path: name, head }) => [name, [head]]))
      return { folder, base, lists, tally: new Tally(telling, [base]) }
    }),
  )
  let row = 0
  for await (const line of createInterface({ input: createReadStream(jsonl) })) {
    const { id, text }: { id: string; text: string } = JSON.parse(line)
    const outcome = row % 100 === 0 ? REMOVED : null
    const digest = itemDigest([text]).toString('hex')
    for (const { base, lists, tally } of releases) {
      const one = { file: base.path, row, id, digest, outcome }
      tally.add(one)
      for (const { path: name, text: written } of linesOf(one, telling)) lists.get(name)?.push(written)
    }
    row += 1
  }
  for (const release of releases) await seal(release)
}

type Listed = { folder: string; base: BaseFile; lists: ReadonlyMap<string, string[]>; tally: Tally }

async function seal({ folder, base, lists, tally }: Listed): Promise<void> {
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
    files: [base],
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
