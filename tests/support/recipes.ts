import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { itemDigest } from '@/lib/datasets/digest'
import { fileLiteral, literal, openDuck } from '@/lib/datasets/duck'
import { fold } from '@/lib/release-format/fold'
import { apply } from '@/lib/releases/apply'
import { recipeSections, type Recipe } from '@/lib/releases/recipes'
import { random } from '@/lib/demo/random'
import { buildRelease, sha256, writeRelease } from './release'

/** The blocks below a heading of docs/recipes.md, as they stand there; '' is what is above the first one. */
export async function recipes(heading: string): Promise<Recipe[]> {
  const section = (await recipeSections()).find((one) => one.heading === heading)
  if (!section || section.recipes.length === 0)
    throw new Error(`docs/recipes.md has no recipe under “${heading}”`)
  return section.recipes
}

export type Post = { id: string; text: string }

const COUNT = 3_000

/** A folder as the recipes want it, and what `winnow apply` makes of its files. */
export async function recipeWorld() {
  const folder = mkdtempSync(path.join(tmpdir(), 'winnow-recipes-'))
  const { below, pick } = random(26)
  const words = [
    'tea',
    'a,b',
    'say "hi"',
    'two\nlines',
    '😀',
    'e\u0301',
    '字',
    '\u2028',
    "it's",
    '\\',
    'NA',
    'null',
  ]
  const posts = Array.from({ length: COUNT }, (_, i): Post => {
    const text = Array.from({ length: 1 + below(8) }, () => pick(['plain', ...words])).join(' ')
    // Ids that a tool may take for numbers, dates or nothing.
    return { id: `${pick(['007', '2026-11-21 ', 'NA', 'p,"q"', '1e5'])}${i}`, text: `${i} ${text}` }
  })
  writeFileSync(
    path.join(folder, 'posts.jsonl'),
    posts.map((post, i) => `${JSON.stringify({ ...post, likes: i })}\n`).join(''),
  )
  await duck(
    `COPY (SELECT * FROM read_json(${literal(path.join(folder, 'posts.jsonl'))}, format = 'newline_delimited',
       columns = {id: 'VARCHAR', text: 'VARCHAR', likes: 'BIGINT'}))
     TO ${literal(path.join(folder, 'posts.parquet'))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 2048)`,
  )
  const outcomes = posts.map(({ text }) => {
    const action = pick(['keep', 'keep', 'keep', 'remove', 'redact', 'redact', 'restrict'] as const)
    const length = Array.from(text).length
    const start = below(length)
    const first = { field: 'text', start: 0, end: 1 }
    const spans = [
      { field: 'text', start, end: start + 1 + below(length - start) },
      ...(below(2) ? [first] : []),
    ]
    return fold([
      { action, spans: action === 'redact' ? spans : [], category: 'pii', reason: 'p', label: null },
    ])
  })
  const files = ['posts.jsonl', 'posts.parquet'].map((name) => {
    const bytes = readFileSync(path.join(folder, name))
    return {
      path: name,
      sha256: sha256(bytes),
      bytes: bytes.length,
      format: path.extname(name).slice(1),
      rows: COUNT,
    }
  })
  const rows = files.flatMap(({ path: file }) =>
    posts.map(({ id, text }, row) => ({
      file,
      row,
      id,
      digest: itemDigest([text]).toString('hex'),
      outcome: outcomes[row] ?? null,
    })),
  )
  const release = writeRelease(
    path.join(folder, 'release'),
    buildRelease({ files, rows, contentFields: ['text'], idField: 'id', disclosure: 'rows' }),
  )
  const out = path.join(folder, 'applied')
  await apply({ release, files: files.map(({ path: name }) => path.join(folder, name)), out })
  const applied = {
    jsonl: readPosts(readFileSync(path.join(out, 'posts.jsonl'), 'utf8')),
    parquet: await parquetPosts(path.join(out, 'posts.parquet')),
  }
  return { folder, applied }
}

/** What a recipe left in a folder: a file, or a folder of parts. */
export async function keptPosts(folder: string): Promise<{ jsonl: Post[]; parquet: Post[] }> {
  const jsonl = partsOf(path.join(folder, 'kept.jsonl')).map((file) => readFileSync(file, 'utf8'))
  const parquet: Post[] = []
  for (const file of partsOf(path.join(folder, 'kept.parquet'))) parquet.push(...(await parquetPosts(file)))
  return { jsonl: readPosts(jsonl.join('')), parquet }
}

function partsOf(file: string): string[] {
  if (!statSync(file).isDirectory()) return [file]
  const parts = readdirSync(file).filter((name) => name.startsWith('part-'))
  return parts.sort().map((name) => path.join(file, name))
}

function readPosts(text: string): Post[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { id, text: body }: Post = JSON.parse(line)
      return { id, text: body }
    })
}

async function parquetPosts(file: string): Promise<Post[]> {
  const rows = await duck(`SELECT id, text FROM read_parquet(${fileLiteral(file)})`)
  return rows.map(({ id, text }) => ({ id: String(id), text: String(text) }))
}

async function duck(statement: string) {
  using database = await openDuck({ ordered: true })
  return (await database.duck.runAndReadAll(statement)).getRowObjectsJson()
}

/** A folder of its own for one recipe, with the files of the world in it. */
export function kitchen(world: string, name: string): string {
  const folder = path.join(world, `with-${name}`)
  mkdirSync(folder)
  for (const one of ['posts.jsonl', 'posts.parquet', 'release'])
    symlinkSync(path.join(world, one), path.join(folder, one))
  return folder
}
