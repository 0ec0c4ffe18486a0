import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { literal, openDuck } from '@/lib/datasets/duck'
import { apply } from '@/lib/releases/apply'
import { atOnce, Turns } from '@/lib/releases/at-once'
import { root } from '@/lib/runtime/root'
import { fileText, shardOf, worldOf, type Shard } from '../support/copies'
import { program } from '../support/program'
import { buildRelease, writeRelease } from '../support/release'

const shards = [
  shardOf('a.jsonl', 300, 1, { kind: 'jsonl', bom: true, blankLines: true }),
  shardOf('b.csv', 200, 2, { kind: 'csv', eol: '\r\n' }),
  shardOf('c.jsonl.gz', 250, 3, { kind: 'jsonl', lastLineOpen: true }, true),
  shardOf('d.tsv', 150, 4, { kind: 'tsv' }),
]

function laid(list: readonly Shard[] = shards) {
  const folder = mkdtempSync(path.join(tmpdir(), 'winnow-apply-parallel-'))
  const release = writeRelease(path.join(folder, 'release'), buildRelease(worldOf(list)))
  const files = list.map((shard) => {
    writeFileSync(path.join(folder, shard.path), shard.bytes)
    return path.join(folder, shard.path)
  })
  return { folder, release, files }
}

const contents = (out: string) =>
  new Map(readdirSync(out).map((name) => [name, readFileSync(path.join(out, name), 'base64')]))

async function writeParquet(file: string, posts: readonly object[]): Promise<void> {
  const source = `${file}.jsonl`
  writeFileSync(source, posts.map((post) => `${JSON.stringify(post)}\n`).join(''))
  using database = await openDuck({ ordered: true })
  await database.duck.run(
    `COPY (SELECT * FROM read_json(${literal(source)}, format = 'newline_delimited',
       columns = {id: 'VARCHAR', title: 'VARCHAR', body: 'VARCHAR', likes: 'BIGINT'}))
     TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd)`,
  )
}

/** Filters one after the other on one thread, and all at once on three. */
async function bothWays(release: string, files: readonly string[], folder: string) {
  const results = []
  for (const jobs of [1, 3]) {
    const out = path.join(folder, `out-${jobs}`)
    const { files: applied, ...view } = await apply({ release, files, out, jobs })
    results.push({ ...view, applied, contents: contents(out) })
  }
  return results
}

describe('applying on several threads', () => {
  it('writes the same bytes, receipt and counts as on one: by position', async () => {
    const { folder, release, files } = laid()
    const [alone, together] = await bothWays(release, files, folder)
    expect(together).toEqual(alone)
    expect(alone?.contents.size).toBe(shards.length + 1)
    expect(alone?.applied.every(({ way }) => way === 'position')).toBe(true)
  })

  it('writes the same bytes, receipt and counts as on one: by content', async () => {
    const { folder, release } = laid()
    const copies = shards.slice(0, 2).map(({ posts, path: name }) => {
      const kind = name.endsWith('.csv') ? 'csv' : 'jsonl'
      const file = path.join(folder, `copy-${name}`)
      writeFileSync(file, fileText(posts.toReversed(), { kind }))
      return file
    })
    const [alone, together] = await bothWays(release, copies, folder)
    expect(together).toEqual(alone)
    expect(alone?.applied.every(({ way }) => way === 'content')).toBe(true)
    expect(alone?.rows.untouched).toBeGreaterThan(100)
  })

  it('writes the same bytes, receipt and counts as on one: by receipt, and of a dry run', async () => {
    const { folder, release, files } = laid()
    const first = path.join(folder, 'first')
    await apply({ release, files, out: first })
    const [alone, together] = await bothWays(release, [first], folder)
    expect(together).toEqual(alone)
    expect(alone?.applied.every(({ way }) => way === 'receipt')).toBe(true)
    const dry = await Promise.all([1, 3].map((jobs) => apply({ release, files, out: null, jobs })))
    expect(dry[1]).toEqual(dry[0])
  })

  it('writes the same bytes, receipt and counts as on one: of Parquet', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'winnow-apply-parallel-parquet-'))
    const list: Shard[] = []
    for (const [i, { posts, outcomes }] of shards.entries()) {
      // Records that are no items have no place in a table.
      const good = posts.map((post) => ({
        id: post.id,
        title: post.title,
        body: post.body,
        likes: post.likes,
      }))
      const file = path.join(folder, `p${i}.parquet`)
      await writeParquet(file, good)
      const bytes = readFileSync(file)
      const decided = outcomes.map((outcome, row) => (posts[row]?.bad === undefined ? outcome : null))
      list.push({ path: `p${i}.parquet`, posts: good, outcomes: decided, bytes, format: 'parquet' })
    }
    const release = writeRelease(path.join(folder, 'release'), buildRelease(worldOf(list)))
    const files = list.map((shard) => path.join(folder, shard.path))
    const [alone, together] = await bothWays(release, files, folder)
    expect(together).toEqual(alone)
    expect(alone?.contents.size).toBe(list.length + 1)
    expect(alone?.rows.redacted).toBeGreaterThan(20)
  })

  it('names the file and row that is wrong, and leaves nothing', async () => {
    const { folder, release, files } = laid()
    // Of the same length: taken for the base file until its hash is known.
    const wrong = path.join(folder, 'd.tsv')
    const text = readFileSync(wrong, 'utf8')
    writeFileSync(wrong, text.replaceAll('post ', 'past '))
    const refusals = await Promise.all(
      [1, 3].map((jobs) =>
        apply({ release, files, out: path.join(folder, `out-${jobs}`), jobs }).catch(
          (error: Error) => error.message,
        ),
      ),
    )
    expect(refusals[0]).toMatch(/rows are not on the list.*d\.tsv row 0 \(line 2\)/)
    expect(refusals[1]).toBe(refusals[0])
    expect(readdirSync(folder).filter((name) => name.startsWith('out'))).toEqual([])
  })

  it('refuses a damaged stream among good files', async () => {
    const { folder, release, files } = laid()
    const damaged = path.join(folder, 'strange.jsonl.gz')
    writeFileSync(damaged, gzipSync('{"id":"x","title":"t","body":"b"}\n'.repeat(500)).subarray(0, -9))
    await expect(
      apply({ release, files: [...files, damaged], out: path.join(folder, 'out'), jobs: 3 }),
    ).rejects.toThrow(/gzip stream is damaged/)
    expect(existsSync(path.join(folder, 'out'))).toBe(false)
  })
})

const applying = [...program('lib/cli/main.ts'), 'apply']
const env = { ...process.env, WINNOW_MODE: 'demo' }

it('Ctrl-C in the middle leaves nothing half-written', async () => {
  const { folder, release, files } = laid()
  // Large enough to be under way for a while, and read in any case: it is on no list.
  const large = path.join(folder, 'large.jsonl')
  const line = `${JSON.stringify({ id: 'x', title: '', body: 'y'.repeat(1000) })}\n`
  writeFileSync(large, line.repeat(150_000))
  const out = path.join(folder, 'out')
  const words = [...applying, release, ...files, large, '--out', out, '--jobs', '2']
  const child = spawn(process.execPath, words, { cwd: root, env, stdio: 'ignore' })
  const ended = once(child, 'exit')
  const partial = path.join(out, '.winnow-partial')
  while (!existsSync(path.join(partial, 'large.jsonl'))) {
    if (child.exitCode !== null) throw new Error(`ended before it could be stopped: ${child.exitCode}`)
    await delay(5)
  }
  child.kill('SIGINT')
  const [code, signal]: unknown[] = await ended
  expect(code !== 0 || signal !== null).toBe(true)
  expect(existsSync(out)).toBe(false)
})

it.each(['0', '-1', 'many', '1.5', '100'])('refuses --jobs %s', (jobs) => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [...applying, 'x', 'y', '--check', `--jobs=${jobs}`],
    {
      cwd: root,
      env,
      encoding: 'utf8',
    },
  )
  expect(status).toBe(1)
  expect(stderr).toContain('from 1 to 99')
})

describe('work on several items at once', () => {
  const options = { jobs: 3, signal: undefined, isOrdered: () => false }

  it('stops the others when one fails, waits for them, and throws that failure', async () => {
    const stopped: number[] = []
    const work = atOnce([0, 1, 2, 3, 4], options, async (item, signal) => {
      if (item === 1) throw new Error('one is wrong')
      await delay(20_000, undefined, { signal }).catch((error: unknown) => {
        stopped.push(item)
        throw error instanceof Error ? (error.cause ?? error) : error
      })
    })
    await expect(work).rejects.toThrow('one is wrong')
    expect(stopped.sort()).toEqual([0, 2])
  })

  it('keeps the order of the results, and that of items which depend on one another', async () => {
    const seen: number[] = []
    const results = await atOnce(
      [5, 1, 4, 2, 3],
      { ...options, isOrdered: (item) => item % 2 === 1 },
      async (item) => {
        await delay(item * 4)
        if (item % 2 === 1) seen.push(item)
        return item * 10
      },
    )
    expect(results).toEqual([50, 10, 40, 20, 30])
    expect(seen).toEqual([5, 1, 3])
  })
})

it('no more than their number take their turn at once, and a failure gives its turn back', async () => {
  const turns = new Turns(2)
  let now = 0
  let most = 0
  const results = await Promise.allSettled(
    [1, 2, 3, 4, 5, 6].map((item) =>
      turns.run(async () => {
        most = Math.max(most, ++now)
        await delay(5)
        now -= 1
        if (item % 2 === 0) throw new Error('even')
        return item
      }),
    ),
  )
  expect(most).toBe(2)
  expect(results.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, false, true, false])
})
