import { expect, it } from 'vitest'
import { testDatabase } from '../support/database'
import { imageOf, newDataset, writeFiles } from '../support/datasets'
import { draftsIn, withFileLimit } from '../support/full-disk'

testDatabase()

const SCRIPT = 'tests/support/import-child.ts'

/** Several chunks of rows that do not compress to nothing; some are flagged. */
const shard = Array.from({ length: 200 }, (_, i) => {
  const noise = Array.from({ length: 900 }, (_, j) => ((i * 7919 + j * 104_729) % 9973).toString(36)).join(
    ' ',
  )
  return `${JSON.stringify({ id: `r${i}`, text: `${i % 9 === 0 ? `person.${i}@mail.example.org ` : ''}${noise}` })}\n`
}).join('')

it('an import for which there is no room commits nothing by half, and goes on when there is', async () => {
  const files = writeFiles({ 'a.jsonl': shard })
  const undisturbed = await newDataset('with-room')
  expect(withFileLimit(1_000_000, SCRIPT, [undisturbed, '0', ...files]).status).toBe(0)
  for (const blocks of [0, 4, 64]) {
    const datasetId = await newDataset(`without-room-${blocks}`)
    const ended = withFileLimit(blocks, SCRIPT, [datasetId, '0', ...files])
    expect(ended.status).not.toBe(0)
    expect(ended.stderr).toMatch(/EFBIG|File too large/)
    expect((await imageOf(datasetId)).revisions.filter(({ state }) => state === 'complete')).toEqual([])
    expect(draftsIn(process.env.WINNOW_DATA ?? '')).toEqual([])
    expect(withFileLimit(1_000_000, SCRIPT, [datasetId, '0', ...files]).status).toBe(0)
    expect(await imageOf(datasetId)).toEqual(await imageOf(undisturbed))
  }
})
