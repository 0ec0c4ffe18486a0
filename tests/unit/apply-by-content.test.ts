import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fold } from '@/lib/release-format/fold'
import { apply, type ApplyOptions } from '@/lib/releases/apply'
import { fileText, shardOf, worldOf, type Kind, type Layout, type Post, type Shard } from '../support/copies'
import { random } from '@/lib/demo/random'
import { buildRelease, writeRelease, type World } from '../support/release'

const jsonl: Layout = { kind: 'jsonl' }

function lay(shards: readonly Shard[], world: Partial<World> = {}) {
  const root = mkdtempSync(path.join(tmpdir(), 'winnow-apply-'))
  const release = writeRelease(path.join(root, 'release'), buildRelease(worldOf(shards, world)))
  return { root, release, out: path.join(root, 'out') }
}

async function filter(
  laid: ReturnType<typeof lay>,
  copies: Record<string, string>,
  more: Partial<ApplyOptions> = {},
) {
  const files = Object.entries(copies).map(([name, text]) => {
    const file = path.join(laid.root, 'copy', name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
    return file
  })
  const view = await apply({ release: laid.release, files, out: laid.out, ...more })
  return { ...view, text: (name: string) => readFileSync(path.join(laid.out, name), 'utf8') }
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const { next } = random(seed)
  return list
    .map((value) => ({ value, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value)
}

/** Good rows of a shard, with what is decided about each. */
const decidedPosts = ({ posts, outcomes }: Shard) =>
  posts.flatMap((post, i) => (post.bad === undefined ? [{ post, outcome: outcomes[i] ?? null }] : []))

describe('a copy that was shuffled, re-sharded and converted', () => {
  const shards = [shardOf('a.jsonl', 150, 1, jsonl), shardOf('b.csv', 150, 7, { kind: 'csv' })].map(
    (shard, s) => ({
      ...shard,
      posts: shard.posts.map((post) => ({ ...post, id: `${s}-${post.id}` })),
    }),
  )
  const all = shuffled(shards.flatMap(decidedPosts), 5)
  const isOpen = ({ outcome }: (typeof all)[number]) => outcome === null || outcome.action === 'label'
  const layouts: [Kind, Layout][] = [
    ['jsonl', jsonl],
    ['csv', { kind: 'csv', eol: '\r\n' }],
    ['tsv', { kind: 'tsv', bom: true }],
  ]

  it.each(layouts)('keeps exactly the untouched rows, to the byte, as %s', async (kind, layout) => {
    const parts = [all.slice(0, 100), all.slice(100)]
    const copies = Object.fromEntries(
      parts.map((part, i) => [
        `part-${i}.${kind}`,
        fileText(
          part.map(({ post }) => post),
          layout,
        ),
      ]),
    )
    const { rows, files, text } = await filter(lay(shards), copies)
    parts.forEach((part, i) => {
      const kept = part.filter(isOpen).map(({ post }) => post)
      expect(text(`part-${i}.${kind}`)).toBe(fileText(kept, layout))
    })
    const untouched = all.filter(isOpen).length
    expect(rows).toEqual({
      in: all.length,
      untouched,
      redacted: 0,
      removed: all.length - untouched,
      restricted: 0,
    })
    expect(files.map(({ way }) => way)).toEqual(['content', 'content'])
  })

  it('drops redacted rows, whose digest is on no list, and counts them', async () => {
    const { text } = await filter(lay(shards), {
      'copy.jsonl': fileText(
        all.map(({ post }) => post),
        jsonl,
      ),
    })
    const redacted = all.filter(({ outcome }) => outcome?.action === 'redact')
    expect(redacted.length).toBeGreaterThan(10)
    for (const { post } of redacted) expect(text('copy.jsonl')).not.toContain(JSON.stringify(post.id))
  })

  it('takes the base files it recognises by position and the rest by content', async () => {
    const [first, second] = shards
    if (!first || !second) throw new Error('two shards')
    const laid = lay(shards)
    const rest = decidedPosts(second)
    const copies = {
      'renamed.jsonl': fileText(first.posts, jsonl),
      'rest.jsonl': fileText(
        rest.map(({ post }) => post),
        jsonl,
      ),
    }
    // The ids were renamed after the shard was made, so the base is written again.
    const fresh = [{ ...first, bytes: Buffer.from(copies['renamed.jsonl']) }, second]
    const view = await filter(lay(fresh), copies)
    expect(view.files.map(({ way }) => way)).toEqual(['position', 'content'])
    expect(view.rows.redacted).toBe(first.outcomes.filter((outcome) => outcome?.action === 'redact').length)
    expect(view.text('rest.jsonl')).toBe(
      fileText(
        rest.filter(isOpen).map(({ post }) => post),
        jsonl,
      ),
    )
    expect(existsSync(laid.out)).toBe(false)
  })

  it('reads renamed columns when told their names', async () => {
    const renamed = all
      .map(({ post }) => JSON.stringify({ key: post.id, heading: post.title, text: post.body }))
      .join('\n')
    const names = { textFields: ['heading', 'text'], idField: 'key' }
    const { rows } = await filter(lay(shards), { 'copy.jsonl': renamed }, names)
    expect(rows.untouched).toBe(all.filter(isOpen).length)
    await expect(filter(lay(shards), { 'copy.jsonl': renamed }, { textFields: ['text'] })).rejects.toThrow(
      /as many/,
    )
  })

  it('is refused, with rows named and nothing written, when it has rows the release does not know', async () => {
    const laid = lay(shards)
    const strange = Array.from({ length: 200 }, (_, i): Post => ({
      id: `new-${i}`,
      title: '',
      body: `unheard of ${i}`,
      likes: 1,
    }))
    const copy = fileText([...all.map(({ post }) => post), ...strange], jsonl)
    await expect(filter(laid, { 'copy.jsonl': copy })).rejects.toThrow(
      /does not know some.*copy\.jsonl row \d+ \(line \d+\)/s,
    )
    expect(existsSync(path.join(laid.out, 'copy.jsonl'))).toBe(false)
    expect(existsSync(path.join(laid.out, 'winnow-receipt.json'))).toBe(false)
    expect(existsSync(path.join(laid.out, '.winnow-partial'))).toBe(false)
  })

  it('is refused when every row is there twice', async () => {
    const text = fileText(
      all.map(({ post }) => post),
      jsonl,
    )
    await expect(filter(lay(shards), { 'copy.jsonl': text + text })).rejects.toThrow(/does not know some/)
  })

  it('is refused when its texts were changed', async () => {
    const edited = all.map(({ post, outcome }) =>
      isOpen({ post, outcome }) ? { ...post, body: `${post.body}!` } : post,
    )
    await expect(filter(lay(shards), { 'copy.jsonl': fileText(edited, jsonl) })).rejects.toThrow(
      /does not know some/,
    )
  })
})

describe('the same text from several people', () => {
  const thanks = (id: string): Post => ({ id, title: '', body: 'Thanks!', likes: 1 })
  const posts = Array.from({ length: 30 }, (_, i) => thanks(`p${i}`))
  const optOut = fold([
    { action: 'remove', category: 'opt_out', reason: 'objection', spans: [], label: null },
  ])
  const shard: Shard = {
    path: 'a.jsonl',
    posts,
    outcomes: posts.map((_, i) => (i % 10 === 4 ? optOut : null)),
    bytes: Buffer.from(fileText(posts, jsonl)),
    format: 'jsonl',
  }
  const shuffledText = fileText(shuffled(posts, 3), jsonl)

  it('stays for all but the author who opted out, told apart by id, though the copy has name and size of the base', async () => {
    const { rows, text, files } = await filter(lay([shard]), { 'a.jsonl': shuffledText })
    expect(shuffledText).toHaveLength(shard.bytes.length)
    expect(files).toMatchObject([{ way: 'content' }])
    expect(rows).toMatchObject({ in: 30, untouched: 27, removed: 3 })
    for (const id of ['p4', 'p14', 'p24']) expect(text('a.jsonl')).not.toContain(`"${id}"`)
    for (const id of ['p5', 'p0', 'p29']) expect(text('a.jsonl')).toContain(`"${id}"`)
  })

  it('stays as often as the release keeps it when there are no ids to tell rows apart', async () => {
    const withoutIds = posts.map(({ title, body }) => JSON.stringify({ title, body })).join('\n')
    const { rows } = await filter(lay([shard]), { 'copy.jsonl': withoutIds })
    expect(rows).toMatchObject({ in: 30, untouched: 27, removed: 3 })
  })

  it('is not matched by ids of another numbering, and the refusal says what to do', async () => {
    const renumbered = fileText(
      posts.map((post) => ({ ...post, id: `other-${post.id}` })),
      jsonl,
    )
    await expect(filter(lay([shard]), { 'copy.jsonl': renumbered })).rejects.toThrow(/--ignore-ids/)
    const { rows } = await filter(lay([shard]), { 'copy.jsonl': renumbered }, { ignoreIds: true })
    expect(rows).toMatchObject({ untouched: 27, removed: 3 })
  })
})
