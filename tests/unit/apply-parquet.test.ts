import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { itemDigest } from '@/lib/datasets/digest'
import { fileLiteral, literal, openDuck } from '@/lib/datasets/duck'
import type { Outcome } from '@/lib/release-format/fold'
import { apply } from '@/lib/releases/apply'
import { hashFile } from '@/lib/releases/read-file'
import { buildRelease, writeRelease } from '../support/release'

const COUNT = 5_000
const textOf = (i: number) => `row ${i} 😀 call 555-${String(i).padStart(4, '0')} now`
/** Where the number stands in it. */
const span = (i: number) => {
  const start = Array.from(`row ${i} 😀 call `).length
  return { field: 'text', start, end: start + 8 }
}

const outcomeOf = (i: number): Outcome | null => {
  const outcome = (action: Outcome['action'], spans: Outcome['spans'] = []): Outcome => ({
    action,
    spans,
    labels: [],
    grounds: [{ category: 'pii', reason: 'p' }],
  })
  if (i % 10 === 1) return outcome('remove')
  if (i % 10 === 4) return outcome('redact', [span(i)])
  return i % 100 === 50 ? outcome('restrict') : null
}
const isKept = (i: number) => ![...'1'].includes(String(i % 10)) && i % 100 !== 50

async function duck<T>(sql: string, read: (rows: Record<string, unknown>[]) => T): Promise<T> {
  using database = await openDuck({ ordered: true })
  const reader = await database.duck.runAndReadAll(sql)
  return read(reader.getRowObjectsJson())
}

/** A file of several row groups, with a list, a nested struct, a number and metadata in its footer. */
async function parquetFile(file: string, { where = 'true', order = 'i' } = {}) {
  const source = path.join(path.dirname(file), `${path.basename(file)}.rows.jsonl`)
  const rows = Array.from({ length: COUNT }, (_, i) => JSON.stringify({ i, id: `r${i}`, text: textOf(i) }))
  writeFileSync(source, rows.join('\n'))
  await duck(
    `COPY (SELECT id, text, i AS likes, [i, i + 1] AS pair, {'deep': {'er': i}} AS nested
           FROM read_json(${literal(source)}) WHERE ${where} ORDER BY ${order})
     TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 2048, KV_METADATA {huggingface: '{"info":1}'})`,
    () => undefined,
  )
}

async function laid() {
  const root = mkdtempSync(path.join(tmpdir(), 'winnow-parquet-'))
  const file = path.join(root, 'train.parquet')
  await parquetFile(file)
  const base = { path: 'train.parquet', ...(await hashFile(file)), format: 'parquet', rows: COUNT }
  const rows = Array.from({ length: COUNT }, (_, row) => ({
    file: base.path,
    row,
    id: `r${row}`,
    digest: itemDigest([textOf(row)]).toString('hex'),
    outcome: outcomeOf(row),
  }))
  const release = writeRelease(
    path.join(root, 'release'),
    buildRelease({ files: [base], rows, contentFields: ['text'], idField: 'id', disclosure: 'rows' }),
  )
  return { root, file, release, out: path.join(root, 'out') }
}

const read = (file: string) => duck(`SELECT * FROM read_parquet(${fileLiteral(file)})`, (rows) => rows)

describe('the filtered copy of a Parquet file', () => {
  it('has the rows that stay, in order, with every value and type but what is masked', async () => {
    const { file, release, out } = await laid()
    const { rows, files } = await apply({ release, files: [file], out })
    expect(files).toMatchObject([{ way: 'position' }])
    const copy = path.join(out, 'train.parquet')
    const base = await read(file)
    const expected = base.flatMap((row, i) =>
      isKept(i) ? [i % 10 === 4 ? { ...row, text: textOf(i).replace(/555-\d+/, '[REDACTED]') } : row] : [],
    )
    expect(await read(copy)).toEqual(expected)
    expect(rows).toEqual({
      in: COUNT,
      untouched: expected.length - COUNT / 10,
      redacted: COUNT / 10,
      removed: COUNT / 10,
      restricted: COUNT / 100,
    })
    const describeOf = (one: string) =>
      duck(`DESCRIBE SELECT * FROM read_parquet(${fileLiteral(one)})`, (list) => list)
    expect(await describeOf(copy)).toEqual(await describeOf(file))
  })

  it('holds nothing of what was masked or removed, in its footer neither, and keeps the description of its columns', async () => {
    const { file, release, out } = await laid()
    await apply({ release, files: [file], out })
    const copy = fileLiteral(path.join(out, 'train.parquet'))
    const statistics = await duck(
      `SELECT string_agg(concat_ws(' ', stats_min, stats_max, stats_min_value, stats_max_value), ' ') AS all_of_them
       FROM parquet_metadata(${copy}) WHERE path_in_schema = 'text'`,
      ([row]) => String(row?.all_of_them),
    )
    expect(statistics).not.toMatch(/row \d*[14] 😀 call 555/)
    const features = await duck(
      `SELECT decode(value) AS value FROM parquet_kv_metadata(${copy}) WHERE key = 'huggingface'::BLOB`,
      ([row]) => row?.value,
    )
    expect(features).toBe('{"info":1}')
  })

  it('is made by content of rows in another order, without the redacted ones', async () => {
    const { root, release, out } = await laid()
    const shuffled = path.join(root, 'shuffled.parquet')
    await parquetFile(shuffled, { order: 'i % 7, i DESC' })
    const { rows, files } = await apply({ release, files: [shuffled], out })
    expect(files).toMatchObject([{ way: 'content' }])
    const kept = (await read(shuffled)).filter(({ id }) => {
      const i = Number(String(id).slice(1))
      return isKept(i) && i % 10 !== 4
    })
    expect(await read(path.join(out, 'shuffled.parquet'))).toEqual(kept)
    expect(rows).toMatchObject({ in: COUNT, untouched: kept.length, removed: COUNT - kept.length })
  })

  it('is filtered again by its receipt, and nothing of it changes', async () => {
    const { root, file, release, out } = await laid()
    const first = await apply({ release, files: [file], out })
    const again = await apply({ release, files: [out], out: path.join(root, 'again') })
    expect(again.files).toMatchObject([{ way: 'receipt' }])
    expect(again.rows).toEqual({
      in: first.rows.untouched + first.rows.redacted,
      untouched: first.rows.untouched,
      redacted: first.rows.redacted,
      removed: 0,
      restricted: 0,
    })
    expect(await read(path.join(root, 'again/train.parquet'))).toEqual(
      await read(path.join(out, 'train.parquet')),
    )
  })

  it('is not written when it has rows that the release does not know', async () => {
    const { root, release, out } = await laid()
    const strange = path.join(root, 'strange.parquet')
    await duck(
      `COPY (SELECT 'x' || i AS id, 'unknown ' || i AS text FROM range(3000) t(i)) TO ${literal(strange)} (FORMAT parquet)`,
      () => undefined,
    )
    await expect(apply({ release, files: [strange], out })).rejects.toThrow(/strange\.parquet row 0/)
    expect(readdirSync(root)).not.toContain('out')
  })
})
