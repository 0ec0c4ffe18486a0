import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseFields } from '@/lib/datasets/read/fields'
import { itemReader, readSegments, type ItemRow, type Segment } from '@/lib/datasets/read/records'
import { sniff } from '@/lib/datasets/read/sniff'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'winnow-records-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(name: string, content: string | Buffer, limit?: number) {
  const file = path.join(folder, name)
  await writeFile(file, content)
  const format = await sniff(file, name)
  if (format.kind === 'parquet') throw new Error('a text file was expected')
  const segments: Segment[] = []
  for await (const some of readSegments(file, format, undefined, limit)) segments.push(...some)
  const plan = chooseFields(format.kind === 'jsonl' ? ['id', 'text'] : format.columns)
  const item = itemReader(format, plan)
  const records = segments.filter(({ kind }) => kind === 'record' || kind === 'too_large')
  return {
    segments,
    records,
    rows: records.map(item),
    bytes: Buffer.concat(segments.flatMap((s) => [s.bytes, s.terminator])),
  }
}

const reasons = (rows: ItemRow[]) => rows.map((row) => ('reason' in row ? row.reason : 'good'))

describe('segments of a file', () => {
  const files: [string, string | Buffer][] = [
    ['lf.jsonl', '{"text":"a"}\n{"text":"b"}\n'],
    ['no-last-line-end.jsonl', '{"text":"a"}\n{"text":"b"}'],
    ['crlf-bom-blank.jsonl', '\ufeff{"text":"a"}\r\n\r\n  \n{"text":"b"}\r\n'],
    ['quoted.csv', '\ufeffid,text\r\n1,"one\r\ntwo, ""three"""\r\n\r\n2,plain\r\n'],
    ['wide.tsv', 'id\ttext\n1\t"tab\there"\n2\t6" pipe\n'],
    ['long.jsonl', `{"text":"${'é'.repeat(1_500_000)}"}\n`.repeat(3)],
  ]

  it.each(files)('tile it byte for byte: %s', async (name, content) => {
    const { bytes, segments } = await read(name, content)
    expect(bytes.equals(Buffer.from(content))).toBe(true)
    for (const [i, { offset, length, terminator }] of segments.entries())
      expect(segments[i + 1]?.offset ?? bytes.length).toBe(offset + length + terminator.length)
  })

  it.each(files)('are the same when the file is gzipped: %s', async (name, content) => {
    const plain = await read(name, content)
    const gzipped = await read(`${name}.gz`, gzipSync(content))
    expect(gzipped.segments.map(({ offset, line, row }) => [offset, line, row])).toEqual(
      plain.segments.map(({ offset, line, row }) => [offset, line, row]),
    )
    expect(gzipped.rows).toEqual(plain.rows)
  })

  it('are cut at the same places however the bytes arrive', async () => {
    const { readBlocks } = await import('@/lib/datasets/read/blocks')
    const text = Buffer.from('id,text\n1,"a\n""b"",\n"\n2,c"d\n"3","e"\n4,"é\r\n"\r\n5,')
    const format = { kind: 'csv' as const, gzip: false, delimiter: ',', columns: ['id', 'text'] }
    const whole = await ends(readBlocks([text], format))
    expect(whole).toHaveLength(6)
    for (let at = 1; at < text.length; at++) {
      // One byte more than a block forces a cut at `at`.
      const padded = [text.subarray(0, at), text.subarray(at)]
      expect(await ends(readBlocks(padded, format, undefined, undefined, 1)), `cut at ${at}`).toEqual(whole)
    }
  })
})

async function ends(
  blocks: AsyncIterable<{ from: { offset: number }; end: Uint32Array; line: Float64Array }>,
) {
  const all: [number, number][] = []
  for await (const { from, end, line } of blocks)
    end.forEach((at, i) => all.push([from.offset + at, line[i] ?? 0]))
  return all
}

describe('rows of a file', () => {
  it('count bad records and know on which line each begins', async () => {
    const { records, rows } = await read(
      'bad.jsonl',
      '{"text":"a"}\n\n{oops\n[1]\n"text"\n{"text":{}}\n{"no":1}\n{"text":"z"}\n',
    )
    expect(records.map(({ row, line }) => [row, line])).toEqual([
      [0, 1],
      [1, 3],
      [2, 4],
      [3, 5],
      [4, 6],
      [5, 7],
      [6, 8],
    ])
    expect(reasons(rows)).toEqual([
      'good',
      'bad_json',
      'not_object',
      'not_object',
      'not_text',
      'missing_text',
      'good',
    ])
  })

  it('are quarantined when they are not UTF-8, and their neighbours are not', async () => {
    const latin1 = Buffer.concat([
      Buffer.from('{"text":"a"}\n{"text":"caf'),
      Buffer.from([0xe9]),
      Buffer.from('"}\n{"text":"é"}\n'),
    ])
    expect(reasons((await read('latin1.jsonl', latin1)).rows)).toEqual(['good', 'invalid_utf8', 'good'])
  })

  it('are quarantined when a content field occurs twice, by whatever spelling', async () => {
    const { rows } = await read(
      'twice.jsonl',
      '{"text":"a","text":"b"}\n{"text":"a","t\\u0065xt":"b"}\n{"text":"\\u0041","meta":{"text":"b"}}\n{"text":"\\"text\\""}\n',
    )
    expect(reasons(rows)).toEqual(['duplicate_field', 'duplicate_field', 'good', 'good'])
  })

  it('are quarantined when their columns do not match the header or a quote is left open', async () => {
    const { rows } = await read('columns.csv', 'id,text\n1,a\n2\n3,b,c\n4,"d"e\n5,"f"\n6,"open\n7,g\n')
    expect(reasons(rows)).toEqual([
      'good',
      'wrong_column_count',
      'wrong_column_count',
      'bad_quotes',
      'good',
      'bad_quotes',
    ])
  })

  it('over the limit are quarantined by their length, and the rows after them are read', async () => {
    const long = `{"text":"${'x'.repeat(5_000_000)}"}`
    const { records, rows } = await read(
      'too-large.jsonl',
      `{"text":"a"}\n${long}\r\n{"text":"b"}\n${long}`,
      1000,
    )
    expect(reasons(rows)).toEqual(['good', 'too_large', 'good', 'too_large'])
    expect(records.map(({ row, line, offset, length }) => [row, line, offset, length])).toEqual([
      [0, 1, 0, 12],
      [1, 2, 13, long.length],
      [2, 3, 15 + long.length, 12],
      [3, 4, 28 + long.length, long.length],
    ])
  })

  it('have the same digest as CSV, TSV and JSONL, whatever the other columns are', async () => {
    const csv = await read('same.csv', 'id,text\n1,"one, ""two""\nthree"\n2,é\n')
    const tsv = await read('same.tsv', 'lang\ttext\nen\t"one, ""two""\nthree"\nfr\té\n')
    const jsonl = await read(
      'same.jsonl',
      '{"id":1,"text":"one, \\"two\\"\\nthree","x":[]}\n{"text":"\\u00e9"}\n',
    )
    const digests = (rows: object[]) => rows.map((row) => ('digest' in row ? String(row.digest) : row))
    expect(digests(tsv.rows)).toEqual(digests(csv.rows))
    expect(digests(jsonl.rows)).toEqual(digests(csv.rows))
  })

  it('keep the digits of an id beyond 2^53 and read no inherited member', async () => {
    const { rows } = await read('ids.jsonl', '{"id":12345678901234567890,"text":"a"}\n{"text":"b"}\n')
    expect(rows).toMatchObject([{ id: '12345678901234567890' }, { id: null }])
  })
})
