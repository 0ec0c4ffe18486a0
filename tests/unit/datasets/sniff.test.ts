import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sniff } from '@/lib/datasets/read/sniff'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'winnow-sniff-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function sniffed(name: string, content: string | Buffer) {
  const file = path.join(folder, 'blob')
  await writeFile(file, content)
  return sniff(file, name)
}

describe('the format of a file', () => {
  it.each([
    ['a.csv', '{"text":"a"}\n{"text":"b"}\n', { kind: 'jsonl', gzip: false }],
    ['a.txt', gzipSync('{"text":"a"}\n'), { kind: 'jsonl', gzip: true }],
    ['one-long-row.json', `{"text":"${'a'.repeat(2_000_000)}"}\n`, { kind: 'jsonl', gzip: false }],
    ['damaged.jsonl', 'oops\n{"text":\n', { kind: 'jsonl', gzip: false }],
    ['a.json', 'id,text\n1,{"a":1}\n', { kind: 'csv', gzip: false, delimiter: ',', columns: ['id', 'text'] }],
    [
      'a.csv',
      'id\ttext\n1\ta, b\n2\tc, d, e\n',
      { kind: 'tsv', gzip: false, delimiter: '\t', columns: ['id', 'text'] },
    ],
    [
      'a.csv',
      'id;text\n1;a, b\n2;c\n',
      { kind: 'csv', gzip: false, delimiter: ';', columns: ['id', 'text'] },
    ],
    ['a.csv', 'text\nhello\n', { kind: 'csv', gzip: false, delimiter: ',', columns: ['text'] }],
    ['a.tsv', 'text\nhello, you\n', { kind: 'tsv', gzip: false, delimiter: '\t', columns: ['text'] }],
    [
      'a',
      '\ufeffid,"te\nxt"\r\n1,"a\r\nb"\r\n',
      { kind: 'csv', gzip: false, delimiter: ',', columns: ['id', 'te\nxt'] },
    ],
  ])('is told from its content: %s', async (name, content, format) => {
    expect(await sniffed(name, content)).toEqual(format)
  })

  it.each([
    ['empty.jsonl', '', /is empty/],
    ['array.json', '[\n{"text":"a"},\n{"text":"b"}]', /JSON array.*jq/],
    ['pretty.json', '{\n  "text": "a"\n}\n', /over several lines/],
    ['page.csv', '<!doctype html>\n<title>Not found</title>', /web page/],
    ['utf16.csv', Buffer.from('\ufeffid,text\n1,a\n', 'utf16le'), /UTF-16/],
    ['mac.csv', 'id,text\r1,a\r2,b\r', /carriage returns/],
    ['a.jsonl.zst', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0]), /Zstandard/],
    ['a.jsonl', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), /ZIP/],
    ['noise.csv', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 37) % 32)), /neither/],
    ['prose.txt', 'Dear reader,\nthis is a letter, not a table.\nYours\n', /neither/],
    ['twice.gz', gzipSync(gzipSync('{"text":"a"}\n')), /compressed twice/],
    ['cut.jsonl.gz', gzipSync('{"text":"a"}\n'.repeat(100)).subarray(0, 30), /damaged or cut off/],
    ['broken.parquet', 'PAR1 and nothing else PAR1', /Parquet file cannot be read/],
  ])('is refused with a reason: %s', async (name, content, reason) => {
    await expect(sniffed(name, content)).rejects.toThrow(reason)
  })
})
