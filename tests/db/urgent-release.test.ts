import { beforeAll, expect, it, vi } from 'vitest'
import { testDatabase } from '@/tests/support/database'
import { publishNow, runReleaseJobs } from './fulfilment-world'
import { takedownWorld, type TakedownWorld } from './takedown-world'
import { answerReport, CHILD, reportUrgently } from './urgent-world'

vi.setConfig({ testTimeout: 60_000 })

const database = testDatabase()
let world: TakedownWorld
const ROWS = Array.from({ length: 30 }, (_, i) => ({
  id: `b${i}`,
  text: `A boat in the evening, number ${i}.`,
}))

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
})

async function report(row: number): Promise<string> {
  const { id } = await reportUrgently(database, world, { ...CHILD, targets: `row ${row}` })
  await runReleaseJobs(database, { byItself: false })
  return id
}
const answer = async (requestId: string, given: 'clear' | 'confirm') => {
  await answerReport(world, requestId, given)
  await runReleaseJobs(database, { byItself: false })
}
/** Rows that the newest release has, and what it says why others are out. */
async function newest() {
  const [row] = await database.admin.sql<
    { version: string; rows: number; reasons: Record<string, number> | null }[]
  >`
    select version, (counts -> 'rows' ->> 'untouched')::int as rows, counts -> 'reasons' as reasons from release
    where dataset_id = ${world.datasetId} and state = 'published' order by published_at desc limit 1`
  return row
}

it('a release that is made before an officer has looked is without what is hidden, and has it again once it is given back', async () => {
  await publishNow(database, world)
  expect(await newest()).toMatchObject({ version: '1.0.0', rows: 30 })

  const [cleared, confirmed] = [await report(3), await report(7)]
  await publishNow(database, world)
  const hidden = await newest()
  expect(hidden).toMatchObject({ version: '2.0.0', rows: 28 })
  expect(JSON.stringify(hidden?.reasons)).not.toMatch(/child|hidden/)

  await answer(cleared, 'clear')
  await answer(confirmed, 'confirm')
  await publishNow(database, world)
  expect(await newest()).toMatchObject({ rows: 29 })
})
