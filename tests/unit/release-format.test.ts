import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  CHECKSUMS_PATH,
  checksumsText,
  parseChecksums,
  parseTagChecksums,
  TAG_CHECKSUMS_PATH,
} from '@/lib/release-format/checksums'
import { COUNTS_PATH, countsBytes, parseCounts } from '@/lib/release-format/counts'
import { FormatError } from '@/lib/release-format/format-error'
import { type List } from '@/lib/release-format/list'
import { exclusions, labels, manifest, reasons } from '@/lib/release-format/lists'
import { redactions } from '@/lib/release-format/redactions'
import { parseRelease, RELEASE_PATH, releaseBytes } from '@/lib/release-format/release-json'
import { random } from '@/lib/demo/random'
import { buildRelease, sha256, writeRelease, type World } from '../support/release'

const digest = sha256('some row')
const nasty = [
  'plain',
  '',
  ' spaced ',
  'a,b',
  'say "hi"',
  'two\nlines',
  'cr\rhere',
  '\r\n',
  '"',
  '""',
  ',',
  '#no',
  "'",
  '字😀',
  '\0',
]

/** Reads a list in pieces of every size, as a stream would bring it. */
function read<T>(list: List<T>, text: string, piece = text.length || 1): T[] {
  const reader = list.reader()
  const rows: T[] = []
  for (let at = 0; at < text.length; at += piece) rows.push(...reader.push(text.slice(at, at + piece)))
  return [...rows, ...reader.end()]
}

const written = <T>(list: List<T>, rows: readonly T[]) =>
  list.head + rows.map((row) => list.line(row)).join('')

describe('lists', () => {
  it('give back every row, whatever stands in an id, a path or a label, however the stream is cut', () => {
    const kept = nasty.map((id, row) => ({ file: `a/${id}.jsonl`, row, id, digest }))
    kept.sort((a, b) => Buffer.compare(Buffer.from(a.file), Buffer.from(b.file)))
    const text = written(manifest, kept)
    for (const piece of [1, 2, 3, 7, 64, text.length]) expect(read(manifest, text, piece)).toEqual(kept)
    const labelled = nasty.map((label, row) => ({ file: 'x', row, label }))
    expect(read(labels, written(labels, labelled), 5)).toEqual(labelled)
  })

  it('quote only what has to be quoted', () => {
    expect(manifest.line({ file: 'a b', row: 0, id: '#1', digest })).toBe(`a b,0,#1,${digest}\n`)
    expect(labels.line({ file: 'a,b', row: 10, label: 'x"y' })).toBe('"a,b",10,"x""y"\n')
  })

  const head = manifest.head
  const refused: [string, List<unknown>, string, number][] = [
    ['no header', manifest, '', 1],
    ['another header', manifest, 'file,row\n', 1],
    ['a header in quotes', manifest, '"file",row,id,digest\n', 1],
    ['CRLF', manifest, `${head}f,0,a,${digest}\r\n`, 2],
    ['quotes nobody needs', manifest, `${head}"f",0,a,${digest}\n`, 2],
    ['a quote inside a bare field', manifest, `${head}f,0,a"b",${digest}\n`, 2],
    ['text behind a closing quote', manifest, `${head}f,0,"a,"b,${digest}\n`, 2],
    ['a quote that never closes', manifest, `${head}f,0,"a,${digest}\n`, 2],
    ['a missing last line feed', manifest, `${head}f,0,a,${digest}`, 2],
    ['too few fields', manifest, `${head}f,0,a\n`, 2],
    ['a leading zero', manifest, `${head}f,00,a,${digest}\n`, 2],
    ['a negative row', manifest, `${head}f,-1,a,${digest}\n`, 2],
    ['an upper-case digest', manifest, `${head}f,0,a,${digest.toUpperCase()}\n`, 2],
    ['an id without a digest', manifest, `${head}f,0,a,\n`, 2],
    ['no file', manifest, `${head},0,a,${digest}\n`, 2],
    ['a row twice', manifest, `${head}f,1,a,${digest}\nf,1,a,${digest}\n`, 3],
    ['rows in the order of text', manifest, `${head}f,10,a,${digest}\nf,9,a,${digest}\n`, 3],
    ['the line behind an id of two lines', manifest, `${head}f,0,"a\nb",${digest}\nf,0,a,${digest}\n`, 4],
    ['an unknown action', exclusions, `${exclusions.head}f,0,redact\n`, 2],
    ['a reason of a kept row', reasons, `${reasons.head}f,0,keep,x\n`, 2],
    [
      'a space in JSON',
      redactions,
      '{"end":2, "field":"t","file":"f","replacement":"","row":0,"start":1}\n',
      1,
    ],
    [
      'members in another order',
      redactions,
      '{"field":"t","end":2,"file":"f","replacement":"","row":0,"start":1}\n',
      1,
    ],
    [
      'a member too many',
      redactions,
      '{"end":2,"field":"t","file":"f","more":1,"replacement":"","row":0,"start":1}\n',
      1,
    ],
    ['an empty span', redactions, '{"end":1,"field":"t","file":"f","replacement":"","row":0,"start":1}\n', 1],
    ['no JSON', redactions, 'x\n', 1],
  ]
  it.each(refused)('refuse %s and name file and line', (_, list, text, line) => {
    for (const piece of [1, 1000]) {
      let error: unknown
      try {
        read(list, text, piece)
      } catch (thrown) {
        error = thrown
      }
      expect(error).toBeInstanceOf(FormatError)
      expect(error).toMatchObject({ path: list.path, line })
    }
  })

  it.each([
    ['overlap', 1, 4],
    ['touch', 3, 5],
    ['go back', 0, 1],
  ])('refuse redactions that %s', (_, start, end) => {
    const one = { file: 'f', row: 0, field: 't', start: 1, end: 3, replacement: '' }
    expect(() => read(redactions, written(redactions, [one, { ...one, start, end }]))).toThrow(/out of order/)
    expect(read(redactions, written(redactions, [one, { ...one, start: 4, end: 5 }]))).toHaveLength(2)
  })

  it('read a hostile list in linear time', () => {
    const hostile = [
      `${head}${'\n'.repeat(900_000)}`,
      `${head}"${'\n"",'.repeat(250_000)}`,
      `${head}${'"a,'.repeat(300_000)}`,
    ]
    for (const text of hostile) expect(() => read(manifest, text, 4096)).toThrow(FormatError)
    expect(() => read(manifest, `${head}f,0,"${'x'.repeat(1_100_000)}`, 65536)).toThrow(/over 1 MiB/)
  })
})

describe('the other files', () => {
  const files = buildRelease(smallWorld())
  const bytes = (name: string) => files.get(name) ?? new Uint8Array()

  it('are read back to what they were written from', () => {
    expect(releaseBytes(parseRelease(bytes(RELEASE_PATH)))).toEqual(bytes(RELEASE_PATH))
    expect(countsBytes(parseCounts(bytes(COUNTS_PATH)))).toEqual(bytes(COUNTS_PATH))
    const checksums = parseChecksums(bytes(CHECKSUMS_PATH))
    expect(Buffer.from(checksumsText(checksums))).toEqual(Buffer.from(bytes(CHECKSUMS_PATH)))
    expect(checksums.map(({ path }) => path)).toEqual(
      ['data/base/rows.jsonl', ...[...files.keys()].filter((name) => name.startsWith('data/'))].sort(),
    )
  })

  it('are checked by sha256sum -c', () => {
    const dir = writeRelease(mkdtempSync(path.join(tmpdir(), 'winnow-release-')), files)
    const out = execFileSync(
      'sha256sum',
      ['-c', '--strict', '--ignore-missing', CHECKSUMS_PATH, TAG_CHECKSUMS_PATH],
      {
        cwd: dir,
        encoding: 'utf8',
      },
    )
    expect(
      out
        .trim()
        .split('\n')
        .every((line) => line.endsWith(': OK')),
    ).toBe(true)
  })

  it('are refused with any byte flipped, dropped or added that changes the text', () => {
    const parsers = [
      [RELEASE_PATH, parseRelease],
      [COUNTS_PATH, parseCounts],
      [CHECKSUMS_PATH, parseChecksums],
      [TAG_CHECKSUMS_PATH, parseTagChecksums],
    ] as const
    for (const [name, parse] of parsers) {
      const original = Buffer.from(bytes(name))
      expect(() => parse(Buffer.concat([original, Buffer.from('\n')])), name).toThrow(FormatError)
      expect(() => parse(original.subarray(0, -1)), name).toThrow(FormatError)
      expect(() => parse(Buffer.concat([Buffer.from(' '), original])), name).toThrow(FormatError)
      expect(() => parse(Buffer.from([0xff, ...original])), name).toThrow(FormatError)
    }
  })

  it('refuse checksums of anything outside data/', () => {
    for (const name of ['../etc/passwd', 'data/../x.csv', '/data/x.csv', 'data/sub/x.csv', 'release.json'])
      expect(() => parseChecksums(Buffer.from(`${digest}  ${name}\n`)), name).toThrow(FormatError)
  })

  it('refuse counts that do not add up', () => {
    const rows = { in: 3, untouched: 1, redacted: 1, removed: 0, restricted: 0 }
    const counts = { rows, labelled: 0, files: [{ file: 'a', rows }] }
    expect(() => parseCounts(countsBytes(counts))).toThrow(/add up/)
    const right = { ...rows, in: 2 }
    expect(() => parseCounts(countsBytes({ ...counts, rows: right }))).toThrow(/add up/)
    expect(
      parseCounts(countsBytes({ ...counts, rows: right, files: [{ file: 'a', rows: right }] })).rows,
    ).toEqual(right)
  })
})

function smallWorld(): World {
  const { below } = random(1)
  const rows = Array.from({ length: 40 }, (_, row) => ({
    file: 'rows.jsonl',
    row,
    id: `${row}`,
    digest: sha256(`${row}`),
    outcome:
      below(3) > 0
        ? null
        : {
            action: 'remove' as const,
            spans: [],
            labels: [],
            grounds: [{ category: 'hate', reason: 'slur' }],
          },
  }))
  const file = { path: 'rows.jsonl', sha256: sha256('rows'), bytes: 4, format: 'jsonl', rows: rows.length }
  return { files: [file], rows, contentFields: ['text'], disclosure: 'full', newlyWithheld: 20 }
}
