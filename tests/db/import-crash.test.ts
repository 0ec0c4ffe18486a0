import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { root } from '@/lib/runtime/root'
import { testDatabase } from '../support/database'
import { imageOf, newDataset, writeFiles } from '../support/datasets'
import { program } from '../support/program'

testDatabase()

const PAGE = 'calm water '.repeat(1780)

/**
 * Rows of 20 KB: a block of 1 MiB holds fifty, so each file makes four chunks. Some are flagged, some bad. Most of a row is a field that is
 * no content: what is read of it is the same, and it need not be scanned two dozen times.
 */
function shard(name: string): string {
  return Array.from({ length: 200 }, (_, i) => {
    if (i % 40 === 7) return `{"text": broken ${i}\n`
    const told = i % 9 === 0 ? `person.${i}@mail.example.org ` : ''
    return `${JSON.stringify({ id: `${name}${i}`, text: `${told}${name} ${i} ${'calm water '.repeat(20)}`, page: PAGE })}\n`
  }).join('')
}

let files: string[]
let undisturbed: Awaited<ReturnType<typeof imageOf>>
beforeAll(async () => {
  files = writeFiles({ 'a.jsonl': shard('a'), 'b.jsonl': shard('b') })
  const datasetId = await newDataset('undisturbed')
  expect(await runChild(datasetId)).toEqual({ code: 0, signal: null })
  undisturbed = await imageOf(datasetId)
  expect(undisturbed.revisions).toMatchObject([{ state: 'complete' }])
  expect(await chunksOf(datasetId)).toBe(8)
})

/** Where the process dies, and what is committed then. */
const deaths: [failpoint: string, revisions: number, chunks: number, state: string | undefined][] = [
  ['import.after-stage', 0, 0, undefined],
  ['import.after-begin', 1, 0, 'importing'],
  ['import.after-segment', 1, 0, 'importing'],
  ['import.after-segment:3', 1, 2, 'importing'],
  ['import.before-commit', 1, 0, 'importing'],
  ['import.before-commit:6', 1, 5, 'importing'],
  ['import.after-commit', 1, 1, 'importing'],
  ['import.after-commit:4', 1, 4, 'importing'],
  ['import.before-file-complete', 1, 4, 'importing'],
  ['import.before-file-complete:2', 1, 8, 'importing'],
  ['import.before-seal', 1, 8, 'importing'],
  ['import.after-seal', 1, 8, 'complete'],
]

describe('an import that is killed and started again ends as if it had not been', () => {
  it.each(deaths)('at %s', async (failpoint, revisions, chunks, state) => {
    const datasetId = await newDataset(failpoint.replaceAll(/[^a-z0-9]+/g, '-'))
    expect(await runChild(datasetId, { failpoint })).toEqual({ code: null, signal: 'SIGKILL' })
    const [cut] = (await imageOf(datasetId)).revisions
    expect((await imageOf(datasetId)).revisions).toHaveLength(revisions)
    expect(cut?.state).toBe(state)
    expect(await chunksOf(datasetId)).toBe(chunks)

    expect(await runChild(datasetId)).toEqual({ code: 0, signal: null })
    expect(await imageOf(datasetId)).toEqual(undisturbed)
  })

  it('twice, with worker threads, and given the files in another order', async () => {
    const datasetId = await newDataset('twice-with-threads')
    const threads = 2
    expect(await runChild(datasetId, { failpoint: 'import.before-commit:2', threads })).toMatchObject({
      signal: 'SIGKILL',
    })
    expect(await runChild(datasetId, { failpoint: 'import.after-segment:3', threads })).toMatchObject({
      signal: 'SIGKILL',
    })
    expect(await chunksOf(datasetId)).toBe(3)
    expect(await runChild(datasetId, { threads, order: [...files].reverse() })).toEqual({
      code: 0,
      signal: null,
    })
    expect(await imageOf(datasetId)).toEqual(undisturbed)
  })

  it('and two at the same time do not double a row', async () => {
    const datasetId = await newDataset('two-at-once')
    const ends = await Promise.all([
      runChild(datasetId, { quiet: true }),
      runChild(datasetId, { quiet: true }),
    ])
    expect(ends.map(({ code }) => code)).toContain(0)
    expect(await imageOf(datasetId)).toEqual(undisturbed)
  })
})

async function chunksOf(datasetId: string): Promise<number> {
  const [row] = await db().execute<{ n: number }>(
    sql`select count(*)::int as n from import_chunk where dataset_id = ${datasetId}`,
  )
  return row?.n ?? -1
}

async function runChild(
  datasetId: string,
  {
    failpoint = '',
    threads = 0,
    order = files,
    quiet = false,
  }: { failpoint?: string; threads?: number; order?: string[]; quiet?: boolean } = {},
) {
  const child = spawn(
    process.execPath,
    [...program('tests/support/import-child.ts'), datasetId, String(threads), ...order],
    {
      cwd: root,
      env: { ...process.env, WINNOW_FAILPOINT: failpoint },
      stdio: ['ignore', 'ignore', quiet ? 'ignore' : 'inherit'],
    },
  )
  const [code, signal]: (number | string | null)[] = await once(child, 'exit')
  return { code, signal }
}
