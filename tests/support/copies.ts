import { gzipSync } from 'node:zlib'
import { itemDigest } from '@/lib/datasets/digest'
import { fold, type Action, type Outcome } from '@/lib/release-format/fold'
import type { BaseRow } from '@/lib/release-format/rows'
import { random } from '@/lib/demo/random'
import { sha256, type World } from './release'

export type Kind = 'jsonl' | 'csv' | 'tsv'
/** One record of a made-up forum; `line` is set for a record that is no item. */
export type Post = { id: string; title: string; body: string; likes: number; bad?: string }

const WORDS = [
  'tea',
  'über',
  '😀',
  '字',
  'a,b',
  'say "hi"',
  "it's",
  'x\ty',
  '\\',
  'two\nlines',
  'cr\r\nlf',
  '\u2028',
  '\0',
  '</script>',
  '‮rtl',
]

/** Posts that are hard on parsers; every tenth or so is not an item. */
export function posts(count: number, seed: number, kind: Kind): Post[] {
  const { below, pick } = random(seed)
  const text = () => Array.from({ length: below(6) }, () => pick(['plain', ...WORDS])).join(' ')
  const damaged =
    kind === 'jsonl' ? ['{"body": "cut', '[1]', 'null', '{"body": {"a": 1}}'] : ['one cell', 'a"b"c']
  return Array.from({ length: count }, (_, i) => ({
    id: `p${i}`,
    title: below(3) === 0 ? '' : text(),
    body: `post ${i} ${text()}`,
    likes: below(100),
    ...(below(10) === 0 && { bad: pick(['', ...damaged]) || damaged[0] }),
  }))
}

export type Layout = {
  kind: Kind
  eol?: '\n' | '\r\n'
  bom?: boolean
  lastLineOpen?: boolean
  blankLines?: boolean
}

const DELIMITER = { jsonl: '', csv: ',', tsv: '\t' }

/** The file as text. With `outcomes`, the copy a release of these decisions makes of it. */
export function fileText(
  list: readonly Post[],
  layout: Layout,
  decided?: readonly (Outcome | null)[],
): string {
  const { kind, eol = '\n', bom = false, lastLineOpen = false, blankLines = false } = layout
  const header = kind === 'jsonl' ? '' : ['id', 'title', 'body', 'likes'].join(DELIMITER[kind]) + eol
  const lines = list.map((post, i) => {
    const isLast = i === list.length - 1
    const gap = blankLines && kind === 'jsonl' && !isLast ? `  ${eol}` : ''
    const action = decided?.[i]?.action
    if (decided && (post.bad !== undefined || action === 'remove' || action === 'restrict')) return gap
    const record = post.bad ?? recordOf(post, action === 'redact' ? redacted(post, decided?.[i]) : post, kind)
    return record + (isLast && lastLineOpen ? '' : eol) + gap
  })
  return (bom ? '\ufeff' : '') + header + lines.join('')
}

function recordOf(original: Post, { id, title, body, likes }: Post, kind: Kind): string {
  if (kind === 'jsonl') return JSON.stringify({ id, title, likes, body, nested: { body: 'not this one' } })
  const hasToBeQuoted = (value: string) => /["\r\n]/.test(value) || value.includes(DELIMITER[kind])
  // A cell that was quoted stays so.
  const cell = (value: string, before: string) =>
    hasToBeQuoted(value) || hasToBeQuoted(before) ? `"${value.replaceAll('"', '""')}"` : value
  return [id, cell(title, original.title), cell(body, original.body), String(likes)].join(DELIMITER[kind])
}

function redacted(post: Post, outcome: Outcome | null | undefined): Post {
  const of = (field: 'title' | 'body') => {
    const covered = (i: number) =>
      outcome?.spans.some((span) => span.field === field && i >= span.start && i < span.end)
    return Array.from(post[field], (point, i) =>
      !covered(i) ? point : covered(i - 1) ? '' : '[REDACTED]',
    ).join('')
  }
  return { ...post, title: of('title'), body: of('body') }
}

export const digestOf = ({ title, body }: Post) => itemDigest([title, body]).toString('hex')

/** Random decisions about posts; half of the rows stay as they are. */
export function outcomes(list: readonly Post[], seed: number): (Outcome | null)[] {
  const { below, pick } = random(seed)
  return list.map((post) => {
    const action = pick<Action>(['keep', 'keep', 'keep', 'remove', 'restrict', 'redact', 'label'])
    const spans = (['title', 'body'] as const).flatMap((field) => {
      const length = Array.from(post[field]).length
      if (length === 0 || below(2) === 0) return []
      const start = below(length)
      return [{ field, start, end: start + 1 + below(length - start) }]
    })
    if (post.bad !== undefined || (action === 'redact' && spans.length === 0)) return null
    return fold([
      { action, spans: action === 'redact' ? spans : [], category: 'hate', reason: 'slur', label: 'seen' },
    ])
  })
}

export type Shard = {
  path: string
  posts: readonly Post[]
  outcomes: readonly (Outcome | null)[]
  bytes: Buffer
  format: string
}

export function worldOf(shards: readonly Shard[], part: Partial<World> = {}): World {
  const rows = shards.flatMap(({ path, posts, outcomes }) =>
    posts.map((post, row): BaseRow => {
      const bad = post.bad !== undefined
      return {
        file: path,
        row,
        id: bad ? null : post.id,
        digest: bad ? null : digestOf(post),
        outcome: outcomes[row] ?? null,
      }
    }),
  )
  const files = shards.map(({ path, posts, bytes, format }) => ({
    path,
    sha256: sha256(bytes),
    bytes: bytes.length,
    format,
    rows: posts.length,
  }))
  return { files, rows, contentFields: ['title', 'body'], idField: 'id', disclosure: 'rows', ...part }
}

export function shardOf(path: string, count: number, seed: number, layout: Layout, gzip = false): Shard {
  const list = posts(count, seed, layout.kind)
  const bytes = Buffer.from(fileText(list, layout))
  const format = gzip ? `${layout.kind}.gz` : layout.kind
  return {
    path,
    posts: list,
    outcomes: outcomes(list, seed + 1),
    bytes: gzip ? gzipSync(bytes) : bytes,
    format,
  }
}
