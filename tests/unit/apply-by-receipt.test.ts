import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fold, type Outcome } from '@/lib/release-format/fold'
import { apply } from '@/lib/releases/apply'
import { outcomes, shardOf, worldOf, type Layout, type Shard } from '../support/copies'
import { buildRelease, writeRelease } from '../support/release'

type Decided = readonly (Outcome | null)[]

/** The base, the copy that a first release made of it, and a second release of the same base. */
async function chain(shards: readonly Shard[], later: (shard: Shard) => Decided) {
  const root = mkdtempSync(path.join(tmpdir(), 'winnow-receipt-'))
  const releaseOf = (name: string, list: readonly Shard[]) =>
    writeRelease(path.join(root, name), buildRelease(worldOf(list)))
  const first = releaseOf('first', shards)
  const second = releaseOf(
    'second',
    shards.map((shard) => ({ ...shard, outcomes: later(shard) })),
  )
  const base = path.join(root, 'base')
  for (const shard of shards) {
    const file = path.join(base, shard.path)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, shard.bytes)
  }
  const copy = path.join(root, 'copy')
  await apply({ release: first, files: [base], out: copy })
  const run = (files: string, out: string) =>
    apply({ release: second, files: [files], out: path.join(root, out) })
  return { root, base, copy, run, text: (file: string) => readFileSync(path.join(root, file)) }
}

/** Decisions that only take more away: what was removed stays so, what was masked is masked at least. */
function grown({ posts, outcomes: before }: Shard, seed: number): Decided {
  return outcomes(posts, seed).map((more, i) => {
    const now = before[i]
    if (!now || now.action === 'label') return more
    if (now.action !== 'redact') return now
    const all = more?.action === 'redact' ? [now, more] : [now]
    const spans = all.flatMap((outcome) => outcome.spans)
    return fold([{ action: 'redact', spans, category: 'pii', reason: 'p', label: null }])
  })
}

const layouts: [string, Layout, boolean][] = [
  ['JSONL', { kind: 'jsonl', eol: '\r\n', bom: true, blankLines: true }, false],
  ['gzipped JSONL', { kind: 'jsonl' }, true],
  ['CSV', { kind: 'csv', lastLineOpen: true }, false],
  ['TSV', { kind: 'tsv' }, false],
]

describe.each(layouts)('the next release, applied to a filtered copy of %s', (_, layout, gzip) => {
  it.each([1, 2, 3])('makes what it makes of the base (world %i)', async (seed) => {
    const shard = shardOf(`rows.${layout.kind}${gzip ? '.gz' : ''}`, 300, seed * 50, layout, gzip)
    const { run, text, base, copy } = await chain([shard], (one) => grown(one, seed * 50 + 7))
    const fromBase = await run(base, 'from-base')
    const fromCopy = await run(copy, 'from-copy')
    expect(fromCopy.files).toMatchObject([{ way: 'receipt', base: { path: shard.path } }])
    expect(text(`from-copy/${shard.path}`)).toEqual(text(`from-base/${shard.path}`))
    expect(fromCopy.lacking).toEqual({ rows: 0, masked: 0 })
    expect(fromCopy.rows).toMatchObject({
      untouched: fromBase.rows.untouched,
      redacted: fromBase.rows.redacted,
    })
    expect(fromCopy.rows.in).toBeLessThan(fromBase.rows.in)
    expect(fromCopy.rows.removed).toBeGreaterThan(0)
  })

  it('can be followed by another, through the receipt it writes', async () => {
    const shard = shardOf(`rows.${layout.kind}${gzip ? '.gz' : ''}`, 200, 900, layout, gzip)
    const { root, run, copy, text } = await chain([shard], (one) => grown(one, 905))
    await run(copy, 'second-copy')
    const again = await run(path.join(root, 'second-copy'), 'third-copy')
    expect(again.files).toMatchObject([{ way: 'receipt' }])
    expect(again.rows.removed + again.rows.restricted).toBe(0)
    expect(text(`third-copy/${shard.path}`)).toEqual(text(`second-copy/${shard.path}`))
  })
})

describe('a filtered copy', () => {
  const shards = [
    shardOf('en/0.jsonl', 120, 11, { kind: 'jsonl' }),
    shardOf('en/1.jsonl', 90, 13, { kind: 'jsonl' }),
  ]

  it('says what it lacks of what the next release gives back, and keeps masked what it cannot unmask', async () => {
    const { run, copy, text } = await chain(shards, ({ posts }) => posts.map(() => null))
    const { rows, lacking } = await run(copy, 'out')
    const actions = shards.flatMap(({ outcomes: before }) => before.map((outcome) => outcome?.action))
    const gone = actions.filter((action) => action === 'remove' || action === 'restrict').length
    const masked = actions.filter((action) => action === 'redact').length
    expect(lacking).toEqual({ rows: gone, masked })
    expect(rows).toMatchObject({ redacted: masked, removed: 0, restricted: 0 })
    expect(text('out/en/0.jsonl')).toEqual(text('copy/en/0.jsonl'))
  })

  it('that was changed after it was written is not taken for what its receipt says', async () => {
    const { root, run, copy } = await chain(shards, (one) => grown(one, 17))
    const file = path.join(copy, 'en/0.jsonl')
    const before = readFileSync(file, 'utf8')
    writeFileSync(file, before.replace('"body":"post', '"body":"past'))
    expect(readFileSync(file, 'utf8')).not.toBe(before)
    const { files } = await run(copy, 'out')
    expect(files.map(({ way }) => way)).toEqual(['content', 'receipt'])
    expect(readFileSync(path.join(root, 'out/en/0.jsonl'), 'utf8')).not.toContain('"body":"past')
  })

  it('with a receipt that is none is not filtered as if it had none', async () => {
    const { root, run, copy } = await chain(shards, (one) => grown(one, 19))
    for (const broken of ['', '{"format":"other"}', '{"format":"winnow-receipt/1","files":[{}]}']) {
      writeFileSync(path.join(copy, 'winnow-receipt.json'), broken)
      await expect(run(copy, 'out')).rejects.toThrow(/not a receipt that can be read/)
    }
    expect(readdirSync(root)).not.toContain('out')
  })
})

describe('a dry run', () => {
  it('counts as the real one does, and writes nothing', async () => {
    const shards = [
      shardOf('a.jsonl.gz', 80, 3, { kind: 'jsonl' }, true),
      shardOf('b.csv', 70, 5, { kind: 'csv' }),
    ]
    const { root, base, run } = await chain(shards, (one) => grown(one, 23))
    const before = readdirSync(root)
    const dry = await apply({ release: path.join(root, 'second'), files: [base], out: null })
    expect(readdirSync(root)).toEqual(before)
    const real = await run(base, 'real')
    expect(dry).toMatchObject({ rows: real.rows, lacking: real.lacking, receipt: null })
    expect(dry.files.map(({ output }) => output)).toEqual([null, null])
    expect(dry.files.map(({ input }) => input)).toEqual(real.files.map(({ input }) => input))
  })
})
