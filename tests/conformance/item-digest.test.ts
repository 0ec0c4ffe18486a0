import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { canonicalBytes, digestText, itemDigest } from '@/lib/datasets/digest'
import { extractor } from '@/lib/datasets/read/extract'

type Vectors = {
  values: { name: string; values: string[]; canonical: string; digest: string }[]
  rows: { name: string; row: string; values: string[]; digest: string }[]
}
// Not an import: the bundler's JSON parser refuses the lone surrogates that are the point of some vectors.
const vectors: Vectors = JSON.parse(
  readFileSync(new URL('./vectors/item-digest.json', import.meta.url), 'utf8'),
)

describe('item digest, scheme 1 (docs/item-digest.md)', () => {
  it.each(vectors.values)('$name', ({ values, canonical, digest }) => {
    expect(canonicalBytes(values).toString('hex')).toBe(canonical)
    expect(digestText(itemDigest(values))).toBe(digest)
  })

  const read = extractor(
    { kind: 'jsonl', gzip: false },
    { text: ['text'], url: [], mediaHash: null, id: null },
  )

  it.each(vectors.rows.filter(({ values }) => values[0] !== ''))(
    'reads $name from JSON',
    ({ row, values, digest }) => {
      const item = read(Buffer.from(row))
      expect(item).toMatchObject({ values })
      expect('values' in item && digestText(itemDigest(item.values))).toBe(digest)
    },
  )

  it('gives no two vectors the same digest unless their values are the same', () => {
    const digests = new Map(vectors.values.map(({ values, digest }) => [digest, JSON.stringify(values)]))
    expect(digests.size).toBe(new Set(vectors.values.map(({ values }) => JSON.stringify(values))).size)
  })

  it('stays right when a long value makes the scratch buffer grow', () => {
    const before = digestText(itemDigest(['The quick brown fox']))
    itemDigest(['é'.repeat(3_000_000)])
    expect(digestText(itemDigest(['The quick brown fox']))).toBe(before)
  })
})
