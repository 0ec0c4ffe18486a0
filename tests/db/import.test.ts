import { gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { literal, openDuck } from '@/lib/datasets/duck'
import { indexTable, segmentPaths } from '@/lib/datasets/index-files'
import { revisionView } from '@/lib/datasets/queries'
import { reader } from '@/lib/i18n/reader.mjs'
import { testDatabase } from '../support/database'
import { imageOf, importFiles, newDataset, writeFiles } from '../support/datasets'

testDatabase()

/** Thirty rows of which every fifth holds an address that nobody has. */
const rows = Array.from({ length: 30 }, (_, i) => ({
  id: `r${i}`,
  text:
    i % 5 === 0
      ? `Write to person.${i}@mail.example.org,\nor "call" later.`
      : `Row ${i} says nothing of note, ünd mehr.`,
  n: i,
}))
const jsonl = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const table = (delimiter: string) =>
  [['id', 'text', 'n'], ...rows.map(({ id, text, n }) => [id, quote(text), String(n)])]
    .map((cells) => `${cells.join(delimiter)}\r\n`)
    .join('')

describe('an import', () => {
  it('finds the same items, flags and cases in JSONL, gzipped JSONL, CSV, TSV and Parquet', async () => {
    const [parquet = ''] = writeFiles({ 'rows.parquet': '' })
    const [source = ''] = writeFiles({ 'rows.jsonl': jsonl })
    {
      using database = await openDuck()
      await database.duck.run(
        `COPY (SELECT * FROM read_json(${literal(source)})) TO ${literal(parquet)} (FORMAT parquet)`,
      )
    }
    const files = {
      jsonl: source,
      gz: writeFiles({ 'rows.jsonl.gz': gzipSync(jsonl) })[0] ?? '',
      csv: writeFiles({ 'rows.csv': table(',') })[0] ?? '',
      tsv: writeFiles({ 'rows.tsv': table('\t') })[0] ?? '',
      parquet,
    }
    const images = []
    for (const [kind, file] of Object.entries(files)) {
      const datasetId = await newDataset(`same-${kind}`)
      const view = await importFiles(datasetId, [file])
      expect(view, kind).toMatchObject({
        revision: 1,
        rows: { good: 30, bad: 0 },
        flagged: 6,
        unchanged: false,
      })
      const { items, flags, cases } = await imageOf(datasetId)
      expect(items).toHaveLength(6)
      images.push({ items, flags, cases, digests: await digestsOf(datasetId, view.revisionId) })
    }
    for (const image of images) expect(image).toEqual(images[0])
  })

  it('lists every bad row with file, line and reason, and counts it', async () => {
    const datasetId = await newDataset('bad-rows')
    const view = await importFiles(
      datasetId,
      writeFiles({
        'a.jsonl': Buffer.concat([
          Buffer.from('{"text":"fine"}\n\n{"text":\n[]\n{"text":""}\n{"text":["a"]}\n{"text":"'),
          Buffer.from([0xff]),
          Buffer.from('"}\n{"text":"a","text":"b"}\n'),
        ]),
        'b.csv': 'id,text\n1,fine\n2\n3,"open',
      }),
    )
    expect(view.rows).toEqual({ good: 2, bad: 8 })
    const { quarantine, files } = await imageOf(datasetId)
    expect(
      quarantine.map(({ ordinal, row, line, reason }) => [ordinal, row, line, reason].join(' ')),
    ).toEqual([
      '0 1 3 bad_json',
      '0 2 4 not_object',
      '0 3 5 missing_text',
      '0 4 6 not_text',
      '0 5 7 invalid_utf8',
      '0 6 8 duplicate_field',
      '1 1 3 wrong_column_count',
      '1 2 4 bad_quotes',
    ])
    expect(files.map(({ rows_good: good, rows_bad: bad }) => [Number(good), Number(bad)])).toEqual([
      [1, 6],
      [1, 2],
    ])
  })

  it('makes one revision of several shards and the same one of the same files in another order', async () => {
    const datasetId = await newDataset('shards')
    const shards = writeFiles({
      'a.jsonl': '{"text":"one"}\n',
      'b.jsonl': '{"text":"two"}\n{"text":"three"}\n',
    })
    const first = await importFiles(datasetId, shards)
    const before = await imageOf(datasetId)
    const again = await importFiles(datasetId, [...shards].reverse())
    expect(again).toEqual({ ...first, unchanged: true })
    expect(await imageOf(datasetId)).toEqual(before)
    expect(before.revisions).toHaveLength(1)
    expect(before.files).toHaveLength(2)
  })

  it('counts the same bytes given twice once', async () => {
    const datasetId = await newDataset('twice')
    const files = writeFiles({ 'a.jsonl': '{"text":"one"}\n', 'copy-of-a.jsonl': '{"text":"one"}\n' })
    expect((await importFiles(datasetId, files)).rows).toEqual({ good: 1, bad: 0 })
  })

  it('keeps what the indexes say of each row: place in bytes, id, address', async () => {
    const datasetId = await newDataset('places')
    const content = '\ufeff{"id":7,"text":"é","meta":{"url":"https://example.org/7"}}\r\n{"text":"b"}\n'
    const { revisionId } = await importFiles(datasetId, writeFiles({ 'a.jsonl': content }), {
      wishes: { id: 'id' },
    })
    using database = await openDuck()
    const index = indexTable(await segmentPaths(db(), datasetId, revisionId))
    const reader = await database.duck.runAndReadAll(
      `SELECT ordinal, row, "offset", length, octet_length(digest), source_id, url FROM ${index} ORDER BY row`,
    )
    const first = Buffer.byteLength(content.split('\r\n')[0]?.slice(1) ?? '')
    expect(reader.getRowsJson()).toEqual([
      [0, '0', '3', String(first), '32', '7', 'https://example.org/7'],
      [0, '1', String(3 + first + 2), '12', '32', null, null],
    ])
  })

  it('copies only flagged rows into Postgres', async () => {
    const datasetId = await newDataset('flagged-only')
    await importFiles(datasetId, writeFiles({ 'rows.jsonl': jsonl }))
    const { items, occurrences } = await imageOf(datasetId)
    expect(items).toHaveLength(6)
    expect(occurrences).toHaveLength(6)
    expect(JSON.stringify(items)).not.toContain('nothing of note')
  })

  it('lists what was not scanned to its end and still scans the beginning', async () => {
    const datasetId = await newDataset('unscanned')
    const long = JSON.stringify({ text: `first@mail.example.org ${'word '.repeat(300_000)}` })
    const view = await importFiles(datasetId, writeFiles({ 'long.jsonl': `${long}\n{"text":"b"}\n` }))
    expect(view).toMatchObject({ rows: { good: 2, bad: 0 }, unscanned: 1, flagged: 1 })
    const { quarantine } = await imageOf(datasetId)
    expect(quarantine).toMatchObject([
      { kind: 'unscanned', reason: expect.stringContaining('scan budget'), detail: 'text' },
    ])
  })

  it('keeps NUL and lone surrogates of an item that Postgres text could not hold', async () => {
    const datasetId = await newDataset('odd-characters')
    await importFiles(
      datasetId,
      writeFiles({ 'a.jsonl': '{"id":"a\\u0000b","text":"x\\u0000\\ud800 me@mail.example.org"}\n' }),
    )
    const { items, occurrences } = await imageOf(datasetId)
    expect(items).toMatchObject([{ content: { text: 'x\0\ud800 me@mail.example.org' } }])
    expect(occurrences).toMatchObject([{ source_id: 'a\ufffdb' }])
  })

  it('refuses a file without the text field, and names the columns', async () => {
    const datasetId = await newDataset('no-text')
    const files = writeFiles({ 'a.csv': 'a,b\n1,2\n' })
    await expect(importFiles(datasetId, files)).rejects.toThrow(/No text field.*a, b/)
    await expect(importFiles(datasetId, files, { wishes: { text: ['c'] } })).rejects.toThrow(/no field "c"/)
    expect((await imageOf(datasetId)).revisions).toEqual([])
  })

  it('does not change the content fields after the first import', async () => {
    const datasetId = await newDataset('fixed-fields')
    await importFiles(datasetId, writeFiles({ 'a.csv': 'id,text,note\n1,a,b\n' }))
    const next = writeFiles({ 'b.csv': 'id,text,note\n2,c,d\n' })
    await expect(importFiles(datasetId, next, { wishes: { text: ['note'] } })).rejects.toThrow(/fixed: text/)
    expect(await importFiles(datasetId, next, { wishes: { text: ['text'] } })).toMatchObject({ revision: 2 })
  })

  it('fails a revision whose file breaks off, says why, and goes on when the file is whole', async () => {
    const datasetId = await newDataset('cut-off')
    const cut = gzipSync(jsonl.repeat(1000)).subarray(0, -40)
    await expect(importFiles(datasetId, writeFiles({ 'cut.jsonl.gz': cut }))).rejects.toThrow(
      /damaged or cut off/,
    )
    const { revisions } = await imageOf(datasetId)
    expect(revisions).toMatchObject([{ number: 1, state: 'failed' }])
    const why = async () => (await revisionView(datasetId, 1)).error
    expect(await why()).toMatch(/^The gzip stream is damaged or cut off \(.+\)\.$/)
    expect(await reader.run({ 'accept-language': 'de' }, why)).toMatch(/^Die gzip-Datei ist beschädigt/)
    expect(await importFiles(datasetId, writeFiles({ 'whole.jsonl.gz': gzipSync(jsonl) }))).toMatchObject({
      revision: 2,
      rows: { good: 30, bad: 0 },
    })
  })
})

describe('a later revision', () => {
  it('inherits by digest: says what was carried over, is new, is gone', async () => {
    const datasetId = await newDataset('inherits')
    await importFiles(datasetId, writeFiles({ 'one.jsonl': jsonl }))
    const before = await imageOf(datasetId)
    // Reversed, re-sharded, as CSV, without its last ten rows, with two new ones, one of them flagged.
    const kept = rows.slice(0, 20).reverse()
    const csv = [
      'text,id',
      ...kept.map(({ id, text }) => `${quote(text)},${id}`),
      'brand new,n1',
      'new.one@mail.example.org,n2',
    ]
    const view = await importFiles(datasetId, writeFiles({ 'two.csv': csv.join('\n') }))
    expect(view).toMatchObject({
      revision: 2,
      rows: { good: 22, bad: 0 },
      rowsNew: 2,
      rowsGone: 10,
      decisionsCarried: 0,
    })
    const after = await imageOf(datasetId)
    expect(after.items).toHaveLength(before.items.length + 1)
    expect(after.flags).toHaveLength(before.flags.length + 1)
    expect(after.occurrences.filter(({ number }) => number === 2)).toHaveLength(5)
  })

  it('places items that nothing was found in this time', async () => {
    const datasetId = await newDataset('reported')
    const { revisionId } = await importFiles(
      datasetId,
      writeFiles({ 'one.jsonl': '{"text":"quiet"}\n{"text":"other"}\n' }),
    )
    const [digest] = await digestsOf(datasetId, revisionId)
    await db().execute(
      sql`insert into item (dataset_id, digest) values (${datasetId}, decode(${digest}, 'hex'))`,
    )
    await importFiles(
      datasetId,
      writeFiles({ 'two.jsonl': '{"text":"new"}\n{"text":"other"}\n{"text":"quiet"}\n' }),
    )
    const { occurrences } = await imageOf(datasetId)
    expect(occurrences).toMatchObject([{ number: 2, digest }])
  })

  it('does not bring back text that was purged', async () => {
    const datasetId = await newDataset('purged')
    await importFiles(datasetId, writeFiles({ 'one.jsonl': '{"text":"gone@mail.example.org"}\n' }))
    await db().execute(sql`delete from item_content where dataset_id = ${datasetId}`)
    await importFiles(
      datasetId,
      writeFiles({ 'two.jsonl': '{"text":"gone@mail.example.org"}\n{"text":"b"}\n' }),
    )
    const { items } = await imageOf(datasetId)
    expect(items).toMatchObject([{ content: null }])
  })
})

describe('the database', () => {
  it('refuses to complete a revision whose good and bad rows are not the rows read', async () => {
    const datasetId = await newDataset('unaccounted')
    await importFiles(datasetId, writeFiles({ 'a.jsonl': '{"text":"a"}\n' }))
    await expect(
      db().execute(sql`update revision set rows_read = rows_read + 1 where dataset_id = ${datasetId}`),
    ).rejects.toMatchObject({
      cause: { constraint_name: 'revision_accounts_for_every_row' },
    })
  })
})

async function digestsOf(datasetId: string, revisionId: string): Promise<string[]> {
  using database = await openDuck()
  const index = indexTable(await segmentPaths(db(), datasetId, revisionId))
  const reader = await database.duck.runAndReadAll(
    `SELECT lower(hex(digest)) FROM ${index} ORDER BY ordinal, row`,
  )
  return reader.getRowsJson().map(([digest]) => String(digest))
}
