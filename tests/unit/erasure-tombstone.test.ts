import { describe, expect, it } from 'vitest'
import { tombstone } from '@/lib/erasure/tombstone'
import { csvFields } from '@/lib/datasets/read/csv'
import { extractor, isBad } from '@/lib/datasets/read/extract'
import type { TextFormat } from '@/lib/datasets/read/format'

const plan = { text: ['text'], url: [], mediaHash: null, id: 'id' }
const jsonl: TextFormat = { kind: 'jsonl', gzip: false }
const table = (columns: string[], delimiter = ','): TextFormat => ({
  kind: delimiter === '\t' ? 'tsv' : 'csv',
  gzip: false,
  delimiter,
  columns,
})

describe('the tombstone of a record', () => {
  it.each([2, 3, 14, 15, 16, 400])('is a JSON object without content, %i bytes long', (length) => {
    const bytes = tombstone(jsonl, ['text'], length)
    expect(bytes).toHaveLength(length)
    expect(Object.keys(JSON.parse(bytes.toString())).every((name) => name === 'erased')).toBe(true)
    expect(isBad(extractor(jsonl, plan)(bytes))).toBe(true)
  })

  it.each([
    [table(['id', 'text', 'n']), 30],
    [table(['text', 'id'], '\t'), 9],
    [table(['text', 'id'], ';'), 1],
    [table(['id', 'text', 'url'], '|'), 2],
  ])('has as many cells as the table %j, the content empty', (format, length) => {
    const bytes = tombstone(format, ['text'], length)
    expect(bytes).toHaveLength(length)
    if (format.kind === 'jsonl') throw new Error('not a table')
    expect(csvFields(bytes.toString(), format.delimiter)).toHaveLength(format.columns.length)
    expect(isBad(extractor(format, plan)(bytes))).toBe(true)
  })

  it('is spaces where the only column is the text', () => {
    expect(tombstone(table(['text']), ['text'], 5).toString()).toBe('     ')
  })
})
