import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import { itemDigest } from '@/lib/datasets/digest'
import { fold } from '@/lib/release-format/fold'
import { apply } from '@/lib/releases/apply'
import { checkDolma } from '@/lib/releases/check-dolma'
import { exportDolma } from '@/lib/releases/export-dolma'
import { random } from '@/lib/demo/random'
import { buildRelease, sha256, writeRelease } from '@/tests/support/release'

const run = promisify(execFile)
const VERSION = '1.2.1'
const COUNT = 2_000

/**
 * The mixer of Dolma itself, given our attributes and our configuration, writes the same documents as `winnow apply` does. Throws where
 * Python or pip's registry is missing.
 */
export async function checkDolmaMixer(): Promise<string[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'winnow-dolma-mix-'))
  try {
    await run('python3', ['-m', 'venv', path.join(root, 'venv')])
    const python = path.join(root, 'venv/bin/python')
    // The mixer is compiled into the package; what the package otherwise needs is for other commands.
    await run(python, ['-m', 'pip', 'install', '--quiet', '--no-deps', `dolma==${VERSION}`])
    const { folder, release, file } = layOut(root)
    const { set, rows } = await exportDolma(release, folder)
    const { problems, lines } = await checkDolma(folder, set)
    if (problems.length > 0 || lines !== COUNT) throw new Error(problems.join())
    await run(python, ['-c', MIX], { cwd: root })
    const out = path.join(root, 'applied')
    await apply({ release, files: [file], out })
    const [mixed, applied] = [
      documents(path.join(folder, 'filtered')),
      textsOf(path.join(out, '000.jsonl.gz')),
    ]
    if (JSON.stringify(mixed) !== JSON.stringify(applied)) throw new Error('the mixer and apply differ')
    return [
      `dolma ${VERSION}: ${COUNT} documents, ${rows.remove} left out, ${rows.redact} masked: its mixer and winnow apply write the same ${mixed.length}`,
    ]
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

type Text = { id: string; text: string }

function layOut(root: string) {
  const { below, pick } = random(11)
  const rows = Array.from({ length: COUNT }, (_, row) => {
    const text = `doc ${row} ${Array.from({ length: below(40) }, () => pick(['a', '😀', 'e\u0301', '字', '\n', '"'])).join('')}`
    const length = Array.from(text).length
    const start = below(length)
    const action = pick(['keep', 'keep', 'remove', 'redact', 'redact', 'restrict'] as const)
    const more = below(2) === 0 ? [] : [{ field: 'text', start: below(3), end: 4 + below(2) }]
    const spans = [{ field: 'text', start, end: start + 1 + below(length - start) }, ...more]
    const outcome = fold([
      { action, spans: action === 'redact' ? spans : [], category: 'pii', reason: 'p', label: null },
    ])
    return {
      file: '000.jsonl.gz',
      row,
      id: `d${row}`,
      digest: itemDigest([text]).toString('hex'),
      outcome,
      text,
    }
  })
  const folder = path.join(root, 'dataset')
  const file = path.join(folder, 'documents/000.jsonl.gz')
  mkdirSync(path.dirname(file), { recursive: true })
  const lines = rows.map(({ id, text }) => `${JSON.stringify({ id, text, source: 's' })}\n`).join('')
  const bytes = gzipSync(lines)
  writeFileSync(file, bytes)
  const base = {
    path: '000.jsonl.gz',
    sha256: sha256(bytes),
    bytes: bytes.length,
    format: 'jsonl.gz',
    rows: COUNT,
  }
  const release = writeRelease(
    path.join(root, 'release'),
    buildRelease({ files: [base], rows, contentFields: ['text'], idField: 'id', disclosure: 'rows' }),
  )
  return { folder, file, release }
}

const documents = (folder: string): Text[] => textsOf(path.join(folder, 'winnow_1_0_0-0000.json.gz'))

function textsOf(file: string): Text[] {
  const lines = gunzipSync(readFileSync(file)).toString().split('\n').filter(Boolean)
  return lines.map((line) => {
    const { id, text }: Text = JSON.parse(line)
    return { id, text }
  })
}

const MIX = `
import glob, importlib.util, sys
[file] = glob.glob(sys.prefix + '/lib/python*/site-packages/dolma/dolma.*.so')
spec = importlib.util.spec_from_file_location('dolma', file)
dolma = importlib.util.module_from_spec(spec)
spec.loader.exec_module(dolma)
dolma.mixer_entrypoint(open('dataset/mixer.json').read())
`
