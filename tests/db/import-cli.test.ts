import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { root } from '@/lib/runtime/root'
import { testDatabase } from '../support/database'
import { writeFiles } from '../support/datasets'
import { program } from '../support/program'

const test = testDatabase()

/** As a script calls it: exit code, standard output, standard error. */
async function winnow(...words: string[]): Promise<{ exit: number; out: string; err: string }> {
  const args = [...program('lib/cli/main.ts'), ...words]
  // The command line is given the address of the server's owner, as an operator gives it, and makes its own roles of it.
  const env = { ...process.env, DATABASE_URL: test.urls.admin, WINNOW_SEQUENCER_URL: undefined }
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: root, env })
    return { exit: 0, out: stdout, err: stderr }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error)) throw error
    return { exit: Number(error.code), out: String(error.stdout), err: String(error.stderr) }
  }
}

describe('on the command line', () => {
  it('a dataset is registered, files are imported, flags are written: one JSON object each on standard output', async () => {
    const created = await winnow(
      'dataset',
      'create',
      'letters',
      '--name',
      'Letters',
      '--licence',
      'cc0-1.0',
      '--json',
    )
    expect(created).toMatchObject({ exit: 0 })
    expect(JSON.parse(created.out)).toMatchObject({ slug: 'letters', licence: 'CC0-1.0' })

    const files = writeFiles({
      'a.jsonl': '{"body":"a@mail.example.org"}\n{"body":\n',
      'b.csv': 'body\nnothing\n',
      'README.md': '# Letters',
    })
    const folder = path.dirname(files[0] ?? '')
    const imported = await winnow(
      'import',
      'letters',
      folder,
      '--text-field',
      'body',
      '--revision',
      '2024-05',
      '--json',
    )
    expect(imported).toMatchObject({ exit: 0, err: expect.stringContaining('left out: README.md') })
    expect(JSON.parse(imported.out)).toMatchObject({
      dataset: 'letters',
      revision: 1,
      rows: { good: 2, bad: 1 },
      flags: 1,
      flagged: 1,
      unscanned: 0,
    })

    const flags = await winnow('flags', 'letters', '--format', 'jsonl')
    expect(
      flags.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      {
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        category: 'pii',
        type: 'email',
        detector: 'email',
        spans: [{ field: 'body', start: 0, end: 18 }],
      },
    ])
  })

  it('what is refused exits with 1 and says why', async () => {
    expect(
      await winnow('import', 'nowhere', writeFiles({ 'a.jsonl': '{"text":"a"}\n' })[0] ?? '', '--json'),
    ).toMatchObject({ exit: 1, out: expect.stringContaining('not_found') })
    await winnow('dataset', 'create', 'refusals', '--name', 'Refusals', '--licence', 'none')
    const array = await winnow('import', 'refusals', writeFiles({ 'a.json': '[{"text":"a"}]' })[0] ?? '')
    expect(array).toMatchObject({ exit: 1, out: '', err: expect.stringContaining('a.json is a JSON array') })
    expect(await winnow('import', 'refusals', '/no/such/file')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('There is no file'),
    })
    expect(await winnow('dataset', 'create', 'Bad_Slug', '--name', 'x', '--licence', 'y')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('slug'),
    })
  })
})
