import { describe, expect, it } from 'vitest'
import { LOCATOR_FILE, readLocatorFile } from '@/lib/takedowns/locator-file'
import { parseTargets } from '@/lib/takedowns/parse-targets'

const read = (text: string) => readLocatorFile(new TextEncoder().encode(text))
const linesOf = (text: string) => {
  const file = read(text)
  if (!file.ok) throw new Error(file.why)
  return file.lines
}
const origin = 'https://winnow.example.net'

describe('a file that lists where something is', () => {
  it('is a table with named columns, whatever parts them', () => {
    const lines = ['', 'https://a.example.org/1', 'train.jsonl#12', 'id: post-7', '“the exact, words”']
    for (const mark of [',', ';', '\t'])
      expect(
        linesOf(
          [
            ['URL', 'file', 'row', 'id', 'text'],
            ['https://a.example.org/1', '', '', '', ''],
            ['', 'train.jsonl', '12', '', ''],
            ['', '', '', 'post-7', ''],
            ['', '', '', '', '"the exact, words"'],
          ]
            .map((row) => row.join(mark))
            .join('\r\n'),
        ),
      ).toEqual(lines)
  })

  it('is a table without names: the first cell of each row that has one', () => {
    expect(linesOf('https://a.example.org/1,mine\nhttps://a.example.org/2,mine\n')).toEqual([
      'https://a.example.org/1',
      'https://a.example.org/2',
    ])
  })

  it('is a list in JSON, of addresses or of objects, one in each line too', () => {
    expect(linesOf('["https://a.example.org/1", {"file": "a.jsonl", "row": 3}]')).toEqual([
      'https://a.example.org/1',
      'a.jsonl#3',
    ])
    expect(linesOf('{"targets": [{"url": "https://a.example.org/1"}]}')).toEqual(['https://a.example.org/1'])
    expect(linesOf('{"id": "post-1"}\n{"id": "post-2"}\n')).toEqual(['id: post-1', 'id: post-2', ''])
  })

  it('keeps quotation marks, commas and line breaks of a cell in that cell', () => {
    expect(linesOf('text\n"she said ""no"", \n and left"\n')).toEqual(
      ['', '“she said "no", and left”'].map((l) => l.replace('", and', '",   and')),
    )
  })

  it('is read as text by whatever a spreadsheet writes', () => {
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...[...'url\nhttps://a.example.org/ö'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ])
    expect(readLocatorFile(utf16)).toMatchObject({ ok: true, lines: ['', 'https://a.example.org/ö'] })
    expect(linesOf('\ufeffurl\nhttps://a.example.org/1')).toEqual(['', 'https://a.example.org/1'])
  })

  it('computes no formula: a cell is its text, and a line that is not understood has its number', () => {
    const lines = linesOf('url\n=HYPERLINK(A1)\n+1+1\nhttps://a.example.org/1\n')
    const { targets, misread } = parseTargets(lines.join('\n'), origin, { wholeSources: false, list: true })
    expect(targets).toEqual([{ kind: 'url', value: 'https://a.example.org/1' }])
    expect(misread.map(({ line }) => line)).toEqual([2, 3])
  })

  it('cannot end a line of the list from within a record', () => {
    expect(linesOf('["a\\nhttps://b.example.org/1\\u2028c"]')).toEqual(['a https://b.example.org/1 c'])
  })

  it('may as well be words, where it is neither JSON nor a table we know', () => {
    expect(read('The pear tree,\nat the gate.\n')).toMatchObject({ words: 'The pear tree, at the gate.' })
    expect(read('url\nhttps://a.example.org/1')).toMatchObject({ words: null })
    expect(read('["The pear tree"]')).toMatchObject({ words: null })
  })

  it.each([
    ['PK\u0003\u0004\u0000\u0000', 'not_text'],
    ['%PDF-1.7 1 0 obj', 'not_a_list'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'not_a_list'],
    ['<!doctype html><p>https://a.example.org/1', 'not_a_list'],
    ['{\\rtf1 hello}', 'not_a_list'],
    ['{"a": [1', 'not_a_list'],
    ['   \n', 'empty'],
    ['url\n\n', 'empty'],
  ])('refuses %j: %s', (text, why) => {
    expect(read(text)).toEqual({ ok: false, why })
  })

  it('refuses bytes that are no text, more than it may hold, and a bomb of records', () => {
    expect(readLocatorFile(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xd, 0xa]))).toMatchObject({
      why: 'not_text',
    })
    expect(readLocatorFile(new Uint8Array(LOCATOR_FILE.bytes + 1))).toMatchObject({ why: 'too_large' })
    expect(read('x\n'.repeat(LOCATOR_FILE.records + 2))).toMatchObject({ why: 'too_many' })
    expect(read('https://a.example.org/1\n'.repeat(LOCATOR_FILE.records))).toMatchObject({ ok: true })
  })
})
