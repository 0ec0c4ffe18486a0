import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { literal, openDuck } from '@/lib/datasets/duck'
import { importHooks } from '@/lib/jobs/import-hooks'
import { testDatabase } from '../support/database'
import { imageOf, importFiles, newDataset, writeFiles } from '../support/datasets'

testDatabase()

/** 6,000 rows of 600 bytes: four blocks of a text file, three batches of Parquet. Texts hold line ends, quotes and flags. */
const rows = Array.from({ length: 6000 }, (_, i) => ({
  id: `r${i}`,
  text: `${i % 700 === 3 ? `person.${i}@mail.example.org` : `row ${i}`}\n"${'quiet water, '.repeat(45)}" ü`,
}))
const jsonl = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
const csv = `id,text\r\n${rows.map(({ id, text }) => `${id},"${text.replaceAll('"', '""')}"\r\n`).join('')}`

const files: Record<string, string> = {}
beforeAll(async () => {
  files.jsonl = writeFiles({ 'rows.jsonl': jsonl })[0] ?? ''
  files.gz = writeFiles({ 'rows.jsonl.gz': gzipSync(jsonl) })[0] ?? ''
  files.csv = writeFiles({ 'rows.csv': csv })[0] ?? ''
  files.parquet = writeFiles({ 'rows.parquet': '' })[0] ?? ''
  using database = await openDuck()
  await database.duck.run(
    `COPY (SELECT * FROM read_json(${literal(files.jsonl)})) TO ${literal(files.parquet)} (FORMAT parquet)`,
  )
})

describe('an import that stops on a fault in the middle of a file', () => {
  it.each(['jsonl', 'gz', 'csv', 'parquet'])(
    'goes on behind its last chunk and ends the same: %s',
    async (kind) => {
      const file = files[kind] ?? ''
      const whole = await newDataset(`whole-${kind}`)
      await importFiles(whole, [file], {}, { chunkRows: 1000 })

      const cut = await newDataset(`cut-${kind}`)
      const { raise } = await importHooks(cut)
      let chunks = 0
      const failing: typeof raise = async (...args) => {
        if (++chunks === 3) throw new Error('the disk caught fire')
        await raise(...args)
      }
      await expect(importFiles(cut, [file], {}, { chunkRows: 1000, raise: failing })).rejects.toThrow(
        'caught fire',
      )
      const { revisions } = await imageOf(cut)
      expect(revisions).toMatchObject([{ state: 'importing' }])
      expect(Number(revisions[0]?.rows_read)).toBeGreaterThan(1000)
      expect(Number(revisions[0]?.rows_read)).toBeLessThan(6000)

      await importFiles(cut, [file], {}, { chunkRows: 1000 })
      expect(await imageOf(cut)).toEqual(await imageOf(whole))
    },
  )
})

const RULE = '6f1d7c02-3b5e-4f0a-9d27-0c8e5a1b4d93'

describe('a standing rule about the source of rows', () => {
  it.each(['jsonl', 'gz', 'csv', 'parquet'])(
    'makes items of the rows that fall under it, flagged or not: %s',
    async (kind) => {
      const datasetId = await newDataset(`ruled-${kind}`)
      const rules = ({ sourceId }: { sourceId: string | null }) =>
        sourceId === 'r3' || sourceId === 'r5000' ? [RULE] : []
      await importFiles(datasetId, [files[kind] ?? ''], {}, { rules })
      const { flags, items, occurrences } = await imageOf(datasetId)
      const ruled = flags.filter(({ category }) => category === 'opt_out')
      expect(ruled).toMatchObject([
        { source: 'takedown', detector: `rule:${RULE}` },
        { source: 'takedown', detector: `rule:${RULE}` },
      ])
      const digests = ruled.map(({ digest }) => digest)
      expect(
        occurrences.filter(({ digest }) => digests.includes(digest)).map(({ source_id: id }) => id),
      ).toEqual(['r3', 'r5000'])
      expect(items.find(({ content }) => JSON.stringify(content).includes('row 5000'))).toBeDefined()
    },
  )
})
