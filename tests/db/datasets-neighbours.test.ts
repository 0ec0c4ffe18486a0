import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { literal, openDuck } from '@/lib/datasets/duck'
import { neighboursOf } from '@/lib/datasets/indexed-rows'
import { testDatabase } from '../support/database'
import { importFiles, newDataset, writeFiles } from '../support/datasets'

testDatabase()

const rows = Array.from({ length: 9 }, (_, i) =>
  i === 5 ? '{"text":' : JSON.stringify({ text: `row ${i} person@mail.example.org` }),
)
const jsonl = rows.map((row) => `${row}\n`).join('')

async function texts(datasetId: string, revisionId: string, row: number) {
  const found = await neighboursOf({ datasetId, revisionId, ordinal: 0, row })
  return found.map((neighbour) => [neighbour.row, neighbour.fields['text']])
}

const text = (row: number) => [row, `row ${row} person@mail.example.org`]

describe('the rows around a row', () => {
  it('are read from the stored file, whatever its format', async () => {
    const [plain = ''] = writeFiles({ 'a.jsonl': jsonl.replace('{"text":\n', '{"text":""}\n') })
    const [parquet = ''] = writeFiles({ 'a.parquet': '' })
    {
      using database = await openDuck()
      await database.duck.run(
        `COPY (SELECT * FROM read_json(${literal(plain)})) TO ${literal(parquet)} (FORMAT parquet)`,
      )
    }
    const files = [...writeFiles({ 'a.jsonl': jsonl, 'a.jsonl.gz': gzipSync(jsonl) }), parquet]
    for (const [kind, file] of files.entries()) {
      const datasetId = await newDataset(`near-${kind}`)
      const { revisionId } = await importFiles(datasetId, [file])
      expect(await texts(datasetId, revisionId, 4), file).toEqual([text(2), text(3), text(6)])
      expect(await texts(datasetId, revisionId, 0), file).toEqual([text(1), text(2)])
      expect(await texts(datasetId, revisionId, 8), file).toEqual([text(6), text(7)])
    }
  })

  it('of a revision that does not exist are none', async () => {
    const datasetId = await newDataset('near-nothing')
    expect(await texts(datasetId, '00000000-0000-4000-8000-000000000000', 2)).toEqual([])
  })
})
