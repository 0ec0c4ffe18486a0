import { describe, expect, it } from 'vitest'
import { planFields } from '@/lib/datasets/plan-fields'
import { chooseFields } from '@/lib/datasets/read/fields'
import type { StagedFile } from '@/lib/datasets/stage-files'

const none = {
  textFields: null,
  urlFields: null,
  mediaHashField: null,
  idField: null,
  authorField: null,
  languageField: null,
}
const file = (path: string, columns: string[], kind: 'csv' | 'jsonl' = 'csv'): StagedFile => ({
  path,
  columns,
  digest: Buffer.alloc(32),
  bytes: 1,
  format: kind === 'csv' ? { kind, gzip: false, delimiter: ',', columns } : { kind, gzip: false },
})

describe('the fields of a dataset', () => {
  it.each([
    [['id', 'text', 'url'], { text: ['text'], url: [], id: 'id' }],
    [['', 'count', 'class', 'tweet'], { text: ['tweet'], url: [], id: null }],
    [['URL', 'TEXT'], { text: ['TEXT'], url: [], id: null }],
    [['key', 'image_url', 'width'], { text: [], url: ['image_url'], id: 'key' }],
  ])('are told from the columns %j', (columns, plan) => {
    expect(chooseFields(columns)).toEqual({ ...plan, mediaHash: null, author: null, language: null })
  })

  it('are those that were asked for, in that order', () => {
    expect(chooseFields(['a', 'b', 'c', 'meta.url'], { text: ['c', 'a'], url: ['meta.url'] })).toEqual({
      text: ['c', 'a'],
      url: ['meta.url'],
      mediaHash: null,
      id: null,
      author: null,
      language: null,
    })
  })

  it('are refused when a column stands in the header twice', () => {
    expect(() => chooseFields(['text', 'text'])).toThrow(/"text" occurs twice/)
  })

  it('declared at registration may still be changed by the first import, not by the second', () => {
    const declared = { ...none, textFields: ['text'], urlFields: [] }
    const files = [file('a.csv', ['text', 'title'])]
    expect(planFields(declared, false, {}, files).text).toEqual(['text'])
    expect(planFields(declared, false, { text: ['title'] }, files).text).toEqual(['title'])
    expect(() => planFields(declared, true, { text: ['title'] }, files)).toThrow(/fixed: text/)
  })

  it('must be in every table, named when they are not', () => {
    const declared = { ...none, textFields: ['text'], urlFields: [] }
    const files = [file('a.csv', ['text']), file('b.csv', ['body'])]
    expect(() => planFields(declared, true, {}, files)).toThrow(/^b\.csv: There is no field "text"/)
  })

  it('name an author only where that is declared, and then no table may come without', () => {
    expect(chooseFields(['text', 'author']).author).toBe(null)
    const declared = { ...none, textFields: ['text'], urlFields: [], authorField: 'author' }
    expect(planFields(declared, true, {}, [file('a.csv', ['text', 'author'])]).author).toBe('author')
    expect(() => planFields(declared, true, {}, [file('a.csv', ['text'])])).toThrow(/no field "author"/)
    expect(planFields(declared, true, {}, [file('a.jsonl', ['text'], 'jsonl')]).author).toBe('author')
    expect(() => planFields(declared, false, {}, [file('a.jsonl', ['text'], 'jsonl')])).toThrow(
      /no field "author"/,
    )
  })

  it('may be missing from rows of JSONL, but not from all that were looked at', () => {
    const declared = { ...none, textFields: ['text', 'title'], urlFields: [] }
    expect(planFields(declared, true, {}, [file('a.jsonl', ['title'], 'jsonl')]).text).toEqual([
      'text',
      'title',
    ])
    expect(() => planFields(declared, true, {}, [file('a.jsonl', ['body'], 'jsonl')])).toThrow(
      /no field "text"/,
    )
  })
})
