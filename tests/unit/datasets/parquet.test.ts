import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { literal, openDuck } from '@/lib/datasets/duck'
import type { FieldPlan } from '@/lib/datasets/read/fields'
import { parquetRows } from '@/lib/datasets/read/parquet'
import { sniff } from '@/lib/datasets/read/sniff'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'winnow-parquet-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function write(name: string, select: string, options = '') {
  const file = path.join(folder, name)
  using database = await openDuck()
  await database.duck.run(`COPY (${select}) TO ${literal(file)} (FORMAT parquet${options})`)
  return file
}

const plan = (text: string[], id: string | null = null): FieldPlan => ({ text, url: [], mediaHash: null, id })

async function rows(file: string, fields: FieldPlan, from = 0) {
  const all = []
  for await (const batch of parquetRows(file, fields, from)) all.push(...batch.rows)
  return all
}

describe('rows of a Parquet file', () => {
  it('have the text that the digest is defined over, whatever the column type', async () => {
    const file = await write(
      'types.parquet',
      `SELECT 'a' || chr(0) || 'é' AS v, 9007199254740993::BIGINT AS big, 1.0::DOUBLE AS d, 1e21::DOUBLE AS huge, 0.1::FLOAT AS f,
       1.50::DECIMAL(9,2) AS dec, 10::DECIMAL(9,2) AS ten, true AS b, DATE '2024-02-29' AS day, 'caf\\xC3\\xA9'::BLOB AS blob, NULL::VARCHAR AS nothing`,
    )
    const names = ['v', 'big', 'd', 'huge', 'f', 'dec', 'ten', 'b', 'day', 'blob', 'nothing']
    expect((await sniff(file)).kind).toBe('parquet')
    expect(await rows(file, plan(names))).toEqual([
      {
        values: [
          'a\0é',
          '9007199254740993',
          '1',
          '1e+21',
          '0.1',
          '1.5',
          '10',
          'true',
          '2024-02-29',
          'café',
          '',
        ],
        id: null,
        url: null,
        author: null,
        language: null,
      },
    ])
  })

  it('are quarantined when a content field is nested, not a number, not UTF-8 or missing', async () => {
    const file = await write(
      'bad.parquet',
      `SELECT * FROM (VALUES ([1], 1::DOUBLE, 'a'::BLOB), (NULL, 'nan'::DOUBLE, 'a'::BLOB), (NULL, 1, '\\xFF'::BLOB), (NULL, NULL, NULL)) t(list, number, bytes)`,
    )
    expect(await rows(file, plan(['list', 'number', 'bytes']))).toMatchObject([
      { reason: 'not_text', detail: 'list' },
      { reason: 'not_text', detail: 'number' },
      { reason: 'invalid_utf8', detail: 'bytes' },
      { reason: 'missing_text' },
    ])
  })

  it('come in file order over row groups, from any row on, with id and nested address', async () => {
    const file = await write(
      'order.parquet',
      `SELECT i AS id, 'row ' || i AS text, {'url': 'https://example.org/' || i} AS meta FROM range(300000) t(i)`,
      ', ROW_GROUP_SIZE 20000',
    )
    const all = await rows(file, plan(['text'], 'id'))
    expect(all).toHaveLength(300_000)
    expect(all.findIndex((row, i) => !('values' in row) || row.values[0] !== `row ${i}`)).toBe(-1)
    const nested = { ...plan(['text'], 'id'), url: ['meta.url'] }
    expect((await rows(file, nested, 299_999))[0]).toEqual({
      values: ['row 299999', 'https://example.org/299999'],
      id: '299999',
      url: 'https://example.org/299999',
      author: null,
      language: null,
    })
  })

  it('are refused as a file when a text column is not UTF-8', async () => {
    const file = await write(
      'latin1.parquet',
      `SELECT 'caf\u00e9 caf\u00e9' AS text`,
      ", COMPRESSION 'uncompressed'",
    )
    const bytes = await readFile(file)
    await writeFile(
      file,
      Buffer.from(bytes.toString('latin1').replaceAll('\u00c3\u00a9', '\u00e9\u00e9'), 'latin1'),
    )
    await expect(rows(file, plan(['text']))).rejects.toThrow(/Parquet file cannot be read/)
  })
})
