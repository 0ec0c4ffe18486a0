import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { itemDigest } from '@/lib/datasets/digest'
import { dolmaLine, dolmaMixer } from '@/lib/release-format/dolma'
import type { Outcome } from '@/lib/release-format/fold'
import { apply } from '@/lib/releases/apply'
import { checkDolma } from '@/lib/releases/check-dolma'
import { exportDolma } from '@/lib/releases/export-dolma'
import { buildRelease, sha256, writeRelease } from '../support/release'

type Config = {
  processes: number
  streams: [
    {
      attributes: string[]
      filter: { exclude: string[] }
      span_replacement: object[]
      output: { max_size_in_bytes: number }
    },
  ]
}
type Doc = { id: string; text: string; outcome: Outcome | null }

const outcome = (action: Outcome['action'], ...spans: [start: number, end: number][]): Outcome => ({
  action,
  spans: spans.map(([start, end]) => ({ field: 'text', start, end })),
  labels: [],
  grounds: [{ category: 'pii', reason: 'p' }],
})

/** Astral characters and combining marks before the spans: there code points, UTF-16 units and bytes differ. */
const DOCS: Doc[] = [
  { id: 'a', text: '😀 e\u0301 call 555-0100 now', outcome: outcome('redact', [10, 18]) },
  { id: 'b', text: 'nothing here', outcome: null },
  { id: 'c', text: '字字😀 removed', outcome: outcome('remove') },
  { id: 'd', text: 'two 😀 555-0101 and 555-0102', outcome: outcome('redact', [6, 14], [19, 27]) },
  { id: 'e', text: 'for holders only', outcome: outcome('restrict') },
]

function laid(docs: readonly Doc[] = DOCS, gzip = true) {
  const root = mkdtempSync(path.join(tmpdir(), 'winnow-dolma-'))
  const name = `en/000.jsonl${gzip ? '.gz' : ''}`
  const file = path.join(root, 'dataset/documents', name)
  mkdirSync(path.dirname(file), { recursive: true })
  const text = docs
    .map(({ id, text: body }) => `${JSON.stringify({ id, text: body, source: 's' })}\n`)
    .join('')
  const bytes = gzip ? gzipSync(text) : Buffer.from(text)
  writeFileSync(file, bytes)
  const base = {
    path: name,
    sha256: sha256(bytes),
    bytes: bytes.length,
    format: gzip ? 'jsonl.gz' : 'jsonl',
    rows: docs.length,
  }
  const rows = docs.map(({ id, text: body, outcome: decided }, row) => ({
    file: name,
    row,
    id,
    digest: itemDigest([body]).toString('hex'),
    outcome: decided,
  }))
  const release = writeRelease(
    path.join(root, 'release'),
    buildRelease({ files: [base], rows, contentFields: ['text'], idField: 'id', disclosure: 'rows' }),
  )
  const folder = path.join(root, 'dataset')
  const attributes = path.join(folder, 'attributes/winnow_1_0_0', name)
  const lines = () => {
    const raw = readFileSync(attributes)
    return (gzip ? gunzipSync(raw) : raw)
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line): { id: string; attributes: Record<string, [number, number, number][]> } => JSON.parse(line))
  }
  return { root, folder, file, release, attributes, lines }
}

describe.each([true, false])('the Dolma attributes of a release (gzip: %s)', (gzip) => {
  it('have a line for each document, with its id and spans in code points', async () => {
    const { release, folder, lines } = laid(DOCS, gzip)
    const view = await exportDolma(release, folder)
    expect(view).toMatchObject({ set: 'winnow_1_0_0', rows: { in: 5, remove: 2, redact: 2 } })
    expect(lines()).toEqual([
      { id: 'a', attributes: { winnow_1_0_0__decision__redact: [[10, 18, 1]] } },
      { id: 'b', attributes: {} },
      { id: 'c', attributes: { winnow_1_0_0__decision__remove: [[0, 11, 1]] } },
      {
        id: 'd',
        attributes: {
          winnow_1_0_0__decision__redact: [
            [6, 14, 1],
            [19, 27, 1],
          ],
        },
      },
      { id: 'e', attributes: { winnow_1_0_0__decision__remove: [[0, 16, 1]] } },
    ])
    expect(await checkDolma(folder, view.set)).toEqual({
      files: 1,
      lines: 5,
      mixer: true,
      problems: [],
    })
  })

  it('come to what apply makes of the same files', async () => {
    const { root, release, folder, file, lines } = laid(DOCS, gzip)
    await exportDolma(release, folder)
    const attributes = lines()
    const mixed = DOCS.flatMap(({ id, text }, i) => {
      const { winnow_1_0_0__decision__remove: gone, winnow_1_0_0__decision__redact: masked = [] } =
        attributes[i]?.attributes ?? {}
      if (gone) return []
      const points = Array.from(text)
      // As the mixer does it: from the last span to the first.
      for (const [start, end] of masked.toReversed()) points.splice(start, end - start, '[REDACTED]')
      return [{ id, text: points.join('') }]
    })
    const out = path.join(root, 'out')
    await apply({ release, files: [file], out })
    const raw = readFileSync(path.join(out, path.basename(file)))
    const applied = (gzip ? gunzipSync(raw) : raw)
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line): { id: string; text: string } => JSON.parse(line))
    expect(mixed).toEqual(applied.map(({ id, text }) => ({ id, text })))
    expect(mixed).toHaveLength(3)
  })
})

describe('nothing is exported', () => {
  it('for a file that is not the base file, or has a row that is no document', async () => {
    const changed = laid()
    writeFileSync(changed.file, gzipSync('{"id":"a","text":"another"}\n'))
    await expect(exportDolma(changed.release, changed.folder)).rejects.toThrow(/not a base file/)
    expect(readdirSync(changed.folder)).toEqual(['documents'])

    const idless = laid()
    const text = gunzipSync(readFileSync(idless.file)).toString().replace('"id":"b"', '"nr":"b"')
    const bytes = gzipSync(text)
    writeFileSync(idless.file, bytes)
    const rows = DOCS.map(({ text: body, outcome: decided }, row) => ({
      file: 'en/000.jsonl.gz',
      row,
      id: null,
      digest: itemDigest([body]).toString('hex'),
      outcome: decided,
    }))
    const base = {
      path: 'en/000.jsonl.gz',
      sha256: sha256(bytes),
      bytes: bytes.length,
      format: 'jsonl.gz',
      rows: 5,
    }
    const release = writeRelease(
      path.join(idless.root, 'other'),
      buildRelease({ files: [base], rows, contentFields: ['text'], disclosure: 'rows' }),
    )
    await expect(exportDolma(release, idless.folder)).rejects.toThrow(/Row 1 of en\/000.*no Dolma document/)
    expect(readdirSync(idless.folder)).toEqual(['documents'])
  })
})

describe('the check before mixing names', () => {
  const exported = async () => {
    const world = laid()
    await exportDolma(world.release, world.folder)
    const rewrite = (change: (lines: string[]) => string[]) => {
      const lines = gunzipSync(readFileSync(world.attributes)).toString().split('\n').filter(Boolean)
      writeFileSync(
        world.attributes,
        gzipSync(
          change(lines)
            .map((line) => `${line}\n`)
            .join(''),
        ),
      )
    }
    return { ...world, rewrite, check: () => checkDolma(world.folder, 'winnow_1_0_0') }
  }

  it('a line too few, a line too many, and lines in another order', async () => {
    const { rewrite, check } = await exported()
    rewrite((lines) => lines.slice(0, -1))
    expect((await check()).problems).toEqual(['en/000.jsonl.gz: the attributes end before line 5'])
    rewrite((lines) => [...lines, '{"id":"e","attributes":{}}', '{"id":"f","attributes":{}}'])
    expect((await check()).problems).toEqual(['en/000.jsonl.gz: the documents end before line 6'])
    rewrite((lines) => lines.slice(0, 5).toReversed())
    expect((await check()).problems).toEqual([
      'en/000.jsonl.gz, line 1: the attributes are those of another document',
    ])
  })

  it('a file of documents without attributes, and attributes of no documents', async () => {
    const { folder, file, check } = await exported()
    writeFileSync(path.join(path.dirname(file), '001.jsonl.gz'), gzipSync('{"id":"x","text":"y"}\n'))
    writeFileSync(path.join(folder, 'attributes/winnow_1_0_0/stale.jsonl.gz'), gzipSync(''))
    expect((await check()).problems).toEqual([
      'en/001.jsonl.gz has no attributes in winnow_1_0_0',
      'stale.jsonl.gz has attributes and no documents',
      'mixer.json: dataset/documents/en/001.jsonl.gz is in no stream',
    ])
  })

  it.each([
    ['[[10,18,1],[12,20,1]]', /overlap, touch or are out of order/],
    ['[[10,18,1],[18,20,1]]', /overlap, touch or are out of order/],
    ['[[12,14,1],[10,11,1]]', /overlap, touch or are out of order/],
    ['[[10,10,1]]', /an empty span/],
    ['[[10,99,1]]', /beyond the end of the text/],
    ['[[-1,5,1]]', /not \[start, end, 1\]/],
    ['[[10,18]]', /not \[start, end, 1\]/],
    ['[[10,18,0.4]]', /not \[start, end, 1\]/],
    ['[]', /no list of spans/],
    ['true', /no list of spans/],
  ])('spans that the mixer would carry out wrongly: %s', async (spans, says) => {
    const { rewrite, check } = await exported()
    rewrite(([first = '', ...rest]) => [first.replace(/\[\[.*\]\]/, spans), ...rest])
    const { problems } = await check()
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(says)
    expect(problems[0]).toMatch(/^en\/000\.jsonl\.gz, line 1: winnow_1_0_0__decision__redact: /)
  })

  it('attributes that are missing, or of another set', async () => {
    const { rewrite, check } = await exported()
    rewrite((lines) => ['{"id":"a"}', ...lines.slice(1)])
    expect((await check()).problems).toEqual(['en/000.jsonl.gz, line 1: the attributes are missing'])
    rewrite((lines) => ['{"id":"a","attributes":{"other__x":[[0,1,1]]}}', ...lines.slice(1)])
    expect((await check()).problems).toEqual([
      'en/000.jsonl.gz, line 1: other__x is no attribute of winnow_1_0_0',
    ])
  })

  it('a configuration that would not carry them out, but not one whose owner only set its size and processes', async () => {
    const { folder, check } = await exported()
    const file = path.join(folder, 'mixer.json')
    const text = readFileSync(file, 'utf8')
    const faultsWith = async (change: (config: Config) => void) => {
      const config: Config = JSON.parse(text)
      change(config)
      writeFileSync(file, JSON.stringify(config))
      return (await check()).problems
    }
    expect(
      await faultsWith((config) => {
        config.processes = 8
        config.streams[0].output.max_size_in_bytes = 5
        config.streams[0].filter.exclude.push('$.attributes[?(@.toxic)]')
      }),
    ).toEqual([])
    expect(await faultsWith(({ streams: [stream] }) => void (stream.filter.exclude = []))).toEqual([
      'mixer.json: it does not leave out what is removed',
    ])
    expect(await faultsWith(({ streams: [stream] }) => void (stream.span_replacement = []))).toEqual([
      'mixer.json: it does not mask what is redacted',
    ])
    expect(await faultsWith(({ streams: [stream] }) => void (stream.attributes = ['winnow_0_9_0']))).toEqual([
      'mixer.json: no stream has the attributes winnow_1_0_0',
    ])
    writeFileSync(file, 'streams: []')
    expect((await check()).problems).toEqual(['mixer.json: no stream has the attributes winnow_1_0_0'])
    rmSync(file)
    expect(await check()).toMatchObject({ mixer: false, problems: [] })
  })

  it('what an earlier run of the mixer has left, which the next would leave as it is', async () => {
    const { folder, check } = await exported()
    mkdirSync(path.join(folder, 'filtered'))
    writeFileSync(path.join(folder, 'filtered/winnow_1_0_0-0000.json.gz'), '')
    expect((await check()).problems).toEqual([
      'filtered/winnow_1_0_0-0000.json.gz is there already: the mixer would leave it as it is',
    ])
  })
})

it('the mixer configuration filters by triples and masks with the text of every release', () => {
  const { streams } = JSON.parse(dolmaMixer('winnow_2_0_0', ['set/documents/000.jsonl.gz'], 'set'))
  expect(streams[0].filter.exclude).toEqual([
    '$.attributes[?(@.winnow_2_0_0__decision__remove && @.winnow_2_0_0__decision__remove[0] && @.winnow_2_0_0__decision__remove[0][2] >= 0.5)]',
  ])
  expect(streams[0].span_replacement).toMatchObject([{ min_score: 0.5, replacement: '[REDACTED]' }])
  expect(dolmaLine({ id: 'x', text: '' }, 'keep', 'winnow_2_0_0')).toBe('{"id":"x","attributes":{}}')
})
